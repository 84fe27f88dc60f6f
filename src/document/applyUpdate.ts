/**
 * `Y.applyUpdate`, quicker: texts and values are read by ourselves (quickValues.ts), and so is all of a first content
 * (firstContent.ts). Of what brings much, values that say the same are held once, each in no more room than it needs: Yjs'
 * own lists of one value have room for seventeen.
 *
 * In:  a document and an update (V1). Out: nothing; throws where `Y.applyUpdate` does.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { readFirstContent } from './firstContent.ts';
import { readText, readValue } from './quickValues.ts';
import { holdValuesOnce } from './structs.ts';
import { tellAsItCame } from './tellAsItCame.ts';

/** Bytes; what brings less is not worth looking for equal values. */
const leastShared = 4096;

export function applyUpdate(doc: Y.Doc, update: Uint8Array, origin?: unknown): void {
  if (update.length < leastShared) {
    Y.applyUpdateV2(doc, update, origin, QuickDecoder);
    return;
  }
  // One transaction, so that whoever listens finds the values as they stay. It is not our own edit: `local` is false.
  // Within a transaction of somebody else what he writes is told with it.
  // oxlint-disable-next-line no-underscore-dangle -- Yjs names its internal fields so
  const isAlone = doc._transaction === null;
  const apply = (transaction: Y.Transaction): void => {
    const rest = isEmpty(doc) ? withoutFirstContent(transaction, update) : update;
    Y.applyUpdateV2(doc, rest, origin, QuickDecoder);
    const { pendingStructs, pendingDs } = doc.store;
    if (rest === update) holdValuesOnce(transaction);
    else if (isAlone && pendingStructs === null && pendingDs === null) tellAsItCame(transaction, update);
  };
  Y.transact(doc, apply, origin, false);
}

/** What is left for Yjs: an update of nothing but deletions, or all of it. */
function withoutFirstContent(transaction: Y.Transaction, update: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(update);
  if (!readFirstContent(transaction, decoder)) return update;
  const deletions = new Uint8Array(1 + update.length - decoder.pos);
  deletions.set(update.subarray(decoder.pos), 1);
  return deletions;
}

function isEmpty({ store }: Y.Doc): boolean {
  return store.clients.size === 0 && store.pendingStructs === null && store.pendingDs === null;
}

class QuickDecoder extends Y.UpdateDecoderV1 {
  override readString(): string {
    return readText(this.restDecoder);
  }
  override readKey(): string {
    return readText(this.restDecoder);
  }
  override readAny(): unknown {
    return readValue(this.restDecoder);
  }
}
