/** What I changed and others deleted before the server had it is kept, whatever happens in between (R60). */
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { memoryStorage } from '../../src/app/safeStorage.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { emptyLayout } from '../../src/layout/mapLayout.ts';
import { createLostWork, type LostWork } from '../../src/state/lostWork.ts';
import { createProjection } from '../../src/state/projection.ts';
import type { SaveState } from '../../src/sync/saveState.ts';
import { buildMap } from '../support/buildMap.ts';

const offline: SaveState = { kind: 'offline', kept: 1, retryAt: null };

/** A page on a copy of the document. */
function openPage(bytes: Uint8Array | null, storage = memoryStorage(), state: SaveState = offline) {
  const doc = new Y.Doc();
  let watch: LostWork | null = null;
  const projection = createProjection(doc, {
    layout: () => emptyLayout,
    schedule: () => () => undefined,
    onChanges: (changes) => watch?.changed(changes),
  });
  const saveState = createStore<SaveState>(() => state);
  const lost = createLostWork({
    mapId: 'm',
    storage,
    find: (collection, id) => projection.find(collection, id),
    saveState,
  });
  watch = lost;
  let made = 0;
  const commands = createCommands(doc, { newId: () => `n${doc.clientID}-${(made += 1)}` });
  const hear = (update: Uint8Array) => {
    Y.applyUpdate(doc, update, 'wire');
    projection.flush();
  };
  if (bytes) hear(bytes);
  return { doc, commands, saveState, storage, hear, lost: () => lost.store.getState() };
}

function twoPages() {
  const seed = new Y.Doc();
  writeContent(seed, buildMap({ touchpoints: ['t1', 't2', 't3'] }), 'file');
  const bytes = Y.encodeStateAsUpdate(seed);
  const mine = openPage(bytes);
  const theirs = openPage(bytes);
  const meet = (page = mine) => page.hear(Y.encodeStateAsUpdate(theirs.doc));
  return { mine, theirs, meet };
}

describe('work that others deleted (R60)', () => {
  it('is kept as it was last seen, my changes included; what I did not touch is not', () => {
    const { mine, theirs, meet } = twoPages();
    mine.commands.update('touchpoints', ['t1'], { title: 'Mine', emotion: 1 });
    theirs.commands.remove(['t1', 't2']);
    meet();
    expect(mine.lost()).toMatchObject([
      { collection: 'touchpoints', id: 't1', record: { title: 'Mine', emotion: 1 } },
    ]);
  });

  it('is known after the page was closed and opened again without a network', () => {
    const { mine, theirs, meet } = twoPages();
    mine.commands.update('touchpoints', ['t1'], { title: 'Mine' });
    const again = openPage(Y.encodeStateAsUpdate(mine.doc), mine.storage);
    theirs.commands.remove(['t1']);
    meet(again);
    expect(again.lost()).toMatchObject([{ id: 't1', record: { title: 'Mine' } }]);
  });

  it('is nobody’s any more once the server has it: a later deletion is an ordinary one', () => {
    const { mine, theirs, meet } = twoPages();
    mine.commands.update('touchpoints', ['t1'], { title: 'Mine' });
    mine.saveState.setState({ kind: 'saved' }, true);
    expect(mine.storage.length).toBe(0);
    theirs.commands.remove(['t1']);
    meet();
    expect(mine.lost()).toEqual([]);
  });

  it('does not count what I deleted myself, nor what came back', () => {
    const { mine, theirs, meet } = twoPages();
    mine.commands.update('touchpoints', ['t1', 't2'], { title: 'Mine' });
    mine.commands.remove(['t1']);
    const undo = new Y.UndoManager(theirs.doc.getMap('touchpoints'), { trackedOrigins: new Set([null]) });
    theirs.doc.transact(() => theirs.doc.getMap('touchpoints').delete('t2'));
    meet();
    expect(mine.lost().map(({ id }) => id)).toEqual(['t2']);
    undo.undo();
    meet();
    expect(mine.lost()).toEqual([]);
  });

  it('of a device that keeps nothing, or something spoilt, is known as long as the page lives', () => {
    const blocked = {
      getItem: () => '{',
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => {
        throw new Error('blocked');
      },
    } as unknown as Storage;
    const { mine, theirs } = twoPages();
    const page = openPage(Y.encodeStateAsUpdate(mine.doc), blocked);
    page.commands.update('touchpoints', ['t1'], { title: 'Mine' });
    theirs.commands.remove(['t1']);
    page.hear(Y.encodeStateAsUpdate(theirs.doc));
    expect(page.lost()).toHaveLength(1);
    page.saveState.setState({ kind: 'saved' }, true);
  });
});
