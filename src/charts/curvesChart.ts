/**
 * Emotion curves over one row of stages, laid over each other, with the band between two of them: land where the second is
 * higher, water with upright lines where it is lower, so that both are told apart in grey too. For states, versions and
 * maps compared (A14) and for personas (A15).
 *
 * In:  columns; curves with points in stage units (rising x); the indexes of the two between which the band lies.
 * Out: a chart; every point leads to the touchpoints that `idsOf` names for it.
 */
import { mergeEqualX, type EmotionPoint } from '../analysis/emotionCurve.ts';
import { curveValue, monotoneCubic, type CurveSegment } from '../analysis/monotoneCubic.ts';
import { curvePath } from '../layout/curveAreas.ts';
import { line } from '../layout/hatch.ts';
import { markerItem } from '../layout/markers.ts';
import type { PathCommand, SceneItem } from '../layout/scene.ts';
import type { LineSign } from '../theme/inks.ts';
import type { Chart, ChartFacts, ChartTarget, StageColumn } from './chart.ts';
import { textLine } from './pieces.ts';
import { endOf } from './stageColumns.ts';

export interface ChartCurve {
  readonly name: string;
  readonly sign: LineSign;
  readonly points: readonly EmotionPoint[];
  /** Of a point's touchpoints, those one can go to. */
  readonly idsOf: (ids: readonly string[]) => readonly string[];
  readonly titleOf: (id: string) => string;
}

const clear = 22;
const markerSize = 9;
/** px between two places where the band is looked at; finer than the eye sees in a smooth curve. */
const step = 3;
const hatchEvery = 6;

export function curvesChart(
  columns: readonly StageColumn[],
  curves: readonly ChartCurve[],
  band: readonly [number, number] | null,
  height: number,
  facts: ChartFacts,
): Chart {
  const { words, numbers } = facts;
  const left = columns[0]?.x ?? 0;
  const right = endOf(columns);
  const y = (emotion: number): number => height / 2 - emotion * ((height - 2 * clear) / 4);
  const x = (at: number): number => {
    const index = Math.max(0, Math.min(columns.length - 1, Math.floor(at)));
    const column = columns[index];
    return column ? column.x + (at - index) * column.width : left;
  };
  const drawn = curves.map((curve) => {
    const points = mergeEqualX(curve.points).map((point) => ({ ...point, x: x(point.x), value: point.y }));
    const { segments } = monotoneCubic(points.map((point) => ({ x: point.x, y: y(point.value) })));
    return { curve, points, segments };
  });
  const [before, now] = band ? [drawn[band[0]], drawn[band[1]]] : [];
  const items: SceneItem[] = [
    ...[-2, -1, 1, 2].map((level) => line(left, y(level), right, y(level), { colour: 'hair', width: 1 })),
    ...columns.slice(1).map((column) => line(column.x, 0, column.x, height, { colour: 'hair', width: 1 })),
    ...(before && now ? bandItems(before.segments, now.segments) : []),
    line(left, y(0), right, y(0), { colour: 'ink-2', width: 1 }),
    ...[-2, -1, 0, 1, 2].flatMap((level) =>
      textLine(numbers.signed(level, 0), left - 8, y(level) + 4, { size: 11, fill: 'ink-2', align: 'end' }),
    ),
  ];
  const targets: ChartTarget[] = [];
  for (const { curve, points, segments } of drawn) {
    const { sign } = curve;
    items.push({
      kind: 'path',
      commands: curvePath(segments),
      stroke: {
        colour: sign.ink,
        width: sign.marker === 'circle' ? 2.25 : 2,
        ...(sign.dash.length > 0 && { dash: sign.dash }),
      },
    });
    for (const point of points) {
      items.push(markerItem(sign.marker, point.x, y(point.value), markerSize, sign.ink, 'card'));
      const ids = curve.idsOf(point.touchpointIds);
      if (ids.length === 0) continue;
      const titles = words.list(point.touchpointIds.map(curve.titleOf));
      targets.push({
        box: { x: point.x - 12, y: y(point.value) - 12, width: 24, height: 24 },
        label: `${curve.name}, ${titles}: ${numbers.signed(point.value)}`,
        ids,
      });
    }
  }
  return {
    width: right,
    height,
    items,
    targets,
    table: {
      columns: [words.compare.curve, words.touchpoint, words.experience.emotion],
      rows: curves.flatMap(({ name, points, titleOf }) =>
        points.map((point) => [name, words.list(point.touchpointIds.map(titleOf)), numbers.signed(point.y)]),
      ),
    },
  };
}

/** Where both curves are known; px, y downwards. */
function bandItems(before: readonly CurveSegment[], now: readonly CurveSegment[]): SceneItem[] {
  const start = Math.max(before[0]?.from.x ?? Infinity, now[0]?.from.x ?? Infinity);
  const end = Math.min(before.at(-1)?.to.x ?? -Infinity, now.at(-1)?.to.x ?? -Infinity);
  if (!(start < end)) return [];
  const count = Math.max(1, Math.ceil((end - start) / step));
  const knots = [...before, ...now].map(({ from }) => from.x).filter((at) => at > start && at < end);
  const places = [
    ...new Set([
      ...Array.from({ length: count + 1 }, (_, at) => start + ((end - start) * at) / count),
      ...knots,
    ]),
  ].toSorted((a, b) => a - b);
  const samples = places.flatMap((at): Sample[] => {
    const [a, b] = [curveValue(before, at), curveValue(now, at)];
    return a === null || b === null ? [] : [{ at, a, b }];
  });
  const runs = runsOf(samples);
  return [
    ...areaOf(
      runs.filter(({ higher }) => higher),
      'land',
    ),
    ...areaOf(
      runs.filter(({ higher }) => !higher),
      'water',
    ),
    ...runs.filter(({ higher }) => !higher).flatMap(({ samples: run }) => upright(run)),
  ];
}

interface Sample {
  readonly at: number;
  readonly a: number;
  readonly b: number;
}
interface Run {
  readonly higher: boolean;
  readonly samples: readonly Sample[];
}

/** Stretches where the second is higher (smaller y) or lower, cut where the two meet. */
function runsOf(samples: readonly Sample[]): readonly Run[] {
  const runs: { higher: boolean; samples: Sample[] }[] = [];
  for (const [index, sample] of samples.entries()) {
    const former = samples[index - 1];
    if (!former) continue;
    const [from, to] = [former.a - former.b, sample.a - sample.b];
    const pieces: readonly [Sample, Sample][] =
      from * to < 0
        ? [
            [former, meeting(former, sample)],
            [meeting(former, sample), sample],
          ]
        : [[former, sample]];
    for (const [start, end] of pieces) {
      const gap = start.a - start.b + (end.a - end.b);
      if (gap === 0) continue;
      const run = runs.at(-1);
      if (run?.higher === gap > 0 && run.samples.at(-1)?.at === start.at) run.samples.push(end);
      else runs.push({ higher: gap > 0, samples: [start, end] });
    }
  }
  return runs;
}

function meeting(from: Sample, to: Sample): Sample {
  const [d, e] = [from.a - from.b, to.a - to.b];
  const part = d / (d - e);
  const level = from.a + part * (to.a - from.a);
  return { at: from.at + part * (to.at - from.at), a: level, b: level };
}

function areaOf(runs: readonly Run[], fill: 'land' | 'water'): SceneItem[] {
  const commands = runs.flatMap(({ samples }): PathCommand[] => [
    ...samples.map(({ at, b }, index): PathCommand => [index === 0 ? 'M' : 'L', at, b]),
    ...samples.toReversed().map(({ at, a }): PathCommand => ['L', at, a]),
    ['Z'],
  ]);
  return commands.length === 0 ? [] : [{ kind: 'path', commands, fill }];
}

function upright(samples: readonly Sample[]): SceneItem[] {
  const commands: PathCommand[] = [];
  let next = Math.ceil((samples[0]?.at ?? 0) / hatchEvery) * hatchEvery;
  for (const { at, a, b } of samples) {
    if (at < next || Math.abs(a - b) < 1) continue;
    commands.push(['M', at, a], ['L', at, b]);
    next = at + hatchEvery;
  }
  return commands.length === 0
    ? []
    : [{ kind: 'path', commands, stroke: { colour: 'water-line', width: 0.75 } }];
}
