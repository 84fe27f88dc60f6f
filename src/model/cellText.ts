/**
 * How texts stand in the cells of a table, and back: written by exports, read by imports, so that what goes out comes in
 * as it was.
 *
 * A text that a spreadsheet would run gets an apostrophe in front (and one that has an apostrophe there already gets
 * another). A list stands in one cell, its items parted by `;`; inside an item `,` parts the fields of a record and `:` a
 * field's name from its value. What holds such a mark itself stands in quotes, a quote inside is doubled.
 */

/** What a spreadsheet may take for a formula; those set to Chinese or Japanese read full-width signs alike. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const number = /^[-+]?\d+([.,]\d+)*%?$/;

/** The text as it may stand in a cell of a file that carries no types. */
export function neutralised(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}

/** The text as it was before `neutralised`; any other stays as it is. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** A name as it is compared: alike in any case, in full or half width. */
export function plainName(name: string): string {
  // Most names need no normal form, which is costly for thousands of them.
  if (/^[\x20-\x7E]*$/.test(name)) return name.toLowerCase().trim();
  return name.normalize('NFKC').toLowerCase().trim();
}

/** A text inside a list or record of a cell: in quotes where it holds a mark or would lose something. */
export function quotedItem(text: string): string {
  const isPlain = text !== '' && text === text.trim() && !/[,，、;；:："\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

export interface Item {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** The items of a list: parted by semicolons, or also by commas, enumeration commas and line breaks. */
export function splitItems(cell: string): readonly Item[] {
  return split(cell, ',，、;；\n').map(plainItem);
}

/** A list of records: per record its parts as label and value (both as they stand), in order. */
export function splitRecords(
  cell: string,
): readonly (readonly (readonly [label: string, value: string])[])[] {
  return split(cell, ';；\n').map((record) =>
    split(record, ',，').map((part) => {
      const [label = '', ...rest] = split(part, ':：', 2);
      return [plainItem(label).text, plainItem(rest.join('')).text] as const;
    }),
  );
}

/** Entries by name: per entry its name and what follows the first colon. */
export function splitEntries(cell: string): readonly (readonly [name: string, record: string])[] {
  return split(cell, ';；\n').map((entry) => {
    const [name = '', ...rest] = split(entry, ':：', 2);
    return [plainItem(name).text, rest.join('').trim()] as const;
  });
}

/** Parts between marks that stand outside quotes; blank ones are left out. `most`: no more parts than this. */
function split(text: string, marks: string, most = Infinity): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    // A quote opens only where an item begins.
    if (sign === '"' && (at === 0 || /[\s,，、;；:：]/.test(text.charAt(at - 1)))) {
      at = endOfQuotes(text, at);
      continue;
    }
    if (marks.includes(sign) && parts.length < most - 1) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
    at += 1;
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part.trim() !== '');
}

/** The place after the closing quote; a quote that is never closed is a letter like others. */
function endOfQuotes(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at + 1;
    at += 1;
  }
  return start + 1;
}

function plainItem(part: string): Item {
  const text = part.trim();
  const isQuoted = text.length > 1 && text.startsWith('"') && endOfQuotes(text, 0) === text.length;
  return { text: isQuoted ? text.slice(1, -1).replaceAll('""', '"') : text, isQuoted };
}
