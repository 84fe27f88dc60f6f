/** Figures of the data side (dataProbe.ts), each run in a process of its own. */
import { execFileSync } from 'node:child_process';
import { median } from '../figures.ts';
import type { Row } from '../results.ts';
import type { DataFigures } from './dataProbe.ts';
import { row } from './ownFigures.ts';

/** The fewest processes a cold figure is the median of: each lasts a second, in which the machine may be at something else. */
const leastProcesses = 9;

export interface ColdFigures {
  readonly small: DataFigures;
  readonly large: DataFigures;
  /** One change on the large map against one on the small. */
  readonly changeRatio: number;
}

/** Cold data figures of two sizes, each in a process of its own; the sizes take turns, as a machine is not equally fast all the time. */
export function dataFigures(small: number, large: number, rounds: number): ColdFigures {
  const runs = Array.from({ length: Math.max(rounds, leastProcesses) }, () => ({
    small: probed(small),
    large: probed(large),
  }));
  return {
    small: medians(runs.map((run) => run.small)),
    large: medians(runs.map((run) => run.large)),
    changeRatio: median(runs.map((run) => run.large.changeMs / run.small.changeMs)),
  };
}

function probed(touchpoints: number): DataFigures {
  return JSON.parse(
    execFileSync(process.execPath, [`${import.meta.dirname}/dataProbe.ts`, String(touchpoints)], {
      encoding: 'utf8',
    }),
  ) as DataFigures;
}

function medians(runs: readonly DataFigures[]): DataFigures {
  return {
    hydrateMs: median(runs.map(({ hydrateMs }) => hydrateMs)),
    layoutMs: median(runs.map(({ layoutMs }) => layoutMs)),
    changeMs: median(runs.map(({ changeMs }) => changeMs)),
  };
}

export function dataRows({ small, large, changeRatio }: ColdFigures): readonly Row[] {
  return [
    row('apply and hydrate, 3000', 'time', 'ms', large.hydrateMs, 120),
    row('first layout, 3000', 'time', 'ms', large.layoutMs),
    row('one remote change, data and layout, 200', 'time', 'ms', small.changeMs),
    row('one remote change, data and layout, 3000', 'time', 'ms', large.changeMs),
    row('one remote change, data and layout', '3000 against 200', '', changeRatio, 1.5),
  ];
}
