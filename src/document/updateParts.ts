/**
 * An update taken apart and put together again: its structs in an order in which each can be applied after those before
 * it, and any part of them as an update of its own. The page sends large content in parts, the server applies it in parts.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;
export type Struct = Decoded['structs'][number];
export type Deletions = ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
export const noDeletions: Deletions = new Map();

/** Each struct after those it refers to, and each client's in the order of its clock. */
export function* inOrderOfNeed(structs: readonly Struct[]): Generator<Struct> {
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

/** An update that brings these structs and deletes these runs of clock values. */
export function encodePart(structs: readonly Struct[], deletions: Deletions): Uint8Array {
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
  encoding.writeVarUint(rest, deletions.size);
  for (const [client, items] of deletions) {
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
