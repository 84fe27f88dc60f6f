/**
 * What lies under a pointer: read from the `data-hit` marks of the mounted elements, else from the layout's boxes,
 * so that a card that is drawn but not mounted can be hit as well.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Point } from '../layout/scene.ts';
import { holdsPoint } from './boxes.ts';

export type HitKind =
  | 'card'
  | 'cell'
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
  'link',
  'port',
  'emotion-point',
  'stage-head',
  'stage-edge',
  'lane-head',
  'lane-edge',
]);

export function hitAt(target: EventTarget | null, point: Point, layout: MapLayout): Hit {
  const element = target instanceof Element ? target.closest('[data-hit]') : null;
  const kind = element?.getAttribute('data-hit') ?? '';
  if (element && isHitKind(kind)) return { kind, id: element.getAttribute('data-id') ?? '', element };
  for (const [id, box] of layout.cards)
    if (holdsPoint(box, point)) return { kind: 'card', id, element: null };
  for (const [id, box] of layout.cells)
    if (holdsPoint(box, point)) return { kind: 'cell', id, element: null };
  return { kind: 'pane', id: '', element: null };
}

function isHitKind(kind: string): kind is HitKind {
  return kinds.has(kind);
}
