import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Commands } from '../../src/document/commands.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { buildMap, type Parts } from '../support/buildMap.ts';

let doc: Y.Doc;
let commands: Commands;
function open(parts: Parts): void {
  doc = new Y.Doc();
  writeContent(doc, buildMap(parts), 'file');
  let made = 0;
  commands = createCommands(doc, { newId: () => `new${(made += 1)}` });
}
const map = () => readMap(doc);
const touchpoint = (id: string) => map().touchpoints.find((one) => one.id === id);
const stage = (id: string) => map().stages.find((one) => one.id === id);

const parts: Parts = {
  stages: [
    { id: 's1', name: 'Look', width: 800, durationMin: 100, phase: 'prepurchase', goal: 'Find one' },
    { id: 's2', name: 'Buy', width: 400, durationMin: 20, phase: 'purchase', goal: 'Own it' },
  ],
  lanes: ['l1', 'l2', { id: 'ln', kind: 'thoughts' }],
  touchpoints: [
    { id: 'a', t: 0.2 },
    { id: 'b', t: 0.5, row: 2 },
    { id: 'c', t: 0.9, phase: 'advocacy' },
    { id: 'd', stageId: 's2', t: 0.5, laneId: 'l2', row: 1 },
  ],
  links: [
    { id: 'k1', from: 'a', to: 'b' },
    { id: 'k2', from: 'b', to: 'd' },
  ],
  moments: [{ id: 'o1', touchpointId: 'b', kind: 'zero' }],
  readings: [{ id: 'r1', touchpointId: 'a', metric: 'nps', value: 10 }],
  insights: [
    { id: 'n1', kind: 'pain', stageId: 's1', laneId: 'ln', touchpointIds: ['b', 'c'] },
    { id: 'n2', kind: 'pain', stageId: 's1', laneId: 'ln', touchpointIds: ['a', 'b'] },
    { id: 'n3', kind: 'pain', stageId: 's1', laneId: 'ln' },
  ],
};
beforeEach(() => open(parts));

describe('splitting a stage', () => {
  it('leaves every touchpoint where it is drawn, what is later in the new stage', () => {
    expect(commands.splitStage('s1', 0.5, 'Choose')).toEqual({ ok: true, value: 'new1' });
    expect(map().stages.map(({ id, name, width }) => [id, name, width])).toEqual([
      ['s1', 'Look', 400],
      ['new1', 'Choose', 400],
      ['s2', 'Buy', 400],
    ]);
    expect(touchpoint('a')).toMatchObject({ stageId: 's1', t: 0.4 });
    expect(touchpoint('b')).toMatchObject({ stageId: 'new1', t: 0, row: 2 });
    expect(touchpoint('c')).toMatchObject({ stageId: 'new1', t: 0.8 });
  });

  it('gives the new stage the phase, and both a part of the time that it takes', () => {
    commands.splitStage('s1', 0.25, 'Choose');
    expect(stage('s1')).toMatchObject({ phase: 'prepurchase', durationMin: 25, goal: 'Find one' });
    expect(stage('new1')).toMatchObject({ phase: 'prepurchase', durationMin: 75, goal: '' });
  });

  it('takes along the notes that are about what went, no other', () => {
    commands.splitStage('s1', 0.5, 'Choose');
    const stageOf = (id: string) => map().insights.find((one) => one.id === id)?.stageId;
    expect(['n1', 'n2', 'n3'].map(stageOf)).toEqual(['new1', 's1', 's1']);
  });

  it('needs a point inside', () => {
    for (const at of [0, 1, -1, Number.NaN, 0.001])
      expect(commands.splitStage('s1', at, 'x')).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('merging stages', () => {
  it('is what a split was before, and keeps phases, texts and time', () => {
    expect(commands.mergeStage('s1').ok).toBe(true);
    expect(map().stages).toHaveLength(1);
    expect(stage('s1')).toMatchObject({
      name: 'Look / Buy',
      goal: 'Find one / Own it',
      width: 1200,
      durationMin: 120,
      phase: 'prepurchase',
    });
    expect(touchpoint('d')).toMatchObject({ stageId: 's1', t: 0.83, phase: 'purchase' });
    expect(touchpoint('a')).toMatchObject({ t: 0.13, phase: null });
    expect(touchpoint('c')?.phase).toBe('advocacy');
  });

  it('undoes a split of the same stage', () => {
    commands.splitStage('s1', 0.5, '');
    commands.mergeStage('s1');
    expect(stage('s1')).toMatchObject({ name: 'Look', goal: 'Find one', width: 800, durationMin: 100 });
    expect(['a', 'b', 'c'].map((id) => touchpoint(id)?.t)).toEqual([0.2, 0.5, 0.9]);
  });

  it('keeps apart what was at different times, at the crowded border too', () => {
    open({
      stages: ['s1', 's2'],
      lanes: ['l1'],
      touchpoints: [
        { id: 'a', t: 0.99 },
        { id: 'b', t: 1 },
        { id: 'c', t: 0, stageId: 's2' },
        { id: 'd', t: 0.01, stageId: 's2' },
        { id: 'e', t: 0.01, stageId: 's2' },
      ],
    });
    commands.mergeStage('s1');
    const times = ['a', 'b', 'c', 'd'].map((id) => touchpoint(id)?.t ?? 0);
    expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
    expect(touchpoint('e')?.t).toBe(touchpoint('d')?.t);
  });

  it('cuts no words: a goal too long for its line goes into the description, too long for that refuses', () => {
    const long = 'x'.repeat(395);
    open({ stages: [{ id: 's1', goal: 'short' }, { id: 's2', goal: long }, 's3'], lanes: ['l1'] });
    commands.mergeStage('s1');
    expect(stage('s1')).toMatchObject({ goal: 'short', description: long });
    open({
      stages: [
        { id: 's1', description: 'y'.repeat(3000) },
        { id: 's2', description: 'z'.repeat(3000) },
      ],
      lanes: ['l1'],
    });
    expect(commands.mergeStage('s1')).toEqual({ ok: false, reason: 'full' });
    expect(commands.mergeStage('s2')).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('splitting and merging lanes', () => {
  it('moves the rows from the cut on into a lane of the same kind, and back', () => {
    expect(commands.splitLane('l1', 1, 'More').ok).toBe(true);
    expect(touchpoint('b')).toMatchObject({ laneId: 'new1', row: 1 });
    expect(touchpoint('a')).toMatchObject({ laneId: 'l1', row: 0 });
    expect(map().lanes.map(({ id }) => id)).toEqual(['l1', 'new1', 'l2', 'ln']);
    commands.mergeLane('l1');
    expect(touchpoint('b')).toMatchObject({ laneId: 'l1', row: 2 });
  });

  it('is for lanes of one kind, as things would mean something else in another', () => {
    commands.mergeLane('l1');
    expect(touchpoint('d')).toMatchObject({ laneId: 'l1', row: 4 });
    expect(commands.mergeLane('l1')).toEqual({ ok: false, reason: 'not-allowed' });
    expect(commands.splitLane('ln', 1, 'x')).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('duplicating a stage or lane', () => {
  it('copies all that lies in it, with the links inside and the moments, not what was measured', () => {
    expect(commands.duplicateStage('s1', 'Look (copy)')).toEqual({ ok: true, value: 'new1' });
    const { stages, touchpoints, links, moments, readings, insights } = map();
    expect(stages.map(({ name }) => name)).toEqual(['Look', 'Look (copy)', 'Buy']);
    const copies = touchpoints.filter(({ stageId }) => stageId === 'new1');
    expect(copies.map(({ t, row, laneId }) => [t, row, laneId])).toEqual([
      [0.2, 0, 'l1'],
      [0.5, 2, 'l1'],
      [0.9, 0, 'l1'],
    ]);
    expect(links).toHaveLength(3);
    expect(links[2]).toMatchObject({ from: copies[0]?.id, to: copies[1]?.id });
    expect(moments).toHaveLength(2);
    expect(readings).toHaveLength(1);
    const note = insights.find(
      ({ stageId, touchpointIds }) => stageId === 'new1' && touchpointIds.length > 0,
    );
    expect(copies.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...(note?.touchpointIds ?? ['none'])]),
    );
  });

  it('does so for a lane', () => {
    commands.duplicateLane('l1', 'Again');
    expect(map().lanes.map(({ id }) => id)).toEqual(['l1', 'new1', 'l2', 'ln']);
    expect(map().touchpoints.filter(({ laneId }) => laneId === 'new1')).toHaveLength(3);
  });
});

describe('copies at new places', () => {
  it('are one step, with the links between them; free elements and notes too', () => {
    const done = commands.copyTo({
      touchpoints: new Map([
        ['a', { stageId: 's2', laneId: 'l2', t: 0.1, row: 0 }],
        ['b', { stageId: 's2', laneId: 'l2', t: 0.4, row: 1 }],
      ]),
      cells: [{ id: 'n3', stageId: 's2', laneId: 'ln' }],
    });
    expect(done.ok && done.value).toHaveLength(3);
    const copies = map().touchpoints.filter(({ stageId, id }) => stageId === 's2' && id !== 'd');
    expect(copies.map(({ t, laneId }) => [t, laneId])).toEqual([
      [0.1, 'l2'],
      [0.4, 'l2'],
    ]);
    expect(map().links.at(-1)).toMatchObject({ from: copies[0]?.id, to: copies[1]?.id });
    expect(map().insights.filter(({ stageId }) => stageId === 's2')).toHaveLength(1);
    expect(touchpoint('a')).toMatchObject({ stageId: 's1', t: 0.2 });
  });
});
