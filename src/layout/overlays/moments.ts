/**
 * Moments of truth at risk (A10): the cards with a moment stand out, all others are drawn as a filter leaves them out. A
 * moment at risk has a block in ink with a sign for each reason; one that is safe has a tick. Where several moments hang
 * on one card they share its risks.
 */
import { momentsOfTruth, type MomentRisk } from '../../analysis/momentsOfTruth.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { Paint } from '../../theme/colours.ts';
import { faceItems } from '../faces.ts';
import { pathCommands } from '../pathData.ts';
import { scaleItems } from '../scaleItems.ts';
import type { SceneItem } from '../scene.ts';
import { edge, rect } from './blocks.ts';
import type { Block, Figures, LegendKey } from './figures.ts';

const risks: readonly MomentRisk[] = ['negative-emotion', 'low-performance', 'performance-gap'];

export function momentFigures(map: JourneyMap, personaId: string | null): Figures {
  const { moments } = momentsOfTruth(map, personaId);
  const onJourney = moments.filter((moment) => moment.onJourney);
  const blocks = new Map<string, Block>();
  for (const { touchpointId, risks: own } of onJourney) blocks.set(touchpointId, momentBlock(own));
  const atRisk = onJourney.filter((moment) => moment.risks.length > 0).length;
  return {
    blocks,
    others: 'quiet',
    legend: (words) => ({
      keys: [
        ...risks.map((risk): LegendKey => ({
          sample: momentBlock([risk]).draw(36, 34, 'full'),
          name: words.moments.risk[risk],
          note: '',
        })),
        { sample: momentBlock([]).draw(36, 34, 'full'), name: words.moments.safe, note: '' },
      ],
      note: '',
      rests: words.moments.rests(atRisk, onJourney.length),
    }),
  };
}

function momentBlock(own: readonly MomentRisk[]): Block {
  return {
    key: `moment ${own.join(' ')}`,
    says: (words) =>
      own.length === 0 ? words.moments.safe : own.map((risk) => words.moments.risk[risk]).join(', '),
    draw: (width, height, detail) => {
      const whole = { x: 0, y: 0, width, height };
      if (own.length === 0)
        return [
          rect(whole, 'card'),
          ...(detail === 'blocks' ? [] : signAt(tick('ink'), width / 2, height / 2)),
          ...edge(width, height, detail),
        ];
      // From afar the ground alone: ink is at risk, paper is not.
      if (detail === 'blocks') return [rect(whole, 'ink')];
      // Below the pins.
      const top = height > 60 ? 22 : 0;
      const pitch = (height - top) / own.length;
      return [
        rect(whole, 'ink'),
        ...own.flatMap((risk, index) =>
          signAt(
            signs[risk],
            width / 2,
            top + (index + 0.5) * Math.min(pitch, 26) + spare(height - top, own.length),
          ),
        ),
      ];
    },
  };
}

function spare(height: number, count: number): number {
  return Math.max(0, (height - count * 26) / 2);
}

/** In a box of 22 around (0, 0), on ink. */
const signs: Readonly<Record<MomentRisk, readonly SceneItem[]>> = {
  'negative-emotion': faceItems('negative', 0, 0, 21, 'paper'),
  // One part of five is filled.
  'low-performance': parts(0, 1),
  // Filled to what matters above, to what is delivered below.
  'performance-gap': [...parts(-4.5, 5), ...parts(4.5, 2)],
};

function parts(y: number, filled: number): SceneItem[] {
  return Array.from({ length: 5 }, (_, index): SceneItem => {
    const box = { x: -12 + index * 5, y: y - 3, width: 4, height: 6 };
    return index < filled
      ? rect(box, 'paper')
      : {
          kind: 'rect',
          x: box.x + 0.4,
          y: box.y + 0.4,
          width: 3.2,
          height: 5.2,
          stroke: { colour: 'paper', width: 0.8 },
        };
  });
}

function tick(ink: Paint): readonly SceneItem[] {
  return [
    {
      kind: 'path',
      commands: pathCommands('M-7 0.5l4.5 5L7 -5.5', { x: 0, y: 0, scale: 1 }),
      stroke: { colour: ink, width: 2, cap: 'round', join: 'round' },
    },
  ];
}

function signAt(sign: readonly SceneItem[], x: number, y: number): readonly SceneItem[] {
  return scaleItems(sign, 1, x, y);
}
