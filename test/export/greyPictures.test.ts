import { Resvg } from '@resvg/resvg-js';
import * as fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { greyGif } from '../../src/export/greyGif.ts';
import { greyJpeg } from '../../src/export/greyJpeg.ts';
import { greyPng } from '../../src/export/greyPng.ts';
import { greyProgressive } from '../../src/export/greyProgressive.ts';
import { greyPictureMaker } from '../../src/export/greyPictures.ts';
import { pngColours, pngFile } from '../../src/export/pngFile.ts';
import { readImageFacts } from '../../src/model/imageFacts.ts';
import { colouredJpeg, progressiveJpeg } from '../support/pictures.ts';

const address = (bytes: Uint8Array, type: string) =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** The pixels of a picture as another program decodes them, RGBA. */
function pixelsOf(bytes: Uint8Array, type: string): Buffer {
  const { width, height } = readImageFacts(bytes) ?? { width: 0, height: 0 };
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">` +
    `<image width="${width}" height="${height}" xlink:href="${address(bytes, type)}"/></svg>`;
  return new Resvg(svg).render().pixels;
}

/** Red, green, blue, half-clear white. */
const fourColours = Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 128);
const rgba = pngFile({ width: 2, height: 2 }, pngColours.rgba, [
  zlibSync(Uint8Array.of(0, ...fourColours.subarray(0, 8), 0, ...fourColours.subarray(8))),
]);

describe('a GIF in greys', () => {
  /** Two pixels, red and blue, by the table of the file or by the picture's own. */
  const gifOf = (own: boolean) => {
    const table = [255, 0, 0, 0, 0, 255];
    const head = [...Buffer.from('GIF89a'), 2, 0, 1, 0, own ? 0 : 0x80, 0, 0, ...(own ? [] : table)];
    const comment = [0x21, 0xfe, 2, 255, 7, 0];
    const picture = [
      0x2c,
      0,
      0,
      0,
      0,
      2,
      0,
      1,
      0,
      own ? 0x80 : 0,
      ...(own ? table : []),
      2,
      2,
      0x44,
      0x0a,
      0,
    ];
    return Uint8Array.of(...head, ...comment, ...picture, 0x3b);
  };

  test.each([false, true])('has only greys in its tables, and the same pixels (own table: %s)', (own) => {
    const file = gifOf(own);
    expect([...pixelsOf(file, 'gif')]).toEqual([255, 0, 0, 255, 0, 0, 255, 255]);
    const grey = greyGif(file) ?? new Uint8Array();
    expect([...pixelsOf(grey, 'gif')]).toEqual([76, 76, 76, 255, 29, 29, 29, 255]);
    expect(greyPictureMaker()(address(file, 'gif'))).toBe(address(grey, 'gif'));
  });

  test('that is cut is left as it is', () => {
    const file = gifOf(true);
    for (let length = 0; length < file.length; length += 1)
      expect(greyGif(file.subarray(0, length))).toBeNull();
  });
});

describe('a PNG in greys', () => {
  test('has each pixel’s lightness and what shines through', () => {
    const grey = greyPng(rgba);
    expect(grey).not.toBeNull();
    const pixels = pixelsOf(grey ?? new Uint8Array(), 'png');
    expect([...pixels.subarray(0, 12)]).toEqual([76, 76, 76, 255, 150, 150, 150, 255, 29, 29, 29, 255]);
    expect([pixels[12], pixels[15]]).toEqual([pixels[13], 128]);
  });

  test('of a palette with a clear colour keeps that clear', () => {
    const head = (name: string, data: readonly number[]) => {
      // The check sum is not looked at here: the server has looked at it.
      const bytes = [...name].map((letter) => letter.charCodeAt(0));
      return [0, 0, 0, data.length, ...bytes, ...data, 0, 0, 0, 0];
    };
    const data = [...zlibSync(Uint8Array.of(0, 0b0001_1011))];
    const file = Uint8Array.of(
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      ...head('IHDR', [0, 0, 0, 4, 0, 0, 0, 1, 2, 3, 0, 0, 0]),
      ...head('PLTE', [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]),
      ...head('tRNS', [255, 0]),
      ...head('IDAT', data),
      ...head('IEND', []),
    );
    const pixels = pixelsOf(greyPng(file) ?? new Uint8Array(), 'png');
    expect([0, 1, 2, 3].map((at) => pixels[at * 4 + 3])).toEqual([255, 0, 255, 255]);
    expect([pixels[0], pixels[8], pixels[12]]).toEqual([76, 29, 255]);
  });
});

describe('a JPEG in greys', () => {
  test('has the size and the lightness of the coloured one, whatever its sampling, in one scan or many, with restarts', () => {
    for (const picture of [...colouredJpeg, ...progressiveJpeg]) {
      const bytes = Buffer.from(picture.base64, 'base64');
      const grey = greyJpeg(bytes) ?? greyProgressive(bytes);
      if (!grey) throw new Error(`${picture.name} was not read`);
      const before = pixelsOf(Buffer.from(picture.base64, 'base64'), 'jpeg');
      const after = pixelsOf(grey, 'jpeg');
      expect(readImageFacts(grey)).toEqual(readImageFacts(Buffer.from(picture.base64, 'base64')));
      expect(after.length, picture.name).toBe(before.length);
      let most = 0;
      for (let at = 0; at < after.length; at += 4) {
        const [r = 0, g = 0, b = 0] = before.subarray(at, at + 3);
        expect(after[at]).toBe(after[at + 2]);
        most = Math.max(most, Math.abs(0.299 * r + 0.587 * g + 0.114 * b - (after[at] ?? 0)));
      }
      // Colours outside of what a screen can show are cut when they are decoded: never by much.
      expect(most, picture.name).toBeLessThan(14);
      expect(greyJpeg(grey)).toEqual(grey);
    }
  });
});

test('a picture that cannot be read keeps its colours, and no bytes make it fail', () => {
  const grey = greyPictureMaker();
  expect(grey('data:image/webp;base64,AAAA')).toBe('data:image/webp;base64,AAAA');
  expect(grey('stored:abc')).toBe('stored:abc');
  const jpeg = Buffer.from(colouredJpeg[0]?.base64 ?? '', 'base64');
  const scans = Buffer.from(progressiveJpeg[0]?.base64 ?? '', 'base64');
  fc.assert(
    fc.property(
      fc.constantFrom(rgba, jpeg, scans),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.nat(),
      (bytes, changes, cut) => {
        const spoilt = Uint8Array.from(bytes);
        for (const [at, value] of changes) spoilt[at % spoilt.length] = value;
        const type = bytes === rgba ? 'png' : 'jpeg';
        const given = address(spoilt.subarray(0, 1 + (cut % spoilt.length)), type);
        expect(grey(given)).toMatch(/^data:image\/(png|jpeg);base64,/);
      },
    ),
  );
});
