/**
 * Large content as several updates, since a frame holds at most 1 MiB (PROTOCOL.md P7). Every part continues what the
 * parts before it brought, so that a server which refuses gaps takes them one after the other; what is deleted comes
 * with the last. A single item larger than the limit stays whole: nobody can send it in pieces.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded['structs'][number];

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
  return parts.map((part, index) => encodePart(part, index === parts.length - 1 ? ds : null));
}

/** Each struct after those it refers to, and each client's in the order of its clock. */
function* inOrderOfNeed(structs: readonly Struct[]): Generator<Struct> {
  const queues = new Map<number, Struct[]>();
  for (const struct of structs) {
    const queue = queues.get(struct.id.client);
    if (queue) queue.push(struct);
    else queues.set(struct.id.client, [struct]);
  }
  const next = new Map([...queues.keys()].map((client) => [client, 0]));
  const waitsFor = (struct: Struct): number | null => {
    if (!(struct instanceof Y.Item)) return null;
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (!(id instanceof Y.ID) || id.client === struct.id.client) continue;
      const head = queues.get(id.client)?.[next.get(id.client) ?? 0];
      if (head && id.clock >= head.id.clock) return id.client;
    }
    return null;
  };
  for (const first of queues.keys()) {
    const stack = [first];
    for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
      const index = next.get(client) ?? 0;
      const head = queues.get(client)?.[index];
      if (!head) {
        stack.pop();
        continue;
      }
      const needed = waitsFor(head);
      // Two clients never wait for each other in honest content; if they seem to, order does not matter any more.
      if (needed !== null && !stack.includes(needed)) stack.push(needed);
      else {
        next.set(client, index + 1);
        yield head;
        if (stack.length > 1) stack.pop();
      }
    }
  }
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array().byteLength;
}

function encodePart(structs: readonly Struct[], deletions: Decoded['ds'] | null): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  const clients = Map.groupBy(structs, ({ id }) => id.client);
  encoding.writeVarUint(rest, clients.size);
  for (const [client, own] of clients) {
    encoding.writeVarUint(rest, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  encoding.writeVarUint(rest, deletions?.clients.size ?? 0);
  for (const [client, items] of deletions?.clients ?? []) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, items.length);
    for (const { clock, len } of items) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}
