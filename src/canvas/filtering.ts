/**
 * What the filter of this screen leaves out, and what the persona skips whose journey is shown, kept up while map and filter change: canvas, Table and phone draw it by
 * `screen.dimming`. Fetched when something is filtered for the first time. Gives back its undoing.
 */
import { localDay } from '../model/localDay.ts';
import { filteredOut, isEmptyFilter } from '../analysis/filterMap.ts';
import { skippedBy } from '../analysis/skippedBy.ts';
import { filteredCard, filteredItems } from '../layout/drawFiltered.ts';
import { cardKindOf } from '../layout/sizes.ts';
import type { Detail, SceneGroup, SceneItem } from '../layout/scene.ts';
import { emotionBand } from '../model/emotionBand.ts';
import { effectiveScore } from '../model/sequence.ts';
import type { MapSession } from '../state/mapSession.ts';
import type { Dimming } from '../state/screen.ts';
import { findWords } from '../words/find.ts';
import { sameIds } from './sameIds.ts';

const none: ReadonlySet<string> = new Set();

type Filtered = Pick<MapSession, 'projection' | 'screen'>;

export function followFilter({ projection, screen }: Filtered): () => void {
  const apply = (): void => {
    const { filter, lead, dimming } = screen.getState();
    const { journey } = projection.getState();
    const skipped = lead === null ? none : skippedBy(journey, lead);
    const found =
      filter && !isEmptyFilter(filter) ? filteredOut(journey, filter, localDay(new Date())) : null;
    const out = skipped.size === 0 && found ? found : new Set([...skipped, ...(found ?? none)]);
    if (!found && skipped.size === 0) {
      if (dimming) screen.setState({ dimming: null });
      return;
    }
    // Words typed elsewhere that change nothing here draw nothing anew.
    if (!dimming || !sameIds(dimming.out, out)) screen.setState({ dimming: dimmingOf(out) });
  };
  const dimmingOf = (out: ReadonlySet<string>): Dimming => ({
    out,
    itemsOf: (group, detail, items) =>
      group.recordId !== undefined && out.has(group.recordId) ? itemsLeftOut(group, detail, items) : items,
    spoken: (label) => findWords[screen.getState().language].filteredOut(label),
  });
  const itemsLeftOut = (
    { role, recordId = '' }: SceneGroup,
    detail: Detail,
    items: readonly SceneItem[],
  ): readonly SceneItem[] => {
    const touchpoint = role === 'touchpoint' ? projection.find('touchpoints', recordId) : undefined;
    const lane = touchpoint && projection.find('lanes', touchpoint.laneId);
    const kind = lane && cardKindOf(lane.kind);
    if (!touchpoint || !kind) return filteredItems(items);
    const emotion = effectiveScore(touchpoint, 'emotion', projection.getState().journey);
    const card = {
      kind,
      title: touchpoint.title,
      band: emotion === null ? null : emotionBand(emotion),
    } as const;
    return filteredCard(items, card, detail);
  };
  apply();
  const stops = [
    projection.subscribe((state, before) => {
      if (state.journey !== before.journey) apply();
    }),
    screen.subscribe((state, before) => {
      if (state.filter !== before.filter || state.lead !== before.lead) apply();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    if (screen.getState().dimming) screen.setState({ dimming: null });
  };
}
