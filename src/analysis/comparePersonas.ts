/**
 * Personas compared (A15): one curve each, and where they feel differently.
 *
 * spread of a touchpoint = max − min of the emotions of the personas who meet it (two or more rated); divergent from 2
 * on. For a pair of personas, over the touchpoints both have an emotion for: mean |difference|, and Pearson's r with
 * three or more of them and both varying.
 *
 * In:  a map with two personas or more. Out: touchpoints in sequence, pairs in the order of personas; touchpoints only
 *      one persona meets are listed apart.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { emotionCurve, type EmotionCurve } from './emotionCurve.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

export interface PersonaSpread {
  readonly id: string;
  /** Of those who meet it and have an emotion for it. */
  readonly emotions: readonly { readonly personaId: string; readonly emotion: number }[];
  /** 0…4; null with fewer than two emotions. */
  readonly spread: number | null;
  readonly divergent: boolean;
}

export interface PersonaPair {
  readonly personaIds: readonly [string, string];
  readonly meanDifference: Outcome<number>;
  /** −1…1. */
  readonly correlation: Outcome<number>;
}

export interface PersonaComparison {
  readonly curves: readonly { readonly personaId: string; readonly curve: EmotionCurve }[];
  readonly touchpoints: readonly PersonaSpread[];
  readonly pairs: readonly PersonaPair[];
  readonly metByOne: readonly { readonly id: string; readonly personaId: string }[];
}

const divergentFrom = 2;

export function comparePersonas(map: JourneyMap): Outcome<PersonaComparison> {
  const nodes = scoredTouchpoints(map, null);
  const personaIds = map.personas.map(({ id }) => id);
  if (personaIds.length < 2)
    return missing(personaIds.length === 0 ? 'no-personas' : 'one-persona', nodes.length);
  const met = personaIds.map((personaId) => ({
    personaId,
    emotions: new Map(scoredTouchpoints(map, personaId).map(({ id, emotion }) => [id, emotion])),
  }));
  const metByOne: { readonly id: string; readonly personaId: string }[] = [];
  const touchpoints = nodes.map(({ id }): PersonaSpread => {
    const emotions: { readonly personaId: string; readonly emotion: number }[] = [];
    const meeting: string[] = [];
    let [low, high] = [Infinity, -Infinity];
    for (const { personaId, emotions: of } of met) {
      const emotion = of.get(id);
      if (emotion === undefined) continue;
      meeting.push(personaId);
      if (emotion === null) continue;
      emotions.push({ personaId, emotion });
      low = Math.min(low, emotion);
      high = Math.max(high, emotion);
    }
    const [only, another] = meeting;
    if (only !== undefined && another === undefined) metByOne.push({ id, personaId: only });
    const spread = emotions.length < 2 ? null : high - low;
    return { id, emotions, spread, divergent: spread !== null && spread >= divergentFrom };
  });
  const value = {
    curves: personaIds.map((personaId) => ({ personaId, curve: emotionCurve(map, personaId) })),
    touchpoints,
    pairs: met.flatMap((a, index) => met.slice(index + 1).map((b) => pairOf(a, b, nodes))),
    metByOne,
  };
  return found(
    value,
    touchpoints.filter(({ spread }) => spread !== null).map(({ id }) => id),
    nodes.length,
  );
}

interface Met {
  readonly personaId: string;
  readonly emotions: ReadonlyMap<string, number | null>;
}

function pairOf(a: Met, b: Met, nodes: readonly { readonly id: string }[]): PersonaPair {
  const ids: string[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  let [common, apart] = [0, 0];
  for (const { id } of nodes) {
    const [x, y] = [a.emotions.get(id), b.emotions.get(id)];
    if (x === undefined || y === undefined) continue;
    common += 1;
    if (x === null || y === null) continue;
    ids.push(id);
    xs.push(x);
    ys.push(y);
    apart += Math.abs(x - y);
  }
  const r = pearson(xs, ys);
  return {
    personaIds: [a.personaId, b.personaId],
    meanDifference:
      ids.length === 0 ? missing('nothing-rated', common) : found(apart / ids.length, ids, common),
    correlation:
      r === null ? missing(ids.length < 3 ? 'too-few' : 'all-equal', common) : found(r, ids, common),
  };
}

/** Pearson's r of two rows of equal length; null with fewer than three pairs, or where one row does not vary. */
function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  // Asked of the values: the variance of equal ones may come out a hair above nothing.
  if (xs.length < 3 || xs.every((x) => x === xs[0]) || ys.every((y) => y === ys[0])) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, x] of xs.entries()) {
    const [dx, dy] = [x - meanX, (ys[index] ?? 0) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}
