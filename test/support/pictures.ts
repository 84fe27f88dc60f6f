/** Pictures by hand: real PNGs, and JPEG, WebP and GIF as far as their heads and segments go. */
import { deflateSync, crc32 } from 'node:zlib';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

export function pngChunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([ascii(name), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A black PNG; `more`: chunks between its head and its pixels. */
export function png(width: number, height: number, ...more: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    ascii('\u0089PNG\r\n\u001A\n'),
    pngChunk('IHDR', head),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function segment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** The segments of a JPEG; its pixels are of no use. `more`: segments behind its head. */
export function jpeg(width: number, height: number, ...more: readonly Buffer[]): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ascii('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0')),
    ...more,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export const exif = segment(0xe1, ascii('Exif\0\0 taken at 31.2304 N'));
export const jpegComment = segment(0xfe, ascii('by Ana'));

export function gif(width: number, height: number): Buffer {
  const bytes = Buffer.concat([ascii('GIF89a'), Buffer.alloc(20)]);
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

export function webp(width: number, height: number): Buffer {
  const bytes = Buffer.concat([ascii('RIFF\0\0\0\0WEBPVP8X\n\0\0\0'), Buffer.alloc(20)]);
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}
