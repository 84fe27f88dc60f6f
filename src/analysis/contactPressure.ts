/**
 * Contact pressure (A18): how many messages a week each persona gets over each channel that needs permission: the sum
 * of touchesPerWeek of live journey touchpoints they meet, against the channel's cap.
 *
 * In:  a map; without personas, the one everybody. Out: a row a channel. Where no touchpoint on the channel says how often, the
 *      sum is null, not zero.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { meets } from '../model/sequence.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

export interface ChannelPressure {
  readonly channelId: string;
  readonly capPerWeek: number | null;
  readonly personas: readonly {
    /** Null: everybody, in a map without personas. */
    readonly personaId: string | null;
    readonly perWeek: Outcome<number>;
    readonly over: boolean;
  }[];
}

/** Sums of decimals come out a hair beside what people entered. */
const tolerance = 1e-9;

export function contactPressure(map: JourneyMap): Outcome<readonly ChannelPressure[]> {
  const channels = map.channels.filter(({ needsPermission }) => needsPermission);
  const live = scoredTouchpoints(map, null).filter(({ touchpoint }) => touchpoint.status === 'live');
  if (channels.length === 0) return missing('no-permission-channels', map.channels.length);
  const byChannel = Map.groupBy(live, ({ touchpoint }) => touchpoint.channelId);
  const personaIds = map.personas.length === 0 ? [null] : map.personas.map(({ id }) => id);
  const rows = channels.map(({ id, capPerWeek }): ChannelPressure => {
    const nodes = byChannel.get(id) ?? [];
    const personas = personaIds.map((personaId) => {
      const met = nodes.filter(({ touchpoint }) => meets(touchpoint, personaId));
      const known = met.filter(({ touchpoint }) => touchpoint.touchesPerWeek !== null);
      const sum = known.reduce((total, { touchpoint }) => total + (touchpoint.touchesPerWeek ?? 0), 0);
      const ids = known.map((node) => node.id);
      const perWeek = ids.length === 0 ? missing('no-frequency', met.length) : found(sum, ids, met.length);
      const over = perWeek.value !== null && capPerWeek !== null && sum > capPerWeek + tolerance;
      return { personaId, perWeek, over };
    });
    return { channelId: id, capPerWeek, personas };
  });
  const isOn = new Set(channels.map(({ id }) => id));
  const on = live.filter(({ touchpoint }) => touchpoint.channelId !== null && isOn.has(touchpoint.channelId));
  const ids = on.filter(({ touchpoint }) => touchpoint.touchesPerWeek !== null).map(({ id }) => id);
  return ids.length === 0
    ? missing(
        'no-frequency',
        on.length,
        on.map(({ id }) => id),
      )
    : found(rows, ids, on.length);
}
