/**
 * Makes fonts/*.ttf.br: the whole faces that exports draw with, one file a cut the look uses, compressed by brotli,
 * which Node opens by itself. Run it after a font update:
 *   npm install --no-save @expo-google-fonts/{noto-sans-sc,noto-serif-sc,source-sans-3,source-serif-4}
 *   node scripts/makeFonts.ts
 *
 * The files are the published ones with two changes. The character map points at the forms for Simplified Chinese (a
 * dash of a whole em) that Noto else keeps for text marked as such, since not every program that draws asks for them;
 * it leaves out what the page's slices of a font leave out below the Chinese characters, so that both draw it in the same font; and tables that no drawing of ours reads are left out: layout features (no kerning, no ligatures), vertical
 * metrics, names of variations.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);
const outDir = path.join(import.meta.dirname, '../fonts');

const regular = [400, 'Regular'] as const;
const medium = [500, 'Medium'] as const;
const semiBold = [600, 'SemiBold'] as const;
const bold = [700, 'Bold'] as const;
const families = [
  { name: 'noto-sans-sc', file: 'NotoSansSC', weights: [regular, medium, semiBold, bold], chinese: true },
  { name: 'noto-serif-sc', file: 'NotoSerifSC', weights: [semiBold], chinese: true },
  { name: 'source-sans-3', file: 'SourceSans3', weights: [regular, medium, semiBold, bold], chinese: false },
  { name: 'source-serif-4', file: 'SourceSerif4', weights: [semiBold], chinese: false },
] as const;

const keptTables: ReadonlySet<string> = new Set(
  'OS/2 cmap cvt fpgm gasp glyf head hhea hmtx loca maxp name post prep'.split(' '),
);
/** From here on a character has one form for all languages, or none of ours. */
const firstIdeograph = 0x2e80;

/** Whether the page's own copy of a family draws a character, or leaves it to the one that stands in (arrows, Greek). */
function shownBy(name: string): (code: number) => boolean {
  const slices = require(`@fontsource-variable/${name}/unicode.json`) as Readonly<Record<string, string>>;
  const ranges = Object.values(slices).flatMap((slice) =>
    slice.split(',').map((range) => {
      const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    }),
  );
  return (code) => ranges.some(([first, last]) => code >= first && code <= last);
}

/** Which glyph each character is drawn with. */
function glyphsOf(
  bytes: Uint8Array,
  chinese: boolean,
  isShown: (code: number) => boolean,
): Map<number, number> {
  const font = fontkit.create(bytes);
  const glyphs = new Map<number, number>();
  for (const code of font.characterSet.toSorted((a, b) => a - b)) {
    if (code < firstIdeograph && !isShown(code)) continue;
    const [formed, ...more] =
      chinese && code < firstIdeograph
        ? font.layout(String.fromCodePoint(code), { kern: false, liga: false }, 'hani', 'ZHS ').glyphs
        : [];
    const usual = font.glyphForCodePoint(code).id;
    glyphs.set(code, formed && more.length === 0 ? formed.id : usual);
  }
  return glyphs;
}

/** A character map in the one format that holds every character (OpenType, cmap format 12). */
function writeCharacterMap(glyphs: ReadonlyMap<number, number>): Buffer {
  const runs: { first: number; last: number; glyph: number }[] = [];
  for (const [code, glyph] of glyphs) {
    const run = runs.at(-1);
    if (run && code === run.last + 1 && glyph === run.glyph + (code - run.first)) run.last = code;
    else runs.push({ first: code, last: code, glyph });
  }
  const head = Buffer.alloc(12 + 16);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(3, 4); // Windows
  head.writeUInt16BE(10, 6); // all of Unicode
  head.writeUInt32BE(12, 8);
  head.writeUInt16BE(12, 12);
  head.writeUInt32BE(16 + runs.length * 12, 16);
  head.writeUInt32BE(runs.length, 24);
  const body = Buffer.alloc(runs.length * 12);
  runs.forEach(({ first, last, glyph }, index) => {
    body.writeUInt32BE(first, index * 12);
    body.writeUInt32BE(last, index * 12 + 4);
    body.writeUInt32BE(glyph, index * 12 + 8);
  });
  return Buffer.concat([head, body]);
}

function readTables(bytes: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16) {
    const start = bytes.readUInt32BE(at + 8);
    const name = bytes.toString('latin1', at, at + 4).trim();
    if (keptTables.has(name)) tables.set(name, bytes.subarray(start, start + bytes.readUInt32BE(at + 12)));
  }
  return tables;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A font file of tables. The checksum of the whole file is left at 0: nobody reads it. */
function writeFont(tables: ReadonlyMap<string, Buffer>): Buffer {
  const names = [...tables.keys()].toSorted();
  const power = 2 ** Math.floor(Math.log2(names.length));
  const head = Buffer.alloc(12 + names.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(names.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((names.length - power) * 16, 10);
  const parts: Buffer[] = [];
  let start = head.length;
  names.forEach((name, index) => {
    const table = tables.get(name) ?? Buffer.alloc(0);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    head.write(name.padEnd(4), 12 + index * 16, 'latin1');
    head.writeUInt32BE(checksum(padded), 16 + index * 16);
    head.writeUInt32BE(start, 20 + index * 16);
    head.writeUInt32BE(table.length, 24 + index * 16);
    start += padded.length;
    parts.push(padded);
  });
  return Buffer.concat([head, ...parts]);
}

mkdirSync(outDir, { recursive: true });
for (const { name, file, weights, chinese } of families) {
  const isShown = shownBy(name);
  const folder = path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
  copyFileSync(path.join(folder, 'LICENSE_FONT'), path.join(outDir, `${name}.OFL.txt`));
  for (const [weight, cut] of weights) {
    const bytes = readFileSync(path.join(folder, `${weight}${cut}`, `${file}_${weight}${cut}.ttf`));
    const tables = readTables(bytes);
    tables.set('cmap', writeCharacterMap(glyphsOf(bytes, chinese, isShown)));
    const font = writeFont(tables);
    const compressed = brotliCompressSync(font, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: font.length,
      },
    });
    writeFileSync(path.join(outDir, `${name}-${weight}.ttf.br`), compressed);
    process.stdout.write(`${name} ${weight}: ${font.length} bytes, ${compressed.length} compressed\n`);
  }
}
