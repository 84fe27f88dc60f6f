/**
 * Why a file is refused: where (a JSON path), what stood there, and the rule as a code with its values.
 *
 * The words of the rules are in `src/words/reasons.ts`, in both languages: a code without words does not compile.
 * Codes are part of the API. What a code says and which values it has never changes; a new rule gets a new code.
 * One collector per file; it keeps the first 50 and counts no further.
 */
import { REASONS } from './limits.ts';

type NoValues = unknown;
interface Range {
  readonly whole: boolean;
  /** Null = without an end on this side. */
  readonly min: number | null;
  readonly max: number | null;
}
interface Count {
  readonly max: number;
  readonly found: number;
}

/** Every rule that a file can break, with the values that its sentence needs. */
export interface ReasonValues {
  // The file as a whole.
  readonly 'file-too-large': { readonly mebibytes: number };
  /** Where reading stopped, both from 1. */
  readonly 'broken-json': { readonly line: number; readonly column: number };
  readonly 'not-plain-json': NoValues;
  readonly 'too-deep': { readonly levels: number };
  readonly 'forbidden-key': NoValues;
  readonly 'half-character': NoValues;
  readonly 'not-finite': NoValues;
  readonly 'not-a-map': { readonly format: string };
  /** `named`: what the file calls itself, null when it does not say. */
  readonly 'other-format': { readonly named: string | null; readonly format: string };
  // Tables, workbooks and journeys of other programs.
  readonly 'unreadable-text': NoValues;
  readonly 'took-too-long': { readonly seconds: number };
  readonly 'not-a-workbook': NoValues;
  readonly 'old-workbook': NoValues;
  readonly 'inflates-too-much': { readonly mebibytes: number };
  readonly 'packed-too-tightly': { readonly ratio: number };
  readonly 'too-many-parts': Count;
  readonly 'too-many-rows': { readonly max: number };
  readonly 'too-many-columns': { readonly max: number };
  readonly 'no-rows': NoValues;
  readonly 'broken-xml': { readonly line: number };
  readonly 'xml-with-doctype': NoValues;
  /** `named`: the root element that was found. */
  readonly 'not-cjml': { readonly named: string };
  readonly 'other-cjml': { readonly named: string; readonly version: string };
  readonly 'no-journey': NoValues;
  /** A line of a Mermaid journey that is neither a section nor a task. */
  readonly 'not-a-task': NoValues;
  readonly 'no-touchpoint': NoValues;
  /** A name or an address that fits several touchpoints. */
  readonly 'several-touchpoints': { readonly found: number };
  // One field.
  readonly required: NoValues;
  readonly 'not-null': NoValues;
  readonly 'not-an-object': NoValues;
  readonly 'not-a-list': NoValues;
  readonly 'not-entries': NoValues;
  readonly 'not-a-text': NoValues;
  readonly 'not-a-boolean': NoValues;
  readonly 'not-a-number': Range;
  readonly 'not-a-choice': { readonly choices: readonly string[] };
  readonly 'not-an-id': NoValues;
  readonly 'not-a-currency': NoValues;
  readonly 'not-a-colour': NoValues;
  readonly 'not-a-date': NoValues;
  readonly 'not-a-time': NoValues;
  readonly 'not-an-address': NoValues;
  readonly 'not-an-image': { readonly characters: number };
  readonly 'not-an-image-hash': NoValues;
  readonly 'too-long': Count;
  readonly 'too-many-items': Count;
  readonly 'too-many-records': Count & { readonly collection: string };
  readonly 'wrong-sum': { readonly fields: readonly string[]; readonly sum: number };
  // Between records.
  readonly 'id-used': { readonly firstPath: string };
  /** `kinds`: of which the record would have to be; none = any. */
  readonly 'refers-to-nothing': { readonly kinds: readonly string[] };
  readonly 'not-in-snapshots': { readonly key: string };
  readonly 'lane-without-touchpoints': { readonly laneKind: string };
  readonly 'second-primary': NoValues;
  readonly 'link-to-itself': NoValues;
  readonly 'image-without-picture': NoValues;
  readonly 'second-moment': NoValues;
  readonly 'second-vote': NoValues;
  readonly 'too-many-dots': { readonly dots: number };
  readonly 'second-reading': { readonly firstPath: string };
  readonly 'reading-out-of-range': Range & { readonly metric: string };
  /** `answers`: how many the question has. */
  readonly 'wrong-counts': { readonly metric: string; readonly answers: number; readonly found: number };
}

export type ReasonCode = keyof ReasonValues;
/** A broken rule: its code and, beside it, its values. */
export type Rule<C extends ReasonCode = ReasonCode> = {
  readonly [K in C]: { readonly code: K } & ReasonValues[K];
}[C];

export interface Reason {
  /** `$.touchpoints[3].emotion` */
  readonly path: string;
  /** What stood there, shortened so that it can be shown. */
  readonly value: string | number | boolean | null;
  readonly rule: Rule;
}

export interface Reasons {
  readonly list: readonly Reason[];
  add(path: string, value: unknown, rule: Rule): void;
  isFull(): boolean;
}

export function collectReasons(): Reasons {
  const list: Reason[] = [];
  return {
    list,
    add(path, value, rule) {
      if (list.length < REASONS) list.push({ path, value: shown(value), rule });
    },
    isFull: () => list.length >= REASONS,
  };
}

/** The path of a key inside another path; unusual keys are quoted. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(shorten(key))}]`;
}

function shown(value: unknown): Reason['value'] {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return shorten(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return value === undefined ? 'nothing' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text.toWellFormed();
}
