/** What lists of equal fractions take of memory, in a process of its own. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { sharedNumber } from '../../src/layout/sharedNumber.ts';

function bytesOfNumber(isShared: boolean): number {
  const module = new URL('../../src/layout/sharedNumber.ts', import.meta.url).href;
  const script = `
    const { sharedNumber } = await import('${module}');
    const number = ${isShared} ? sharedNumber : (value) => value;
    const lists = Array.from({ length: 10_000 });
    const before = (gc(), gc(), process.memoryUsage().heapUsed);
    for (let at = 0; at < lists.length; at += 1)
      lists[at] = ['L', number((at % 50) + 0.44), number((at % 30) * 2.04), number((at % 20) / 3), number((at % 10) * 0.5 * 2)];
    gc();
    gc();
    console.log((process.memoryUsage().heapUsed - before) / (4 * lists.length));
  `;
  return Number(
    execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    }),
  );
}

describe('a shared number', () => {
  it('is the number', () => {
    const numbers = [
      0,
      1,
      -1,
      0.1,
      -0.1,
      1e-9,
      2 ** 31,
      2 ** 31 + 0.5,
      -(2 ** 40),
      Number.NaN,
      Infinity,
      7235.44,
    ];
    for (const number of [...numbers, ...numbers]) expect(sharedNumber(number)).toBe(number);
  });

  it('takes memory once, however many lists hold it', () => {
    expect(bytesOfNumber(true)).toBeLessThan(0.75 * bytesOfNumber(false));
  });
});
