/**
 * What lies under a pointer: read from the `data-hit` marks of the mounted elements, else from the layout's boxes and
 * the ways of its links, so that what is drawn but not mounted is hit as well.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Point } from '../layout/scene.ts';
import { holdsPoint } from './boxes.ts';
import { cardAt } from './cardIndex.ts';
import { linkAt } from './linkAt.ts';

export type HitKind =
  | 'card'
  | 'cell'
  | 'element'
  | 'corner'
  | 'link'
  | 'port'
  | 'emotion-point'
  | 'stage-head'
  | 'stage-edge'
  | 'lane-head'
  | 'lane-edge'
  | 'pane';

export interface Hit {
  readonly kind: HitKind;
  /** Record id; empty for the pane. */
  readonly id: string;
  /** The marked element, when there is one. */
  readonly element: Element | null;
}

const kinds: ReadonlySet<string> = new Set<HitKind>([
  'card',
  'cell',
  'element',
  'corner',
  'link',
  'port',
  'emotion-point',
  'stage-head',
  'stage-edge',
  'lane-head',
  'lane-edge',
]);

/** `reach`: how near a link must be, in map units; 0 where no links are drawn. */
export function hitAt(target: EventTarget | null, point: Point, layout: MapLayout, reach: number): Hit {
  const element = target instanceof Element ? target.closest('[data-hit]') : null;
  const kind = element?.getAttribute('data-hit') ?? '';
  if (element && isHitKind(kind)) return { kind, id: element.getAttribute('data-id') ?? '', element };
  const card = cardAt(layout, point);
  if (card) return { kind: 'card', id: card, element: null };
  for (const [id, box] of layout.cells)
    if (holdsPoint(box, point)) return { kind: 'cell', id, element: null };
  // The last one drawn lies on top.
  for (const [id, box] of [...layout.elements].toReversed())
    if (holdsPoint(box, point)) return { kind: 'element', id, element: null };
  const link = reach > 0 ? linkAt(layout, point, reach) : null;
  return link ? { kind: 'link', id: link, element: null } : { kind: 'pane', id: '', element: null };
}

function isHitKind(kind: string): kind is HitKind {
  return kinds.has(kind);
}
