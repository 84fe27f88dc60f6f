/** An emotion lane's parts: areas, lines, markers and heights of the curves that are switched on. */
import type { Lane } from '../model/journeyMap.ts';
import { areaPart, heightsPart, levelRules, linePart, markersPart } from './emotionLane.ts';
import { emptyContent, type LaneContent, type LaneSources, type PlacedPart } from './laneSources.ts';
import type { Part } from './part.ts';
import { emotionLane } from './sizes.ts';

/** A lane of one persona shows only that curve; the others show everybody's. */
export function emotionContent(lane: Lane, sources: LaneSources): LaneContent {
  const { drawings, options, columns } = sources;
  const { words, detail } = options;
  const height = Math.min(emotionLane.most, Math.max(emotionLane.least, lane.height));
  const hidden = options.hiddenCurves;
  const curves = sources.curves.filter((curve) =>
    lane.personaId === null ? !hidden?.has(curve.personaId ?? 'base') : curve.personaId === lane.personaId,
  );
  const main = curves.find((curve) => curve.personaId === lane.personaId);
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
  const inOrder = main ? [main, ...others] : others;
  return {
    ...emptyContent(height),
    curves,
    rules: levelRules(columns.width, height, detail),
    parts: [
      part('area', [main], (id) => areaPart(id, main, size, detail)),
      ...inOrder.map((curve) =>
        part(`curve.${curve.personaId ?? ''}`, [curve], (id) => linePart(id, curve, size, detail)),
      ),
      ...inOrder
        .toReversed()
        .map((curve) =>
          part(`points.${curve.personaId ?? ''}`, [curve, main], (id) =>
            markersPart(id, curve, main, size, detail),
          ),
        ),
      ...(main
        ? [part('heights', [main, ...others], (id) => heightsPart(id, main, others, size, words, detail))]
        : []),
    ],
  };
}
