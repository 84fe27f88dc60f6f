/**
 * Text of a cell and back. Typing, pasting and copying speak this text; the rules are those of the inspector: numbers
 * out of range are clamped and the rule is said, what is no number or no record to choose is not taken.
 *
 * `lookup` names records and values in the person's language. Never throws.
 */
import type { FieldSpec, NumberSpec } from '../model/fieldSpec.ts';
import type { Touchpoint } from '../model/journeyMap.ts';
import { parseNumber } from '../ui/NumberField.tsx';
import type { TableWords } from '../words/table.ts';
import type { Column } from './columns.ts';

export interface Lookup {
  readonly words: TableWords;
  /** Name of a choice's value. */
  readonly valueName: (table: Column['words'], value: string) => string;
  /** What can be chosen in a column that refers: id, name, and the letter or number it also goes by. */
  readonly records: (
    column: Column,
  ) => readonly { readonly id: string; readonly name: string; readonly address: string }[];
}

export type Parsed =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** What was done to the value to make it fit. */ readonly rule: string | null;
    }
  | { readonly ok: false; readonly rule: string };

/** As shown, edited and copied; empty for what is not set. */
export function cellText(column: Column, touchpoint: Touchpoint, lookup: Lookup): string {
  const value: unknown = touchpoint[column.field];
  switch (column.spec.kind) {
    case 'number':
      return typeof value === 'number' ? numberText(column.percent ? tidy(value * 100) : value) : '';
    case 'boolean':
      return value === true ? lookup.words.yes : lookup.words.no;
    case 'choice':
      return typeof value === 'string' ? lookup.valueName(column.words, value) : '';
    case 'reference':
      return lookup.records(column).find(({ id }) => id === value)?.name ?? '';
    case 'list':
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : '';
    default:
      return typeof value === 'string' ? value : '';
  }
}

/** The value a text stands for in a column. */
export function parseCell(column: Column, text: string, lookup: Lookup): Parsed {
  const { spec } = column;
  const plainText = text.trim();
  if (plainText === '') return emptyValue(spec, lookup.words);
  switch (spec.kind) {
    case 'number':
      return parseNumberCell(spec, column.percent === true, plainText, lookup.words);
    case 'boolean':
      return parseBoolean(plainText, lookup.words);
    case 'choice': {
      const names = spec.values.map((value) => ({
        id: value,
        name: lookup.valueName(column.words, value),
        address: value,
      }));
      return chosen(names, plainText, lookup.words);
    }
    case 'reference':
      return chosen(lookup.records(column), plainText, lookup.words);
    case 'list':
      return taken([
        ...new Set(
          plainText
            .split(/[,，、;；\n]/)
            .map((item) => item.trim())
            .filter(Boolean),
        ),
      ]);
    default:
      return taken(
        spec.kind === 'text' && spec.max < 400 ? text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim() : text,
      );
  }
}

/** What clearing a cell leaves. */
export function emptyValue(spec: FieldSpec, words: TableWords): Parsed {
  if (spec.nullable) return taken(null);
  if (spec.kind === 'text') return taken('');
  if (spec.kind === 'list') return taken([]);
  return spec.kind === 'choice' || spec.kind === 'boolean'
    ? taken(spec.default)
    : { ok: false, rule: words.needed };
}

/** A number with a real minus sign. */
export function numberText(value: number): string {
  return String(value).replace('-', '−');
}

function parseNumberCell(spec: NumberSpec, percent: boolean, text: string, words: TableWords): Parsed {
  const typed = parseNumber(text.replace(/%$/, '').replaceAll(/(?<=\d),(?=\d{3}\b)/g, ''));
  if (typed === null) return { ok: false, rule: words.notNumber };
  const value = percent ? tidy(typed / 100) : typed;
  const { min, max } = spec;
  if (value >= min && value <= max) return taken(spec.int ? Math.round(value) : value);
  const shown = (limit: number): string => numberText(percent ? limit * 100 : limit);
  return {
    ok: true,
    value: Math.min(max, Math.max(min, value)),
    rule: max > 1e15 ? words.atLeast(shown(min)) : words.between(shown(min), shown(max)),
  };
}

function parseBoolean(text: string, words: TableWords): Parsed {
  const given = plain(text);
  if ([words.yes, 'yes', 'y', 'true', '1', 'x', '✓', '是', '有'].map(plain).includes(given))
    return taken(true);
  if ([words.no, 'no', 'n', 'false', '0', '–', '否', '无'].map(plain).includes(given)) return taken(false);
  return { ok: false, rule: words.yesOrNo };
}

/** By its whole name or address, else by the beginning of one name alone. */
function chosen(
  from: readonly { readonly id: string; readonly name: string; readonly address: string }[],
  text: string,
  words: TableWords,
): Parsed {
  const given = plain(text);
  const whole =
    from.find(({ name }) => plain(name) === given) ?? from.find(({ address }) => plain(address) === given);
  if (whole) return taken(whole.id);
  const begun = from.filter(({ name }) => plain(name).startsWith(given));
  const [only] = begun;
  return begun.length === 1 && only ? taken(only.id) : { ok: false, rule: words.noSuch(text) };
}

function taken(value: unknown): Parsed {
  return { ok: true, value, rule: null };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase().trim();
}

/** Without the dust of binary fractions: 0.29 × 100 is 29. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
