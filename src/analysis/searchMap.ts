/**
 * What of a map can be found by its words: stages, lanes, then touchpoints in sequence, cells and what lies beside the
 * map, each with its address and everything it says.
 *
 * In:  a map. Out: entries in reading order; worked out once for a map, and once for a touchpoint and its address.
 */
import { address, parseAddress, stageLetter } from '../model/address.ts';
import type { Collection, JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { plainText, searchWords } from '../model/searchText.ts';
import { indexById, inSequence } from '../model/sequence.ts';

export interface Searched {
  readonly id: string;
  readonly collection: Collection;
  /** "C", "2", "C2"; empty for what lies nowhere. */
  readonly address: string;
  /** What it is called. */
  readonly text: string;
  /** All of its words, as they are compared. */
  readonly said: string;
}

const known = new WeakMap<JourneyMap, readonly Searched[]>();
const saidBy = new WeakMap<Touchpoint, { readonly channel: string; readonly said: string }>();

export function searchedIn(map: JourneyMap): readonly Searched[] {
  const found = known.get(map);
  if (found) return found;
  const entries = entriesOf(map);
  known.set(map, entries);
  return entries;
}

/** Whether an entry holds every word of what was typed, or lies at the address that was. An empty text is in all. */
export function saysAll(typed: string): (entry: Searched) => boolean {
  const words = searchWords(typed);
  const place = plainText(typed).trim().toUpperCase();
  return ({ said, address: at }) =>
    words.every((word) => said.includes(word)) || (place !== '' && at === place);
}

/** The address that was typed ("c2", "Ｃ２"), when the map has such a place; else null. */
export function addressIn({ stages, lanes }: Pick<JourneyMap, 'stages' | 'lanes'>, typed: string) {
  const place = parseAddress(plainText(typed));
  if (!place || place.stageIndex >= stages.length || place.laneIndex >= lanes.length) return null;
  return address(place.stageIndex, place.laneIndex);
}

function entriesOf(map: JourneyMap): readonly Searched[] {
  const stages = indexById(map.stages);
  const lanes = indexById(map.lanes);
  const channels = new Map(map.channels.map(({ id, name }) => [id, name]));
  const addressOf = (stageId: string | null, laneId: string | null): string => {
    const stage = stages.get(stageId ?? '');
    const lane = lanes.get(laneId ?? '');
    return (stage === undefined ? '' : stageLetter(stage)) + (lane === undefined ? '' : String(lane + 1));
  };
  const entries: Searched[] = [];
  const add = (collection: Collection, id: string, at: string, text: string, ...more: readonly string[]) =>
    entries.push({ id, collection, address: at, text, said: plainText([text, ...more].join('\n')) });

  for (const { id, name, goal } of map.stages) add('stages', id, addressOf(id, null), name, goal);
  for (const { id, name } of map.lanes) add('lanes', id, addressOf(null, id), name);
  for (const touchpoint of inSequence(map)) {
    const { id, stageId, laneId, title } = touchpoint;
    entries.push({
      id,
      collection: 'touchpoints',
      address: addressOf(stageId, laneId),
      text: title,
      said: saidOf(touchpoint, channels.get(touchpoint.channelId ?? '') ?? ''),
    });
  }
  for (const { id, text, stageId, laneId } of map.insights)
    add('insights', id, addressOf(stageId, laneId), text);
  for (const { id, title, description, stageId, laneId } of map.opportunities)
    add('opportunities', id, addressOf(stageId, laneId), title, description);
  for (const { id, title, owner, stageId, laneId } of map.actions)
    add('actions', id, addressOf(stageId, laneId), title, owner);
  for (const { id, text } of map.elements) add('elements', id, '', text);
  return entries;
}

function saidOf(touchpoint: Touchpoint, channel: string): string {
  const before = saidBy.get(touchpoint);
  if (before?.channel === channel) return before.said;
  const { title, owner, team, description, doing, thinking, need, tags } = touchpoint;
  const texts = [title, channel, owner, team, description, doing, thinking, need, ...tags];
  const said = plainText(texts.join('\n'));
  saidBy.set(touchpoint, { channel, said });
  return said;
}
