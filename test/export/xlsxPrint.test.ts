/**
 * The workbook as another program shows and prints it: LibreOffice, where it is installed (the tests' names say so), for each
 * template and maps of 10, 200 and 1,000 cards. Every sheet as CSV cell by cell against what was written, and on paper: nothing too narrow for its numbers, no page blank, each page across
 * with its head.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toXlsx } from '../../src/export/tables/xlsx.ts';
import { readCsv } from '../../src/import/csv.ts';
import { readXlsx } from '../../src/import/xlsx.ts';
import { exportMap } from '../support/exportMap.ts';
import { drawnPages } from '../support/poppler.ts';
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
  const cards = [10, 200, 1000].map((count) => ({ name: `${count} cards`, map: exportMap(count).map }));
  const books = [...templates, ...cards].map(({ name, map }) => ({
    name,
    map,
    bytes: toXlsx(map, { lang: 'map' }),
  }));

  beforeAll(() => {
    const files = books.map(({ name, bytes }) => {
      writeFileSync(path.join(folder, `${name}.xlsx`), bytes);
      return path.join(folder, `${name}.xlsx`);
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    for (const to of [csvOfEach, 'pdf'])
      // Names of sheets become names of files, Chinese too.
      spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, ...files], {
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
  }, slowProgramMs);

  it.each(books)('$name: every cell of every sheet is shown as it was written', ({ name, map, bytes }) => {
    const sheets = readXlsx(bytes);
    // Its heads, and a row a touchpoint.
    expect(sheets[0]?.rows).toHaveLength(map.touchpoints.length + 1);
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
    ({ name, map, bytes }) => {
      const file = path.join(folder, `${name}.pdf`);
      const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      const pages = stdout.split('\f').slice(0, -1);
      const sheets = readXlsx(bytes);
      expect(stdout).not.toContain('##');
      for (const { name: sheet, rows } of sheets) {
        const own = pages.filter((page) => page.trimEnd().split('\n').at(-1)?.trimStart().startsWith(sheet));
        expect([sheet, own.length > 0]).toEqual([sheet, true]);
        const head = rows[0]?.cells[0] ?? '';
        expect(own.filter((page) => !page.includes(head))).toEqual([]);
      }
      const pictures = drawnPages(file, '-r', 24);
      expect(pictures).toHaveLength(pages.length);
      // Of a template; as before it would be eighty pages and more.
      expect(pages.length).toBeLessThan(45 + map.touchpoints.length / 2);
      for (const { width, height, data } of pictures) {
        expect(width).toBeGreaterThan(height);
        expect(data.filter((value, at) => at % 4 === 0 && value < 200).length).toBeGreaterThan(20);
      }
    },
    slowProgramMs,
  );
});
