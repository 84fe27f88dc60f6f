/**
 * A PNG of ours read row by row: pictures of hundreds of megapixels do not fit into a test's memory whole.
 *
 * In:  the file, 8 bits a channel. Out: its size; each row's bytes, good until the next one. Throws for a filter that our writer
 *      never uses.
 */
import { createInflate } from 'node:zlib';

export interface PngRows {
  readonly width: number;
  readonly height: number;
  readonly bytesOfPixel: number;
}

/** As it is, and as its difference to the row above. */
const filters: ReadonlySet<number> = new Set([0, 2]);

export async function readPngRows(png: Buffer, look: (row: Uint8Array, y: number) => void): Promise<PngRows> {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytesOfPixel = png[25] === 6 ? 4 : 3;
  const stride = 1 + width * bytesOfPixel;
  const inflate = createInflate({ chunkSize: 1 << 20 });
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      inflate.write(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  inflate.end();
  const row = new Uint8Array(width * bytesOfPixel);
  let y = 0;
  let inRow = 0;
  for await (const chunk of inflate as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (inRow === 0) {
        if (!filters.has(byte)) throw new Error(`row ${y} has filter ${byte}`);
        if (byte === 0) row.fill(0);
      } else if (byte !== 0) row[inRow - 1] = (row[inRow - 1] ?? 0) + byte;
      inRow += 1;
      if (inRow < stride) continue;
      look(row, y);
      y += 1;
      inRow = 0;
    }
  }
  if (y !== height || inRow !== 0) throw new Error(`a picture of ${height} rows has ${y}`);
  return { width, height, bytesOfPixel };
}
