import { describe, expect, it } from 'vitest';
import { toSummary, verdictOf, type Row, type Target } from '../results.ts';
import { canvasRows, keyOf, type Pass, type Samples } from './canvasRows.ts';
import { programNames, type ProgramName } from './programs.ts';
import { isBoundByScreen } from './screenBound.ts';

const frames: Row = {
  suite: 'canvas',
  workload: 'drag 100 selected, 200',
  figure: 'frames a second',
  unit: '1/s',
  ours: 30,
  peers: { 'React Flow': 57, Excalidraw: 30, tldraw: Number.NaN },
  targets: [],
};
const against = (peer: string, is: Target['is'], value: number): Target => ({ against: peer, is, value });

describe('targets that the screen bounds', () => {
  it('are those that not even 60 frames a second, one every 17 ms, would reach', () => {
    expect(isBoundByScreen(frames, against('React Flow', '>=', 1.5))).toBe(true);
    expect(isBoundByScreen(frames, against('React Flow', '>=', 1.05))).toBe(false);
    expect(isBoundByScreen(frames, against('Excalidraw', '>=', 2))).toBe(false);
    expect(isBoundByScreen(frames, against('Excalidraw', '>=', 2.01))).toBe(true);
    const p95 = { ...frames, figure: 'p95 frame', peers: { 'React Flow': 200, Excalidraw: 17 } };
    expect(isBoundByScreen(p95, against('Excalidraw', '<=', 1))).toBe(false);
    expect(isBoundByScreen(p95, against('Excalidraw', '<=', 0.95))).toBe(true);
    expect(isBoundByScreen(p95, against('React Flow', '<=', 0.085))).toBe(false);
    expect(isBoundByScreen(p95, against('React Flow', '<=', 0.08))).toBe(true);
  });

  it('do not depend on how far we are ourselves', () => {
    for (const ours of [1, 59, Number.NaN])
      expect(isBoundByScreen({ ...frames, ours }, against('React Flow', '>=', 1.5))).toBe(true);
  });

  it('are never absolute, of time or of processors, or against a peer that was not measured', () => {
    expect(isBoundByScreen(frames, against('absolute', '>=', 90))).toBe(false);
    for (const figure of ['time', 'CPU, all processes', 'CPU, main thread', 'heap'])
      expect(isBoundByScreen({ ...frames, figure }, against('React Flow', '>=', 90))).toBe(false);
    expect(isBoundByScreen(frames, against('tldraw', '>=', 90))).toBe(false);
    expect(isBoundByScreen(frames, against('nobody', '>=', 90))).toBe(false);
  });
});

describe('rows of the canvas', () => {
  /** Everything at 60 frames a second and 17 ms plainly; slowed, ours twice as good as the peers, tldraw the best of them. */
  const measured = (passes: readonly Pass[] = ['plain', 'slowed']): Samples =>
    new Map(
      passes.flatMap((pass) =>
        programNames.map((name) => [keyOf(200, name, pass), [figuresOf(name, pass)]] as const),
      ),
    );
  const figuresOf = (name: ProgramName, pass: Pass): Record<string, number> => {
    const fps = pass === 'plain' ? 60 : name === 'Touchline' ? 50 : name === 'tldraw' ? 25 : 20;
    const p95 = pass === 'plain' ? 17 : name === 'Touchline' ? 20 : 40;
    return Object.fromEntries([
      ['load', 100],
      ['live', 100],
      ['typing', 17],
      ['heap', 10],
      ...['pan', 'zoom', 'pan at fit', 'drag one', 'marquee', 'drag 100'].flatMap((gesture) => [
        [`${gesture} fps`, fps],
        [`${gesture} p95`, p95],
        [`${gesture} worst`, p95],
        [`${gesture} cpu`, 100],
        [`${gesture} main`, 100],
      ]),
    ]);
  };
  const rowOf = (rows: readonly Row[], workload: string, figure: string): Row => {
    const found = rows.find((one) => one.workload === workload && one.figure === figure);
    if (!found) throw new Error(`no row ${workload}`);
    return found;
  };
  const verdicts = (row: Row): readonly string[] => row.targets.map((target) => verdictOf(row, target));

  it('judge a target slowed where the screen bounds it plainly, and there alone', () => {
    const rows = canvasRows([200], measured());
    expect(verdicts(rowOf(rows, 'marquee over 100, 200', 'p95 frame'))).toEqual(['screen']);
    expect(verdicts(rowOf(rows, 'marquee over 100, 200, slowed 4x', 'p95 frame'))).toEqual(['yes']);
    expect(verdicts(rowOf(rows, 'pan, 200', 'p95 frame'))).toEqual(['yes']);
    expect(verdicts(rowOf(rows, 'pan, 200, slowed 4x', 'p95 frame'))).toEqual([]);
    // Against Excalidraw reachable, against React Flow not.
    expect(verdicts(rowOf(rows, 'zoom to fit and back, 200', 'p95 frame'))).toEqual(['yes', 'screen']);
    expect(rowOf(rows, 'zoom to fit and back, 200, slowed 4x', 'p95 frame').targets).toEqual([
      { against: 'React Flow', is: '<=', value: 0.6, by: 'slowed' },
    ]);
  });

  it('compare slowed with the peer that is best slowed', () => {
    const [target] = rowOf(
      canvasRows([200], measured()),
      'drag 100 selected, 200, slowed 4x',
      'frames a second',
    ).targets;
    expect(target?.against).toBe('tldraw');
  });

  it('count each target once, and say how many were decided slowed', () => {
    const count = (rows: readonly Row[]): number => Number(/of (\d+) targets/.exec(toSummary(rows))?.[1]);
    const rows = canvasRows([200], measured());
    const each = rows.flatMap(({ targets }) => targets).filter(({ by }) => by !== 'slowed');
    const bound = each.filter(({ by }) => by === 'screen');
    expect(bound.length).toBeGreaterThan(0);
    expect(count(rows)).toBe(each.length);
    expect(toSummary(rows)).toContain(`Decided slowed: ${bound.length} (${bound.length} met`);
    // Reachable targets are judged plainly, without a word of slowing.
    expect(toSummary(rows.filter(({ workload }) => workload.startsWith('load')))).not.toContain('slowed');
  });

  it('leave what was not slowed not measured, never met', () => {
    const rows = canvasRows([200], measured(['plain']));
    expect(verdicts(rowOf(rows, 'marquee over 100, 200', 'p95 frame'))).toEqual(['screen']);
    expect(verdicts(rowOf(rows, 'marquee over 100, 200, slowed 4x', 'p95 frame'))).toEqual(['not measured']);
  });
});
