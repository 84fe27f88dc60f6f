/** Presence as the server vouches for it (R34). */
import { describe, expect, it } from 'vitest';
import { standardLimits } from '../../../server/limits.ts';
import type { PresenceEntry } from '../../../server/rooms/frames.ts';
import { PresenceTable, type Holder } from '../../../server/rooms/presenceTable.ts';

const ana: Holder = { person: 'ana', role: 'editor', deviceId: 'd-ana' };
const ben: Holder = { person: 'ben', role: 'viewer', deviceId: null };
const mine = () => false;

function entry(client: number, clock: number, state: unknown): PresenceEntry {
  return { client, clock, state: typeof state === 'string' ? state : JSON.stringify(state) };
}
function table() {
  return new PresenceTable<Holder>(standardLimits);
}
function stateOf(sent: PresenceEntry | null): Record<string, unknown> {
  return JSON.parse(sent?.state ?? 'null') as Record<string, unknown>;
}

describe('presence', () => {
  it('[P21] pins the first id; entries with another are ignored, also removals', () => {
    const here = table();
    here.take(ana, entry(1, 1, { name: 'Ana' }), mine);
    here.take(ben, entry(2, 1, { name: 'Ben' }), mine);
    expect(here.take(ben, entry(1, 5, { name: 'Mallory' }), mine).changed).toBeNull();
    expect(here.take(ben, entry(1, 5, null), mine).changed).toBeNull();
    expect(here.take(ben, entry(3, 1, { name: 'Somebody else' }), mine).changed).toBeNull();
    expect(here.all().map((one) => stateOf(one)['name'])).toEqual(['Ana', 'Ben']);
  });

  it('[P21] lets nobody pin an id that another holds or owns', () => {
    const here = table();
    here.take(ana, entry(1, 1, { name: 'Ana' }), mine);
    expect(here.take(ben, entry(1, 9, { name: 'Ana?' }), mine).changed).toBeNull();
    expect(here.take(ben, entry(4, 1, { name: 'Ben' }), () => true).changed).toBeNull();
    expect(here.take(ben, entry(5, 1, { name: 'Ben' }), mine).changed).not.toBeNull();
  });

  it('[P21] hands the id over to the same person’s newer socket', () => {
    const here = table();
    here.take(ana, entry(1, 7, { name: 'Ana' }), mine);
    const again = { ...ana };
    expect(here.take(again, entry(1, 7, { name: 'Ana' }), mine).changed?.clock).toBe(8);
    expect(here.leave(ana)).toBeNull();
    expect(here.size).toBe(1);
  });

  it('[P23] stamps name, role, colour and device over whatever was claimed', () => {
    const here = table();
    const { changed } = here.take(
      ben,
      entry(2, 1, {
        name: ' B\u202Een\n',
        role: 'owner',
        colour: 99,
        deviceId: 'forged',
        cursor: { x: 1, y: 2 },
      }),
      mine,
    );
    expect(stateOf(changed)).toEqual({ name: 'B en', role: 'viewer', colour: 0, cursor: { x: 1, y: 2 } });
    const long = here.take(ben, entry(2, 2, { name: '名'.repeat(100) }), mine).changed;
    expect(stateOf(long)['name']).toBe('名'.repeat(40));
    expect(stateOf(here.take(ben, entry(2, 3, {}), mine).changed)['name']).toBe('');
  });

  it('[P23] gives the lowest free colour, the same to all sockets of a person', () => {
    const here = table();
    const tab = { ...ana };
    const colours = [ana, ben, tab].map(
      (one, i) => stateOf(here.take(one, entry(i + 1, 1, {}), mine).changed)['colour'],
    );
    expect(colours).toEqual([0, 1, 0]);
    here.leave(ana);
    const cem = { person: 'cem', role: 'editor', deviceId: null } as const;
    expect(stateOf(here.take(cem, entry(9, 1, {}), mine).changed)['colour']).toBe(2);
    here.leave(tab);
    const dan = { person: 'dan', role: 'editor', deviceId: null } as const;
    expect(stateOf(here.take(dan, entry(10, 1, {}), mine).changed)['colour']).toBe(0);
  });

  it('[P22] ignores states that are too large, too deep, no objects or with forbidden keys, and keeps the last good one', () => {
    const here = table();
    here.take(ana, entry(1, 1, { name: 'Ana', cursor: null }), mine);
    const nested = '['.repeat(9) + ']'.repeat(9);
    const bad = [
      { name: 'x'.repeat(3000) },
      `{"a":${nested}}`,
      '[1]',
      '"text"',
      'broken {',
      '{"__proto__": {"admin": true}}',
      '{"a": {"constructor": 1}}',
    ];
    for (const state of bad) expect(here.take(ana, entry(1, 2, state), mine).changed).toBeNull();
    expect(stateOf(here.all()[0] ?? null)).toMatchObject({ name: 'Ana', cursor: null });
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('[P25] echoes an entry to its own device when it is pinned and when a stamped field changed, with its own clock', () => {
    const here = table();
    expect(here.take(ana, entry(1, 41, { name: 'Ana' }), mine).echo?.clock).toBe(41);
    expect(here.take(ana, entry(1, 42, { name: 'Ana', cursor: { x: 1, y: 1 } }), mine).echo).toBeNull();
    expect(stateOf(here.take(ana, entry(1, 43, { name: 'Anna' }), mine).echo)).toMatchObject({
      name: 'Anna',
      deviceId: 'd-ana',
    });
    expect(here.take(ben, entry(2, 1, { name: 'Ben' }), mine).echo).toBeNull();
  });

  it('[P26] removes at the end, and shows who returns at once, with the clock they left with', () => {
    const here = table();
    here.take(ana, entry(1, 5, { name: 'Ana' }), mine);
    expect(here.leave(ana)).toMatchObject({ client: 1, clock: 5, state: 'null' });
    expect(here.take({ ...ana }, entry(1, 5, { name: 'Ana' }), mine).changed).toMatchObject({ clock: 6 });
  });

  it('remembers a bounded number of those who left', () => {
    const here = table();
    for (let client = 0; client < 5000; client++) {
      const guest = { person: `guest${client}`, role: 'viewer', deviceId: null } as const;
      here.take(guest, entry(client, 1, {}), mine);
      here.leave(guest);
    }
    expect(here.size).toBe(0);
    const again = { person: 'guest0', role: 'viewer', deviceId: null } as const;
    expect(here.take(again, entry(0, 1, {}), mine).changed?.clock).toBe(1);
  });
});
