/**
 * Two people commit one short text at the same moment, or one of them offline (SCHEMA.md D44). Such a text is one key, so
 * only one value stands, and the page that wrote it cannot tell that there was another. The page whose words lost knows
 * what it wrote and what that began from: it writes both, on top of the value that stands, as an edit no undo knows.
 *
 * An item of a key names in `origin` the one it was put upon; a value was written without having seen another when its
 * chain of origins does not come by it. What was written upon the merged text has seen it, so this ends.
 */
import * as Y from 'yjs';
import { mergeTexts } from '../model/mergeTexts.ts';
import { SHORT_TEXT } from '../model/limits.ts';
import { schemaOfKind, targetOf, writeFields, type Kind } from './recordForm.ts';
import { createRootIndex } from './rootIndex.ts';
import { isNewer, LOCAL, mapCollections, singleRoot, type RecordMap } from './roots.ts';
import { holderOf, latestItems, valueOf } from './structs.ts';

/** Origin of such an edit: no step of anybody's, so that taking one back never takes others' words (D24). */
const MERGED = Symbol('merged');

/** Texts remembered, and what this page wrote into each of them. */
const mostTexts = 100;
const mostVersions = 20;

interface Version {
  readonly item: Y.ID;
  /** The item it was put upon, null where nothing had been. */
  readonly origin: Y.ID | null;
  readonly base: string;
  readonly mine: string;
}

interface Remembered {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
  /** A record that was deleted and brought back is another one: what it holds has no history. */
  readonly target: RecordMap;
  /** Oldest first. */
  readonly versions: readonly Version[];
}

/** Watches what this page writes and what comes in; gives its own undoing. Only for those who may edit. */
export function keepBothWords(doc: Y.Doc): () => void {
  const index = createRootIndex(doc);
  const remembered = new Map<string, Remembered>();
  const touched = new Set<string>();
  // A root that only received edits knew would be another object once it is asked for.
  singleRoot(doc, 'map');
  singleRoot(doc, 'brand');

  function note(transaction: Y.Transaction): void {
    if (transaction.origin === MERGED || (!transaction.local && remembered.size === 0)) return;
    for (const [type, fields] of transaction.changed) {
      const where = index.ofType(type as Y.AbstractType<unknown>);
      const kind = where && kindOf(where.root);
      if (!kind) continue;
      const id = where.key ?? '';
      const target = targetOf(doc, kind, id);
      if (!target || target !== (type as unknown)) continue;
      for (const field of fields) {
        if (field === null || limitOf(kind, field) === null) continue;
        const key = `${kind}/${id}#${field}`;
        if (!transaction.local) {
          if (remembered.has(key)) touched.add(key);
          continue;
        }
        const version = transaction.origin === LOCAL ? versionIn(transaction, target, field) : null;
        // An undo withdraws the words; a field that was emptied holds none.
        if (version) remember(key, { kind, id, field, target, versions: [] }, version);
        else remembered.delete(key);
      }
    }
  }

  function remember(key: string, fresh: Remembered, version: Version): void {
    const known = remembered.get(key);
    const versions = known?.target === fresh.target ? known.versions : [];
    remembered.delete(key);
    remembered.set(key, { ...fresh, versions: [...versions, version].slice(-mostVersions) });
    for (const oldest of remembered.keys()) {
      if (remembered.size <= mostTexts) break;
      remembered.delete(oldest);
    }
  }

  function mend(): void {
    if (touched.size === 0) return;
    const keys = [...touched];
    touched.clear();
    if (isNewer(doc)) return;
    for (const key of keys) {
      const text = remembered.get(key);
      if (text) mendOne(key, text);
    }
  }

  function mendOne(key: string, text: Remembered): void {
    const { kind, id, field, target, versions } = text;
    const latest = targetOf(doc, kind, id) === target ? latestItems(target).get(field) : undefined;
    // Emptied, or what replaces it has not come yet: deletions may come before what they make room for.
    if (latest?.deleted) return;
    const theirs = latest ? textOf(latest) : null;
    if (!latest || theirs === null) {
      remembered.delete(key);
      return;
    }
    const lost = lostWords(versions, chainOf(doc, latest));
    if (!lost) return;
    const merged = mergeTexts(lost.base, lost.mine, theirs);
    if (merged === null || merged.length > (limitOf(kind, field) ?? 0)) {
      // Theirs stands. What is made of it later has nothing to do with my words any more.
      remembered.delete(key);
      return;
    }
    if (merged === theirs) return;
    doc.transact(() => writeFields(doc, kind, id, { [field]: merged }), MERGED);
    const written = latestItems(target).get(field);
    if (written && written !== latest)
      remember(key, text, { item: written.id, origin: latest.lastId, base: theirs, mine: merged });
  }

  doc.on('afterTransaction', note);
  doc.on('afterAllTransactions', mend);
  return () => {
    doc.off('afterTransaction', note);
    doc.off('afterAllTransactions', mend);
  };
}

const kinds: ReadonlySet<string> = new Set<Kind>([...mapCollections, 'map', 'brand']);

function kindOf(root: string): Kind | null {
  return kinds.has(root) ? (root as Kind) : null;
}

/** The limit of a short text that people type; null for every other field. What has a form of its own is one's or the other's. */
function limitOf(kind: Kind, field: string): number | null {
  const schema = schemaOfKind(kind);
  const spec = Object.hasOwn(schema, field) ? schema[field] : undefined;
  return spec?.kind === 'text' && spec.pattern === null && spec.max < SHORT_TEXT ? spec.max : null;
}

/** What this person's transaction wrote into a field of a record that was there before; null when that is no text. */
function versionIn(transaction: Y.Transaction, target: RecordMap, field: string): Version | null {
  const isNew = ({ id }: Y.Item): boolean => id.clock >= (transaction.beforeState.get(id.client) ?? 0);
  const latest = latestItems(target).get(field);
  const holder = holderOf(target);
  const mine = latest && !latest.deleted && isNew(latest) ? textOf(latest) : null;
  if (!latest || mine === null || (holder && isNew(holder))) return null;
  let before = latest.left;
  while (before && isNew(before)) before = before.left;
  const replaced = before && Y.isDeleted(transaction.deleteSet, before.id) ? valueOf(before) : '';
  if (typeof replaced !== 'string') return null;
  return { item: latest.id, origin: before?.lastId ?? null, base: replaced, mine };
}

/** The text an item holds; null when something else lies there. */
function textOf(item: Y.Item): string | null {
  const value = valueOf(item);
  return typeof value === 'string' ? value : null;
}

/** The items a value was made in sight of, itself first. */
function chainOf(doc: Y.Doc, latest: Y.Item): readonly Y.ID[] {
  const chain = [latest.lastId];
  for (let at: Y.Item = latest; at.origin !== null;) {
    chain.push(at.origin);
    const next: unknown = Y.getItem(doc.store, at.origin);
    if (!(next instanceof Y.Item)) break;
    at = next;
  }
  return chain;
}

/** What this page wrote that a value has not seen, from where the two part; null when it has seen all. */
function lostWords(
  versions: readonly Version[],
  chain: readonly Y.ID[],
): { readonly base: string; readonly mine: string } | null {
  // Whoever writes into a key has seen what they wrote there before.
  const hasSeen = (item: Y.ID): boolean =>
    chain.some(({ client, clock }) => client === item.client && clock >= item.clock);
  const newest = versions.at(-1);
  if (!newest || hasSeen(newest.item)) return null;
  const from = versions.findLastIndex(({ origin }) => origin === null || hasSeen(origin));
  const first = versions[from];
  if (!first) return null;
  let last = first;
  for (const next of versions.slice(from + 1)) {
    if (!next.origin || !Y.compareIDs(next.origin, last.item)) break;
    last = next;
  }
  return { base: first.base, mine: last.mine };
}
