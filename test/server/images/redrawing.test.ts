/** Pictures are drawn one at a time, apart from the server, which outlives whatever a file does to the drawer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import { createRedrawing, RedrawingBusyError } from '../../../server/images/redrawing.ts';
import { readImageFacts } from '../../../src/model/imageFacts.ts';
import { realGif, realWebp } from '../../support/pictures.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'touchline-redrawing-'));
afterAll(() => rmSync(folder, { recursive: true }));
function program(text: string): string {
  const file = path.join(folder, `${text.length}.mjs`);
  writeFileSync(file, text);
  return file;
}

describe('a picture given to another process', () => {
  it('comes back drawn anew; null when it cannot be decoded', async () => {
    const redrawing = createRedrawing(systemClock);
    const drawn = await redrawing.redraw(realWebp.lossy);
    expect(drawn && readImageFacts(drawn)).toEqual({ type: 'png', width: 12, height: 8 });
    expect(await redrawing.redraw(realGif(30, 20).subarray(0, 40))).toBeNull();
    await redrawing.stop();
  });

  it.each([
    ['falls over', 'process.kill(process.pid, "SIGSEGV")'],
    ['throws', 'throw new Error("broken")'],
    ['reads nothing', 'process.exit(3)'],
  ])('is null when the drawer %s, and the next is drawn', async (_what, text) => {
    const redrawing = createRedrawing(systemClock, program(text));
    expect(await redrawing.redraw(Buffer.alloc(300_000))).toBeNull();
    expect(await redrawing.redraw(Buffer.alloc(3))).toBeNull();
    await redrawing.stop();
  });

  it('is null when it takes too long: the drawer is ended', async () => {
    let late = () => {};
    const clock = {
      ...systemClock,
      after(_delayMs: number, run: () => void) {
        late = run;
        return () => {};
      },
    };
    const redrawing = createRedrawing(clock, program('setInterval(() => {}, 1000)'));
    const waits = redrawing.redraw(Buffer.alloc(3));
    await new Promise(setImmediate);
    late();
    expect(await waits).toBeNull();
    await redrawing.stop();
  });

  it('waits for those before it, refuses when many do, and is let go when the server stops', async () => {
    const redrawing = createRedrawing(systemClock, program('setInterval(() => {}, 999)'));
    const waiting = Array.from({ length: 8 }, () => redrawing.redraw(Buffer.alloc(3)));
    await expect(redrawing.redraw(Buffer.alloc(3))).rejects.toBeInstanceOf(RedrawingBusyError);
    await new Promise(setImmediate);
    await redrawing.stop();
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => null));
  });
});
