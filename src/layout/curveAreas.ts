/**
 * Areas between an emotion curve and the datum, as plain closed paths: land above, water below, and the water
 * lines cut at the curve. No clipping, so that every program draws them alike.
 *
 * In: the segments of a monotone cubic in map units (y grows downwards) and the y of the datum. Between two
 * points the curve is monotone, so it meets any level at most once there.
 */
import type { CurveSegment } from '../analysis/monotoneCubic.ts';
import type { PathCommand } from './scene.ts';

type Pieces = readonly (readonly CurveSegment[])[];

/** The curve's own path: one M and a C a segment. */
export function curvePath(segments: readonly CurveSegment[]): PathCommand[] {
  const commands: PathCommand[] = [];
  let end: { readonly x: number; readonly y: number } | null = null;
  for (const { from, control1, control2, to } of segments) {
    if (!end || end.x !== from.x || end.y !== from.y) commands.push(['M', from.x, from.y]);
    commands.push(['C', control1.x, control1.y, control2.x, control2.y, to.x, to.y]);
    end = to;
  }
  return commands;
}

/** The same curve moved up or down. */
export function shiftSegments(segments: readonly CurveSegment[], dy: number): CurveSegment[] {
  return segments.map(({ from, control1, control2, to }) => ({
    from: { x: from.x, y: from.y + dy },
    control1: { x: control1.x, y: control1.y + dy },
    control2: { x: control2.x, y: control2.y + dy },
    to: { x: to.x, y: to.y + dy },
  }));
}

export interface Areas {
  readonly land: readonly PathCommand[];
  readonly water: readonly PathCommand[];
  readonly waterLines: readonly PathCommand[];
}

/** Land, water and water lines every `pitch` below the datum. */
export function curveAreas(segments: readonly CurveSegment[], datum: number, pitch: number): Areas {
  const pieces = segments.flatMap((segment) => splitAtLevel(segment, datum));
  return {
    land: closed(
      runsOn(pieces, (y) => y < datum),
      datum,
    ),
    water: closed(
      runsOn(pieces, (y) => y > datum),
      datum,
    ),
    waterLines: levels(segments, datum, pitch),
  };
}

/** A segment, or its two parts when it crosses the level. */
export function splitAtLevel(segment: CurveSegment, level: number): CurveSegment[] {
  const { from, to } = segment;
  if ((from.y - level) * (to.y - level) >= 0) return [segment];
  const [left, right] = split(segment, parameterAt(segment, level));
  // The cut lies exactly on the level, whatever rounding says.
  const cut = { x: left.to.x, y: level };
  return [
    { ...left, to: cut },
    { ...right, from: cut },
  ];
}

/** What of the segments lies between two x. */
export function cutSegments(segments: readonly CurveSegment[], left: number, right: number): CurveSegment[] {
  return segments.flatMap((segment) => {
    const { from, to } = segment;
    if (to.x <= left || from.x >= right) return [];
    // The controls lie at thirds of its width: x runs evenly with the parameter.
    const at = (x: number): number => (x - from.x) / (to.x - from.x);
    const [, behind] = from.x < left ? split(segment, at(left)) : [segment, segment];
    if (to.x <= right) return [behind];
    return [split(behind, (right - behind.from.x) / (behind.to.x - behind.from.x))[0]];
  });
}

function valueAt({ from, control1, control2, to }: CurveSegment, u: number): number {
  const v = 1 - u;
  return v * v * v * from.y + 3 * v * v * u * control1.y + 3 * v * u * u * control2.y + u * u * u * to.y;
}

/** Where a monotone segment meets a level, by halving; 40 steps are far below a thousandth of a unit. */
function parameterAt(segment: CurveSegment, level: number): number {
  const rising = segment.to.y > segment.from.y;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (valueAt(segment, middle) < level === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

type Knot = CurveSegment['from'];

function split({ from, control1, control2, to }: CurveSegment, u: number): [CurveSegment, CurveSegment] {
  const mix = (a: Knot, b: Knot): Knot => ({ x: a.x + (b.x - a.x) * u, y: a.y + (b.y - a.y) * u });
  const a = mix(from, control1);
  const b = mix(control1, control2);
  const c = mix(control2, to);
  const ab = mix(a, b);
  const bc = mix(b, c);
  const middle = mix(ab, bc);
  return [
    { from, control1: a, control2: ab, to: middle },
    { from: middle, control1: bc, control2: c, to },
  ];
}

/** Neighbouring pieces on one side of the datum. A piece lies on a side when one of its ends does. */
function runsOn(pieces: readonly CurveSegment[], isOn: (y: number) => boolean): Pieces {
  const runs: CurveSegment[][] = [];
  let run: CurveSegment[] = [];
  for (const piece of pieces) {
    if (isOn(piece.from.y) || isOn(piece.to.y)) run.push(piece);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function closed(runs: Pieces, datum: number): PathCommand[] {
  return runs.flatMap((run): PathCommand[] => {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) return [];
    return [
      ['M', first.from.x, datum],
      ['L', first.from.x, first.from.y],
      ...run.map(({ control1, control2, to }): PathCommand => [
        'C',
        control1.x,
        control1.y,
        control2.x,
        control2.y,
        to.x,
        to.y,
      ]),
      ['L', last.to.x, datum],
      ['Z'],
    ];
  });
}

/** At each depth the stretches where the curve lies deeper. */
function levels(segments: readonly CurveSegment[], datum: number, pitch: number): PathCommand[] {
  const deepest = segments.reduce((most, { from, to }) => Math.max(most, from.y, to.y), datum);
  const commands: PathCommand[] = [];
  for (let y = datum + pitch; y < deepest; y += pitch) {
    let begun: number | null = null;
    for (const segment of segments) {
      const { from, to } = segment;
      const crosses = (from.y - y) * (to.y - y) < 0;
      const at = crosses ? from.x + (to.x - from.x) * parameterAt(segment, y) : to.x;
      if (begun === null && (from.y > y || (from.y === y && to.y > y))) begun = from.x;
      if (crosses && to.y > y) begun = at;
      else if (begun !== null && to.y <= y) {
        commands.push(['M', begun, y], ['L', at, y]);
        begun = null;
      }
    }
    const end = segments.at(-1)?.to.x;
    if (begun !== null && end !== undefined) commands.push(['M', begun, y], ['L', end, y]);
  }
  return commands;
}
