import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  outdatedTimeout,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createPresence, type LivePresence } from '../../src/sync/createPresence.ts';

let mine: Awareness;
let presence: LivePresence;
let sent: unknown[];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  mine = new Awareness(new Y.Doc());
  presence = createPresence(mine, { role: 'editor', now: () => Date.now() });
  sent = [];
  mine.on('update', (_changes: unknown, origin: unknown) => {
    if (origin === 'local') sent.push(mine.getLocalState());
  });
});

afterEach(() => {
  presence.dispose();
  mine.destroy();
  vi.useRealTimers();
});

/** Somebody else's awareness, whose states reach mine when told. */
function somebody(state: object) {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const tell = (next: object | null = awareness.getLocalState()) => {
    awareness.setLocalState(next);
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(awareness, [doc.clientID]), 'server');
  };
  tell(state);
  return {
    id: doc.clientID,
    tell,
    leave: () => removeAwarenessStates(mine, [doc.clientID], 'server'),
    stop: () => awareness.destroy(),
  };
}

const ana = {
  name: 'Ana',
  colour: 3,
  role: 'editor',
  cursor: { x: 1, y: 2 },
  selection: ['t1'],
  drag: null,
  editing: null,
};

describe('my presence', () => {
  it('is not sent while nobody else is here, but my name is', () => {
    presence.set({ cursor: { x: 1, y: 1 }, selection: ['t1'] });
    expect(sent).toEqual([]);
    presence.set({ name: 'Me' });
    expect(sent).toMatchObject([{ name: 'Me', cursor: { x: 1, y: 1 } }]);
  });

  it('is nowhere where somebody only looks: others are seen, and nothing is sent', () => {
    presence.dispose();
    presence = createPresence(mine, { role: 'viewer', unseen: true });
    expect(mine.getLocalState()).toBeNull();
    const other = somebody(ana);
    sent = [];
    presence.set({ name: 'Me', cursor: { x: 1, y: 1 } });
    expect(sent).toEqual([]);
    expect(presence.others()).toHaveLength(1);
    other.stop();
  });

  it('is told to whoever comes in', () => {
    presence.set({ selection: ['t1'] });
    const other = somebody(ana);
    expect(sent).toMatchObject([{ selection: ['t1'] }]);
    other.stop();
  });

  it('goes out at most 30 times a second, the latest last (U44)', () => {
    const other = somebody(ana);
    for (let x = 0; x < 1000; x += 1) {
      presence.set({ cursor: { x, y: 0 } });
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(50);
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.length).toBeLessThanOrEqual(32);
    expect(sent.at(-1)).toMatchObject({ cursor: { x: 999 } });
    other.stop();
  });

  it('is not sent when nothing changed, and keeps within the size the server takes (P22)', () => {
    const other = somebody(ana);
    const ids = Array.from({ length: 2000 }, (_, index) => `touchpoint-number-${index}`);
    presence.set({ selection: ids, drag: { ids, dx: 1, dy: 1 } });
    const count = sent.length;
    presence.set({ selection: [...ids] });
    vi.advanceTimersByTime(100);
    expect(sent).toHaveLength(count);
    expect(JSON.stringify(sent.at(-1)).length).toBeLessThan(2048);
    other.stop();
  });

  it('is known as the server stamped it', () => {
    expect(presence.me()).toBeNull();
    let told = 0;
    presence.subscribe(() => (told += 1));
    presence.stamped({ ...ana, name: 'Stamped', deviceId: 'd1' });
    expect(presence.me()).toMatchObject({
      clientId: mine.clientID,
      name: 'Stamped',
      colour: 3,
      deviceId: 'd1',
    });
    expect(told).toBe(1);
  });
});

describe('the others', () => {
  it('are listed once a device, my own other tabs not at all (R55)', () => {
    presence.stamped({ ...ana, deviceId: 'mine' });
    const people = [
      somebody({ ...ana, deviceId: 'hers' }),
      somebody({ ...ana, name: 'Ana, second tab', deviceId: 'hers' }),
      somebody({ ...ana, name: 'Bo' }),
      somebody({ ...ana, name: 'Me again', deviceId: 'mine' }),
    ];
    expect(
      presence
        .others()
        .map(({ name }) => name)
        .toSorted(),
    ).toHaveLength(2);
    expect(presence.others().filter(({ deviceId }) => deviceId === 'hers')).toHaveLength(1);
    for (const person of people) person.stop();
  });

  it('are a new list only when something in it changed', () => {
    const other = somebody(ana);
    const before = presence.others();
    other.tell();
    vi.advanceTimersByTime(6000);
    expect(presence.others()).toBe(before);
    other.tell({ ...ana, cursor: { x: 9, y: 9 } });
    expect(presence.others()).not.toBe(before);
    expect(presence.others()[0]?.cursor).toEqual({ x: 9, y: 9 });
    other.leave();
    expect(presence.others()).toEqual([]);
    other.stop();
  });

  it('are idle after a minute without a change, and back with the next (U44)', () => {
    const other = somebody(ana);
    for (let seconds = 0; seconds < 66; seconds += 6) {
      vi.advanceTimersByTime(6000);
      other.tell();
    }
    expect(presence.others()).toMatchObject([{ name: 'Ana', idle: true }]);
    other.tell({ ...ana, cursor: null });
    expect(presence.others()).toMatchObject([{ idle: false }]);
    other.stop();
  });

  it('are gone half a minute after the last renewal, which is what awareness takes for leaving', () => {
    expect(outdatedTimeout).toBe(30_000);
    const other = somebody(ana);
    removeAwarenessStates(mine, [other.id], 'timeout');
    expect(presence.others()).toEqual([]);
    other.stop();
  });

  it('are read with care: anybody may send anything', () => {
    const states = [
      {
        name: 7,
        colour: 'red',
        role: 'king',
        cursor: { x: Number.NaN, y: 1 },
        selection: 'all',
        drag: { ids: [1, 'a'], dx: 1, dy: 2 },
        editing: {},
      },
      { name: 'x'.repeat(500), colour: -4, cursor: [], drag: 5 },
    ];
    const people = states.map((state) => somebody(state));
    const [first, second] = people.map(({ id }) => presence.others().find(({ clientId }) => clientId === id));
    expect(first).toMatchObject({
      name: '',
      colour: 0,
      role: 'viewer',
      cursor: null,
      selection: [],
      drag: { ids: ['a'], dx: 1, dy: 2 },
      editing: null,
    });
    expect(second).toMatchObject({ name: 'x'.repeat(40), colour: 0, cursor: null, drag: null });
    for (const person of people) person.stop();
  });
});
