/**
 * The first gate for a file: is it plain JSON at all, not too deep, and without keys or texts that hurt later?
 *
 * Looks at every value once, known to the model or not (R33, R71). Recursion is bounded by the depth it checks.
 */
import { isForbiddenKey } from './formats.ts';
import { JSON_DEPTH } from './limits.ts';
import { at, type Reasons } from './reasons.ts';

/** Adds a reason for everything in `value` that is not safe, plain JSON. `depth`: how deep `value` itself lies. */
export function checkJson(value: unknown, path: string, reasons: Reasons, depth = 1): void {
  if (reasons.isFull() || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) reasons.add(path, value, { code: 'half-character' });
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) reasons.add(path, value, { code: 'not-finite' });
  } else if (typeof value !== 'object') {
    reasons.add(path, value, { code: 'not-plain-json' });
  } else if (value !== null) {
    checkInside(value, path, reasons, depth);
  }
}

function checkInside(value: object, path: string, reasons: Reasons, depth: number): void {
  if (depth > JSON_DEPTH) {
    reasons.add(path, value, { code: 'too-deep', levels: JSON_DEPTH });
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => checkJson(item, at(path, index), reasons, depth + 1));
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    reasons.add(path, value, { code: 'not-plain-json' });
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const place = at(path, key);
    if (isForbiddenKey(key)) reasons.add(place, key, { code: 'forbidden-key' });
    else if (!key.isWellFormed()) reasons.add(place, key, { code: 'half-character' });
    else checkJson(item, place, reasons, depth + 1);
  }
}
