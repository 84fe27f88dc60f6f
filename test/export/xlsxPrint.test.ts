/**
 * The workbook as another program shows and prints it: LibreOffice, where it is installed (the tests' names say so). Every sheet as
 * CSV cell by cell against what was written, and on paper: nothing too narrow for its numbers, no page blank, each page across
 * with its head.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toXlsx } from '../../src/export/tables/xlsx.ts';
import { readCsv } from '../../src/import/csv.ts';
import { readXlsx } from '../../src/import/xlsx.ts';
import { templates } from '../support/templates.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'touchline-print-'));
afterAll(() => rmSync(folder, { recursive: true }));
const isThere = (program: string, asked: string) => !spawnSync(program, [asked]).error;
const slowProgramMs = 600_000;
/** Every sheet, as it is shown. */
const csvOfEach = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const programs = isThere('soffice', '--version') && isThere('pdftoppm', '-v');

/** A number is shown as long as its column has room for its digits. */
function isShown(written: string, shown: string): boolean {
  if (written === shown) return true;
  const [a, b] = [Number(written), Number(shown)];
  return Number.isFinite(a) && shown !== '' && Math.abs(a - b) <= Math.abs(a) / 1000;
}

describe.skipIf(!programs)('workbooks in LibreOffice (skipped where it is not installed)', () => {
  const books = templates.map(({ name, map }) => ({ name, bytes: toXlsx(map, { lang: 'map' }) }));

  beforeAll(() => {
    const files = books.map(({ name, bytes }) => {
      writeFileSync(path.join(folder, `${name}.xlsx`), bytes);
      return path.join(folder, `${name}.xlsx`);
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    for (const to of [csvOfEach, 'pdf'])
      spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, ...files]);
  }, slowProgramMs);

  it.each(books)('$name: every cell of every sheet is shown as it was written', ({ name, bytes }) => {
    const sheets = readXlsx(bytes);
    expect(readdirSync(folder).filter((file) => file.startsWith(`${name}-`))).toHaveLength(sheets.length);
    for (const { name: sheet, rows } of sheets) {
      const shown = readCsv(readFileSync(path.join(folder, `${name}-${sheet}.csv`), 'utf8')).rows;
      const cellsShown = new Map(shown.map(({ number, cells }) => [number, cells]));
      const wrong = rows.flatMap(({ number, cells }) =>
        cells.flatMap((cell, column) => {
          const other = cellsShown.get(number)?.[column] ?? '';
          return isShown(cell, other) ? [] : [`${sheet} ${number} ${column}: ${cell} is ${other}`];
        }),
      );
      expect(wrong).toEqual([]);
    }
  });

  it.each(books)(
    '$name: on paper lies across, names each row on each page, and is nowhere blank or too narrow',
    ({ name, bytes }) => {
      const file = path.join(folder, `${name}.pdf`);
      const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      const pages = stdout.split('\f').slice(0, -1);
      const sheets = readXlsx(bytes);
      expect(stdout).not.toContain('##');
      for (const { name: sheet, rows } of sheets) {
        const own = pages.filter((page) => page.trimEnd().split('\n').at(-1)?.trimStart().startsWith(sheet));
        expect([sheet, own.length > 0]).toEqual([sheet, true]);
        const head = rows[0]?.cells[0] ?? '';
        expect(own.filter((page) => !page.includes(head))).toEqual([]);
      }
      spawnSync('pdftoppm', ['-r', '24', '-png', file, path.join(folder, `${name}.page`)]);
      const pictures = readdirSync(folder)
        .filter((one) => one.startsWith(`${name}.page`))
        .map((one) => PNG.sync.read(readFileSync(path.join(folder, one))));
      expect(pictures).toHaveLength(pages.length);
      // A4 as before would be eighty pages and more.
      expect(pages.length).toBeLessThan(45);
      for (const { width, height, data } of pictures) {
        expect(width).toBeGreaterThan(height);
        expect(data.filter((value, at) => at % 4 === 0 && value < 200).length).toBeGreaterThan(20);
      }
    },
    slowProgramMs,
  );
});
