/**
 * Where a text stops being JSON, so that a person can find the place in a long file.
 *
 * In:  any text. Out: line and column (from 1, in UTF-16 units) of the first character that cannot stand there, one past
 *      the last one when the text ends too early; null when it is JSON.
 * Browsers and Node say this each in words of their own, in English, and some not at all.
 */

export interface JsonFault {
  readonly line: number;
  readonly column: number;
}

/** What may come next. `item`: a value or the end of an empty list; `field`: a key or the end of an empty object. */
type Next = 'value' | 'item' | 'field' | 'key' | 'colon' | 'more' | 'nothing';

export function findJsonFault(text: string): JsonFault | null {
  const fault = faultIndex(text);
  if (fault === null) return null;
  const before = text.slice(0, fault);
  return { line: before.split('\n').length, column: fault - before.lastIndexOf('\n') };
}

function faultIndex(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let next: Next = 'value';
  let index = 0;
  for (;;) {
    while (isSpace(text[index])) index += 1;
    const sign = text[index];
    if (sign === undefined) return next === 'nothing' ? null : index;
    const inside = open.at(-1);
    if (next === 'more' || next === 'item' || next === 'field') {
      if (sign === (inside === '{' ? '}' : ']')) {
        open.pop();
        next = open.length > 0 ? 'more' : 'nothing';
        index += 1;
        continue;
      }
      if (next === 'more') {
        if (sign !== ',') return index;
        next = inside === '{' ? 'key' : 'value';
        index += 1;
        continue;
      }
    }
    if (next === 'nothing' || (next === 'colon' && sign !== ':')) return index;
    if (next === 'colon') {
      next = 'value';
      index += 1;
    } else if (next === 'key' || next === 'field') {
      const end: End = sign === '"' ? endOfText(text, index) : { fault: index };
      if ('fault' in end) return end.fault;
      index = end.index;
      next = 'colon';
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      next = sign === '{' ? 'field' : 'item';
      index += 1;
    } else {
      const end = sign === '"' ? endOfText(text, index) : endOfWord(text, index);
      if ('fault' in end) return end.fault;
      index = end.index;
      next = open.length > 0 ? 'more' : 'nothing';
    }
  }
}

type End = { readonly index: number } | { readonly fault: number };

/** Past the closing quote. Character by character: a regular expression runs out of stack on long pictures. */
function endOfText(text: string, start: number): End {
  for (let index = start + 1; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '"') return { index: index + 1 };
    if (sign < ' ') return { fault: index };
    if (sign !== '\\') continue;
    const length = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(index + 1, index + 6))?.[0].length;
    if (length === undefined) return { fault: index };
    index += length;
  }
  return { fault: text.length };
}

/** Past a number, true, false or null. */
function endOfWord(text: string, start: number): End {
  const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
  word.lastIndex = start;
  return word.test(text) ? { index: word.lastIndex } : { fault: start };
}

function isSpace(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t';
}
