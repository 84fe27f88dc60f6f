import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { joinMap } from '../../src/import/joinMap.ts';
import { emptyMap } from '../../src/model/blankMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { defaultsOf } from '../../src/model/schema.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { countedIds } from '../support/importing.ts';

function docOf(map: JourneyMap) {
  const doc = new Y.Doc();
  writeContent(doc, map, 'file');
  const undo = createUndo(doc);
  return { doc, undo, commands: createCommands(doc, { newId: countedIds('made') }) };
}

const base = loadTemplate('airline-tiers.en');
const came = loadTemplate('home-decoration.zh');

describe('adding what came from a file', () => {
  it('adds a whole map to another, valid, behind what is there, as one step', () => {
    const { doc, undo, commands } = docOf(base);
    const before = readMap(doc);
    const added = commands.add(joinMap(base, came, countedIds()));
    expect(added.ok).toBe(true);
    const after = readMap(doc);
    expect(after.touchpoints).toHaveLength(base.touchpoints.length + came.touchpoints.length);
    expect(after.stages.slice(0, base.stages.length)).toEqual(before.stages);
    expect(after.brand?.messages.length).toBe(
      (base.brand?.messages.length ?? 0) + (came.brand?.messages.length ?? 0),
    );
    expect(parseMap(writeMap(after))).toMatchObject({ ok: true });
    undo.undo();
    expect(readMap(doc)).toEqual(before);
  });

  it('adds nothing at all when one kind of it has no room', () => {
    const { doc, commands } = docOf(base);
    const before = readMap(doc);
    const stages = Array.from({ length: 40 }, (_, at) => ({
      ...defaultsOf('stages'),
      id: `x${at}`,
      name: `S${at}`,
    }));
    expect(
      commands.add({
        ...emptyMap('m'),
        stages,
        personas: [{ ...defaultsOf('personas'), id: 'px', name: 'P' }],
      }),
    ).toEqual({
      ok: false,
      reason: 'full',
    });
    expect(readMap(doc)).toEqual(before);
  });

  it('refuses ids that are taken, and nothing', () => {
    const { commands } = docOf(base);
    expect(commands.add({ ...emptyMap('m'), stages: base.stages.slice(0, 1) }).ok).toBe(false);
    expect(commands.add(emptyMap('m')).ok).toBe(false);
  });
});
