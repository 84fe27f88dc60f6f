import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { median, percentile } from './figures.ts';
import { ratioTo, toSection, toSummary, toTable, verdictOf, writeResults, type Row } from './results.ts';

const row: Row = {
  suite: 'canvas',
  workload: 'pan, 200',
  figure: 'p95 frame',
  unit: 'ms',
  ours: 20,
  peers: { Excalidraw: 40, tldraw: 10 },
  targets: [
    { against: 'Excalidraw', is: '<=', value: 0.5 },
    { against: 'tldraw', is: '<=', value: 1 },
    { against: 'absolute', is: '>=', value: 20 },
  ],
};

describe('results of the benches', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('compares ours with a peer as a ratio, and with an absolute target as it is', () => {
    expect(ratioTo(row, 'Excalidraw')).toBe(0.5);
    expect(row.targets.map((target) => verdictOf(row, target))).toEqual(['yes', 'no', 'yes']);
    expect(verdictOf(row, { against: 'absolute', is: '<=', value: 19.9 })).toBe('no');
    expect(verdictOf(row, { against: 'Excalidraw', is: '>=', value: 0.51 })).toBe('no');
  });

  it('never takes a peer that was not measured for a met target', () => {
    const against = (peers: Row['peers'], is: '<=' | '>=') =>
      verdictOf({ ...row, peers }, { against: 'Excalidraw', is, value: 1 });
    for (const is of ['<=', '>='] as const) {
      expect(against({}, is)).toBe('not measured');
      expect(against({ Excalidraw: Number.NaN }, is)).toBe('not measured');
      expect(against({ Excalidraw: Number.POSITIVE_INFINITY }, is)).toBe('not measured');
      expect(against({ Excalidraw: 0 }, is)).toBe('not measured');
    }
  });

  it('never takes our own missing figure for a met target', () => {
    const missing = { ...row, ours: Number.NaN };
    expect(missing.targets.map((target) => verdictOf(missing, target))).toEqual(
      missing.targets.map(() => 'not measured'),
    );
    expect(toSummary([row, missing])).toBe('2 of 6 targets met, 1 not met, 3 not measured.');
  });

  it('writes a row with its figures, ratios, targets and verdicts', () => {
    const other: Row = {
      ...row,
      workload: 'cards',
      figure: 'most',
      unit: '',
      ours: 0.123456,
      peers: {},
      targets: [],
    };
    expect(toTable([row, other]).split('\n')).toEqual([
      '| workload | figure | ours | Excalidraw | tldraw | target | met |',
      '| --- | --- | ---: | ---: | ---: | --- | --- |',
      '| pan, 200 | p95 frame, ms | 20 | 40 (0.50) | 10 (2.00) | ≤ 0.50 of Excalidraw; ≤ 1.00 of tldraw; ≥ 20 ms | yes; no; yes |',
      '| cards | most | 0.123 |  |  |  |  |',
    ]);
    expect(toTable([{ ...row, ours: Number.NaN }])).toContain('| – | 40 | 10 |');
  });

  it('says when, where and how it was measured', () => {
    const section = toSection(
      'canvas',
      { rows: [row], notes: ['Chromium 1'] },
      { date: '2026-01-02', machine: '2 cores', minutes: 1.25 },
    );
    expect(section).toContain('2026-01-02, 2 cores; the run took 1.3 minutes. 2 of 3 targets met');
    expect(section).toContain('- Chromium 1');
  });

  it('replaces only the section of the suite that ran', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'touchline-results-'));
    folders.push(folder);
    const file = path.join(folder, 'RESULTS.md');
    const write = (suite: Row['suite'], workload: string): string => {
      writeResults(suite, { rows: [{ ...row, suite, workload }], notes: [] }, 1000, file);
      return readFileSync(file, 'utf8');
    };
    write('page', 'open');
    write('sync', 'first');
    const twice = write('sync', 'second');
    expect(twice).not.toContain('first');
    expect(twice.indexOf('second')).toBeLessThan(twice.indexOf('## Page'));
    expect(twice).toContain('| open |');
    expect(twice.match(/^# /gm)).toHaveLength(1);
    writeFileSync(file, twice);
    expect(write('sync', 'second')).toBe(twice);
  });
});

describe('figures over rounds', () => {
  it('takes the middle round, and the mean of the two middle ones when their number is even', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 2, 100])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('lets one round that was not measured spoil no median silently', () => {
    expect(median([1, Number.NaN, 3])).toBeNaN();
  });

  it('takes for a percentile a figure that occurred', () => {
    expect(percentile([10, 20, 30, 40], 0.95)).toBe(40);
    expect(percentile([10, 20, 30, 40], 0.5)).toBe(30);
  });
});
