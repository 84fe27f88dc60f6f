// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { IMAGE_LENGTH } from '../../../../src/model/limits.ts';
import { smallPicture } from '../../../../src/panels/inspector/controls/smallPicture.ts';

/** A browser that draws a picture of this size, whose files have so many characters a pixel. */
function browser(given: { readonly png: number; readonly jpeg: number; readonly alpha: number }): string[] {
  const asked: string[] = [];
  vi.stubGlobal('createImageBitmap', async () => ({ width: 2560, height: 1280 }));
  const context = {
    drawImage: () => {},
    getImageData: () => ({ data: Uint8ClampedArray.of(9, 9, 9, given.alpha) }),
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation((() => context) as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation(function data(
    this: HTMLCanvasElement,
    type = '',
  ) {
    asked.push(`${type} ${this.width}`);
    const head = `data:${type};base64,`;
    return head.padEnd(this.width * this.height * (type === 'image/png' ? given.png : given.jpeg), 'A');
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('keeps a drawing as PNG, a photograph as JPEG, and what shines through as a smaller PNG: never a kind that a file cannot embed', async () => {
  browser({ png: 0.1, jpeg: 0.1, alpha: 255 });
  expect(await smallPicture(new Blob())).toMatchObject({
    ok: true,
    data: expect.stringMatching(/^data:image\/png/),
  });
  const photograph = browser({ png: 4, jpeg: 0.3, alpha: 255 });
  const made = await smallPicture(new Blob());
  expect(made).toMatchObject({ ok: true, data: expect.stringMatching(/^data:image\/jpeg/) });
  expect(made.ok && made.data.length).toBeLessThanOrEqual(IMAGE_LENGTH);
  expect(photograph).toEqual(['image/png 1280', 'image/jpeg 1280']);
  const clear = browser({ png: 1, jpeg: 0.3, alpha: 128 });
  expect(await smallPicture(new Blob())).toMatchObject({
    ok: true,
    data: expect.stringMatching(/^data:image\/png/),
  });
  expect(clear.every((one) => one.startsWith('image/png'))).toBe(true);
});

it('says what is no picture, and what cannot be made small enough', async () => {
  browser({ png: 50, jpeg: 50, alpha: 255 });
  expect(await smallPicture(new Blob())).toEqual({ ok: false, reason: 'pictureTooLarge' });
  vi.stubGlobal('createImageBitmap', async () => {
    throw new Error('no picture');
  });
  expect(await smallPicture(new Blob())).toEqual({ ok: false, reason: 'pictureNotRead' });
});
