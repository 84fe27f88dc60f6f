import { describe, expect, it } from 'vitest';
import { chartScene } from '../../src/charts/chartScene.ts';
import { curvesChart } from '../../src/charts/curvesChart.ts';
import { stackCharts } from '../../src/charts/stackCharts.ts';
import { stageHeadsChart } from '../../src/charts/stageHeadsChart.ts';
import { toSvg } from '../../src/export/svg.ts';
import { emptyMap } from '../../src/model/blankMap.ts';
import { baseSign, personaSign } from '../../src/theme/inks.ts';
import { chartFactsOf } from '../../src/charts/chartFacts.ts';

const facts = chartFactsOf(emptyMap('m'), 'en');
const columns = [0, 1].map((at) => ({ id: `s${at}`, name: 'S', letter: 'A', x: 40 + at * 200, width: 200 }));
const curve = (name: string, ys: readonly number[], sign = baseSign) => ({
  name,
  sign,
  points: ys.map((y, at) => ({
    x: at * 0.5 + 0.25,
    y,
    touchpointIds: [`${name}${at}`],
    firstStage: Math.floor(at * 0.5 + 0.25),
    lastStage: Math.floor(at * 0.5 + 0.25),
  })),
  idsOf: (ids: readonly string[]) => ids.filter((id) => !id.startsWith('gone')),
  titleOf: (id: string) => `Title ${id}`,
});
const fills = (chart: ReturnType<typeof curvesChart>, fill: string) =>
  chart.items.filter((item) => item.kind === 'path' && item.fill === fill);

describe('curves laid over each other', () => {
  it('have land between them where the second is higher, and water with lines where it is lower', () => {
    const [before, now] = [curve('b', [0, 0, 0, 0], personaSign(0)), curve('n', [1, 1, -1, -1])];
    const chart = curvesChart(columns, [before, now], [0, 1], 200, facts);
    const [land] = fills(chart, 'land');
    const [water] = fills(chart, 'water');
    if (land?.kind !== 'path' || water?.kind !== 'path') throw new Error('no band');
    const middle = 100;
    for (const [letter, , y] of land.commands)
      if (letter !== 'Z') expect(y).toBeLessThanOrEqual(middle + 1e-9);
    for (const [letter, , y] of water.commands)
      if (letter !== 'Z') expect(y).toBeGreaterThanOrEqual(middle - 1e-9);
    expect(chart.items.some((item) => item.kind === 'path' && item.stroke?.colour === 'water-line')).toBe(
      true,
    );
  });

  it('have no band without two curves that are known at the same place', () => {
    const [one, none] = [curve('b', [0, 1, 2, 1]), curve('n', [])];
    const chart = curvesChart(columns, [one, none], [0, 1], 200, facts);
    expect(fills(chart, 'land')).toEqual([]);
    expect(fills(chart, 'water')).toEqual([]);
  });

  it('lead from each point to its touchpoints, and say the same in a table', () => {
    const chart = curvesChart(columns, [curve('gone', [1]), curve('n', [-0.25, 1])], null, 200, facts);
    expect(chart.targets.map(({ label }) => label)).toEqual(['n, Title n0: −0.3', 'n, Title n1: +1.0']);
    expect(chart.table.rows).toEqual([
      ['gone', 'Title gone0', '+1.0'],
      ['n', 'Title n0', '−0.3'],
      ['n', 'Title n1', '+1.0'],
    ]);
  });
});

describe('a chart saved as a picture', () => {
  it('is a scene with its name above it and all of its drawing inside', () => {
    const chart = curvesChart(columns, [curve('n', [1, -1, 1])], null, 200, facts);
    const scene = chartScene(chart, 'Curves', 'en');
    expect(scene).toEqual(chartScene(chart, 'Curves', 'en'));
    const svg = toSvg(scene, { theme: 'light' });
    expect(svg).toContain('<title>Curves</title>');
    const [title, drawing] = scene.groups;
    expect(title?.items[0]).toMatchObject({ kind: 'text', text: 'Curves' });
    expect(drawing?.items).toBe(chart.items);
    expect((drawing?.origin.y ?? 0) + chart.height).toBeLessThan(scene.height);
  });
});

it('a chart below another is moved whole, and keeps its figures and its table', () => {
  const chart = curvesChart(columns, [curve('n', [1, -1])], null, 200, facts);
  const stacked = stackCharts(
    stageHeadsChart(columns, () => ''),
    chart,
  );
  const down = stacked.height - chart.height;
  expect(down).toBeGreaterThan(0);
  expect(stacked.targets[0]?.box.y).toBe((chart.targets[0]?.box.y ?? 0) + down);
  expect(stacked.targets[0]?.ids).toEqual(['n0']);
  expect(stacked.table).toBe(chart.table);
});
