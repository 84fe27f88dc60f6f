/**
 * How well the map is surveyed: the block of each journey card is empty and dashed where emotion and scores are assumed,
 * half filled where they were observed, full where they were measured. The figure counts what stands behind the card:
 * its evidence and its readings.
 */
import type { JourneyMap, Touchpoint } from '../../model/journeyMap.ts';
import { journeyTouchpoints } from '../../model/sequence.ts';
import type { Detail, SceneItem } from '../scene.ts';
import { ruleScale } from '../sizes.ts';
import { edge, figure, hatched, rect, weave } from './blocks.ts';
import type { Block, Figures } from './figures.ts';

type Level = Touchpoint['evidenceLevel'];
const levels: readonly Level[] = ['measured', 'observed', 'assumed'];

export function evidenceFigures(map: JourneyMap): Figures {
  const nodes = journeyTouchpoints(map);
  const readings = new Map<string, number>();
  for (const { touchpointId } of map.readings)
    if (touchpointId !== null) readings.set(touchpointId, (readings.get(touchpointId) ?? 0) + 1);
  const counts = { measured: 0, observed: 0, assumed: 0 };
  const blocks = new Map<string, Block>();
  for (const { id, evidenceLevel, evidenceIds } of nodes) {
    counts[evidenceLevel]++;
    const behind = evidenceIds.length + (readings.get(id) ?? 0);
    blocks.set(id, evidenceBlock(evidenceLevel, behind));
  }
  return {
    blocks,
    others: 'empty',
    legend: (words) => ({
      keys: levels.map((level) => ({
        sample: survey(level, 36, 34, 'full'),
        name: words.evidence.levels[level],
        note: String(counts[level]),
      })),
      note: words.evidence.note,
      rests: words.evidence.rests(counts.measured + counts.observed, nodes.length),
    }),
  };
}

function evidenceBlock(level: Level, behind: number): Block {
  return {
    key: `evidence ${level} ${behind}`,
    says: (words) => words.evidence.levels[level],
    draw: (width, height, detail) => [
      ...survey(level, width, height, detail),
      ...figure(behind === 0 ? '' : String(behind), width, height, detail),
    ],
  };
}

function survey(level: Level, width: number, height: number, detail: Detail): SceneItem[] {
  const { step, width: thick } = weave[detail];
  const whole = { x: 0, y: 0, width, height };
  switch (level) {
    case 'measured':
      return [rect(whole, 'ink'), ...edge(width, height, detail)];
    case 'observed': {
      const lower = { x: 0, y: height / 2, width, height: height / 2 };
      return [
        rect(whole, 'card'),
        ...hatched(lower, step, { colour: 'ink', width: thick }),
        rect({ ...lower, height: 1.5 * ruleScale[detail] }, 'ink'),
        ...edge(width, height, detail),
      ];
    }
    case 'assumed': {
      const inset = 5 * ruleScale[detail];
      const scale = ruleScale[detail];
      return [
        rect(whole, 'card'),
        {
          kind: 'rect',
          x: inset,
          y: inset,
          width: width - 2 * inset,
          height: height - 2 * inset,
          stroke: { colour: 'line', width: scale, dash: [4 * scale, 3 * scale] },
        },
        ...edge(width, height, detail),
      ];
    }
  }
}
