/**
 * Which slides a journey is presented on: an overview, then its stages in order. A stage with more touchpoints than a
 * slide shows whole goes on over several, in the order of the journey.
 *
 * In:  a journey; the lanes that are not shown. Out: the slides' names, an overview at least. Cheap: nothing is laid out.
 */
import { stageLetter } from '../model/address.ts';
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { journeyTouchpoints } from '../model/sequence.ts';

export interface SlideName {
  /** Unique, and the same while the stage and its part are there. */
  readonly id: string;
  readonly kind: 'overview' | 'stage';
  readonly stageId: string | null;
  readonly letter: string | null;
  /** Counted from 1. */
  readonly part: number;
  readonly parts: number;
  /** The map's title or the stage's name; empty when it has none. */
  readonly title: string;
}

/** Two rows of three: more would be set smaller than a room can read. */
const mostCards = 6;

export function listSlides(
  journey: JourneyMap,
  hiddenLanes: ReadonlySet<string> = new Set(),
): readonly SlideName[] {
  const counts = new Map<string, number>();
  for (const { stageId, laneId } of journeyTouchpoints(journey))
    if (!hiddenLanes.has(laneId)) counts.set(stageId, (counts.get(stageId) ?? 0) + 1);
  const overview: SlideName = {
    id: 'overview',
    kind: 'overview',
    stageId: null,
    letter: null,
    part: 1,
    parts: 1,
    title: journey.map.title,
  };
  const stages = journey.stages.flatMap(({ id, name }, index) => {
    const parts = Math.max(1, Math.ceil((counts.get(id) ?? 0) / mostCards));
    return Array.from({ length: parts }, (_, at): SlideName => ({
      id: `${id}.${at + 1}`,
      kind: 'stage',
      stageId: id,
      letter: stageLetter(index),
      part: at + 1,
      parts,
      title: name,
    }));
  });
  return [overview, ...stages];
}

/** The touchpoints of a part of a stage: parts of a stage hold as many as each other, or one more. */
export function touchpointsOn(
  journey: JourneyMap,
  { stageId, part, parts }: SlideName,
  hiddenLanes: ReadonlySet<string> = new Set(),
): readonly Touchpoint[] {
  const all = journeyTouchpoints(journey).filter(
    (touchpoint) => touchpoint.stageId === stageId && !hiddenLanes.has(touchpoint.laneId),
  );
  const start = (at: number): number => Math.round((all.length * at) / parts);
  return all.slice(start(part - 1), start(part));
}
