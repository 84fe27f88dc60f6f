/** An emotion lane's parts: areas, lines, markers and heights of the curves that are switched on. */
import type { Lane } from '../model/journeyMap.ts';
import type { Curve } from './curves.ts';
import {
  areaPart,
  curvePart,
  heightsPart,
  levelRules,
  linePart,
  markersPart,
  type Weight,
} from './emotionLane.ts';
import { emptyContent, type LaneContent, type LaneSources, type PlacedPart } from './laneSources.ts';
import type { Part } from './part.ts';
import { emotionLane } from './sizes.ts';

/** A lane of one persona shows only that curve; the others show everybody's. */
export function emotionContent(lane: Lane, sources: LaneSources): LaneContent {
  const { drawings, options, columns } = sources;
  const { words, detail } = options;
  const height = Math.min(emotionLane.most, Math.max(emotionLane.least, lane.height));
  const { hiddenCurves: hidden, lead = null, ribbons } = options;
  const leads = lane.personaId ?? lead;
  const shown = sources.curves.filter((curve) =>
    lane.personaId === null
      ? (lead !== null && curve.personaId === lead) || !hidden?.has(curve.personaId ?? 'base')
      : curve.personaId === lane.personaId,
  );
  const isCompared = ribbons && lane.personaId === null;
  const curves = isCompared ? firstOf(shown) : shown;
  const main =
    curves.find((curve) => curve.personaId === leads) ?? curves.find(({ personaId }) => personaId === null);
  const others = curves.filter((curve) => curve !== main);
  const size = { width: columns.width, height };
  const part = (name: string, inputs: readonly unknown[], draw: (id: string) => Part): PlacedPart => {
    const id = `${name}.${lane.id}`;
    return {
      part: drawings.part(id, [...inputs, size.width, height, detail, words], () => draw(id)),
      x: 0,
      y: 0,
    };
  };
  const content = { ...emptyContent(height), curves, rules: levelRules(columns.width, height, detail) };
  if (isCompared) {
    const ribbonOf = (curve: Curve, index: number) =>
      part(`ribbon.${curve.personaId ?? ''}`, [ribbons, index, ...curves], (id) =>
        curvePart(id, curve, ribbons(curves, size, detail)[index] ?? [], size),
      );
    return {
      ...content,
      parts: [part('area', [], (id) => areaPart(id, undefined, size, detail)), ...curves.map(ribbonOf)],
    };
  }
  const inOrder = main ? [main, ...others] : others;
  const weightOf = (curve: Curve): Weight => {
    if (lead !== null && lane.personaId === null) return curve === main ? 'leads' : 'follows';
    return curve.personaId === null ? 'leads' : 'usual';
  };
  return {
    ...content,
    parts: [
      part('area', [main], (id) => areaPart(id, main, size, detail)),
      ...inOrder.map((curve) =>
        part(`curve.${curve.personaId ?? ''}`, [curve, weightOf(curve)], (id) =>
          linePart(id, curve, weightOf(curve), size, detail),
        ),
      ),
      ...inOrder
        .toReversed()
        .filter((curve) => weightOf(curve) !== 'follows')
        .map((curve) =>
          part(`points.${curve.personaId ?? ''}`, [curve, main, weightOf(curve)], (id) =>
            markersPart(id, { curve, main, isMain: weightOf(curve) === 'leads' }, size, detail),
          ),
        ),
      ...(main
        ? [part('heights', [main, ...others], (id) => heightsPart(id, main, others, size, words, detail))]
        : []),
    ],
  };
}

/** The personas one can tell apart, and everyone. */
const mostCompared = 8;

function firstOf(curves: readonly Curve[]): readonly Curve[] {
  let personas = 0;
  return curves.filter(({ personaId }) => personaId === null || ++personas <= mostCompared);
}
