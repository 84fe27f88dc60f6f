/**
 * A map with its stages as narrow as their cards let them be ("compact"): no card goes into another row, and no lane of
 * touchpoints grows.
 *
 * Two cards beside each other in a row want their widths apart, so how far apart their `t` are says how wide the stage
 * must be; cards on both sides of a stage rule want that of two stages. What this estimate does not know of (cards kept inside the
 * grid) is found by laying out: then the stages are widened together until it fits.
 */
import type { LayoutOptions } from '../layout/layoutOptions.ts';
import { layoutMap } from '../layout/layoutMap.ts';
import type { CardBox, MapLayout } from '../layout/mapLayout.ts';
import { cardMeasures, cell } from '../layout/sizes.ts';
import type { JourneyMap, Stage } from '../model/journeyMap.ts';

/** What a stage's head wants. */
const narrowest = 240;
const tries: readonly number[] = [1, 1.08, 1.18, 1.3, 1.5, 1.8, 2.2];

/** The map with narrower stages; the same where none can be narrower. */
export function compactMap(map: JourneyMap, options: LayoutOptions): JourneyMap {
  const before = layoutMap(map, options);
  const wanted = neededWidths(map, before);
  for (const share of tries) {
    const narrow = withWidths(map, (stage) =>
      Math.min(stage.width, Math.ceil((wanted.get(stage.id) ?? 0) * share)),
    );
    const after = layoutMap(narrow, options);
    if (isAsGood(before, after)) return narrow;
  }
  return map;
}

function withWidths(map: JourneyMap, widthOf: (stage: Stage) => number): JourneyMap {
  return { ...map, stages: map.stages.map((stage) => ({ ...stage, width: widthOf(stage) })) };
}

function isAsGood(before: MapLayout, after: MapLayout): boolean {
  return [...after.cards].every(([id, card]) => (before.cards.get(id)?.drawnRow ?? 0) >= card.drawnRow);
}

/** By stage, in map units. */
function neededWidths(map: JourneyMap, layout: MapLayout): ReadonlyMap<string, number> {
  const needed = new Map<string, number>();
  const want = (stageId: string, width: number) =>
    needed.set(stageId, Math.max(needed.get(stageId) ?? narrowest, width));
  const ts = new Map(map.touchpoints.map(({ id, t }) => [id, t]));
  const order = new Map(layout.stages.map(({ id, width }, at) => [id, { at, width }]));
  for (const row of rowsOf(layout)) {
    for (const [at, card] of row.entries()) {
      want(card.stageId, narrowest);
      const next = row[at + 1];
      const [own, other] = [order.get(card.stageId), order.get(next?.stageId ?? '')];
      if (!next || !own || !other) continue;
      const room = cardMeasures(card.kind).width + cardMeasures(card.kind).sideGap;
      const [t, u] = [ts.get(card.id) ?? 0, ts.get(next.id) ?? 0];
      if (own === other) {
        if (u > t) want(card.stageId, room / (u - t));
      } else if (other.at === own.at + 1) {
        // The two stages share what is missing by the room they have now.
        const now = (1 - t) * own.width + u * other.width;
        const share = now > 0 ? room / now : 1;
        want(card.stageId, own.width * Math.min(1, share));
        want(next.stageId, other.width * Math.min(1, share));
      }
    }
  }
  for (const { stageId, width } of layout.cells.values())
    want(stageId, Math.min(width, cell.most) + 2 * cell.side);
  return needed;
}

/** The cards of each row of each lane, from left to right. */
function rowsOf(layout: MapLayout): readonly (readonly CardBox[])[] {
  const rows = new Map<string, CardBox[]>();
  for (const card of layout.cards.values()) {
    const key = `${card.laneId} ${card.drawnRow}`;
    const row = rows.get(key);
    if (row) row.push(card);
    else rows.set(key, [card]);
  }
  return [...rows.values()].map((row) => row.toSorted((a, b) => a.x - b.x));
}
