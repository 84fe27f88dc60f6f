/**
 * What the checks found about something that is no card: the words that stand at its head. A stage, lane or persona has a head of
 * its own; what is found about a channel stands at the lanes of channels, and in a map without one at the lanes where it is used.
 *
 * In:  findings (what is set aside has no mark) and the map. Out: the names of the checks by the id of the head.
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { checkWords } from '../../words/checks.ts';
import type { InterfaceLanguage } from '../../words/language.ts';
import { inTurn, pairOf } from '../../words/together.ts';

export function headMarks(
  findings: readonly Finding[],
  map: Pick<JourneyMap, 'stages' | 'lanes' | 'personas' | 'channels' | 'touchpoints'>,
  language: InterfaceLanguage,
): ReadonlyMap<string, string> {
  const heads = new Set([...map.stages, ...map.lanes, ...map.personas].map(({ id }) => id));
  const channels = new Map(map.channels.map(({ id, name }) => [id, name]));
  const said = new Map<string, Set<string>>();
  const say = (id: string, text: string) => {
    const known = said.get(id);
    if (known) known.add(text);
    else said.set(id, new Set([text]));
  };
  for (const { ids, targetId, kind, dismissed } of findings) {
    if (dismissed) continue;
    const { name } = checkWords[language][kind];
    const channel = channels.get(targetId);
    if (channel !== undefined)
      for (const id of lanesOf(targetId, map)) say(id, pairOf(language, name, channel));
    // A finding about a card has its mark there, whatever else it concerns.
    if (channel === undefined && !heads.has(targetId)) continue;
    for (const id of ids) if (heads.has(id)) say(id, name);
  }
  return new Map([...said].map(([id, texts]) => [id, inTurn(language, [...texts])]));
}

function lanesOf(
  channelId: string,
  { lanes, touchpoints }: Pick<JourneyMap, 'lanes' | 'touchpoints'>,
): readonly string[] {
  const own = lanes.filter(({ kind }) => kind === 'channels').map(({ id }) => id);
  if (own.length > 0) return own;
  return [...new Set(touchpoints.flatMap((one) => (one.channelId === channelId ? [one.laneId] : [])))];
}
