/**
 * The piece of a stage that a slide shows: all of it, or for one of several parts the stretch of its touchpoints; where its
 * touchpoints wish to stand on the sheet, and the quarters of the stage on the ruler.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { touchpointsOn, type SlideName } from './listSlides.ts';
import type { Frame } from './slideFrame.ts';

export interface StageWindow {
  /** Index of the stage. */
  readonly index: number;
  /** In stage units of the journey: stage index + t. */
  readonly from: number;
  readonly to: number;
  /** x of each touchpoint's t. */
  readonly wishes: readonly number[];
  /** Of the stage, inside the piece, in stage units of the journey; and whether the ruler begins with ink. */
  readonly quarters: readonly number[];
  readonly startsDark: boolean;
}

/** A stretch of touchpoints at one t is shown as if it were so long. */
const leastStretch = 0.02;

export function stageWindow(
  journey: JourneyMap,
  name: SlideName,
  touchpoints: readonly Touchpoint[],
  { left, right }: Frame,
  hiddenLanes?: ReadonlySet<string>,
): StageWindow {
  const index = journey.stages.findIndex(({ id }) => id === name.stageId);
  const tOf = (part: number, end: 0 | -1): number | undefined =>
    touchpointsOn(journey, { ...name, part }, hiddenLanes).at(end)?.t;
  const between = (before: number | undefined, after: number | undefined, otherwise: number): number =>
    before === undefined || after === undefined ? otherwise : (before + after) / 2;
  const start = name.part === 1 ? 0 : between(tOf(name.part - 1, -1), touchpoints[0]?.t, 0);
  const end = name.part === name.parts ? 1 : between(touchpoints.at(-1)?.t, tOf(name.part + 1, 0), 1);
  const missing = Math.max(0, leastStretch - (end - start)) / 2;
  const [from, to] = [start - missing, end + missing];
  const xOf = (t: number): number => left + ((t - from) / (to - from)) * (right - left);
  const quarters = [0.25, 0.5, 0.75].filter((quarter) => quarter > from && quarter < to);
  return {
    index,
    from: index + from,
    to: index + to,
    wishes: touchpoints.map(({ t }) => xOf(t)),
    quarters: quarters.map((quarter) => index + quarter),
    startsDark: [0.25, 0.5, 0.75].filter((quarter) => quarter <= from).length % 2 === 0,
  };
}
