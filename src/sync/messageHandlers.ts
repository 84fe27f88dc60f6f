/**
 * What the page does with each frame of the server (PROTOCOL.md). The provider's own handler for sync would log a
 * broken update and stay "connected" with a copy that lacks it; ours reports it, and asks again when what came refers
 * to something that did not come (R26, R36). A step 1 is answered only by those who may write.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { applyAwarenessUpdate } from 'y-protocols/awareness';
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  messageYjsUpdate,
  writeSyncStep1,
  writeSyncStep2,
} from 'y-protocols/sync';
import type { WebsocketProvider } from 'y-websocket';
import { applyUpdate } from '../document/applyUpdate.ts';
import { frameKind, type Notice } from '../protocol/frames.ts';

export interface Hearing {
  readonly canWrite: boolean;
  /** A full answer of the server was applied and nothing is missing. */
  readonly onApplied: () => void;
  /** What came could not be applied. */
  readonly onBroken: () => void;
  readonly onStored: (frames: number) => void;
  readonly onNotice: (notice: Notice) => void;
  /** The digest of everything that came so far (P36). */
  readonly onDigest: (digest: string) => void;
  /** My presence as the server stamped it. */
  readonly onOwnState: (state: unknown) => void;
}

export function installHandlers(provider: WebsocketProvider, hearing: Hearing): void {
  const { doc, awareness } = provider;
  let hasAskedAgain = false;

  /** A handler must not throw into the socket's event; what cannot be read counts as broken. */
  const guarded = (read: (decoder: decoding.Decoder, answer: encoding.Encoder) => void) => {
    return (answer: encoding.Encoder, decoder: decoding.Decoder): void => {
      try {
        read(decoder, answer);
      } catch {
        hearing.onBroken();
      }
    };
  };

  function readSync(decoder: decoding.Decoder, answer: encoding.Encoder): void {
    const type = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (type === messageYjsSyncStep1) {
      if (!hearing.canWrite) return;
      encoding.writeVarUint(answer, frameKind.sync);
      writeSyncStep2(answer, doc, bytes);
      return;
    }
    if (type !== messageYjsSyncStep2 && type !== messageYjsUpdate)
      throw new Error(`unknown sync message ${type}`);
    applyUpdate(doc, bytes, provider);
    const isComplete = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    if (isComplete) hasAskedAgain = false;
    else if (hasAskedAgain && type === messageYjsSyncStep2)
      throw new Error('the full answer does not fill the gap');
    else if (!hasAskedAgain) {
      hasAskedAgain = true;
      encoding.writeVarUint(answer, frameKind.sync);
      writeSyncStep1(answer, doc);
    }
    if (type === messageYjsSyncStep2 && isComplete) {
      hearing.onApplied();
      provider.synced = true;
    }
  }

  function readAwareness(decoder: decoding.Decoder): void {
    const bytes = decoding.readVarUint8Array(decoder);
    const entries = decoding.createDecoder(bytes);
    for (let left = decoding.readVarUint(entries); left > 0; left -= 1) {
      const client = decoding.readVarUint(entries);
      decoding.readVarUint(entries);
      const state: unknown = JSON.parse(decoding.readVarString(entries));
      // It comes with the clock it was sent with, so awareness itself takes no notice of it.
      if (client === awareness.clientID && state !== null) hearing.onOwnState(state);
    }
    applyAwarenessUpdate(awareness, bytes, provider);
  }

  provider.messageHandlers[frameKind.sync] = guarded(readSync);
  provider.messageHandlers[frameKind.awareness] = guarded(readAwareness);
  provider.messageHandlers[frameKind.stored] = guarded((decoder) =>
    hearing.onStored(decoding.readVarUint(decoder)),
  );
  provider.messageHandlers[frameKind.digest] = guarded((decoder) =>
    hearing.onDigest(decoding.readVarString(decoder)),
  );
  provider.messageHandlers[frameKind.notice] = guarded((decoder) => {
    const notice = readNotice(JSON.parse(decoding.readVarString(decoder)));
    if (notice) hearing.onNotice(notice);
  });
}

const kinds: readonly Notice['kind'][] = ['refused', 'cannot-save', 'saving-again', 'nearly-full'];

/** Null for a notice of a newer server. */
function readNotice(value: unknown): Notice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, detail } = value as { readonly kind?: unknown; readonly detail?: unknown };
  const known = kinds.find((one) => one === kind);
  return known ? { kind: known, detail: typeof detail === 'string' ? detail : '' } : null;
}
