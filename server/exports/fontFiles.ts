/**
 * The whole fonts that exports letter with, from the folder `fonts` (made by scripts/makeFonts.ts): each is
 * decompressed once, when it is first asked for. Exports are drawn in a thread or a process that ends, and what is kept
 * here with it.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { CutName, ReadCut } from '../../src/export/fontCuts.ts';

const folder = path.resolve(import.meta.dirname, '../../fonts');
const decompress = promisify(brotliDecompress);

/** Room for a whole font at once: collecting it in pieces would hold it twice. */
const largestFont = 16 * 1024 * 1024;

const opened = new Map<CutName, Promise<Uint8Array>>();

/** The TrueType bytes of a cut. Rejects when the file is missing or broken. */
export const readFontFile: ReadCut = (cut) => {
  let bytes = opened.get(cut);
  if (!bytes) opened.set(cut, (bytes = open(cut)));
  return bytes;
};

async function open(cut: CutName): Promise<Uint8Array> {
  return decompress(await readFile(path.join(folder, `${cut}.ttf.br`)), { chunkSize: largestFont });
}
