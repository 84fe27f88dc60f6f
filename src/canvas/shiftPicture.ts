/**
 * How a picture of the map follows a camera that only pans. The canvas reaches beyond the pane on every side: as long
 * as what comes into view is drawn already, the canvas alone is moved, and nothing is painted. Else its picture is put
 * back into the middle of the canvas where it has come to the edge of it, and what is bare gets drawn as far ahead as
 * the margin goes. Pure; device pixels, all moved by whole ones.
 */
import { overlap } from '../layout/bounds.ts';
import type { Box, Point } from '../layout/scene.ts';
import { contains } from './boxes.ts';
import { paneOn, type Drawn, type Sheet } from './drawnPicture.ts';

/** What brings a picture to where the camera looks. */
export interface Following {
  readonly drawn: Drawn;
  /** How far the picture has to be moved on the canvas; null where it stays. */
  readonly copy: Point | null;
  /** What is to be drawn then. */
  readonly strips: readonly Box[];
}

/** The way to a place the camera has moved to; null when nothing of the picture is seen there. */
export function followTo(drawn: Drawn, moved: Point, sheet: Sheet): Following | null {
  const { pane, margin } = sheet;
  const way = { x: moved.x - drawn.copied.x, y: moved.y - drawn.copied.y };
  const copied = {
    x: Math.abs(way.x) > margin ? moved.x : drawn.copied.x,
    y: Math.abs(way.y) > margin ? moved.y : drawn.copied.y,
  };
  const copy = { x: copied.x - drawn.copied.x, y: copied.y - drawn.copied.y };
  const whole = { x: 0, y: 0, width: pane.width + 2 * margin, height: pane.height + 2 * margin };
  const kept = overlap({ ...drawn.valid, x: drawn.valid.x + copy.x, y: drawn.valid.y + copy.y }, whole);
  const seen = paneOn(sheet, { moved, copied });
  if (!kept || !overlap(kept, seen)) return null;
  const valid = contains(kept, seen) ? kept : ahead(kept, seen, whole, margin);
  return {
    drawn: { ...drawn, moved, copied, valid },
    copy: copy.x === 0 && copy.y === 0 ? null : copy,
    strips: stripsOf(kept, valid),
  };
}

/** The picture when something has changed: what was drawn ahead is not to be shown any more. */
export function withoutAhead(drawn: Drawn, sheet: Sheet): Drawn {
  const seen = paneOn(sheet, drawn);
  return { ...drawn, valid: overlap(drawn.valid, seen) ?? seen };
}

/** What is drawn and what is seen, with the margin beyond each edge at which something is bare. */
function ahead(kept: Box, seen: Box, whole: Box, margin: number): Box {
  const left = seen.x < kept.x ? Math.max(0, seen.x - margin) : kept.x;
  const top = seen.y < kept.y ? Math.max(0, seen.y - margin) : kept.y;
  const isBare = (from: 'x' | 'y', size: 'width' | 'height'): boolean =>
    seen[from] + seen[size] > kept[from] + kept[size];
  const right = isBare('x', 'width')
    ? Math.min(whole.width, seen.x + seen.width + margin)
    : kept.x + kept.width;
  const bottom = isBare('y', 'height')
    ? Math.min(whole.height, seen.y + seen.height + margin)
    : kept.y + kept.height;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What a box has more than one inside it, each place once: left and right of that, then above and below both. */
export function stripsOf(inner: Box, outer: Box): readonly Box[] {
  const innerRight = inner.x + inner.width;
  const innerBottom = inner.y + inner.height;
  return [
    { x: outer.x, y: inner.y, width: inner.x - outer.x, height: inner.height },
    { x: innerRight, y: inner.y, width: outer.x + outer.width - innerRight, height: inner.height },
    { x: outer.x, y: outer.y, width: outer.width, height: inner.y - outer.y },
    { x: outer.x, y: innerBottom, width: outer.width, height: outer.y + outer.height - innerBottom },
  ].filter(({ width, height }) => width > 0 && height > 0);
}
