/**
 * A WebSocket that knows which of the frames it sends write to the map (PROTOCOL.md P10), so that "Saved" can mean
 * "everything this connection sent is stored". It also holds back what must not be sent: writes of those who may not
 * write, and single updates before the first step 2, as the server would see a gap where offline edits are missing;
 * that step 2 brings both.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { frameKind } from '../protocol/frames.ts';
import { splitUpdate } from './splitUpdate.ts';

/** Below the server's 1 MiB, with room for the head of a frame. */
const MAX_UPDATE_BYTES = 900 * 1024;

export interface WritingCount {
  readonly canWrite: boolean;
  /** Called after a write went out, with the number of writing frames this connection has sent so far. */
  readonly onWritten: (socket: WebSocket, sent: number) => void;
}

export function countingSocket(
  Base: typeof WebSocket,
  { canWrite, onWritten }: WritingCount,
): typeof WebSocket {
  return class CountingSocket extends Base {
    #sent = 0;
    #stepTwoSent = false;

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const write = data instanceof Uint8Array ? readWrite(data) : null;
      if (!write) {
        super.send(data);
        return;
      }
      if (!canWrite || (write.type === messageYjsUpdate && !this.#stepTwoSent)) return;
      if (write.type === messageYjsSyncStep2) this.#stepTwoSent = true;
      for (const part of splitUpdate(write.update, MAX_UPDATE_BYTES)) {
        super.send(writeFrame(write.type, part));
        this.#sent += 1;
      }
      onWritten(this, this.#sent);
    }
  };
}

function readWrite(frame: Uint8Array): { readonly type: number; readonly update: Uint8Array } | null {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== frameKind.sync) return null;
  const type = decoding.readVarUint(decoder);
  return type === messageYjsSyncStep2 || type === messageYjsUpdate
    ? { type, update: decoding.readVarUint8Array(decoder) }
    : null;
}

function writeFrame(type: number, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frameKind.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}
