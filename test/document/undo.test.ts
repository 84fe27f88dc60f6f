/** R66: undo of what others have left alone, changed, used or deleted. Two people, each seeing the other's edits at once. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createUndo } from '../../src/document/undo.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap, readRecord } from '../../src/document/readMap.ts';
import type { JourneyMap, Touchpoint } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { createPeers, type Peer, type Peers } from '../support/peers.ts';
import { arbitraryEdit, makeEdit } from '../support/randomEdits.ts';
import { runs } from '../support/runs.ts';

const start: JourneyMap = buildMap({
  stages: ['s1', 's2'],
  lanes: ['l1', 'l2'],
  personas: ['p1'],
  touchpoints: [{ id: 't1', title: 'Before', emotion: 1, description: 'Kept words' }, 't2'],
  links: [{ id: 'k1', from: 't1', to: 't2' }],
  moments: [{ id: 'o1', touchpointId: 't1', kind: 'zero', question: 'Is it worth it?' }],
});

let peers: Peers;
let me: Peer;
let other: Peer;

beforeEach(() => {
  peers = createPeers(2, start);
  const [first, second] = peers.all;
  if (!first || !second) throw new Error('two peers');
  me = first;
  other = second;
});

const touchpoint = (id: string): Touchpoint | undefined => {
  peers.meet();
  return readRecord(me.doc, 'touchpoints', id);
};

function add(): string {
  const made = me.commands.create('touchpoints', {
    title: 'New',
    stageId: 's1',
    laneId: 'l1',
    description: 'mine',
  });
  if (!made.ok) throw new Error(made.reason);
  peers.meet();
  return made.value;
}

const elsewhere = { stageId: 's2', laneId: 'l2', t: 0.25, row: 1 };
const move = (peer: Peer, place = elsewhere) => {
  peer.commands.move({ touchpoints: new Map([['t1', place]]) });
  peers.meet();
};
const edit = (peer: Peer, title: string) => {
  peer.commands.update('touchpoints', ['t1'], { title });
  peers.meet();
};
const remove = (peer: Peer, id = 't1') => {
  peer.commands.remove([id]);
  peers.meet();
};

describe('[D23] undo of an add', () => {
  it('takes the record away when nobody else has touched it', () => {
    const id = add();
    expect(me.undo.undo()).toEqual({ ids: [id], kept: [] });
    expect(touchpoint(id)).toBeUndefined();
    expect(me.undo.redo()).toEqual({ ids: [id], kept: [] });
    expect(touchpoint(id)).toMatchObject({ title: 'New', description: 'mine' });
  });

  it('keeps the whole record when somebody has changed a field of it', () => {
    const id = add();
    other.commands.update('touchpoints', [id], { emotion: 2 });
    peers.meet();
    expect(me.undo.undo()).toEqual({ ids: [id], kept: [id] });
    expect(touchpoint(id)).toMatchObject({ title: 'New', description: 'mine', emotion: 2 });
    expect(me.undo.state().undo).toBeNull();
  });

  it('keeps the record when somebody has typed in one of its texts', () => {
    const id = add();
    other.commands.openText('touchpoints', id, 'description').splice(4, 0, ' and theirs');
    peers.meet();
    expect(me.undo.undo()?.kept).toEqual([id]);
    expect(touchpoint(id)?.description).toBe('mine and theirs');
  });

  it('keeps the record when somebody has linked to it', () => {
    const id = add();
    other.commands.link('t1', id);
    peers.meet();
    expect(me.undo.undo()?.kept).toEqual([id]);
    expect(readMap(me.doc).links).toHaveLength(2);
  });

  it('keeps a stage into which somebody has moved a touchpoint', () => {
    const made = me.commands.create('stages', { name: 'Later' });
    peers.meet();
    if (!made.ok) throw new Error(made.reason);
    move(other, { ...elsewhere, stageId: made.value });
    expect(me.undo.undo()?.kept).toEqual([made.value]);
    expect(readMap(me.doc).stages).toHaveLength(3);
  });

  it('keeps only what others have worked on: the rest of a paste goes', () => {
    const made = me.commands.duplicate(['t1', 't2']);
    peers.meet();
    if (!made.ok) throw new Error(made.reason);
    const [first = '', second = ''] = made.value;
    other.commands.update('touchpoints', [second], { emotion: -1 });
    peers.meet();
    expect(me.undo.undo()?.kept).toEqual([second]);
    expect(touchpoint(first)).toBeUndefined();
    expect(touchpoint(second)).toMatchObject({ emotion: -1 });
  });

  it('sees their work also in a record that I have deleted and brought back meanwhile', () => {
    const id = add();
    other.commands.update('touchpoints', [id], { emotion: 2 });
    peers.meet();
    remove(me, id);
    me.undo.undo();
    expect(me.undo.undo()?.kept).toEqual([id]);
    expect(touchpoint(id)).toMatchObject({ emotion: 2 });
  });

  it('[D26] does nothing when somebody has deleted the record, and does not go on to an older step', () => {
    edit(me, 'Older step');
    const id = add();
    remove(other, id);
    expect(me.undo.undo()).toBeNull();
    expect(touchpoint('t1')?.title).toBe('Older step');
    expect(me.undo.undo()).toEqual({ ids: ['t1'], kept: [] });
    expect(touchpoint('t1')?.title).toBe('Before');
  });
});

describe('[D24] undo of a move', () => {
  it('puts the touchpoint back', () => {
    const before = touchpoint('t1');
    move(me);
    expect(me.undo.undo()).toEqual({ ids: ['t1'], kept: [] });
    expect(touchpoint('t1')).toEqual(before);
  });

  it('leaves the touchpoint where somebody else has moved it since', () => {
    move(me);
    move(other, { ...elsewhere, t: 0.75 });
    expect(me.undo.undo()).toBeNull();
    expect(touchpoint('t1')?.t).toBe(0.75);
  });

  it('is not hindered by their edit of another field', () => {
    move(me);
    edit(other, 'Theirs');
    expect(me.undo.undo()?.ids).toEqual(['t1']);
    expect(touchpoint('t1')).toMatchObject({ stageId: 's1', title: 'Theirs' });
  });

  it('does nothing to a touchpoint that somebody has deleted', () => {
    move(me);
    remove(other);
    expect(me.undo.undo()).toBeNull();
    expect(touchpoint('t1')).toBeUndefined();
  });

  it('never leaves a field empty that two people set at the same time', () => {
    me.isCut = true;
    other.isCut = true;
    me.commands.move({ touchpoints: new Map([['t1', elsewhere]]) });
    other.commands.move({ touchpoints: new Map([['t1', { ...elsewhere, t: 0.9 }]]) });
    peers.meet();
    for (const peer of [me, other]) {
      peer.undo.undo();
      peers.meet();
      expect(start.stages.map(({ id }) => id)).toContain(touchpoint('t1')?.stageId);
    }
  });
});

describe('[D24] undo of an edit', () => {
  it('brings the old value back, and redo the new one', () => {
    edit(me, 'After');
    me.undo.undo();
    expect(touchpoint('t1')?.title).toBe('Before');
    me.undo.redo();
    expect(touchpoint('t1')?.title).toBe('After');
  });

  it('leaves the value that somebody else has set since', () => {
    edit(me, 'After');
    edit(other, 'Theirs');
    expect(me.undo.undo()).toBeNull();
    expect(touchpoint('t1')?.title).toBe('Theirs');
  });

  it('does nothing to a record that somebody has deleted', () => {
    edit(me, 'After');
    remove(other);
    expect(me.undo.undo()).toBeNull();
    expect(touchpoint('t1')).toBeUndefined();
  });

  it('of typing takes my words only', () => {
    const text = me.commands.openText('touchpoints', 't1', 'description');
    text.splice(10, 0, ' of mine');
    peers.meet();
    other.commands.openText('touchpoints', 't1', 'description').splice(0, 0, 'Theirs. ');
    peers.meet();
    me.undo.undo();
    expect(touchpoint('t1')?.description).toBe('Theirs. Kept words');
  });
});

describe('[D25] undo of a delete', () => {
  it('brings the record back with its texts, links and moments', () => {
    remove(me);
    expect(readMap(me.doc).links).toEqual([]);
    me.undo.undo();
    peers.meet();
    for (const { doc } of peers.all) expect(sorted(readMap(doc))).toEqual(sorted(start));
  });

  it('brings back what others had written in it before', () => {
    edit(other, 'Theirs');
    other.commands.openText('touchpoints', 't1', 'description').splice(0, 0, 'Theirs. ');
    peers.meet();
    remove(me);
    me.undo.undo();
    expect(touchpoint('t1')).toMatchObject({ title: 'Theirs', description: 'Theirs. Kept words' });
  });

  it('keeps what they typed into it while I deleted it', () => {
    me.isCut = true;
    me.commands.remove(['t1']);
    other.isCut = true;
    other.commands.openText('touchpoints', 't1', 'description').splice(0, 0, 'Theirs. ');
    peers.meet();
    expect(touchpoint('t1')).toBeUndefined();
    me.undo.undo();
    expect(touchpoint('t1')?.description).toBe('Theirs. Kept words');
  });

  it('brings it back also when somebody else deleted it at the same time', () => {
    me.isCut = true;
    other.isCut = true;
    me.commands.remove(['t1']);
    other.commands.remove(['t1']);
    peers.meet();
    me.undo.undo();
    expect(touchpoint('t1')?.title).toBe('Before');
  });

  it('of a stage with its content is one step', () => {
    me.commands.deleteStage('s1', null);
    expect(readMap(me.doc).touchpoints).toEqual([]);
    me.undo.undo();
    expect(sorted(readMap(me.doc))).toEqual(sorted(start));
  });
});

describe('[D20] steps', () => {
  it('are named by what was done and how many records it was done to', () => {
    const places = new Map(['t1', 't2'].map((id) => [id, elsewhere] as const));
    me.commands.move({ touchpoints: places });
    expect(me.undo.state()).toEqual({ undo: { what: 'move', count: 2 }, redo: null });
    me.undo.undo();
    expect(me.undo.state()).toEqual({ undo: null, redo: { what: 'move', count: 2 } });
  });

  it('are never made by edits that change nothing', () => {
    me.commands.update('touchpoints', ['t1'], { title: 'Before', emotion: 1 });
    me.commands.reorder('stages', 's1', 's2');
    expect(me.undo.state().undo).toBeNull();
  });

  it('are never made by others', () => {
    edit(other, 'Theirs');
    expect(me.undo.state().undo).toBeNull();
  });

  it('tell their listeners', () => {
    let told = 0;
    const stop = me.undo.subscribe(() => (told += 1));
    edit(me, 'After');
    expect(told).toBeGreaterThan(0);
    const before = told;
    stop();
    me.undo.undo();
    expect(told).toBe(before);
  });

  it('[D21] a new record and its first title are one step, however long the title took to type', () => {
    const undo = createUndo(me.doc, { typingPauseMs: 0 });
    const made = me.commands.create('touchpoints', { stageId: 's1', laneId: 'l1' });
    const id = made.ok ? made.value : '';
    me.commands.update('touchpoints', [id], { title: 'First' });
    expect(undo.state().undo).toEqual({ what: 'create', count: 1 });
    me.commands.update('touchpoints', [id], { title: 'Second' });
    undo.undo();
    expect(readRecord(me.doc, 'touchpoints', id)?.title).toBe('First');
    undo.undo();
    expect(readRecord(me.doc, 'touchpoints', id)).toBeUndefined();
    expect(undo.state().undo).toBeNull();
    undo.redo();
    expect(readRecord(me.doc, 'touchpoints', id)?.title).toBe('First');
    undo.dispose();
  });

  it('[D21] a new note and the first words typed into it are one step; after a pause a new one begins', () => {
    const undo = createUndo(me.doc, { typingPauseMs: 0 });
    const made = me.commands.create('insights', { kind: 'thought' });
    const id = made.ok ? made.value : '';
    const text = me.commands.openText('insights', id, 'text');
    text.splice(0, 0, 'Why');
    text.splice(3, 0, '?');
    undo.undo();
    expect(readRecord(me.doc, 'insights', id)?.text).toBe('Why');
    undo.undo();
    expect(readRecord(me.doc, 'insights', id)).toBeUndefined();
    undo.dispose();
  });

  it('[D21] a first title joins nothing but the making of its own record, directly before it', () => {
    const undo = createUndo(me.doc);
    const made = me.commands.create('touchpoints', { stageId: 's1', laneId: 'l1' });
    const id = made.ok ? made.value : '';
    me.commands.update('touchpoints', [id], { emotion: 2 });
    me.commands.update('touchpoints', [id], { title: 'Later' });
    undo.undo();
    expect(readRecord(me.doc, 'touchpoints', id)).toMatchObject({ title: '', emotion: 2 });
    const other = me.commands.create('touchpoints', { stageId: 's1', laneId: 'l1' });
    me.commands.update('touchpoints', [id], { title: 'Another' });
    undo.undo();
    expect(readRecord(me.doc, 'touchpoints', id)?.title).toBe('');
    expect(other.ok && readRecord(me.doc, 'touchpoints', other.value)).toMatchObject({ title: '' });
    undo.dispose();
  });

  it('[D21] typing in one text without a long pause is one step; another text or a command begins a new one', () => {
    const commands = createCommands(me.doc, { newId: () => 'x' });
    const undo = createUndo(me.doc, { typingPauseMs: 60_000 });
    const text = commands.openText('touchpoints', 't2', 'description');
    for (const [index, letter] of ['o', 'n', 'e'].entries()) text.splice(index, 0, letter);
    commands.openText('touchpoints', 't2', 'doing').splice(0, 0, 'two');
    commands.update('touchpoints', ['t2'], { emotion: 1 });
    text.splice(3, 0, '!');
    const seen: unknown[] = [];
    while (undo.state().undo) {
      undo.undo();
      const { description, doing, emotion } = readRecord(me.doc, 'touchpoints', 't2') ?? {};
      seen.push([description, doing, emotion]);
    }
    expect(seen).toEqual([
      ['one', 'two', 1],
      ['one', 'two', null],
      ['one', '', null],
      ['', '', null],
    ]);
    undo.dispose();
  });

  it('[D22] undoing everything I did, when nobody else worked, restores the map, and redoing it all my work', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEdit, { maxLength: 25 }), (edits) => {
        const [alone] = createPeers(1, start).all;
        if (!alone) return;
        for (const one of edits) if (one.kind !== 'undo' && one.kind !== 'redo') makeEdit(alone, one);
        const worked = readMap(alone.doc);
        while (alone.undo.state().undo) alone.undo.undo();
        expect(sorted(readMap(alone.doc))).toEqual(sorted(start));
        while (alone.undo.state().redo) alone.undo.redo();
        expect(sorted(readMap(alone.doc))).toEqual(sorted(worked));
      }),
      runs(100),
    );
  });
});

/** Records that were deleted and brought back stand elsewhere in collections whose order says nothing. */
type Listed = readonly { readonly id: string }[];

function byId(list: Listed): Listed {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function sorted(map: JourneyMap): unknown {
  return {
    ...map,
    touchpoints: byId(map.touchpoints),
    moments: byId(map.moments),
    links: byId(map.links),
    insights: byId(map.insights),
    opportunities: byId(map.opportunities),
    actions: byId(map.actions),
    evidence: byId(map.evidence),
    readings: byId(map.readings),
  };
}
