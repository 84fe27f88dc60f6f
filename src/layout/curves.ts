/**
 * The emotion curves of a map with their drawn x: one for the base and one for each persona, once for all
 * emotion lanes. x in map units (card centres; of a folded stage one point in its strip), y still the emotion.
 *
 * A curve that did not change is the former object, so that lanes which draw it are not redrawn.
 */
import { crossesUnrated, mergeEqualX, type EmotionPoint } from '../analysis/emotionCurve.ts';
import type { JourneyMap, Persona } from '../model/journeyMap.ts';
import { emotionFor, meets } from '../model/sequence.ts';
import { baseSign, personaSign, type LineSign } from '../theme/inks.ts';
import type { JourneyNode } from './journeyNodes.ts';
import { isAlike } from './same.ts';

export interface Curve {
  readonly personaId: string | null;
  readonly name: string;
  readonly sign: LineSign;
  readonly points: readonly EmotionPoint[];
  /** Whether the piece behind each point crosses a stage where nothing is rated. */
  readonly dashed: readonly boolean[];
}

/** The base's curve and one of each persona that meets a rated touchpoint. */
export function curvesOf(
  nodes: readonly JourneyNode[],
  map: Pick<JourneyMap, 'personas' | 'readings'>,
  baseName: string,
  previous: readonly Curve[] = [],
): readonly Curve[] {
  const before = new Map(previous.map((curve) => [curve.personaId, curve]));
  const base = curveOf(nodes, null, map);
  const all: Curve[] = [{ personaId: null, name: baseName, sign: baseSign, ...base }];
  map.personas.forEach((persona: Persona, index) => {
    const line = curveOf(nodes, persona.id, map);
    if (line.points.length > 0) {
      all.push({ personaId: persona.id, name: persona.name, sign: personaSign(index), ...line });
    }
  });
  return all.map((curve) => {
    const known = before.get(curve.personaId);
    return known && isAlike(known, curve) ? known : curve;
  });
}

function curveOf(
  nodes: readonly JourneyNode[],
  personaId: string | null,
  { readings }: Pick<JourneyMap, 'readings'>,
): Pick<Curve, 'points' | 'dashed'> {
  const unrated = new Set<number>();
  const rated = new Set<number>();
  const found: EmotionPoint[] = [];
  for (const { touchpoint, curveX: x, stageIndex, point } of nodes) {
    unrated.add(stageIndex);
    if (!meets(touchpoint, personaId)) continue;
    if (personaId === null) {
      if (!point) continue;
      rated.add(stageIndex);
      found.push(point);
      continue;
    }
    const felt = emotionFor(touchpoint, personaId, readings);
    if (felt === null) continue;
    rated.add(stageIndex);
    found.push({ x, y: felt, touchpointIds: [touchpoint.id], firstStage: stageIndex, lastStage: stageIndex });
  }
  for (const stage of rated) unrated.delete(stage);
  const points = mergeEqualX(found);
  return {
    points,
    dashed: points.slice(1).map((point, index) => crossesUnrated(points[index], point, unrated)),
  };
}
