/**
 * What a screen reader says for a thing on the map (U56): type, title, stage x of y, lane, channel, emotion as word
 * and number or "not rated", links. Made for the mounted window only, so making one must not cost a pass over the map.
 */
import type { CellBox, MapLayout } from '../layout/mapLayout.ts';
import type { Link, Touchpoint } from '../model/journeyMap.ts';
import type { Projection } from '../state/mapSession.ts';
import type { CanvasWords } from '../words/canvas.ts';
import { emotionBand } from '../model/emotionBand.ts';
import { signed } from '../words/scene.ts';

/** The links of each touchpoint, by direction; made once per list of links. */
export interface LinkIndex {
  readonly out: ReadonlyMap<string, readonly Link[]>;
  readonly into: ReadonlyMap<string, readonly Link[]>;
}

export function indexLinks(links: readonly Link[]): LinkIndex {
  const out = new Map<string, Link[]>();
  const into = new Map<string, Link[]>();
  for (const link of links) {
    push(out, link.from, link);
    push(into, link.to, link);
  }
  return { out, into };
}

/** "Touchpoint Imports projects, at C2, stage 3 of 7, lane …, channel …, emotion −1.5, angry, leads to …" */
export function nameTouchpoint(
  touchpoint: Touchpoint,
  address: string,
  records: Projection,
  links: LinkIndex,
  stages: MapLayout['stages'],
  words: CanvasWords,
): string {
  const { emotion, channelId, stageId, laneId } = touchpoint;
  const titles = (ids: readonly string[]): string =>
    ids
      .map((id) => records.find('touchpoints', id)?.title)
      .filter(Boolean)
      .join(words.pause);
  const linksTo = titles((links.out.get(touchpoint.id) ?? []).map(({ to }) => to));
  const linksFrom = titles((links.into.get(touchpoint.id) ?? []).map(({ from }) => from));
  const stage = stages.find(({ id }) => id === stageId);
  const channel = channelId ? records.find('channels', channelId)?.name : undefined;
  return [
    `${words.touchpoint} ${touchpoint.title || words.untitled}`,
    words.addressIs(address),
    words.stageOf((stage?.index ?? 0) + 1, stages.length),
    words.inLane(records.find('lanes', laneId)?.name ?? ''),
    channel && words.byChannel(channel),
    emotion === null ? words.notRated : words.emotionIs(words.bands[emotionBand(emotion)], signed(emotion)),
    touchpoint.key && words.keyTouchpoint,
    touchpoint.locked && words.locked,
    linksTo && words.linksTo(linksTo),
    linksFrom && words.linksFrom(linksFrom),
  ]
    .filter(Boolean)
    .join(words.pause);
}

/** "Note This is real, at C8, stage 3 of 7, lane Thoughts" */
export function nameCell(
  cell: CellBox,
  text: string,
  address: string,
  records: Projection,
  stages: MapLayout['stages'],
  words: CanvasWords,
): string {
  const stage = stages.find(({ id }) => id === cell.stageId);
  return [
    `${words.kinds[cell.collection]} ${text || words.untitled}`,
    words.addressIs(address),
    words.stageOf((stage?.index ?? 0) + 1, stages.length),
    words.inLane(records.find('lanes', cell.laneId)?.name ?? ''),
  ].join(words.pause);
}

function push(groups: Map<string, Link[]>, key: string, link: Link): void {
  const group = groups.get(key);
  if (group) group.push(link);
  else groups.set(key, [link]);
}
