import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Commands } from '../../src/document/commands.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { buildMap } from '../support/buildMap.ts';

const start = buildMap({
  stages: ['s1', 's2'],
  lanes: ['l1', { id: 'ln', kind: 'thoughts' }],
  touchpoints: [
    { id: 't1', locked: true, t: 0.2 },
    { id: 't2', t: 0.6 },
  ],
  insights: [{ id: 'n1', kind: 'pain', stageId: 's2', laneId: 'ln', locked: true }],
  elements: [
    { id: 'e1', kind: 'note', text: 'Kept', locked: true },
    { id: 'e2', kind: 'note' },
  ],
});
const locked = { ok: false, reason: 'locked' };
const place = { stageId: 's2', laneId: 'l1', t: 0.9, row: 1 };
const beside = { side: 'right', x: 9, y: 9, width: 99, height: 99 } as const;

let doc: Y.Doc;
let commands: Commands;
const open = (facilitates: boolean): void => {
  doc = new Y.Doc();
  writeContent(doc, start, 'file');
  let made = 0;
  commands = createCommands(doc, { newId: () => `new${(made += 1)}`, facilitates });
};
const touchpoint = (id: string) => readMap(doc).touchpoints.find((one) => one.id === id);

beforeEach(() => open(false));

describe('[D40] what is locked (U31)', () => {
  it('is neither moved nor deleted, by whichever command, and the answer says why', () => {
    const before = readMap(doc);
    expect(commands.move({ touchpoints: new Map([['t1', place]]) })).toEqual(locked);
    expect(commands.update('touchpoints', ['t1'], { t: 0.7 })).toEqual(locked);
    expect(commands.updateEach('touchpoints', new Map([['t1', { stageId: 's2' }]]))).toEqual(locked);
    expect(commands.move({ cells: [{ id: 'n1', stageId: 's1', laneId: 'ln' }] })).toEqual(locked);
    expect(commands.move({ elements: new Map([['e1', beside]]) })).toEqual(locked);
    expect(commands.stackElements(['e1'], 'front')).toEqual(locked);
    expect(commands.sortElements([{ id: 'e1', collection: 'touchpoints', place }])).toEqual(locked);
    expect(commands.remove(['t1', 'n1', 'e1'])).toEqual(locked);
    expect(commands.remove(['s1'])).toEqual(locked);
    expect(commands.deleteStage('s1', null)).toEqual(locked);
    expect(commands.deleteStage('s1', 's2')).toEqual(locked);
    expect(readMap(doc)).toEqual(before);
  });

  it('stays while what is free of the same gesture moves or goes', () => {
    expect(
      commands.move({
        touchpoints: new Map([
          ['t1', place],
          ['t2', place],
        ]),
      }).ok,
    ).toBe(true);
    expect(touchpoint('t1')?.t).toBe(0.2);
    expect(touchpoint('t2')).toMatchObject(place);
    expect(commands.remove(['t1', 't2']).ok).toBe(true);
    expect(readMap(doc).touchpoints.map(({ id }) => id)).toEqual(['t1']);
  });

  it('can still be rated, written on and unlocked', () => {
    expect(commands.update('touchpoints', ['t1'], { emotion: 1, title: 'New' }).ok).toBe(true);
    expect(commands.lock(['t1', 'n1', 'e1'], false).ok).toBe(true);
    expect(commands.move({ touchpoints: new Map([['t1', place]]) }).ok).toBe(true);
    expect(touchpoint('t1')).toMatchObject({ ...place, emotion: 1, title: 'New', locked: false });
  });

  it('is copied as something free', () => {
    commands.duplicate(['t1']);
    commands.copyTo({ touchpoints: new Map([['t1', place]]) });
    commands.duplicateStage('s1', 'Copy');
    expect(
      readMap(doc)
        .touchpoints.filter((one) => one.locked)
        .map(({ id }) => id),
    ).toEqual(['t1']);
  });

  it('keeps its place on the drawing when its stage is split or merged', () => {
    expect(commands.mergeStage('s1').ok).toBe(true);
    expect(touchpoint('t1')).toMatchObject({ stageId: 's1', t: 0.1, locked: true });
  });
});

describe('[D41] the structure locked for all (U31)', () => {
  it('can be locked by the one who facilitates alone', () => {
    expect(commands.lockStructure(true)).toEqual({ ok: false, reason: 'not-allowed' });
    commands.updateMap({ structureLocked: true } as object);
    expect(readMap(doc).map.structureLocked).toBe(false);
    open(true);
    expect(commands.lockStructure(true).ok).toBe(true);
    expect(readMap(doc).map.structureLocked).toBe(true);
  });

  it('leaves stages and lanes as they are, and everything in them free', () => {
    open(true);
    commands.lockStructure(true);
    const { stages, lanes } = readMap(doc);
    for (const done of [
      commands.create('stages', { name: 'x' }),
      commands.createLane('x', 'contact'),
      commands.update('stages', ['s1'], { width: 900 }),
      commands.update('stages', ['s1'], { name: 'x' }),
      commands.update('lanes', ['l1'], { collapsed: true }),
      commands.reorder('stages', 's2', 's1'),
      commands.reorder('lanes', 'ln', 'l1'),
      commands.deleteStage('s2', 's1'),
      commands.deleteLane('ln', null),
      commands.remove(['s2']),
      commands.splitStage('s1', 0.5, 'x'),
      commands.splitLane('l1', 1, 'x'),
      commands.mergeStage('s1'),
      commands.duplicateStage('s1', 'x'),
      commands.duplicateLane('l1', 'x'),
    ])
      expect(done).toEqual({ ok: false, reason: 'structure-locked' });
    expect(readMap(doc)).toMatchObject({ stages, lanes });
    expect(commands.move({ touchpoints: new Map([['t2', place]]) }).ok).toBe(true);
    expect(commands.update('stages', ['s1'], { goal: 'Words are free' }).ok).toBe(true);
    commands.lockStructure(false);
    expect(commands.reorder('stages', 's2', 's1').ok).toBe(true);
  });
});
