/**
 * Text with cells in rows: CSV (RFC 4180, or with semicolons or tabs between the cells, as spreadsheets of other countries
 * write) and what a spreadsheet puts on the clipboard. Quotes that are no quoting are taken as they are.
 */
import { restored } from '../model/cellText.ts';
import { collectRows, type Table } from './table.ts';

const delimiters = [',', '\t', ';'] as const;
type Delimiter = (typeof delimiters)[number];

export function readCsv(text: string): Table {
  return readDelimited(text, delimiterOf(text));
}

export function readDelimited(text: string, delimiter: Delimiter): Table {
  const collected = collectRows();
  let cells: string[] = [];
  let at = 0;
  let number = 1;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quoted(text, at, delimiter) : bare(text, at, delimiter);
    cells.push(restored(cell));
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      // An empty cell behind the last delimiter of the text.
      if (at < text.length) continue;
      cells.push('');
    }
    collected.add(number, cells);
    cells = [];
    number += 1;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return { name: '', rows: collected.rows };
}

/** The one that the first line has most of, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 100_000))?.[0] ?? '';
  const plain = line.replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = delimiters.map((delimiter) => plain.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function bare(text: string, start: number, delimiter: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return { cell: text.slice(start, end), end };
}

function quoted(text: string, start: number, delimiter: string): { cell: string; end: number } {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return bare(text, start, delimiter);
    cell += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      cell += '"';
      from = quote + 2;
      continue;
    }
    const rest = bare(text, quote + 1, delimiter);
    return rest.cell.trim() === '' ? { cell, end: rest.end } : bare(text, start, delimiter);
  }
}
