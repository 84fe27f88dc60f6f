/**
 * Cells on the clipboard as spreadsheets write them: tabs between cells, line breaks between rows, and quotes around a
 * cell that holds either (a quote inside is doubled). Reading never fails; what is not quoted is taken as it is.
 */
export function writeTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(quoted).join('\t')).join('\n');
}

export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    if (text[end] === '\t') at = end + 1;
    else {
      rows.push(row);
      row = [];
      at = end + (text.startsWith('\r\n', end) ? 2 : 1);
      // A line break at the end ends the last row and begins no other.
      if (at >= text.length) break;
    }
  }
  return rows;
}

function plainCell(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (end < text.length && !'\t\n\r'.includes(text.charAt(end))) end += 1;
  return { cell: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): { cell: string; end: number } {
  let cell = '';
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else break;
    at += 1;
  }
  const rest = plainCell(text, Math.min(at + 1, text.length));
  // A quote that is never closed, or text after it, was no quoting at all.
  return at < text.length && rest.cell === '' ? { cell, end: rest.end } : plainCell(text, start);
}

function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
