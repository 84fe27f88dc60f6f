/** Owned, paid, earned and shared media of one stage, told apart in one ink, and its evidence images. */
import type { Media } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import type { Drawn } from './drawn.ts';
import { fontOf } from './lettering.ts';
import { measureText } from './measureText.ts';
import type { Detail, SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';

export type MediaCounts = Readonly<Record<Media | 'unset', number>>;
const mediaOrder = ['owned', 'paid', 'earned', 'shared', 'unset'] as const;
const thumbnail = { width: 72, height: 54, gap: 8 } as const;

/** Owned, paid, earned and shared touchpoints of one stage, and its evidence images. */
export function drawMedia(
  counts: MediaCounts,
  images: readonly string[],
  width: number,
  words: SceneWords,
  detail: Detail,
): Drawn {
  const items: SceneItem[] = [];
  const total = mediaOrder.reduce((sum, kind) => sum + counts[kind], 0);
  let y = 0;
  if (total > 0) {
    items.push(...mediaBar(counts, total, Math.min(width, 240)));
    y = 18;
    let x = 0;
    for (const kind of mediaOrder) {
      if (counts[kind] === 0) continue;
      const text = `${words.media[kind]} ${counts[kind]}`;
      const font = fontOf('channel', text);
      const entry = 14 + measureText(text, font);
      if (x > 0 && x + entry > width) {
        x = 0;
        y += 18;
      }
      // The room is kept at every detail, so that nothing moves from one zoom to the next.
      if (detail === 'full') {
        items.push(...mediaSign(kind, x, y + 2, 9, 9), ...textItems(text, x + 14, y + 11, font, 'ink-2'));
      }
      x += entry + 12;
    }
    y += 24;
  }
  const inRow = Math.max(1, Math.floor((width + thumbnail.gap) / (thumbnail.width + thumbnail.gap)));
  images.forEach((href, index) => {
    const x = (index % inRow) * (thumbnail.width + thumbnail.gap);
    const top = y + Math.floor(index / inRow) * (thumbnail.height + thumbnail.gap);
    items.push(
      { kind: 'image', x, y: top, width: thumbnail.width, height: thumbnail.height, href },
      {
        kind: 'rect',
        x,
        y: top,
        width: thumbnail.width,
        height: thumbnail.height,
        stroke: { colour: 'line', width: 1 },
      },
    );
  });
  return { width, height: y + Math.ceil(images.length / inRow) * (thumbnail.height + thumbnail.gap), items };
}

function mediaBar(counts: MediaCounts, total: number, width: number): SceneItem[] {
  let x = 0;
  return mediaOrder.flatMap((kind) => {
    if (counts[kind] === 0) return [];
    const part = (counts[kind] / total) * width;
    const items = mediaSign(kind, x, 2, part, 10);
    x += part;
    return items;
  });
}

/** Each kind its own drawing in one ink: solid, open, lower half, a line through, dashed. */
function mediaSign(kind: Media | 'unset', x: number, y: number, width: number, height: number): SceneItem[] {
  const frame = (fill: 'ink' | 'card'): SceneItem => ({
    kind: 'rect',
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    fill,
    stroke: { colour: 'ink', width: 1 },
  });
  switch (kind) {
    case 'owned':
      return [frame('ink')];
    case 'paid':
      return [frame('card')];
    case 'earned':
      return [frame('card'), { kind: 'rect', x, y: y + height / 2, width, height: height / 2, fill: 'ink' }];
    case 'shared':
      return [
        frame('card'),
        {
          kind: 'path',
          commands: [
            ['M', x, y + height / 2],
            ['L', x + width, y + height / 2],
          ],
          stroke: { colour: 'ink', width: 2 },
        },
      ];
    case 'unset':
      return [
        {
          kind: 'rect',
          x: x + 0.5,
          y: y + 0.5,
          width: width - 1,
          height: height - 1,
          stroke: { colour: 'line', width: 1, dash: [2, 2] },
        },
      ];
  }
}
