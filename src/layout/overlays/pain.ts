/**
 * Pain (A11) as depth of water: the block of each rated card is a gauge filled to its pain, 0 … 100, with water lines as
 * in the profile. What does not hurt is empty and says 0; what is not rated says nothing.
 */
import { painAndOpportunity } from '../../analysis/painAndOpportunity.ts';
import { scoredTouchpoints } from '../../analysis/scoredTouchpoints.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { Detail, SceneItem } from '../scene.ts';
import { edge, emptyBlock, figure, rect, ruled, weave } from './blocks.ts';
import type { Block, Figures, LegendKey } from './figures.ts';

export function painFigures(map: JourneyMap, personaId: string | null): Figures {
  const pains = painAndOpportunity(map, personaId).value?.pains.value ?? [];
  const painOf = new Map(pains.map(({ id, pain }) => [id, pain]));
  const nodes = scoredTouchpoints(map, personaId);
  const blocks = new Map<string, Block>();
  let rated = 0;
  for (const { id, emotion } of nodes) {
    if (emotion !== null) rated++;
    blocks.set(id, emotion === null ? emptyBlock('–') : painBlock(painOf.get(id) ?? 0));
  }
  return {
    blocks,
    others: 'empty',
    legend: (words) => ({
      keys: [
        ...[0, 25, 50, 100].map((pain): LegendKey => ({
          sample: gauge(pain, 36, 34, 'full'),
          name: String(pain),
          note: '',
        })),
        { sample: emptyBlock('–').draw(36, 34, 'full'), name: words.notRated, note: '' },
      ],
      note: words.pain.note,
      rests: words.pain.rests(rated, nodes.length, pains.length),
    }),
  };
}

function painBlock(pain: number): Block {
  return {
    key: `pain ${pain}`,
    says: (words) => words.pain.says(Math.round(pain)),
    draw: (width, height, detail) => [
      ...gauge(pain, width, height, detail),
      ...figure(String(Math.round(pain)), width, height, detail, pain >= 50),
    ],
  };
}

/** Filled from below. */
function gauge(pain: number, width: number, height: number, detail: Detail): SceneItem[] {
  const deep = (height * pain) / 100;
  const { step, width: thick } = weave[detail];
  const water = { x: 0, y: height - deep, width, height: deep };
  return [
    rect({ x: 0, y: 0, width, height }, 'card'),
    ...(deep <= 0
      ? []
      : [
          rect(water, 'emotion-negative'),
          ...ruled(water, step, { colour: 'emotion-very-negative', width: thick }, false),
          rect({ ...water, height: Math.min(deep, 1.5 * thick) }, 'ink'),
        ]),
    ...edge(width, height, detail),
  ];
}
