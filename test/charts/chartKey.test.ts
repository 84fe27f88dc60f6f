import { describe, expect, it } from 'vitest';
import { bandSample, chartKey, lineSample } from '../../src/charts/chartKey.ts';
import { chartScene } from '../../src/charts/chartScene.ts';
import { toSvg } from '../../src/export/svg.ts';
import { personaSign } from '../../src/theme/inks.ts';

const entries = [
  { sample: lineSample(personaSign(0)), text: 'Before: the map as it is' },
  { sample: bandSample('land'), text: 'better than before' },
  { sample: null, text: 'Every count is for one year' },
];

describe('what the signs of a chart mean', () => {
  it('is a row that breaks where it is full and stays inside its width', () => {
    const [wide, narrow] = [chartKey(entries, 900), chartKey(entries, 180)];
    expect(narrow.height).toBeGreaterThan(2 * wide.height - 10);
    for (const { items, width } of [wide, narrow])
      for (const item of items) if (item.kind === 'text') expect(item.x).toBeLessThan(width);
    expect(chartKey([], 300).height).toBe(0);
  });

  it('is lettered in one script where a line of a Chinese text holds English alone', () => {
    const { items } = chartKey([{ sample: null, text: '下单付款 / Order and pay on the same day' }], 120);
    const scripts = items.flatMap((item) => (item.kind === 'text' ? [item.font.script] : []));
    expect(scripts.length).toBeGreaterThan(1);
    expect(new Set(scripts)).toEqual(new Set(['cjk']));
  });

  it('is part of the picture that is saved, below the chart, and makes it higher', () => {
    const chart = { width: 400, height: 120, items: [] };
    const bare = chartScene(chart, 'Compare', 'en');
    const scene = chartScene(chart, 'Compare', 'en', chartKey(entries, 400));
    expect(scene.height).toBeGreaterThan(bare.height);
    const svg = toSvg(scene, { theme: 'light' });
    for (const { text } of entries) expect(svg).toContain(text);
    expect(toSvg(bare, { theme: 'light' })).not.toContain('better than before');
  });
});
