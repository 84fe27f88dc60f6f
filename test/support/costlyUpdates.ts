/**
 * Updates that would keep Yjs busy for long (R30), each of about the size asked for: what a vandal can send and no page
 * ever does. Written by hand, because Yjs itself does not make them.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export interface Costly {
  readonly name: string;
  /** What the document holds before. */
  readonly base: Uint8Array | null;
  readonly update: Uint8Array;
}

const hostileId = 5;
/** Info bits of an item: what stands behind the kind of content. */
const left = 128;
const right = 64;
const key = 32;
const kind = { string: 4, format: 6, type: 7, any: 8 } as const;

type Write = (encoder: encoding.Encoder) => void;

/** An update: clients with their items, nothing deleted. */
function update(clients: readonly { readonly id: number; readonly items: readonly Write[] }[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.length);
    for (const { id, items } of clients) {
      for (const number of [items.length, id, 0]) encoding.writeVarUint(encoder, number);
      for (const write of items) write(encoder);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

function item(info: number, ...parts: readonly (number | string)[]): Write {
  return (encoder) => {
    encoding.writeUint8(encoder, info);
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else encoding.writeVarString(encoder, part);
    }
  };
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const one = (items: readonly Write[]) => update([{ id: hostileId, items }]);
const run = (length: number) => item(kind.string, 1, 'text', 'a'.repeat(length));

/** Every shape that was found to cost more than honest edits, and some that were suspected to. */
export function costlyUpdates(bytes: number): readonly Costly[] {
  const some = Math.floor(bytes / 9);
  const text = new Y.Doc();
  text.clientID = hostileId;
  text.getText('text').insert(0, 'a'.repeat(2 * some));
  const texts = Y.encodeStateAsUpdate(text);
  const onKey = item(kind.any | key, 1, 'map', 'k', 1, 126);
  return [
    { name: 'first items of one key, by one client', base: null, update: one(times(some, () => onKey)) },
    {
      name: 'first items of one key, by 64 clients',
      base: null,
      update: update(times(64, (i) => ({ id: i + 1, items: times(some >> 6, () => onKey) }))),
    },
    {
      name: 'right neighbours far away, rising',
      base: null,
      update: one([run(some), ...times(some, (i) => item(kind.string | right, hostileId, i, 'b'))]),
    },
    {
      name: 'right neighbours far away, falling',
      base: null,
      update: one([
        run(some),
        ...times(some, (i) => item(kind.string | right, hostileId, some - 1 - i, 'b')),
      ]),
    },
    {
      name: 'one left neighbour, right ones far away',
      base: null,
      update: one([
        run(some),
        ...times(some, (i) =>
          item(kind.string | left | right, hostileId, 0, hostileId, 1 + (i % (some - 1)), 'b'),
        ),
      ]),
    },
    {
      name: 'a run cut at every place',
      base: null,
      update: one([run(some), ...times(some, (i) => item(kind.string | left, hostileId, i, 'b'))]),
    },
    {
      name: 'marks without end',
      base: null,
      update: one([
        run(1),
        ...times(some, (i) => item(kind.format | left, hostileId, i, 'b', String(i % 7))),
      ]),
    },
    {
      name: 'marks of ever new names around each letter',
      base: null,
      update: one([
        run(1),
        ...times(some >> 1, (i) =>
          item(
            (i % 2 === 0 ? kind.format : kind.string) | left,
            hostileId,
            i,
            ...(i % 2 === 0 ? [`k${i}`, '1'] : ['x']),
          ),
        ),
      ]),
    },
    {
      name: 'maps in one list',
      base: null,
      update: one(
        times(some, (i) =>
          i === 0 ? item(kind.type, 1, 'list', 1) : item(kind.type | left, hostileId, i - 1, 1),
        ),
      ),
    },
    {
      name: 'every second letter deleted',
      base: texts,
      update: encoding.encode((encoder) => {
        for (const number of [0, 1, hostileId, some]) encoding.writeVarUint(encoder, number);
        for (let i = 0; i < some; i++)
          for (const number of [2 * i, 1]) encoding.writeVarUint(encoder, number);
      }),
    },
  ];
}
