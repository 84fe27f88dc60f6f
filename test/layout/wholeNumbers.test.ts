/** What boxes take of memory, with and without; each in a process of its own, in which nothing has made a box before. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function bytesOfBox(isKept: boolean): number {
  const module = new URL('../../src/layout/wholeNumbers.ts', import.meta.url).href;
  const script = `
    const { keepWholeNumbers } = await import('${module}');
    if (${isKept}) keepWholeNumbers();
    const boxes = Array.from({ length: 50_000 });
    const before = (gc(), gc(), process.memoryUsage().heapUsed);
    for (let at = 0; at < boxes.length; at += 1)
      boxes[at] = { x: at % 9 ? at : 0.5, y: at % 9 ? 22 : 0.5, width: at % 9 ? 208 : 0.5, height: at % 9 ? 134 : 0.5 };
    gc();
    gc();
    console.log((process.memoryUsage().heapUsed - before) / boxes.length);
  `;
  return Number(
    execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    }),
  );
}

describe('whole numbers of a layout', () => {
  it('take no memory of their own, though some of their kind are fractions', () => {
    const [plain, kept] = [bytesOfBox(false), bytesOfBox(true)];
    expect(plain, 'what it would be').toBeGreaterThan(100);
    expect(kept).toBeLessThan(0.75 * plain);
  });
});
