/**
 * How much things tell at a zoom (look, section 8), and their drawings at that detail. Near, the projection's own
 * layout is drawn. From afar cards and links give their own coarser drawing, and the rest is drawn once more at that
 * detail (incrementally, like the first): places always come from the one layout everybody else uses.
 */
import { useMemo } from 'react';
import { layoutOptionsFor } from '../layout/defaultOptions.ts';
import { seenOf, type Seen } from '../layout/layoutOptions.ts';
import { redrawMap, type Redrawn } from '../layout/layOut.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import { sameInputs } from '../layout/same.ts';
import type { Detail, SceneGroup, SceneItem } from '../layout/scene.ts';
import { useProjection, useScreen, type ProjectionState } from '../state/mapSession.ts';
import type { ScreenState } from '../state/screen.ts';
import { localDay } from '../model/localDay.ts';
import { minZoom } from './camera.ts';

/** Above these zooms things are drawn in full and with their titles. */
const fullAbove = 0.605;
const titlesAbove = 0.305;

/** 100 to 61 %, 60 to 31 %, 30 % and less. */
export function detailAt(zoom: number): Detail {
  if (zoom > fullAbove) return 'full';
  return zoom > titlesAbove ? 'titles' : 'blocks';
}

/** What things are drawn at farther away, and down to which zoom. */
export function coarserThan(
  detail: Detail,
): readonly { readonly detail: Detail; readonly leastZoom: number }[] {
  const coarser = [
    { detail: 'titles', leastZoom: titlesAbove },
    { detail: 'blocks', leastZoom: minZoom },
  ] as const;
  return coarser.slice({ full: 0, titles: 1, blocks: 2 }[detail]);
}

/** The drawing of a group at the detail in use. */
export type ItemsOf = (group: SceneGroup) => readonly SceneItem[];
const fullItems: ItemsOf = (group) => group.items;

/** The drawings at a detail; the function is the same one as long as they are. */
export function useItemsAt(detail: Detail): ItemsOf {
  // Near, the layout's own drawings are shown, whatever they are.
  const shown = useProjection((state) => (detail === 'full' ? null : state));
  const hiddenLanes = useScreen((state) => state.hiddenLanes);
  const hiddenCurves = useScreen((state) => state.hiddenCurves);
  const lead = useScreen((state) => state.lead);
  const ribbons = useScreen((state) => state.ribbons);
  const dimming = useScreen((state) => state.dimming);
  return useMemo(
    () => itemsAt(detail, shown, { hiddenLanes, hiddenCurves, lead, ribbons, dimming }),
    [shown, detail, hiddenLanes, hiddenCurves, lead, ribbons, dimming],
  );
}

type Hidden = Pick<ScreenState, keyof Seen | 'dimming'>;
type Shown = Pick<ProjectionState, 'journey' | 'layout'>;

interface Coarse {
  /** Weak: a map last seen at this detail an hour ago is not kept as it was then. */
  readonly layout: WeakRef<MapLayout>;
  readonly seen: readonly unknown[];
  readonly redrawn: Redrawn;
  readonly itemsOf: ItemsOf;
}
/** Underlay and cards ask for the same drawings; the second one to ask gets what the first had made. */
const latest = new Map<Detail, Coarse>();

/** The drawings of a map at a detail, what is filtered out as such. `shown` may be null for the full detail. */
export function itemsAt(detail: Detail, shown: Shown | null, hidden: Hidden): ItemsOf {
  const own = ownItemsAt(detail, shown, hidden);
  const { dimming } = hidden;
  return dimming ? (group) => dimming.itemsOf(group, detail, own(group)) : own;
}

/** The same function as long as the drawings are the same. */
function ownItemsAt(detail: Detail, shown: Shown | null, hidden: Hidden): ItemsOf {
  if (detail === 'full' || shown === null) return fullItems;
  const { journey, layout } = shown;
  const seen = seenOf(hidden);
  const known = latest.get(detail);
  if (known?.layout.deref() === layout && sameInputs(known.seen, Object.values(seen))) return known.itemsOf;
  const options = { ...layoutOptionsFor(journey), detail, ...seen, today: localDay(new Date()) };
  const redrawn = redrawMap(journey, options, layout, known?.redrawn);
  const itemsOf = itemsFrom(detail, redrawn);
  latest.set(detail, { layout: new WeakRef(layout), seen: Object.values(seen), redrawn, itemsOf });
  return itemsOf;
}

/** Apart from where the drawings before are known: whoever keeps the function must not keep these, and so on back. */
function itemsFrom(detail: Detail, { items }: Redrawn): ItemsOf {
  return (group) => group.itemsAt?.(detail) ?? items.get(group.id) ?? group.items;
}
