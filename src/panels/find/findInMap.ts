/**
 * Search in a map: stages, lanes, touchpoints (title, channel, owner, tags), insights, opportunities and actions whose
 * text holds every word. Full-width and half-width are alike, case is ignored (U60). Order: stages, lanes, then the
 * map's own sequence, then cells.
 */
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';

export interface Hit {
  readonly id: string;
  /** "C", "2", "C2"; empty for what lies nowhere. */
  readonly address: string;
  readonly text: string;
}

export function findInMap(journey: JourneyMap, layout: MapLayout, text: string): readonly Hit[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const matches = (...texts: readonly string[]) => {
    const hay = plain(texts.join('\n'));
    return words.every((word) => hay.includes(word));
  };
  const letters = new Map(layout.stages.map(({ id, letter }) => [id, letter]));
  const numbers = new Map(layout.lanes.map(({ id, number }) => [id, String(number)]));
  const channels = new Map(journey.channels.map(({ id, name }) => [id, name]));
  const touchpoints = new Map(journey.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const address = (stageId: string | null, laneId: string | null) =>
    (letters.get(stageId ?? '') ?? '') + (numbers.get(laneId ?? '') ?? '');

  const hits: Hit[] = [];
  const add = (id: string, where: string, shown: string, ...more: readonly string[]) => {
    if (matches(shown, where, ...more)) hits.push({ id, address: where, text: shown });
  };
  for (const { id, name, goal } of journey.stages) add(id, letters.get(id) ?? '', name, goal);
  for (const { id, name } of journey.lanes) add(id, numbers.get(id) ?? '', name);
  for (const id of layout.sequence) {
    const touchpoint = touchpoints.get(id);
    if (!touchpoint) continue;
    const { title, stageId, laneId, channelId, owner, team, tags, description } = touchpoint;
    add(
      id,
      address(stageId, laneId),
      title,
      channels.get(channelId ?? '') ?? '',
      owner,
      team,
      description,
      ...tags,
    );
  }
  for (const { id, text: said, stageId, laneId } of journey.insights) add(id, address(stageId, laneId), said);
  for (const { id, title, description, stageId, laneId } of journey.opportunities)
    add(id, address(stageId, laneId), title, description);
  for (const { id, title, stageId, laneId } of journey.actions) add(id, address(stageId, laneId), title);
  return hits;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase();
}
