// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMapImages, type LiveImages } from '../../src/state/mapImages.ts';

const hash = 'ab'.repeat(32);
const picture = new Blob([Uint8Array.from([1, 2, 3])], { type: 'image/png' });
let images: LiveImages;

beforeEach(() => {
  vi.useFakeTimers();
  let made = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${(made += 1)}`);
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
});
afterEach(() => {
  images.dispose();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function open(load: (hash: string) => Promise<Blob | null>) {
  const loading = vi.fn(load);
  images = createMapImages(loading, () =>
    Promise.resolve({ ok: true, value: { hash, width: 1, height: 1, bytes: 3 } }),
  );
  return loading;
}

describe('the pictures of an open map', () => {
  it('are fetched once, however often they are drawn, and tell when they are here', async () => {
    const loading = open(() => Promise.resolve(picture));
    const told = vi.fn();
    images.subscribe(told);
    expect([images.urlOf(hash), images.urlOf(hash)]).toEqual([null, null]);
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
    expect(images.urlOf(hash)).toBe('blob:1');
    expect(loading).toHaveBeenCalledOnce();
  });

  it('that could not be fetched are asked for again later, those the map has not are not', async () => {
    const answers = [Promise.reject(new Error('no network')), Promise.resolve(null)];
    const loading = open(() => answers.shift() ?? Promise.resolve(picture));
    images.subscribe(() => images.urlOf(hash));
    images.urlOf(hash);
    await vi.advanceTimersByTimeAsync(14_000);
    expect(loading).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(loading).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(loading).toHaveBeenCalledTimes(2);
  });

  it('that were added here are shown at once and never fetched', async () => {
    const loading = open(() => Promise.resolve(null));
    await images.add(picture);
    expect(images.urlOf(hash)).toBe('blob:1');
    expect(loading).not.toHaveBeenCalled();
  });

  it('are given to files, and null where they cannot be had', async () => {
    open((wanted) => Promise.resolve(wanted === hash ? picture : null));
    expect(await images.blobOf(hash)).toBe(picture);
    expect(await images.blobOf('cd'.repeat(32))).toBeNull();
  });

  it('leave nothing behind when the map is closed', async () => {
    open(() => Promise.resolve(picture));
    await images.add(picture);
    images.dispose();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:1');
    expect(images.urlOf(hash)).toBeNull();
  });
});
