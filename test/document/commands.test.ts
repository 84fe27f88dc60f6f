import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Commands } from '../../src/document/commands.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap, readRecord } from '../../src/document/readMap.ts';
import { LOCAL } from '../../src/document/roots.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { COLLECTION_LIMITS } from '../../src/model/limits.ts';
import { buildMap } from '../support/buildMap.ts';

const start = buildMap({
  stages: ['s1', 's2', 's3'],
  lanes: [
    'l1',
    'l2',
    { id: 'ln', kind: 'thoughts' },
    { id: 'lo', kind: 'opportunities' },
    { id: 'le', kind: 'emotion' },
  ],
  personas: [{ id: 'p1', primary: true }, 'p2'],
  tiers: ['ti1'],
  channels: ['c1'],
  evidence: [{ id: 'ev1', kind: 'link' }],
  touchpoints: [
    {
      id: 't1',
      description: 'Long words',
      channelId: 'c1',
      personaIds: ['p1', 'p2'],
      byPersona: { p2: { emotion: -1, importance: null, performance: null, feeling: '', skipped: false } },
      evidenceIds: ['ev1'],
    },
    { id: 't2', stageId: 's2', t: 0.2 },
    { id: 't3', stageId: 's2', laneId: 'l2' },
  ],
  links: [
    { id: 'k1', from: 't1', to: 't2' },
    { id: 'k2', from: 't2', to: 't3' },
  ],
  moments: [{ id: 'o1', touchpointId: 't1', kind: 'zero' }],
  readings: [{ id: 'r1', touchpointId: 't1', metric: 'nps', value: 10 }],
  insights: [{ id: 'n1', kind: 'pain', stageId: 's2', laneId: 'ln', touchpointIds: ['t1', 't2'] }],
  opportunities: [{ id: 'op1', stageId: 's1', laneId: 'lo', insightIds: ['n1'] }],
});

let doc: Y.Doc;
let commands: Commands;
let transactions: Y.Transaction[];

function open(map: JourneyMap): void {
  doc = new Y.Doc();
  writeContent(doc, map, 'file');
  let made = 0;
  commands = createCommands(doc, { newId: () => `new${(made += 1)}` });
  transactions = [];
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.changed.size > 0) transactions.push(transaction);
  });
}

beforeEach(() => open(start));

const map = (): JourneyMap => readMap(doc);
const touchpoint = (id: string) => readRecord(doc, 'touchpoints', id);
const place = { stageId: 's3', laneId: 'l2', t: 0.5, row: 0 };

describe('other fields for each of several records', () => {
  it('are one step, clamped as when typed one by one; missing records are skipped', () => {
    const before = transactions.length;
    const done = commands.updateEach(
      'touchpoints',
      new Map([
        ['t1', { emotion: 9, title: 'One' }],
        ['t2', { stageId: 's1' }],
        ['gone', { title: 'Nobody' }],
      ]),
    );
    expect(done.ok).toBe(true);
    expect(transactions.length).toBe(before + 1);
    expect(readRecord(doc, 'touchpoints', 't1')).toMatchObject({ emotion: 2, title: 'One' });
    expect(readRecord(doc, 'touchpoints', 't2')).toMatchObject({ stageId: 's1', t: 0.2 });
    expect(commands.updateEach('touchpoints', new Map([['gone', { title: 'x' }]]))).toEqual({
      ok: false,
      reason: 'gone',
    });
  });

  it('are refused whole when one of them is not allowed', () => {
    const done = commands.updateEach(
      'touchpoints',
      new Map([
        ['t1', { title: 'One' }],
        ['t2', { laneId: 'ln' }],
      ]),
    );
    expect(done.ok).toBe(false);
    expect(readRecord(doc, 'touchpoints', 't1')?.title).not.toBe('One');
  });
});

describe('a command', () => {
  it('[D14] is one transaction with the origin LOCAL', () => {
    commands.update('touchpoints', ['t1', 't2'], { emotion: 1, title: 'Both' });
    commands.remove(['t1', 'k2', 's1']);
    commands.duplicate(['t3']);
    expect(transactions.map(({ origin }) => origin)).toEqual([LOCAL, LOCAL, LOCAL]);
  });

  it('that changes nothing writes nothing', () => {
    commands.update('touchpoints', ['t2'], { t: 0.2, description: '' });
    commands.updateMap({ title: 'Test' });
    commands.reorder('stages', 's1', 's2');
    expect(transactions).toEqual([]);
  });

  it('answers "gone" for what somebody has deleted', () => {
    const gone = { ok: false, reason: 'gone' };
    expect(commands.update('touchpoints', ['x'], { title: 'a' })).toEqual(gone);
    expect(commands.remove(['x'])).toEqual(gone);
    expect(commands.move({ touchpoints: new Map([['x', place]]) })).toEqual(gone);
    expect(commands.move({ touchpoints: new Map([['t1', { ...place, stageId: 'x' }]]) })).toEqual(gone);
    expect(commands.link('t1', 'x')).toEqual(gone);
    expect(commands.deleteStage('x', null)).toEqual(gone);
    expect(commands.deleteStage('s1', 'x')).toEqual(gone);
    expect(commands.reorder('lanes', 'x', null)).toEqual(gone);
    expect(commands.setPersonaDifference(['t1'], 'x', { emotion: 1 })).toEqual(gone);
    expect(commands.create('moments', { touchpointId: 'x', kind: 'zero' })).toEqual(gone);
    expect(transactions).toEqual([]);
  });
});

describe('create', () => {
  it('clamps numbers and cuts texts', () => {
    const made = commands.create('touchpoints', {
      title: 'x'.repeat(200),
      ...place,
      emotion: 7,
      importance: -3,
      t: 0.126,
    });
    expect(made).toEqual({ ok: true, value: 'new1' });
    expect(touchpoint('new1')).toMatchObject({ title: 'x'.repeat(120), emotion: 2, importance: 1, t: 0.13 });
  });

  it('puts a stage before another, or at the end', () => {
    commands.create('stages', { name: 'Between' }, 's2');
    commands.create('stages', { name: 'Last' });
    expect(map().stages.map(({ id }) => id)).toEqual(['s1', 'new1', 's2', 's3', 'new2']);
  });

  it('refuses touchpoints in lanes that hold none, and cells in lanes of another kind', () => {
    const refused = { ok: false, reason: 'not-allowed' };
    expect(commands.create('touchpoints', { title: 'a', ...place, laneId: 'le' })).toEqual(refused);
    expect(commands.create('insights', { kind: 'pain', stageId: 's1', laneId: 'lo' })).toEqual(refused);
    expect(commands.create('insights', { kind: 'pain', stageId: 's1', laneId: 'ln' }).ok).toBe(true);
  });

  it('answers "full" at the limits of the model', () => {
    open(buildMap({ tiers: Array.from({ length: COLLECTION_LIMITS.tiers }, (_, index) => `ti${index}`) }));
    expect(commands.create('tiers', { name: 'One more' })).toEqual({ ok: false, reason: 'full' });
  });

  it('gives ids to items of lists that come without', () => {
    commands.create('personas', {
      name: 'Ana',
      jobs: [{ id: '', statement: 'Tea', kind: 'functional', importance: 5, satisfaction: null }],
    });
    const persona = map().personas.at(-1);
    expect(persona?.jobs[0]?.id).toBe('new2');
    expect(persona?.id).toBe('new1');
  });

  it('keeps one primary persona', () => {
    commands.create('personas', { name: 'Ana', primary: true });
    expect(
      map()
        .personas.filter(({ primary }) => primary)
        .map(({ id }) => id),
    ).toEqual(['new1']);
  });

  it('keeps a reading within its metric', () => {
    commands.create('readings', { metric: 'ces', value: 50, at: '2025-01-01', touchpointId: 't2' });
    expect(map().readings.at(-1)?.value).toBe(7);
  });

  it('makes at most one moment of a kind at a touchpoint', () => {
    expect(commands.create('moments', { touchpointId: 't1', kind: 'zero' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(commands.create('moments', { touchpointId: 't1', kind: 'first' }).ok).toBe(true);
  });
});

describe('update', () => {
  it('sets a field of many in one step and leaves the rest', () => {
    commands.update('touchpoints', ['t1', 't2', 'gone'], { owner: 'Ana' });
    expect(map().touchpoints.map(({ owner }) => owner)).toEqual(['Ana', 'Ana', '']);
    expect(touchpoint('t1')?.description).toBe('Long words');
  });

  it('[D5] writes the whole place when a part of it is given', () => {
    commands.update('touchpoints', ['t2'], { row: 3 });
    expect(touchpoint('t2')).toMatchObject({ stageId: 's2', laneId: 'l1', t: 0.2, row: 3 });
  });

  it('changes a lane only to a kind that holds the same', () => {
    expect(commands.update('lanes', ['l1'], { kind: 'backstage' }).ok).toBe(true);
    expect(commands.update('lanes', ['l1'], { kind: 'thoughts' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(commands.update('lanes', ['le'], { kind: 'media' }).ok).toBe(true);
  });

  it('[D8] sets and clears one entry of a persona or a tier', () => {
    commands.setPersonaDifference(['t1', 't2'], 'p2', { importance: 4 });
    expect(touchpoint('t1')?.byPersona['p2']).toMatchObject({ emotion: -1, importance: 4 });
    expect(touchpoint('t2')?.byPersona['p2']).toMatchObject({ emotion: null, importance: 4 });
    commands.setPersonaDifference(['t2'], 'p2', { importance: null });
    commands.setPersonaDifference(['t1'], 'p2', null);
    expect(touchpoint('t1')?.byPersona).toEqual({});
    expect(touchpoint('t2')?.byPersona).toEqual({});
    commands.setTierService(['t1'], 'ti1', { promise: 'Within a day' });
    expect(touchpoint('t1')?.byTier['ti1']).toEqual({
      level: 'standard',
      promise: 'Within a day',
      responseTargetMin: null,
    });
  });

  it('replaces all entries when the whole field is given', () => {
    commands.update('touchpoints', ['t1'], { byPersona: {} });
    expect(touchpoint('t1')?.byPersona).toEqual({});
  });

  it('clears references to messages that leave the brand', () => {
    commands.updateBrand({
      messages: [{ id: '', text: 'On time', proof: '' }],
      topics: [{ id: 'tc', name: 'Care', from: null, to: null }],
    });
    commands.update('touchpoints', ['t1'], { messageIds: ['new1'], topicId: 'tc' });
    commands.updateBrand({ messages: [] });
    expect(touchpoint('t1')).toMatchObject({ messageIds: [], topicId: 'tc' });
    expect(map().brand?.topics).toHaveLength(1);
  });

  it('never changes the id of the map', () => {
    commands.updateMap({ title: 'Other', id: 'x' } as { title: string });
    expect(map().map).toMatchObject({ id: 'm1', title: 'Other' });
  });
});

describe('stages and lanes', () => {
  it('[D6] move with everything in them, by one key', () => {
    commands.reorder('stages', 's3', 's1');
    expect(map().stages.map(({ id }) => id)).toEqual(['s3', 's1', 's2']);
    expect(map().touchpoints).toEqual(start.touchpoints);
    commands.reorder('stages', 's3', null);
    expect(map().stages.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
  });

  it('give their content to a neighbour when they are deleted', () => {
    commands.deleteStage('s2', 's1');
    expect(map().stages.map(({ id }) => id)).toEqual(['s1', 's3']);
    expect(map().touchpoints.map(({ stageId }) => stageId)).toEqual(['s1', 's1', 's1']);
    expect(touchpoint('t2')).toMatchObject({ laneId: 'l1', t: 0.2 });
    expect(map().insights[0]?.stageId).toBe('s1');
    commands.deleteLane('l2', 'l1');
    expect(touchpoint('t3')?.laneId).toBe('l1');
  });

  it('take their content along when nothing is said', () => {
    commands.deleteStage('s2', null);
    expect(map().touchpoints.map(({ id }) => id)).toEqual(['t1']);
    expect(map().insights).toEqual([]);
    expect(map().links).toEqual([]);
    expect(map().opportunities[0]?.insightIds).toEqual([]);
  });

  it('give no content to a lane that holds something else', () => {
    expect(commands.deleteLane('l1', 'ln')).toEqual({ ok: false, reason: 'not-allowed' });
    expect(commands.deleteLane('l1', 'l1')).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('remove', () => {
  it('[D16] takes moments, links and readings with a touchpoint and clears what refers to it', () => {
    commands.remove(['t1']);
    expect(map().moments).toEqual([]);
    expect(map().readings).toEqual([]);
    expect(map().links.map(({ id }) => id)).toEqual(['k2']);
    expect(map().insights[0]?.touchpointIds).toEqual(['t2']);
  });

  it('[D31] takes what goes out of the lists of saved views, which stay', () => {
    const hidden = { hiddenLaneIds: ['le', 'ln'], hiddenPersonaIds: ['p2'], personaIds: ['p1', 'p2'] };
    commands.create('views', { name: 'Ana alone', ...hidden, camera: { zoom: 9, x: 1, y: 2 } });
    commands.update('views', [map().views[0]?.id ?? ''], { overlay: 'pain' });
    commands.remove(['p2']);
    commands.deleteLane('le', null);
    expect(map().views).toMatchObject([
      {
        name: 'Ana alone',
        hiddenLaneIds: ['ln'],
        hiddenPersonaIds: [],
        personaIds: ['p1'],
        everyone: true,
        overlay: 'pain',
        camera: { zoom: 4, x: 1, y: 2 },
      },
    ]);
  });

  it('[D19] takes what was set aside about it, also about its moments', () => {
    const momentId = map().moments[0]?.id ?? '';
    const setAside = (targetId: string) =>
      commands.create('dismissals', { code: 'L03', targetId, reason: 'Known' });
    for (const target of ['t1', momentId, 't2', map().map.id]) expect(setAside(target).ok).toBe(true);
    commands.remove(['t1']);
    expect(map().dismissals.map(({ targetId }) => targetId)).toEqual(['t2', map().map.id]);
  });

  it('[D7] empties the texts of what it takes', () => {
    commands.remove(['t1']);
    expect(doc.getText('text/t1/description').toJSON()).toBe('');
  });

  it('only clears references to anything else', () => {
    commands.remove(['p2', 'c1', 'ev1', 'n1']);
    expect(touchpoint('t1')).toMatchObject({
      channelId: null,
      personaIds: ['p1'],
      byPersona: {},
      evidenceIds: [],
    });
    expect(map().opportunities[0]?.insightIds).toEqual([]);
    expect(map().touchpoints).toHaveLength(3);
  });
});

describe('link', () => {
  it('joins two touchpoints once a kind, never one with itself', () => {
    expect(commands.link('t1', 't3', { kind: 'trigger', label: 'then' })).toEqual({
      ok: true,
      value: 'new1',
    });
    expect(commands.link('t1', 't3', { kind: 'trigger' })).toEqual({ ok: true, value: 'new1' });
    expect(commands.link('t1', 't1')).toEqual({ ok: false, reason: 'not-allowed' });
    expect(map().links.at(-1)).toMatchObject({ from: 't1', to: 't3', kind: 'trigger', label: 'then' });
  });
});

describe('moving', () => {
  it('moves what may move and says why when nothing may', () => {
    commands.move({
      touchpoints: new Map([
        ['t1', place],
        ['t2', { ...place, t: 3, row: 99 }],
        ['gone', place],
      ]),
    });
    expect(touchpoint('t1')).toMatchObject(place);
    expect(touchpoint('t2')).toMatchObject({ ...place, t: 1, row: 20 });
    expect(commands.move({ touchpoints: new Map([['t1', { ...place, laneId: 'le' }]]) })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    commands.move({ cells: [{ id: 'n1', stageId: 's3', laneId: 'ln' }] });
    expect(map().insights[0]).toMatchObject({ stageId: 's3', laneId: 'ln' });
    expect(commands.move({ cells: [{ id: 'n1', stageId: 's3', laneId: 'lo' }] })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});

describe('duplicate, copy and paste', () => {
  it('keeps links and moments inside what is duplicated, and nothing that leads out (U28)', () => {
    const made = commands.duplicate(['t1', 't2']);
    expect(made.ok && made.value).toHaveLength(2);
    const [a = '', b = ''] = made.ok ? made.value : [];
    expect(touchpoint(a)).toMatchObject({ title: 't1', channelId: 'c1', personaIds: ['p1', 'p2'], row: 1 });
    const links = map().links.slice(2);
    expect(links).toMatchObject([{ from: a, to: b }]);
    expect(map().moments.filter(({ touchpointId }) => touchpointId === a)).toHaveLength(1);
    expect(transactions).toHaveLength(1);
  });

  it('lands the first card on the place and keeps the distances of the others', () => {
    const fragment = commands.copy(['t1', 't2', 'n1']);
    const made = commands.paste(fragment, { stageId: 's2', laneId: 'l2', t: 0.1, row: 2 });
    const [a = '', b = '', c = ''] = made.ok ? made.value : [];
    expect(touchpoint(a)).toMatchObject({ stageId: 's2', laneId: 'l2', t: 0.1, row: 2 });
    expect(touchpoint(b)).toMatchObject({ stageId: 's3', laneId: 'l2', t: 0.2 });
    expect(readRecord(doc, 'insights', c)).toMatchObject({
      stageId: 's3',
      laneId: 'ln',
      touchpointIds: [a, b],
    });
  });

  it('into another map brings channels and evidence along and finds personas and stages by name (U27)', () => {
    const fragment = structuredClone(commands.copy(['t1']));
    open(
      buildMap({
        stages: ['x', { id: 'y', name: 's1' }],
        lanes: [{ id: 'z', name: 'l1' }],
        personas: [{ id: 'q', name: 'p2' }],
      }),
    );
    const made = commands.paste(fragment, null);
    const [id = ''] = made.ok ? made.value : [];
    expect(touchpoint(id)).toMatchObject({
      stageId: 'y',
      laneId: 'z',
      personaIds: ['q'],
      description: 'Long words',
    });
    expect(touchpoint(id)?.byPersona['q']?.emotion).toBe(-1);
    expect(map().channels).toMatchObject([{ name: 'c1' }]);
    expect(touchpoint(id)?.channelId).toBe(map().channels[0]?.id);
    expect(touchpoint(id)?.evidenceIds).toEqual([map().evidence[0]?.id]);
  });

  it('refuses fragments that hold nothing, or nothing readable', () => {
    for (const content of [{}, { touchpoints: 'x' }, { touchpoints: [null, { id: '__proto__' }] }]) {
      expect(commands.paste({ format: 'touchline/fragment', content }, null)).toEqual({
        ok: false,
        reason: 'not-allowed',
      });
    }
    expect(commands.paste(JSON.parse('{"format":"other"}'), null)).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(transactions).toEqual([]);
  });
});

describe('a live text', () => {
  it('[D7] keeps the words of two people who begin in the same empty field at once', () => {
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const theirs = createCommands(other, { newId: () => 'x' });
    commands.openText('touchpoints', 't2', 'need').splice(0, 0, 'mine');
    theirs.openText('touchpoints', 't2', 'need').splice(0, 0, 'theirs');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(['minetheirs', 'theirsmine']).toContain(touchpoint('t2')?.need);
  });

  it('is cut to the limit of its field and never inside a character', () => {
    const text = commands.openText('touchpoints', 't2', 'need');
    text.splice(0, 0, 'x'.repeat(399));
    text.splice(399, 0, '😀');
    expect(text.read()).toBe('x'.repeat(399));
    text.splice(0, 1, '😀');
    expect(text.read()).toBe(`😀${'x'.repeat(398)}`);
  });

  it('tells edits made elsewhere one after the other, and not its own', () => {
    const text = commands.openText('touchpoints', 't1', 'description');
    const heard: unknown[] = [];
    const stop = text.subscribe((edits) => heard.push(...edits));
    text.splice(0, 0, 'My ');
    expect(heard).toEqual([]);
    commands.update('touchpoints', ['t1'], { description: 'My longer words' });
    expect(heard).toEqual([
      { at: 3, remove: 4, insert: '' },
      { at: 3, remove: 0, insert: 'longer' },
    ]);
    expect(text.read()).toBe('My longer words');
    stop();
    commands.update('touchpoints', ['t1'], { description: '' });
    expect(text.read()).toBe('');
  });

  it('of a deleted record reads empty and takes nothing (U24)', () => {
    const text = commands.openText('touchpoints', 't1', 'description');
    commands.remove(['t1']);
    text.splice(0, 0, 'lost');
    expect(text.read()).toBe('');
    expect(doc.getText('text/t1/description').toJSON()).toBe('');
  });

  it('exists for long texts only', () => {
    expect(() => commands.openText('touchpoints', 't1', 'title')).toThrow(/no long text/);
  });
});
