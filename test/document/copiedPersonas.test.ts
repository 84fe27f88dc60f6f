import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { templates } from '../support/templates.ts';

let made = 0;
function open(map: JourneyMap) {
  const doc = new Y.Doc();
  writeContent(doc, map, 'load');
  const commands = createCommands(doc, { newId: () => `made${(made += 1)}`, facilitates: true });
  return { commands, undo: createUndo(doc), read: () => readMap(doc) };
}

const source = open(
  buildMap({
    tiers: [{ id: 'gold', name: 'Gold' }],
    channels: [
      { id: 'c1', name: 'Shop' },
      { id: 'c2', name: 'Phone' },
    ],
    personas: [
      {
        id: 'ana',
        name: 'Ana',
        primary: true,
        goals: ['Boil water'],
        tierId: 'gold',
        channelIds: ['c1', 'c2'],
        portrait: 'b'.repeat(64),
        jobs: [{ id: 'j1', statement: 'Have tea', kind: 'functional', importance: 5, satisfaction: 2 }],
      },
    ],
  }),
);
const target = () =>
  open(
    buildMap({
      tiers: [{ id: 'g9', name: 'Gold' }],
      channels: [{ id: 'shop', name: 'Shop' }],
      personas: [{ id: 'p1', name: 'Ben', primary: true }],
    }),
  );

describe('a persona copied to another map', () => {
  it('keeps its fields, finds channels and tier by name, and is not the point of view', () => {
    const there = target();
    const done = there.commands.paste(source.commands.copy(['ana']), null);
    const [, ana] = there.read().personas;
    expect(done).toEqual({ ok: true, value: [ana?.id] });
    expect(ana).toMatchObject({ name: 'Ana', goals: ['Boil water'], primary: false, tierId: 'g9' });
    expect(ana?.portrait).toBe('b'.repeat(64));
    const names = ana?.channelIds.map((id) => there.read().channels.find((one) => one.id === id)?.name);
    // A channel the other map does not have comes along.
    expect(names).toEqual(['Shop', 'Phone']);
    expect(ana?.channelIds[0]).toBe('shop');
    expect(there.read().personas[0]?.primary).toBe(true);
  });

  it('is one step to undo', () => {
    const there = target();
    const before = writeMap(there.read());
    there.commands.paste(source.commands.copy(['ana']), null);
    expect(there.undo.state().undo).toMatchObject({ what: 'paste', count: 1 });
    there.undo.undo();
    expect(writeMap(there.read())).toEqual(before);
  });

  it('is a second persona in its own map, with jobs of its own', () => {
    const here = open(source.read());
    expect(here.commands.duplicate(['ana']).ok).toBe(true);
    const { personas } = here.read();
    expect(personas.map(({ name }) => name)).toEqual(['Ana', 'Ana']);
    expect(personas[1]?.jobs[0]?.id).not.toBe('j1');
    expect(parseMap(writeMap(here.read())).ok).toBe(true);
  });

  it('is refused where there are twelve', () => {
    const full = open(
      buildMap({ personas: Array.from({ length: 12 }, (_, n) => ({ id: `p${n}`, name: `P${n}` })) }),
    );
    expect(full.commands.paste(source.commands.copy(['ana']), null)).toEqual({ ok: false, reason: 'full' });
  });

  it('is not made when only its touchpoints are copied', () => {
    const there = target();
    const here = open(
      buildMap({
        personas: [{ id: 'ana', name: 'Ana' }],
        touchpoints: [{ id: 't1', title: 'Tea', personaIds: ['ana'] }],
      }),
    );
    there.commands.paste(here.commands.copy(['t1']), null);
    expect(there.read().personas.map(({ name }) => name)).toEqual(['Ben']);
  });

  it.each([...templates])('leaves a map that can be imported, from $name', ({ map }) => {
    const there = target();
    const ids = map.personas.map(({ id }) => id);
    expect(there.commands.paste(open(map).commands.copy(ids), null).ok).toBe(true);
    expect(there.read().personas).toHaveLength(1 + ids.length);
    expect(parseMap(writeMap(there.read())).ok).toBe(true);
  });
});
