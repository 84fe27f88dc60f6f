/** Charts are primitives of the scene: whatever the map, the writer of every export can draw them, and twice the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseMap } from '../../src/analysis/analyseMap.ts';
import type { ImportancePerformance } from '../../src/analysis/importancePerformance.ts';
import type { Chart } from '../../src/charts/chart.ts';
import { coverageChart } from '../../src/charts/coverageChart.ts';
import { tagRun } from '../../src/charts/pieces.ts';
import { quadrantChart } from '../../src/charts/quadrantChart.ts';
import { sieveChart } from '../../src/charts/sieveChart.ts';
import { sieveFlow } from '../../src/analysis/sieveFlow.ts';
import { endOf, stageColumns } from '../../src/charts/stageColumns.ts';
import { tierChart } from '../../src/charts/tierChart.ts';
import { toSvg } from '../../src/export/svg.ts';
import { chartFactsOf } from '../../src/charts/chartFacts.ts';
import { emptyMap } from '../../src/model/blankMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { templates } from '../support/templates.ts';

function asSvg({ width, height, items }: Chart): string {
  const box = { x: 0, y: 0, width, height };
  const group = { id: 'chart', role: 'sheet' as const, title: '', origin: { x: 0, y: 0 }, box, items };
  return toSvg(
    { width, height, title: 'Chart', language: 'en', background: 'paper', groups: [group] },
    { theme: 'light' },
  );
}

function sieveOf(map: JourneyMap, width: number): Chart | null {
  const sieve = analyseMap(map).A5.value;
  if (!sieve) return null;
  const stageOf = new Map(map.touchpoints.map(({ id, stageId }) => [id, stageId]));
  const rooms = map.stages.map(({ id, name }) => ({
    id,
    name,
    sieves: sieve.chain.filter((member) => stageOf.get(member.id) === id).length,
  }));
  return sieveChart(
    sieve,
    stageColumns(rooms, 0, width),
    (id) => stageOf.get(id) ?? null,
    chartFactsOf(map, 'en'),
  );
}

const writtenIn = ({ items }: Pick<Chart, 'items'>): readonly string[] =>
  items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));

function coverageOf(name: string, width: number): Chart {
  const map = templates.find((one) => one.name === name)?.map;
  const coverage = map && analyseMap(map).A7.value;
  if (!coverage) throw new Error('no coverage');
  const rooms = map.stages.map(({ id, name: stage }) => ({ id, name: stage, sieves: 0 }));
  const columns = stageColumns(rooms, 146, width);
  return coverageChart(coverage, map, columns, new Map(), chartFactsOf(map, 'zh'));
}

describe('the numbers of touchpoints in a cell', () => {
  const look = { size: 11 } as const;

  it('stand apart, each a text of its own, from the right', () => {
    const run = tagRun(['1', '12', '23'], 200, 10, look, 200);
    expect(writtenIn({ items: run })).toEqual(['23', '12', '1']);
    const ends = run.map((item) => (item.kind === 'text' ? item.x + item.width : 0));
    expect(ends[0]).toBeCloseTo(200, 0);
    for (const [index, item] of run.entries())
      if (item.kind === 'text' && index > 0)
        expect((ends[index - 1] ?? 0) - item.width).toBeGreaterThan(ends[index] ?? 0);
  });

  it('say how many more there are where not all have room, and never half a number', () => {
    expect(writtenIn({ items: tagRun(['13', '14', '15', '16'], 200, 10, look, 36) })).toEqual(['+3', '13']);
    expect(tagRun(['113', '114'], 200, 10, look, 10)).toEqual([]);
  });
});

describe('the gaps of coverage', () => {
  it('name every persona whose channels a stage lacks, on as many lines as they need', () => {
    const chart = coverageOf('home-decoration.zh', 1078);
    const names = writtenIn(chart).filter((text) => /^(首次装修|三代同堂|异地业主)/u.test(text));
    expect(names).toHaveLength(12);
  });
});

describe('a chart', () => {
  for (const { name, map } of templates) {
    it(`of ${name} is written by the writer of the exports, the same each time`, () => {
      const chart = sieveOf(map, 932);
      if (chart) {
        expect(asSvg(chart)).not.toMatch(/NaN|Infinity|undefined/);
        expect(asSvg(chart)).toBe(asSvg(sieveOf(map, 932) ?? chart));
        for (const { box } of chart.targets) {
          expect(box.x).toBeGreaterThanOrEqual(-1);
          expect(box.x + box.width).toBeLessThanOrEqual(chart.width + 20);
        }
      }
      const tiers = analyseMap(map).A13.value;
      if (tiers)
        expect(asSvg(tierChart(tiers, (id) => id, 600, chartFactsOf(map, 'zh')))).not.toMatch(
          /NaN|undefined/,
        );
    });
  }

  it('of importance and performance writes the names of its quarters whole, in two lines where they are narrow', () => {
    const map = templates.find(({ name }) => name === 'home-decoration.zh')?.map;
    const result = map && analyseMap(map).A6.value;
    if (!result) throw new Error('no quadrant');
    const chart = quadrantChart(result, 326, chartFactsOf(map, 'en'));
    expect(writtenIn(chart)).toEqual(expect.arrayContaining(['Keep it up', 'Possible', 'overkill']));
    expect(writtenIn(chart).join(' ')).not.toContain('…');
    for (const item of chart.items)
      if (item.kind === 'text') expect(item.x + item.width, item.text).toBeLessThanOrEqual(chart.width);
  });

  it('of importance and performance never lays a tag across the cross or on another', () => {
    const facts = chartFactsOf(emptyMap('m'), 'en');
    const score = fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10);
    const members = fc.array(fc.record({ importance: score, performance: score }), {
      minLength: 1,
      maxLength: 24,
    });
    fc.assert(
      fc.property(members, score, score, (scores, importance, performance) => {
        const result: ImportancePerformance = {
          cross: { importance, performance },
          members: scores.map((one, index) => ({
            id: String(index),
            ...one,
            quarter:
              one.importance >= importance
                ? one.performance >= performance
                  ? 'keep'
                  : 'concentrate'
                : one.performance >= performance
                  ? 'overkill'
                  : 'low',
          })),
          of: scores.length,
        };
        const chart = quadrantChart(result, 326, { ...facts, tag: (id) => id });
        const lines = chart.items.filter(
          (item) => item.kind === 'path' && item.stroke?.width === 1.5 && item.stroke.colour === 'ink',
        );
        const places = lines.flatMap((item) => (item.kind === 'path' ? [item.commands[0]] : []));
        const [x, y] = [Number(places[0]?.[1]), Number(places[1]?.[2])];
        const tags = chart.items.flatMap((item) =>
          item.kind === 'rect' && item.radius === 1
            ? [{ left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height }]
            : [],
        );
        for (const tag of tags) {
          expect(tag.left > x || tag.right < x).toBe(true);
          expect(tag.top > y || tag.bottom < y).toBe(true);
          for (const other of tags)
            if (other !== tag)
              expect(
                other.left >= tag.right ||
                  other.right <= tag.left ||
                  other.top >= tag.bottom ||
                  other.bottom <= tag.top,
              ).toBe(true);
        }
      }),
    );
  });
});

describe('the columns of the stages', () => {
  it('fill the page where there is room and are never narrower than 96', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 600, max: 2000 }),
        (counts, width) => {
          const rooms = counts.map((sieves, index) => ({ id: String(index), name: 'Buy', sieves }));
          const columns = stageColumns(rooms, 0, width);
          expect(Math.min(...columns.map((column) => column.width))).toBeGreaterThanOrEqual(96);
          expect(endOf(columns)).toBeGreaterThanOrEqual(width - 0.01);
        },
      ),
    );
  });
});

describe('a touchpoint that nobody reached', () => {
  it('says in the sieve that nobody came', () => {
    const map = templates.find(({ name }) => name === 'b2b-trade-sieve.en')?.map;
    const last = map && analyseMap(map).A5.value?.chain.at(-1)?.id;
    if (!map || !last) throw new Error('no sieve');
    const touchpoints = map.touchpoints.map((touchpoint) =>
      touchpoint.id === last ? { ...touchpoint, reached: 0, passed: 0 } : touchpoint,
    );
    const chart = sieveOf({ ...map, touchpoints }, 932);
    const written = chart ? writtenIn(chart) : [];
    expect(written).toContain('nobody came');
  });
});

describe('the flow through the sieve', () => {
  it('takes the same step for the same share lost, and no count where only shares are known', () => {
    const member = {
      unknown: null,
      derived: false,
      costPerPassed: null,
      cumulative: null,
      sideEntry: false,
      loss: null,
      drop: null,
    };
    const counts = sieveFlow({
      chain: [
        { ...member, id: 'a', reached: 10_000, passed: 1000, share: 0.1 },
        { ...member, id: 'b', reached: 1000, passed: 100, share: 0.1 },
      ],
      side: [],
      largestLoss: null,
      largestDrop: null,
      of: 2,
    });
    const [a, b] = counts.steps;
    expect((a?.before ?? 0) - (a?.after ?? 0)).toBeCloseTo((b?.before ?? 0) - (b?.after ?? 0), 9);
    const shares = sieveFlow({
      chain: [{ ...member, id: 'a', reached: null, passed: null, share: 0.5 }],
      side: [],
      largestLoss: null,
      largestDrop: null,
      of: 1,
    });
    expect(shares.counted).toBe(false);
    expect(shares.steps[0]).toMatchObject({ entering: null, leaving: null });
  });
});
