/**
 * The quick way of an overlay for the commonest change (patchLayout.ts): a few cards of the map below it got other words,
 * so only those are covered anew. Without it every change would cost a look at each group, and whoever draws the layout
 * would take it for one of other places.
 *
 * In:  what the overlay made last and of which layout, the layout now, how it covers a group. Out: the layout with the
 *      overlay on it, noted as a patch of the last one; null when more than words changed.
 */
import type { MapLayout } from '../mapLayout.ts';
import type { Change } from '../patchedList.ts';
import { changedSince, patchLayout } from '../patchLayout.ts';
import type { SceneGroup } from '../scene.ts';

export interface Laid {
  /** What the overlay was laid over, and what came of it. */
  readonly below: MapLayout;
  readonly layout: MapLayout;
}

export function carryOver(
  latest: Laid,
  below: MapLayout,
  cover: (group: SceneGroup) => SceneGroup,
): MapLayout | null {
  const changed = changedSince(below, latest.below);
  if (!changed) return null;
  const drawn: Change[] = [];
  for (const { before, after } of changed) {
    const shown = latest.layout.groupOf.get(after.recordId ?? '');
    if (!shown || before.id !== after.id) return null;
    drawn.push({ before: shown, after: cover(after) });
  }
  return patchLayout(latest.layout, drawn, { plain: below.plain ?? below });
}
