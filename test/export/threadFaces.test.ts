import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** Faces as a worker has them. */
class Face {
  status: 'unloaded' | 'loaded' | 'error' = 'unloaded';
  asked = 0;
  readonly family: string;
  readonly src: string;
  constructor(family: string, src: string) {
    this.family = family;
    this.src = src;
  }
  load(): Promise<this> {
    this.asked += 1;
    return this.status === 'error' ? Promise.reject(new Error('no network')) : Promise.resolve(this);
  }
}

const fonts = new Set<Face>();
beforeEach(() => {
  fonts.clear();
  vi.resetModules();
  vi.stubGlobal('FontFace', Face);
  vi.stubGlobal('fonts', fonts);
});
afterEach(() => vi.unstubAllGlobals());

const rule = (family: string, isLoaded: boolean) => ({
  family,
  weight: '400',
  unicodeRange: 'U+0-FF',
  src: `url("/${family}.woff2")`,
  isLoaded,
});

it('a worker is told each face once, however many pictures it makes, and fetches at once what the page shows', async () => {
  const { addFaces } = await import('../../src/export/threadFaces.ts');
  const rules = [rule('shown', true), rule('other', false)];
  addFaces(rules);
  addFaces(rules);
  expect([...fonts].map(({ family }) => family)).toEqual(['shown', 'other']);
  const [shown, other] = fonts;
  expect(shown?.asked).toBeGreaterThan(0);
  expect(other?.asked).toBe(0);
});

it('a face that could not be had is asked for again with the next picture', async () => {
  const { addFaces } = await import('../../src/export/threadFaces.ts');
  addFaces([rule('shown', true)]);
  const [failed] = fonts;
  if (!failed) throw new Error('no face was added');
  failed.status = 'error';
  addFaces([rule('shown', true)]);
  expect([...fonts]).toHaveLength(1);
  expect(fonts.has(failed)).toBe(false);
});
