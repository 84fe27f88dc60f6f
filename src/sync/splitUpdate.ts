/**
 * Large content as several updates, since a frame holds at most 1 MiB (PROTOCOL.md P7). Every part continues what the
 * parts before it brought, so that a server which refuses gaps takes them one after the other; what is deleted comes
 * with the last. A single item larger than the limit stays whole: nobody can send it in pieces.
 */
import * as Y from 'yjs';
import { encodePart, inOrderOfNeed, noDeletions, type Struct } from '../document/updateParts.ts';

/** The update itself when it is small enough, else parts to be sent in this order. */
export function splitUpdate(update: Uint8Array, maxBytes: number): readonly Uint8Array[] {
  if (update.byteLength <= maxBytes) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const parts: Struct[][] = [[]];
  let size = 0;
  for (const struct of inOrderOfNeed(structs)) {
    const bytes = sizeOf(struct);
    if (size > 0 && size + bytes > maxBytes) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(struct);
    size += bytes;
  }
  return parts.map((part, index) => encodePart(part, index === parts.length - 1 ? ds.clients : noDeletions));
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array().byteLength;
}
