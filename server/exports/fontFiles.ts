/**
 * The whole fonts that exports letter with, from the folder `fonts` (made by scripts/makeFonts.ts), decompressed when they are
 * asked for. None is kept: they are ten megabytes each, and reading one again takes a twentieth of a second. That long the thread
 * stands still (exports have one of their own): other threads' memory for it would not be given back before the process ends.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { ReadCut } from '../../src/export/fontCuts.ts';

const folder = path.resolve(import.meta.dirname, '../../fonts');

/** Room for a whole font at once: collecting it in pieces would hold it twice. */
const largestFont = 16 * 1024 * 1024;

/** The TrueType bytes of a cut. Rejects when the file is missing or broken. */
export const readFontFile: ReadCut = async (cut) =>
  brotliDecompressSync(await readFile(path.join(folder, `${cut}.ttf.br`)), { chunkSize: largestFont });
