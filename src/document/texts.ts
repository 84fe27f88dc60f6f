/**
 * Long texts (limit of 400 or more) merge by character: each is a root-level Y.Text named
 * `text/<record id>/<field>` (SCHEMA.md D7). A root needs no creation, so two people who begin to type in the
 * same empty field at the same time both keep their words; a Y.Text made inside the record would be made twice
 * and one of the two lost with all that was typed into it.
 */
import * as Y from 'yjs';

const prefix = 'text/';
/** The owner's name for the two single objects; `@` cannot occur in an id. */
export const mapOwner = '@map';
export const brandOwner = '@brand';

export function textName(ownerId: string, field: string): string {
  return `${prefix}${ownerId}/${field}`;
}

/** The owner and field of a text root, or null for any other root. */
export function parseTextName(name: string): { readonly ownerId: string; readonly field: string } | null {
  if (!name.startsWith(prefix)) return null;
  const slash = name.lastIndexOf('/');
  if (slash <= prefix.length) return null;
  return { ownerId: name.slice(prefix.length, slash), field: name.slice(slash + 1) };
}

/** The text, made known to the document when it is not yet. */
export function textOf(doc: Y.Doc, ownerId: string, field: string): Y.Text | null {
  const name = textName(ownerId, field);
  const known = doc.share.get(name);
  // A root that code of this page defined as something else cannot be read as text; remote peers cannot do that.
  if (known && known.constructor !== Y.AbstractType && !(known instanceof Y.Text)) return null;
  return doc.getText(name);
}

interface TextOwners {
  /** Roots looked at: more are defined, none ever goes. */
  roots: number;
  readonly ids: Set<string>;
}
const ownersIn = new WeakMap<Y.Doc, TextOwners>();

/** Whether any text of this owner was ever defined; most records have none, and thousands are read when a map opens. */
export function hasTexts(doc: Y.Doc, ownerId: string): boolean {
  let owners = ownersIn.get(doc);
  if (!owners) ownersIn.set(doc, (owners = { roots: 0, ids: new Set() }));
  if (owners.roots !== doc.share.size) {
    let index = 0;
    for (const name of doc.share.keys()) {
      const text = index < owners.roots ? null : parseTextName(name);
      if (text) owners.ids.add(text.ownerId);
      index += 1;
    }
    owners.roots = index;
  }
  return owners.ids.has(ownerId);
}

/** What is written there; does not define the root when nobody has written yet. */
export function readText(doc: Y.Doc, ownerId: string, field: string): string {
  if (!doc.share.has(textName(ownerId, field))) return '';
  // Y.Text.toJSON gives the characters only: embeds and formats a stranger may have put in are left out.
  return textOf(doc, ownerId, field)?.toJSON() ?? '';
}

/** Makes the text equal `wanted` with one replacement of what differs, so that the rest keeps its history. */
export function writeText(doc: Y.Doc, ownerId: string, field: string, wanted: string): void {
  const present = readText(doc, ownerId, field);
  if (present === wanted) return;
  const text = textOf(doc, ownerId, field);
  if (!text) return;
  const { at, remove, insert } = differenceOf(present, wanted);
  if (remove > 0) text.delete(at, remove);
  if (insert.length > 0) text.insert(at, insert);
}

/** The one replacement that turns one text into another; never cuts a character of two units in half. */
function differenceOf(from: string, to: string): { at: number; remove: number; insert: string } {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start += 1;
  if (start > 0 && isHighSurrogate(from.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (
    end < shorter - start &&
    from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)
  )
    end += 1;
  if (end > 0 && isLowSurrogate(from.charCodeAt(from.length - end))) end -= 1;
  return { at: start, remove: from.length - start - end, insert: to.slice(start, to.length - end) };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
