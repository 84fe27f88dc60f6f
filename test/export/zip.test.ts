import { crc32 as expectedCrc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { crc32 } from '../../src/export/crc32.ts';
import { zipParts } from '../../src/export/zip.ts';
import { openZip } from '../../src/import/zip.ts';

const long = '<p:sp>接触点 &amp; card</p:sp>'.repeat(3000);
const picture = Uint8Array.from({ length: 9000 }, (_, index) => (index * 7919) % 251);
const parts = new Map<string, string | readonly string[] | Uint8Array>([
  ['[Content_Types].xml', '<Types/>'],
  ['ppt/slides/slide1.xml', ['<a>', long, '</a>']],
  ['ppt/slides/slide2.xml', new TextEncoder().encode(long)],
  ['ppt/media/image1.png', picture],
  ['empty.xml', ''],
]);

it('gives back each part as it was, in its order', () => {
  const found = unzipSync(zipParts(parts));
  expect(Object.keys(found)).toEqual([...parts.keys()]);
  expect(strFromU8(found['ppt/slides/slide1.xml'] ?? new Uint8Array())).toBe(`<a>${long}</a>`);
  expect(strFromU8(found['ppt/slides/slide2.xml'] ?? new Uint8Array())).toBe(long);
  expect(found['ppt/media/image1.png']).toEqual(picture);
  expect(found['empty.xml']).toHaveLength(0);
});

it('is a zip that our own reader of workbooks opens', () => {
  const zip = openZip(zipParts(parts));
  expect(zip.text('[Content_Types].xml')).toBe('<Types/>');
  expect(zip.text('ppt/slides/slide2.xml')).toBe(long);
});

it('leaves pictures as they are, and packs texts', () => {
  const size = zipParts(parts).length;
  expect(size).toBeGreaterThan(picture.length);
  expect(size).toBeLessThan(picture.length + 2500);
});

it('is the same for the same parts', () => {
  expect(Buffer.from(zipParts(parts)).equals(zipParts(parts))).toBe(true);
});

it('checks parts by the sum that zip and PNG name', () => {
  for (const length of [0, 1, 3, 4, 9000])
    expect(crc32(picture.subarray(0, length))).toBe(expectedCrc32(picture.subarray(0, length)));
});
