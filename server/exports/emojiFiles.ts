/** The pictures of emoji, from the set that is installed as a package; it is read when a scene shows an emoji, not before. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { emojiKey, readEmoji, type EmojiPictures } from '../../src/export/emojiPictures.ts';
import type { SceneItem } from '../../src/layout/scene.ts';

const require = createRequire(import.meta.url);
const set = '@iconify-json/fluent-emoji-flat';

const known = new Map<string, readonly SceneItem[] | null>();

/** The pictures of these emoji; those that the set lacks (flags of countries) are missing: emojiStandIns.ts. */
export async function readEmojiPictures(clusters: ReadonlySet<string>): Promise<EmojiPictures> {
  const unknown = [...clusters].filter((cluster) => !known.has(cluster));
  if (unknown.length > 0) {
    const [names, { icons }] = await Promise.all([
      readJson(`${set}/chars.json`) as Promise<Readonly<Record<string, string>>>,
      readJson(`${set}/icons.json`) as Promise<{ icons: Readonly<Record<string, { body: string }>> }>,
    ]);
    for (const cluster of unknown) {
      const icon = icons[names[emojiKey(cluster)] ?? ''];
      known.set(cluster, icon ? readEmoji(icon.body) : null);
    }
  }
  return new Map(
    [...clusters].flatMap((cluster) => {
      const picture = known.get(cluster);
      return picture ? [[cluster, picture] as const] : [];
    }),
  );
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(require.resolve(file), 'utf8'));
}
