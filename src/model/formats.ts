/**
 * The shapes of formatted texts (domain.md 1): ids, colours, dates, times, addresses, inline images.
 * Pure tests on strings; nothing here is lenient, see clamp.ts for that.
 */
import { IMAGE_LENGTH, URL_LENGTH } from './limits.ts';

/** Keys that would reach into an object's prototype (R33); refused as keys and as ids, since ids become keys. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key);
}

/** Whether a key of so many characters can be one of them, for those who would rather not look at each. */
export function mayBeForbiddenKey(length: number): boolean {
  return forbiddenLengths.has(length);
}

const forbiddenLengths: ReadonlySet<number> = new Set([...forbiddenKeys].map((key) => key.length));

/** Held, as it is asked for tens of thousands of times when a map opens: written in place it is a new object each time. */
const idForm = /^[A-Za-z0-9_-]{1,40}$/;

/** 1 to 40 letters, digits, `_` or `-`. */
export function isId(text: string): boolean {
  return idForm.test(text) && !forbiddenKeys.has(text);
}

/** `#rrggbb`, lower case. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/.test(text);
}

/** `YYYY-MM-DD`, a day that exists. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** ISO 8601 in UTC with `Z`, seconds needed, fractions allowed. */
export function isTime(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/.exec(text);
  if (!match) return false;
  return isDate(match[1] ?? '') && Number(match[2]) < 24 && Number(match[3]) < 60 && Number(match[4]) < 60;
}

/**
 * `http:`, `https:` or `mailto:`. White space, control and invisible characters are refused anywhere, because
 * browsers drop some of them and would then see another scheme (R68).
 */
export function isUrl(text: string): boolean {
  return (
    text.length <= URL_LENGTH && /^(?:https?:\/\/|mailto:)./i.test(text) && !/[\p{Cc}\p{Cf}\p{Z}]/u.test(text)
  );
}

/** A `data:` image of a raster type; SVG can carry scripts and is refused. */
export function isInlineImage(text: string): boolean {
  return (
    text.length <= IMAGE_LENGTH &&
    /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+={0,2}$/.test(text)
  );
}

/** SHA-256 of a stored image's bytes, lower-case hexadecimal. */
export function isImageHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
