/**
 * Checks of what is said and where: L08 message, topic or tone off (A9, score below 0.5); L11 a way of communicating that does
 * not fit the channel's attention: an article or story where people only glance, a broadcast where users talk with each
 * other (media shared, register informal).
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { journeyTouchpoints } from '../../model/sequence.ts';
import type { Consistency } from '../consistency.ts';
import type { Outcome } from '../outcome.ts';
import { atField } from './found.ts';

const consistentFrom = 0.5;

export function messageChecks(map: JourneyMap, judged: Outcome<Consistency>): readonly Finding[] {
  return [...offBrand(map, judged.value?.touchpoints ?? []), ...unfitModes(map)];
}

function offBrand(map: JourneyMap, judged: Consistency['touchpoints']): readonly Finding[] {
  const off = judged.filter(({ score }) => score !== null && score < consistentFrom);
  if (off.length === 0) return [];
  const byId = new Map(off.map((one) => [one.id, one]));
  return journeyTouchpoints(map).flatMap((touchpoint) => {
    const result = byId.get(touchpoint.id);
    if (!result) return [];
    const worst = result.message === false ? 'messageIds' : result.topic === false ? 'topicId' : 'tone';
    return [atField('L08', touchpoint, worst, { values: { amount: result.score } })];
  });
}

function unfitModes(map: JourneyMap): readonly Finding[] {
  const channels = new Map(map.channels.map((channel) => [channel.id, channel]));
  return journeyTouchpoints(map).flatMap((touchpoint) => {
    const { mode, channelId } = touchpoint;
    // Most ways of communicating fit anywhere.
    if (mode !== 'article' && mode !== 'story' && mode !== 'broadcast') return [];
    const channel = channelId === null ? undefined : channels.get(channelId);
    if (!channel) return [];
    const more = { ids: [channel.id], values: { others: [channel.name] } };
    if ((mode === 'article' || mode === 'story') && channel.attention === 'glance')
      return [atField('L11/glance', touchpoint, 'mode', more)];
    return mode === 'broadcast' && channel.media === 'shared' && channel.register === 'informal'
      ? [atField('L11/dialogue', touchpoint, 'mode', more)]
      : [];
  });
}
