/**
 * Emoji that the set of pictures lacks, made of what it has: flags of countries are their two letters in a frame, a
 * hand that points the other way is mirrored, people together stand side by side.
 *
 * In:  the emoji of a scene and a reader of the set. Out: their pictures, and those made here, in boxes of 1 by 1. What
 *      cannot be made stays missing, and every writer has its own way with that.
 */
import type { PathCommand, SceneItem, Stroke } from '../layout/scene.ts';
import { scaleItems } from '../layout/scaleItems.ts';
import type { EmojiPictures } from './emojiPictures.ts';

export type ReadEmoji = (clusters: ReadonlySet<string>) => Promise<EmojiPictures>;

/** Pictures of these emoji, as many as there can be. */
export async function readWithStandIns(
  clusters: ReadonlySet<string>,
  readEmoji: ReadEmoji,
): Promise<EmojiPictures> {
  const pictures = new Map(await readEmoji(clusters));
  const missing = [...clusters].filter((cluster) => !pictures.has(cluster));
  if (missing.length === 0) return pictures;
  const parts = await readEmoji(new Set(missing.flatMap((cluster) => partsOf(cluster).flatMap(alike))));
  for (const cluster of missing) {
    const picture = flag(cluster) ?? together(cluster, parts);
    if (picture) pictures.set(cluster, picture);
  }
  return pictures;
}

const regions = /^[\u{1F1E6}-\u{1F1FF}]{2}$/u;
const skin = /[\u{1F3FB}-\u{1F3FF}]/gu;
const tags = /[\u{E0020}-\u{E007F}]/gu;
const right = '\u{1F449}';
const left = '\u{1F448}';
/** People together who are one character. */
const people: Readonly<Record<string, string>> = {
  '👪': '👨‍👩‍👦',
  '👫': '👩‍👨',
  '👬': '👨‍👨',
  '👭': '👩‍👩',
  '💏': '🧑‍💋‍🧑',
  '💑': '🧑‍❤️‍🧑',
};

/** What an emoji is joined of. */
function partsOf(cluster: string): readonly string[] {
  if (cluster.startsWith(right)) return [cluster.replace(right, left)];
  const [first = ''] = cluster;
  const joined = people[first] ?? cluster;
  return joined.replaceAll(tags, '').split('\u200D');
}

/** With its colour of skin, and without. */
function alike(part: string): readonly string[] {
  return [part, part.replaceAll(skin, '')];
}

/** Side by side, or in two rows; null when a part has no picture either. */
function together(cluster: string, pictures: EmojiPictures): readonly SceneItem[] | null {
  const found = partsOf(cluster).map((part) => pictures.get(part) ?? pictures.get(part.replaceAll(skin, '')));
  if (!found.every((one) => one !== undefined)) return null;
  if (cluster.startsWith(right)) return found.flatMap((items) => items.map(mirrored));
  const [only] = found;
  if (found.length < 2) return only ?? null;
  const scale = 1 / 2;
  const rows = Math.ceil(found.length / 2);
  return found.flatMap((items, index) => {
    const row = Math.floor(index / 2);
    const alone = index === found.length - 1 && index % 2 === 0;
    return scaleItems(
      items,
      scale,
      alone ? scale / 2 : (index % 2) * scale,
      (1 - rows * scale) / 2 + row * scale,
    );
  });
}

function mirrored(item: SceneItem): SceneItem {
  if (item.kind !== 'path') return item;
  return { ...item, commands: item.commands.map(mirroredCommand) };
}

function mirroredCommand(command: PathCommand): PathCommand {
  switch (command[0]) {
    case 'M':
    case 'L':
      return [command[0], 1 - command[1], command[2]];
    case 'Q':
      return ['Q', 1 - command[1], command[2], 1 - command[3], command[4]];
    case 'C':
      return ['C', 1 - command[1], command[2], 1 - command[3], command[4], 1 - command[5], command[6]];
    case 'Z':
      return command;
  }
}

/** Capitals as lines through points of a grid of 4 by 6: x and y of a point are two digits. */
const capitals = [
  '06 20 46|14 34',
  '03 33 44 45 36 06 00 30 41 42 33',
  '41 30 10 01 05 16 36 45',
  '00 06 26 44 42 20 00',
  '40 00 06 46|03 33',
  '40 00 06|03 33',
  '41 30 10 01 05 16 36 45 43 23',
  '00 06|40 46|03 43',
  '20 26',
  '40 45 36 16 05',
  '00 06|40 03 46',
  '00 06 46',
  '06 00 23 40 46',
  '06 00 46 40',
  '10 01 05 16 36 45 41 30 10',
  '06 00 30 41 42 33 03',
  '10 01 05 16 36 45 41 30 10|24 46',
  '06 00 30 41 42 33 03|23 46',
  '41 30 10 01 02 13 33 44 45 36 16 05',
  '00 40|20 26',
  '00 05 16 36 45 40',
  '00 26 40',
  '00 16 23 36 40',
  '00 46|40 06',
  '00 23 40|23 26',
  '00 40 06 46',
];
const capital = { width: 0.26, height: 0.36, top: 0.32 } as const;
const lettersAt = [0.18, 0.56] as const;
const pen: Stroke = { colour: 'ink', width: 0.075, cap: 'round', join: 'round' };

/** The two letters of a country in a frame; null for anything else. */
function flag(cluster: string): readonly SceneItem[] | null {
  if (!regions.test(cluster)) return null;
  const letters = Array.from(cluster, (sign) => capitals[(sign.codePointAt(0) ?? 0) - 0x1f1e6] ?? '');
  const frame = { colour: 'ink-2', width: 0.05 } as const;
  return [
    { kind: 'rect', x: 0.03, y: 0.16, width: 0.94, height: 0.68, radius: 0.1, stroke: frame },
    ...letters.map((lines, index): SceneItem => {
      const commands = lines
        .split('|')
        .flatMap((line) => line.split(' ').map((point, at) => pointOf(point, at, lettersAt[index] ?? 0)));
      return { kind: 'path', commands, stroke: pen };
    }),
  ];
}

function pointOf(digits: string, at: number, x: number): PathCommand {
  const [across = 0, down = 0] = Array.from(digits, Number);
  const { width, height, top } = capital;
  return [at === 0 ? 'M' : 'L', x + (across / 4) * width, top + (down / 6) * height];
}
