/**
 * What lies in one lane, relative to the lane's upper left corner: its height, cards with their rows, cells and
 * drawn entries as parts. Knows nothing of where the lane lies, so a lane that moves keeps all of it.
 */
import type { Lane } from '../model/journeyMap.ts';
import { isJourneyLane, laneHolds } from '../model/laneKinds.ts';
import { effectiveScore } from '../model/sequence.ts';
import { cellContent } from './cellLane.ts';
import { emotionContent } from './emotionContent.ts';
import { foldedLaneItems, foldedStageItems, type Mark } from './folded.ts';
import { emptyContent, type LaneContent, type LaneSources, type PlacedPart } from './laneSources.ts';
import type { StageColumn } from './mapLayout.ts';
import { placeCards } from './placeCards.ts';
import type { Located } from './places.ts';
import { momentContent, readingContent, sieveContent } from './shelvedLanes.ts';
import { cardKindOf, grid } from './sizes.ts';
import { channelContent, mediaContent } from './stageLanes.ts';

/** The content of a lane; `located` are its touchpoints in sequence. */
export function laneContent(lane: Lane, located: readonly Located[], sources: LaneSources): LaneContent {
  if (lane.collapsed) return foldedContent(lane, located, sources);
  switch (lane.kind) {
    case 'emotion':
      return emotionContent(lane, sources);
    case 'moments':
      return momentContent(lane, sources);
    case 'funnel':
      return sieveContent(lane, sources);
    case 'metrics':
      return readingContent(lane, sources);
    case 'channels':
      return channelContent(lane, sources);
    case 'media':
      return mediaContent(lane, sources);
    default:
      return laneHolds(lane.kind) === 'touchpoints'
        ? cardContent(lane, located, sources)
        : cellContent(lane, sources);
  }
}

const known = new WeakMap<readonly Located[], { readonly lane: Lane; readonly content: LaneContent }>();

/** Cards in rows. Kept while the lane and its list are the same objects, which is so for all untouched lanes. */
function cardContent(lane: Lane, located: readonly Located[], sources: LaneSources): LaneContent {
  const before = known.get(located);
  if (before?.lane === lane) return before.content;
  const open = located.filter(({ column }) => !column.collapsed);
  const placed = placeCards(open, cardKindOf(lane.kind) ?? 'journey');
  const height = Math.max(lane.height, placed.height);
  const content = {
    ...emptyContent(height),
    cards: placed.cards,
    parts: strips(lane, located, height, sources),
  };
  if (content.parts.length === 0) known.set(located, { lane, content });
  return content;
}

/** Marks of the cards in folded stages. */
function strips(lane: Lane, located: readonly Located[], height: number, sources: LaneSources): PlacedPart[] {
  const byColumn = new Map<StageColumn, Mark[]>();
  for (const one of located) {
    if (!one.column.collapsed) continue;
    const marks = byColumn.get(one.column);
    if (marks) marks.push(markOf(lane, one, sources));
    else byColumn.set(one.column, [markOf(lane, one, sources)]);
  }
  return [...byColumn].map(([column, marks]) => {
    const id = `strip.${lane.id}.${column.id}`;
    const inputs = [height, ...marks.map(({ emotion }) => emotion)];
    const part = sources.drawings.part(id, inputs, () => ({
      id,
      role: 'stage',
      title: '',
      items: foldedStageItems(marks, 0, height),
      box: { x: 0, y: 0, width: column.width, height },
    }));
    return { part, x: column.x, y: 0 };
  });
}

function markOf(lane: Lane, { touchpoint, centre }: Located, { journey }: LaneSources): Mark {
  return isJourneyLane(lane.kind)
    ? { centre, emotion: effectiveScore(touchpoint, 'emotion', journey) }
    : { centre };
}

function foldedContent(lane: Lane, located: readonly Located[], sources: LaneSources): LaneContent {
  const marks =
    laneHolds(lane.kind) === 'touchpoints'
      ? located.map((one) => markOf(lane, one, sources))
      : [...(sources.notes.get(lane.id) ?? [])].flatMap(([stageId, notes]) => {
          const column = sources.columns.byId.get(stageId);
          return column ? notes.map((): Mark => ({ centre: column.x + 30 })) : [];
        });
  const ordered = marks.toSorted((a, b) => a.centre - b.centre);
  const id = `marks.${lane.id}`;
  const { width } = sources.columns;
  const inputs = [width, ...ordered.flatMap(({ centre, emotion }) => [centre, emotion])];
  const part = sources.drawings.part(id, inputs, () => ({
    id,
    role: 'lane',
    title: lane.name,
    items: foldedLaneItems(ordered, width),
    box: { x: 0, y: 0, width, height: grid.foldedLane },
  }));
  return { ...emptyContent(grid.foldedLane), parts: [{ part, x: 0, y: 0 }] };
}
