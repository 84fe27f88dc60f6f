/**
 * A version's bytes: the whole document as Yjs encodes it, deflated. Not the map as JSON: what a newer program wrote
 * and this one does not understand is in the version too. The fastest level: on maps it packs nearly as small as the
 * best one, in a quarter of the time.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as Y from 'yjs';
import { readMap } from '../../src/document/readMap.ts';
import { collectionRoot } from '../../src/document/roots.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import type { VersionCounts } from '../../src/protocol/http.ts';
import { DamagedMapError } from '../storage/store.ts';

export function packDocument(bytes: Uint8Array): Uint8Array {
  // As much memory as the document can use: the usual quarter of a megabyte for each small map, between what lives long,
  // tore holes into the memory of a server that many people begin to edit on.
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(bytes.length + 1))));
  return deflateRawSync(bytes, { level: 1, windowBits, memLevel: Math.min(8, windowBits - 7) });
}

/** The map in a version, as it was merged (not repaired). Throws DamagedMapError; `maxBytes` bounds what is unpacked. */
export function unpackMap(packed: Uint8Array, maxBytes: number): JourneyMap {
  try {
    return withDocument(inflateRawSync(packed, { maxOutputLength: maxBytes }), readMap);
  } catch (error) {
    throw new DamagedMapError('a version cannot be read', { cause: error });
  }
}

/** How much a document holds. */
export function countRecords(doc: Y.Doc): VersionCounts {
  return {
    stages: collectionRoot(doc, 'stages').size,
    lanes: collectionRoot(doc, 'lanes').size,
    personas: collectionRoot(doc, 'personas').size,
    touchpoints: collectionRoot(doc, 'touchpoints').size,
  };
}

/** Looks at the document in some bytes. */
export function withDocument<T>(bytes: Uint8Array, look: (doc: Y.Doc) => T): T {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, bytes);
    return look(doc);
  } finally {
    doc.destroy();
  }
}
