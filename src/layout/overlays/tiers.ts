/**
 * What each tier gets (A13): one row a tier in a card's block, the highest on top, with as many of four steps filled as
 * its level counts (none … exclusive). A dot is "not set", a row of a tier that gets less or waits longer than a lower one has a wedge.
 */
import { tierMatrix, type TierRow } from '../../analysis/tierMatrix.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { Detail, SceneItem } from '../scene.ts';
import { edge, rect } from './blocks.ts';
import type { Block, Figures, LegendKey } from './figures.ts';

const levels = ['none', 'basic', 'standard', 'enhanced', 'exclusive'] as const;
const steps = 4;

type Level = (typeof levels)[number];
interface Row {
  readonly level: Level | null;
  readonly inverted: boolean;
}

export function tierFigures(map: JourneyMap): Figures {
  const { value, reason } = tierMatrix(map);
  const blocks = new Map<string, Block>();
  const names = map.tiers.map(({ name }) => name);
  for (const row of value?.rows ?? []) blocks.set(row.id, tierBlock(rowsOf(row), names));
  return {
    blocks,
    others: 'empty',
    legend: (words) => ({
      keys: [
        ...levels.map((level): LegendKey => ({
          sample: tierBlock([{ level, inverted: false }]).draw(36, 34, 'full'),
          name: words.tiers.levels[level],
          note: '',
        })),
        {
          sample: tierBlock([{ level: null, inverted: false }]).draw(36, 34, 'full'),
          name: words.tiers.unset,
          note: '',
        },
        {
          sample: tierBlock([
            { level: 'standard', inverted: true },
            { level: 'enhanced', inverted: false },
          ]).draw(36, 34, 'full'),
          name: words.tiers.inverted,
          note: '',
        },
      ],
      note: value ? words.tiers.order(names) : '',
      rests: value
        ? words.tiers.rests(value.cellsSet, value.cellCount, value.invertedIds.length)
        : reason === 'no-tiers'
          ? words.tiers.noTiers
          : words.tiers.noLevels,
    }),
  };
}

function rowsOf({ cells, inversions }: TierRow): readonly Row[] {
  const below = new Set(inversions.map(({ higherTierId }) => higherTierId));
  return cells.map(({ tierId, level }) => ({ level, inverted: below.has(tierId) }));
}

function tierBlock(rows: readonly Row[], names: readonly string[] = []): Block {
  return {
    key: `tiers ${rows.map(({ level, inverted }) => `${level ?? '-'}${inverted ? '!' : ''}`).join(' ')} ${names.join('|')}`,
    says: (words) =>
      rows
        .map(
          ({ level }, index) =>
            `${names[index] ?? ''} ${level === null ? words.tiers.unset : words.tiers.levels[level]}`,
        )
        .join(', '),
    draw: (width, height, detail) => {
      const ground = rect({ x: 0, y: 0, width, height }, 'card');
      // Below the pins, as far as there is room for them.
      const top = height > 60 && detail !== 'blocks' ? 12 : 4;
      const pitch = (height - top - 4) / rows.length;
      return [
        ground,
        ...rows.flatMap((row, index) => rowItems(row, top + index * pitch, pitch, width, detail)),
        ...edge(width, height, detail),
      ];
    },
  };
}

function rowItems(
  { level, inverted }: Row,
  y: number,
  pitch: number,
  width: number,
  detail: Detail,
): SceneItem[] {
  const left = width * 0.22;
  const room = width - left - width * 0.1;
  const part = room / steps;
  const high = Math.min(pitch * 0.62, detail === 'blocks' ? 30 : 12);
  const at = y + (pitch - high) / 2;
  const middle = at + high / 2;
  const filled = level === null ? 0 : levels.indexOf(level);
  const boxes =
    level === null
      ? [
          {
            kind: 'circle' as const,
            cx: left + room / 2,
            cy: middle,
            r: Math.min(2, high / 2),
            fill: 'line' as const,
          },
        ]
      : Array.from({ length: steps }, (_, index): SceneItem => {
          const box = { x: left + index * part, y: at, width: part * 0.8, height: high };
          const line = Math.min(0.8, high / 5);
          return index < filled
            ? rect(box, 'ink')
            : {
                kind: 'rect',
                x: box.x + line / 2,
                y: box.y + line / 2,
                width: box.width - line,
                height: box.height - line,
                stroke: { colour: 'line', width: line },
              };
        });
  if (!inverted) return boxes;
  const size = Math.min(width * 0.16, high * 0.9);
  return [
    ...boxes,
    {
      kind: 'path',
      commands: [
        ['M', width * 0.02 + 1, middle - size / 2],
        ['L', width * 0.02 + 1 + size, middle - size / 2],
        ['L', width * 0.02 + 1 + size / 2, middle + size / 2],
        ['Z'],
      ],
      fill: 'signal',
    },
  ];
}
