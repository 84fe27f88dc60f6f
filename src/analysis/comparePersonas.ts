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
import { curveThrough, type EmotionCurve } from './emotionCurve.ts';
import { keptEach } from './keptEach.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { feltBy, scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

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
  const rows = personaIds.map((personaId): Felt => {
    const emotions = eachFelt(map.stages, [], nodes, (node) => feltBy(node, personaId), personaId);
    return { personaId, emotions };
  });
  const touchpoints = eachSpread(map.stages, [map.personas], nodes, ({ id }, index) =>
    spreadAt(id, index, rows),
  );
  const value = {
    curves: rows.map(({ personaId, emotions }) => ({
      personaId,
      curve: curveThrough(nodes, (_node, index) => emotions[index]),
    })),
    touchpoints,
    pairs: rows.flatMap((a, index) => rows.slice(index + 1).map((b) => pairOf(a, b, nodes))),
    metByOne: metByOne(nodes, rows),
  };
  return found(
    value,
    touchpoints.filter(({ spread }) => spread !== null).map(({ id }) => id),
    nodes.length,
  );
}

/** What one persona feels at each journey touchpoint: null where it is not rated, undefined where they do not meet it. */
interface Felt {
  readonly personaId: string;
  readonly emotions: readonly (number | null | undefined)[];
}

const eachFelt = keptEach<ScoredTouchpoint, number | null | undefined>();
const eachSpread = keptEach<ScoredTouchpoint, PersonaSpread>();

function spreadAt(id: string, index: number, rows: readonly Felt[]): PersonaSpread {
  const emotions: { readonly personaId: string; readonly emotion: number }[] = [];
  let low = Infinity;
  let high = -Infinity;
  for (const { personaId, emotions: felt } of rows) {
    const emotion = felt[index];
    if (emotion === undefined || emotion === null) continue;
    emotions.push({ personaId, emotion });
    low = Math.min(low, emotion);
    high = Math.max(high, emotion);
  }
  const spread = emotions.length < 2 ? null : high - low;
  return { id, emotions, spread, divergent: spread !== null && spread >= divergentFrom };
}

function metByOne(nodes: readonly ScoredTouchpoint[], rows: readonly Felt[]): PersonaComparison['metByOne'] {
  const found: { readonly id: string; readonly personaId: string }[] = [];
  for (let index = 0; index < nodes.length; index++) {
    let only: Felt | null = null;
    let meeting = 0;
    for (const row of rows) {
      if (row.emotions[index] === undefined) continue;
      only = row;
      meeting += 1;
    }
    if (only && meeting === 1) found.push({ id: nodes[index]?.id ?? '', personaId: only.personaId });
  }
  return found;
}

function pairOf(a: Felt, b: Felt, nodes: readonly ScoredTouchpoint[]): PersonaPair {
  const ids: string[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  let common = 0;
  let apart = 0;
  let index = -1;
  for (const { id } of nodes) {
    index += 1;
    const x = a.emotions[index];
    const y = b.emotions[index];
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
  const meanX = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const meanY = ys.reduce((sum, y) => sum + y, 0) / ys.length;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  xs.forEach((x, index) => {
    const dx = x - meanX;
    const dy = (ys[index] ?? 0) - meanY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)));
}
