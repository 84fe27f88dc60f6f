/**
 * A file of anybody's -> a journey map, all or nothing: looked through for what is unsafe, then read (parseOwn.ts).
 *
 * In:  any value, or the text of a file. Out: the map, or the reasons why it is none. Never throws, whatever comes in.
 */
import { findJsonFault } from './jsonFault.ts';
import { FILE_BYTES } from './limits.ts';
import { parseOwn, type Parsed } from './parseOwn.ts';
import { collectReasons, type Rule } from './reasons.ts';
import { checkJson } from './safeJson.ts';

/** Reads a value that JSON.parse gave (or anything else). */
export function parseMap(value: unknown): Parsed {
  const reasons = collectReasons();
  checkJson(value, '$', reasons);
  // Unsafe values are not looked at any further.
  return reasons.list.length > 0 ? { ok: false, reasons: reasons.list } : parseOwn(value, reasons);
}

/** Reads the text of a file: at most 20 MiB as UTF-8, a byte order mark is ignored. */
export function parseMapText(text: string): Parsed {
  if (text.length > FILE_BYTES || new TextEncoder().encode(text).length > FILE_BYTES) {
    return refusal({ code: 'file-too-large', mebibytes: FILE_BYTES / 1024 / 1024 });
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refusal({ code: 'broken-json', ...(findJsonFault(json) ?? { line: 1, column: 1 }) });
  }
  return parseMap(value);
}

function refusal(rule: Rule): Parsed {
  return { ok: false, reasons: [{ path: '$', value: null, rule }] };
}
