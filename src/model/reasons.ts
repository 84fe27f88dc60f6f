/**
 * Why a file is refused: where (a JSON path), what stood there, and the rule in plain English.
 * One collector per file; it keeps the first 50 and counts no further.
 */
import { REASONS } from './limits.ts';

export interface Reason {
  /** `$.touchpoints[3].emotion` */
  readonly path: string;
  /** What stood there, shortened so that it can be shown. */
  readonly value: string | number | boolean | null;
  readonly message: string;
}

export interface Reasons {
  readonly list: readonly Reason[];
  add(path: string, value: unknown, message: string): void;
  isFull(): boolean;
}

export function collectReasons(): Reasons {
  const list: Reason[] = [];
  return {
    list,
    add(path, value, message) {
      if (list.length < REASONS) list.push({ path, value: shown(value), message });
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
