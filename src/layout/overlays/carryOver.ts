/**
 * The quick way of an overlay for the commonest change (patchLayout.ts): a few cards of the map below it got other words,
 * so only those are covered anew. Without it every change would cost a look at each group, and whoever draws the layout
 * would take it for one of other places.
 *
 * In:  what the overlay made last and of which layout, the layout now, how it covers a group. Out: the layout with the
 *      overlay on it, noted as a patch of the last one; null when more than words changed.
 */
import type { MapLayout } from '../mapLayout.ts';
import { changedSince, notePatch, PatchedGroups, type Change } from '../patchLayout.ts';
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
  const groups = [...latest.layout.groups];
  const groupOf = new Map<string, SceneGroup>();
  const drawn: Change[] = [];
  for (const { before, after } of changed) {
    const id = after.recordId ?? '';
    const shown = latest.layout.groupOf.get(id);
    const index = shown ? groups.indexOf(shown) : -1;
    if (!shown || index < 0 || before.id !== after.id) return null;
    const covered = cover(after);
    groups[index] = covered;
    groupOf.set(id, covered);
    drawn.push({ before: shown, after: covered });
  }
  const layout = {
    ...latest.layout,
    groups,
    groupOf: new PatchedGroups(latest.layout.groupOf, groupOf),
    plain: below.plain ?? below,
  };
  notePatch(layout, latest.layout, drawn);
  return layout;
}
