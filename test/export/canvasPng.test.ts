/** How threads share a picture; what canvases draw is the browser tests' (test/e2e/largePicture.spec.ts). */
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canvasPainter, openPicture, type StripThread } from '../../src/export/canvasPng.ts';
import type { Scene } from '../../src/layout/scene.ts';

const scene: Scene = {
  width: 2100,
  height: 4200,
  title: 'Large',
  language: 'en',
  background: 'paper',
  groups: [],
};
const look = { theme: 'light', size: { scale: 1 }, emoji: new Map() } as const;

/** A colour of its own for each square of 64 pixels, opaque. */
function place(x: number, y: number): number {
  return 0xff000000 + (x >> 6) * 256 + (y >> 6);
}

/** A canvas that shows where it lies in the picture. Wider than `widest` it stays blank, as in some browsers. */
function fakeCanvas(widest: number) {
  return class {
    readonly #width: number;
    constructor(width: number) {
      this.#width = width;
    }
    getContext() {
      const isBlank = this.#width > widest;
      let [left, top] = [0, 0];
      const nothing = () => undefined;
      return {
        setTransform: (...[, , , , x, y]: number[]) => {
          [left, top] = [-(x ?? 0), -(y ?? 0)];
        },
        getImageData: (x: number, y: number, width: number, height: number) => {
          const data = new Uint8ClampedArray(width * height * 4);
          const pixels = new Uint32Array(data.buffer);
          const drawn = isBlank ? 0 : pixels.length;
          for (let at = 0; at < drawn; at += 1)
            pixels[at] = place(left + x + (at % width), top + y + Math.floor(at / width));
          return { data };
        },
        fillRect: nothing,
        save: nothing,
        restore: nothing,
      };
    }
  };
}

/** A thread that draws as another thread would, as long as it is well. */
function thread(strips: number): StripThread & { readonly drawn: number; readonly ended: boolean } {
  const state = { drawn: 0, ended: false };
  const painter = openPicture(scene, look);
  return {
    get drawn() {
      return state.drawn;
    },
    get ended() {
      return state.ended;
    },
    draw: async (strip) => {
      if (state.drawn >= strips) throw new Error('this thread is gone');
      state.drawn += 1;
      return (await painter).draw(strip);
    },
    end: () => {
      state.ended = true;
    },
  };
}

describe('a picture drawn by several threads', () => {
  beforeEach(() => {
    vi.stubGlobal('OffscreenCanvas', fakeCanvas(16_384));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('has the bytes that one thread alone would give it', async () => {
    const alone = await canvasPainter()(scene, look);
    const helper = thread(Infinity);
    const shared = await canvasPainter([helper])(scene, look);
    expect(helper.drawn).toBeGreaterThan(0);
    expect(Buffer.from(shared).equals(alone)).toBe(true);
    expect(helper.ended).toBe(true);
  });

  it('is whole when a thread fails before or in the midst of it', async () => {
    const alone = await canvasPainter()(scene, look);
    for (const helpers of [[thread(0)], [thread(1)], [thread(1), thread(0), thread(Infinity)]])
      expect(Buffer.from(await canvasPainter(helpers)(scene, look)).equals(alone)).toBe(true);
  });

  it('tells how far it is, up to the end, and leaves no thread behind when it is given up', async () => {
    const shares: number[] = [];
    await canvasPainter([thread(Infinity)])(scene, {
      ...look,
      onProgress: (share) => shares.push(share),
    });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);

    const helper = thread(Infinity);
    const gone = canvasPainter([helper])(scene, {
      ...look,
      signal: AbortSignal.abort(new Error('enough')),
    });
    await expect(gone).rejects.toThrow('enough');
    expect(helper.ended).toBe(true);
  });

  it('is narrower canvases side by side where the browser keeps nothing on a wide one, never blank (R75)', async () => {
    const whole = await canvasPainter()(scene, look);
    vi.stubGlobal('OffscreenCanvas', fakeCanvas(2048));
    const narrow = await canvasPainter()(scene, look);
    expect(Buffer.from(narrow).equals(whole)).toBe(true);
    const { width, height, data } = PNG.sync.read(Buffer.from(narrow));
    expect([width, height]).toEqual([2100, 4200]);
    expect([...data.subarray(-4)]).toEqual([4199 >> 6, 2099 >> 6, 0, 255]);

    vi.stubGlobal('OffscreenCanvas', fakeCanvas(10));
    await expect(canvasPainter()(scene, look)).rejects.toThrow('this browser gives no canvas');
  });
});
