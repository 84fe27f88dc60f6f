import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { recordsInSlice } from '../../src/document/importCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { isOrdered, mapCollections } from '../../src/document/roots.ts';
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
  it('adds a whole map to another, valid, behind what is there, as one step', async () => {
    const { doc, undo, commands } = docOf(base);
    const before = readMap(doc);
    expect(await commands.add(joinMap(base, came, countedIds()))).toMatchObject({ ok: true });
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

  it('adds nothing at all when one kind of it has no room', async () => {
    const { doc, commands } = docOf(base);
    const before = readMap(doc);
    const stages = Array.from({ length: 40 }, (_, at) => ({
      ...defaultsOf('stages'),
      id: `x${at}`,
      name: `S${at}`,
    }));
    expect(
      await commands.add({
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

  it('refuses ids that are taken, and nothing', async () => {
    const { commands } = docOf(base);
    const stages = base.stages.slice(0, 1);
    expect(await commands.add({ ...emptyMap('m'), stages })).toMatchObject({ ok: false });
    expect(await commands.add(emptyMap('m'))).toMatchObject({ ok: false });
  });

  it('refuses ids of what was deleted: Yjs might drop what comes under them', async () => {
    const { undo, commands } = docOf(base);
    const added = joinMap(base, came, countedIds());
    expect(await commands.add(added)).toMatchObject({ ok: true });
    undo.undo();
    expect(await commands.add(added)).toMatchObject({ ok: false });
    expect(await commands.add(joinMap(base, came, countedIds('again')))).toMatchObject({ ok: true });
  });

  it('[D14] comes as one transaction of this person, whatever it was written in before', async () => {
    const { doc, undo, commands } = docOf(base);
    const updates: boolean[] = [];
    doc.on('update', (_update, _origin, _doc, { local }) => updates.push(local));
    const pieces: number[] = [];
    const added = joinMap(base, came, countedIds());
    await commands.add(added, (done) => {
      pieces.push(done);
      expect(updates).toEqual([]);
      return Promise.resolve(true);
    });
    expect(updates).toEqual([true]);
    expect(pieces.every((done, at) => done - (pieces[at - 1] ?? 0) <= recordsInSlice)).toBe(true);
    expect(pieces.at(-1)).toBe(mapCollections.reduce((sum, name) => sum + added[name].length, 0));
    expect(undo.state().undo).toEqual({ what: 'import', count: pieces.at(-1) });
  });

  it('[D14] leaves no trace when it is stopped, however far it has come (U43)', async () => {
    const { doc, undo, commands } = docOf(base);
    const before = Y.encodeStateAsUpdate(doc);
    const added = joinMap(base, came, countedIds());
    for (const pieces of [1, 3, 9]) {
      let left = pieces;
      expect(await commands.add(added, () => Promise.resolve((left -= 1) > 0))).toBeNull();
    }
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(undo.state().undo).toBeNull();
  });

  it('[D14] is refused when others have made that so while it was written, and changes nothing', async () => {
    const { doc, commands } = docOf(base);
    const added = joinMap(base, came, countedIds());
    const owner = createCommands(doc, { newId: countedIds('o'), facilitates: true });
    let isFirst = true;
    const answer = await commands.add(added, () => {
      if (isFirst) owner.lockStructure(true);
      isFirst = false;
      return Promise.resolve(true);
    });
    expect(answer).toEqual({ ok: false, reason: 'structure-locked' });
    expect(readMap(doc).touchpoints).toHaveLength(base.touchpoints.length);
  });

  it('[D23] is taken back by an undo but for what others have worked on, which stays whole; redo brings it again', async () => {
    const { doc, undo, commands } = docOf(base);
    const added = joinMap(base, came, countedIds());
    await commands.add(added);
    // Lists without an order of their own lie as their makers do (D11), and who brings them again is another maker.
    const whole = () => {
      const map = readMap(doc);
      const lists = mapCollections
        .filter((name) => !isOrdered(name))
        .map((name) => [name, map[name].toSorted((a, b) => (a.id < b.id ? -1 : 1))]);
      return { ...map, ...Object.fromEntries(lists) };
    };
    const before = whole();
    undo.undo();
    undo.redo();
    expect(whole()).toEqual(before);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const [mine] = added.touchpoints;
    createCommands(other, { newId: countedIds('x') }).update('touchpoints', [mine?.id ?? ''], {
      owner: 'Ann',
    });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(undo.undo()?.kept).toContain(mine?.id);
    const left = readMap(doc).touchpoints.filter(({ id }) => added.touchpoints.some((one) => one.id === id));
    expect(left.map(({ id, title, owner }) => ({ id, title, owner }))).toEqual([
      { id: mine?.id, title: mine?.title, owner: 'Ann' },
    ]);
  });

  it('arrives whole at somebody who edits meanwhile, and both copies come to the same', async () => {
    const { doc, commands } = docOf(base);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const theirs = createCommands(other, { newId: countedIds('x') });
    const added = joinMap(base, came, countedIds());
    await commands.add(added, (done) => {
      theirs.update('touchpoints', [base.touchpoints[0]?.id ?? ''], { owner: `Ann ${done}` });
      return Promise.resolve(true);
    });
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(readMap(doc)).toEqual(readMap(other));
    expect(readMap(other).touchpoints).toHaveLength(base.touchpoints.length + came.touchpoints.length);
  });
});
