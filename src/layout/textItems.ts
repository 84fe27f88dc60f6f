/**
 * Turns a finished line into scene items: emoji become primitives of their own and the text around them
 * keeps its place by its x, because a scene's text never starts or ends with a space.
 */
import type { Paint } from '../theme/colours.ts';
import { graphemesOf, hasOnlySimpleCharacters, isEmoji } from './graphemes.ts';
import { measureText } from './measureText.ts';
import type { Font, SceneItem } from './scene.ts';

/** The items of one line with its baseline at y; x is its left edge, middle or right edge as `align` says. */
export function textItems(
  text: string,
  x: number,
  y: number,
  font: Font,
  fill: Paint,
  align: 'start' | 'middle' | 'end' = 'start',
): SceneItem[] {
  const width = measureText(text, font);
  const left = align === 'start' ? x : align === 'middle' ? x - width / 2 : x - width;
  if (text.trim() === '') return [];
  if (hasOnlySimpleCharacters(text) && text.trim() === text) {
    const item = { kind: 'text', x: left, y, text, width, font, fill } as const;
    return [align === 'start' ? item : { ...item, align }];
  }
  const items: SceneItem[] = [];
  let at = left;
  for (const run of runsOf(text)) {
    if (isEmoji(run)) {
      items.push({ kind: 'emoji', x: at, y, size: font.size, cluster: run });
    } else if (run.trim() !== '') {
      const trimmed = run.trim();
      const indent = measureText(run.slice(0, run.length - run.trimStart().length), font);
      items.push({
        kind: 'text',
        x: at + indent,
        y,
        text: trimmed,
        width: measureText(trimmed, font),
        font,
        fill,
      });
    }
    at += measureText(run, font);
  }
  return items;
}

/** Single emoji, and the text between them. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  let plain = '';
  for (const cluster of graphemesOf(text)) {
    if (!isEmoji(cluster)) {
      plain += cluster;
      continue;
    }
    if (plain !== '') runs.push(plain);
    runs.push(cluster);
    plain = '';
  }
  if (plain !== '') runs.push(plain);
  return runs;
}
