/**
 * Whatever lies in a document as plain JSON: anybody may have written it, so what JSON cannot hold is left out,
 * shared types of a newer version are read as plain values, and depth is bounded (R31, R33).
 */
import * as Y from 'yjs';
import { isForbiddenKey } from '../model/formats.ts';
import { jsonFrom } from '../model/clamp.ts';
import type { Json } from '../model/journeyMap.ts';

/** How deep shared types may nest and still be read. */
const TYPE_DEPTH = 16;

/** Undefined = nothing that JSON can say. */
export function toPlainValue(value: unknown, depth = TYPE_DEPTH): Json | undefined {
  return value instanceof Y.AbstractType ? plainValueOf(value, depth) : jsonFrom(value);
}

function plainValueOf(value: unknown, depth: number): Json | undefined {
  if (value instanceof Y.Text) return value.toJSON().toWellFormed();
  if (depth <= 0) return undefined;
  if (value instanceof Y.Array) {
    return value
      .toArray()
      .map((item: unknown) => toPlainValue(item, depth - 1))
      .filter((item) => item !== undefined);
  }
  if (!(value instanceof Y.Map)) return undefined;
  const plain: { [key: string]: Json } = {};
  value.forEach((item: unknown, key: string) => {
    const entry = isForbiddenKey(key) ? undefined : toPlainValue(item, depth - 1);
    if (entry !== undefined) plain[key] = entry;
  });
  return plain;
}
