import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Commands, SortMove } from '../../src/document/commands.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { recordOf, schemaOf } from '../../src/document/roots.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import type { FreeElement, JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { buildMap } from '../support/buildMap.ts';

const hash = 'ab'.repeat(32);
const start = buildMap({
  stages: ['s1', 's2'],
  lanes: [
    'l1',
    { id: 'ln', kind: 'pains' },
    { id: 'lo', kind: 'opportunities' },
    { id: 'la', kind: 'actions' },
    { id: 'le', kind: 'emotion' },
  ],
  elements: [
    { id: 'a', text: 'Why twice?', x: 10, y: 20 },
    { id: 'b', kind: 'text', text: 'x'.repeat(150), x: 300, y: 20 },
    { id: 'c', kind: 'frame', x: 0, y: 0, width: 600, height: 400 },
    { id: 'd', kind: 'image', image: hash, side: 'right' },
  ],
});

let doc: Y.Doc;
let commands: Commands;
let made = 0;

beforeEach(() => {
  doc = new Y.Doc();
  writeContent(doc, start, 'file');
  commands = createCommands(doc, { newId: () => `n${++made}` });
});

const map = (): JourneyMap => readMap(doc);
const element = (id: string): FreeElement | undefined => map().elements.find((one) => one.id === id);
const order = (): string =>
  map()
    .elements.map(({ id }) => id)
    .join('');

describe('[D27] free elements', () => {
  it('stay where they are whatever happens to stages and lanes', () => {
    const before = map().elements;
    commands.update('stages', ['s1'], { width: 1200 });
    commands.reorder('stages', 's2', 's1');
    commands.deleteStage('s1', null);
    commands.deleteLane('l1', null);
    expect(map().elements).toEqual(before);
  });

  it('are moved and resized as one value, clamped to their side', () => {
    const place = { side: 'right', x: -7, y: 12.6, width: 9, height: 99_999 } as const;
    expect(commands.move({ elements: new Map([['a', place]]) }).ok).toBe(true);
    expect(element('a')).toMatchObject({ side: 'right', x: 0, y: 13, width: 40, height: 4000 });
    expect([...(recordOf(doc, 'elements', 'a')?.keys() ?? [])]).not.toContain('x');
    expect(commands.move({ elements: new Map([['gone', place]]) })).toEqual({ ok: false, reason: 'gone' });
  });

  it('end in one of two places when two people move one at once', () => {
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const theirs = createCommands(other, { newId: () => 'x' });
    commands.update('elements', ['a'], { x: 500 });
    theirs.update('elements', ['a'], { y: 900, width: 300 });
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect([
      [500, 20, 168],
      [10, 900, 300],
    ]).toContainEqual([element('a')?.x, element('a')?.y, element('a')?.width]);
    expect(readMap(other)).toEqual(map());
  });

  it('are images only with a picture', () => {
    expect(commands.create('elements', { kind: 'image' })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(commands.update('elements', ['a'], { kind: 'image' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(commands.create('elements', { kind: 'image', image: hash }).ok).toBe(true);
  });
});

describe('[D6] the order of drawing', () => {
  it('goes one step, or to the end, and several keep their order', () => {
    commands.stackElements(['a'], 'forward');
    expect(order()).toBe('bacd');
    commands.stackElements(['d'], 'backward');
    expect(order()).toBe('badc');
    commands.stackElements(['b', 'd'], 'front');
    expect(order()).toBe('acbd');
    commands.stackElements(['d'], 'back');
    expect(order()).toBe('dacb');
    commands.stackElements(['d', 'a'], 'forward');
    expect(order()).toBe('cdab');
  });

  it('writes nothing where nothing would change', () => {
    const before = Y.encodeStateVector(doc);
    commands.stackElements(['d'], 'front');
    commands.stackElements(['d'], 'forward');
    commands.stackElements(['a'], 'back');
    commands.stackElements(['a'], 'backward');
    expect(Y.encodeStateVector(doc)).toEqual(before);
    expect(commands.stackElements(['gone'], 'front')).toEqual({ ok: false, reason: 'gone' });
  });
});

describe('[D29] sorting notes into the map', () => {
  const toStage = (id: string): SortMove => ({
    id,
    collection: 'touchpoints',
    place: { stageId: 's2', laneId: 'l1', t: 0.3, row: 1 },
  });

  it('makes a note a touchpoint, in one step that undo takes back', () => {
    const undo = createUndo(doc);
    const done = commands.sortElements([toStage('a')]);
    const id = done.ok ? done.value[0] : undefined;
    expect(map().touchpoints).toMatchObject([
      { id, title: 'Why twice?', description: '', stageId: 's2', t: 0.3, row: 1 },
    ]);
    expect(element('a')).toBeUndefined();
    expect(undo.state().undo).toEqual({ what: 'sort', count: 1 });
    undo.undo();
    expect(map()).toEqual(start);
    undo.redo();
    expect([map().touchpoints.length, map().elements.length]).toEqual([1, 3]);
    undo.dispose();
  });

  it('loses no word: what is too long for a title stays whole in the description', () => {
    commands.sortElements([toStage('b')]);
    const [touchpoint] = map().touchpoints;
    expect(touchpoint?.title).toBe(`${'x'.repeat(119)}…`);
    expect(touchpoint?.description).toBe('x'.repeat(150));
  });

  it('makes insights, opportunities and actions of the lanes that hold them', () => {
    const done = commands.sortElements([
      { id: 'b', collection: 'opportunities', stageId: 's1', laneId: 'lo' },
      { id: 'a', collection: 'insights', stageId: 's1', laneId: 'ln', kind: 'pain' },
    ]);
    expect(done.ok).toBe(true);
    expect(map().insights).toMatchObject([{ kind: 'pain', text: 'Why twice?', stageId: 's1', laneId: 'ln' }]);
    expect(map().opportunities).toMatchObject([{ description: 'x'.repeat(150) }]);
  });

  it.each<[string, SortMove, string]>([
    ['a frame', toStage('c'), 'not-allowed'],
    ['an image', toStage('d'), 'not-allowed'],
    [
      'a text too long for an action',
      { id: 'b', collection: 'actions', stageId: 's1', laneId: 'la' },
      'not-allowed',
    ],
    [
      'a lane of another kind',
      { id: 'a', collection: 'insights', stageId: 's1', laneId: 'l1', kind: 'pain' },
      'not-allowed',
    ],
    ['a stage that is gone', { id: 'a', collection: 'opportunities', stageId: 's9', laneId: 'lo' }, 'gone'],
    ['a note that is gone', toStage('z'), 'gone'],
  ])('refuses %s and changes nothing', (_what, move, reason) => {
    expect(commands.sortElements([move])).toEqual({ ok: false, reason });
    expect(map()).toEqual(start);
  });
});

describe('copies', () => {
  it('of elements lie a step off and on top, all together', () => {
    const done = commands.duplicate(['a', 'c']);
    const ids = done.ok ? done.value : [];
    expect(ids.map((id) => element(id)).map((one) => [one?.kind, one?.x, one?.y])).toEqual([
      ['note', 34, 44],
      ['frame', 24, 24],
    ]);
    expect(
      map()
        .elements.slice(-2)
        .map(({ id }) => id),
    ).toEqual(ids);
  });

  it('land at a corner when one is given, their arrangement kept', () => {
    const done = commands.paste(commands.copy(['a', 'b']), null, { side: 'right', x: 100, y: 50 });
    const ids = done.ok ? done.value : [];
    expect(ids.map((id) => element(id)).map((one) => [one?.side, one?.x, one?.y])).toEqual([
      ['right', 100, 50],
      ['right', 390, 50],
    ]);
  });
});

describe('[D28] a program that does not know elements', () => {
  it('finds no newer schema in a document that has them', () => {
    commands.create('elements', { kind: 'note', text: 'New' });
    expect(schemaOf(doc)).toBe(1);
  });

  it('keeps them in a file it reads and writes, as it keeps every unknown key', () => {
    const { elements, ...known } = writeMap(start);
    const parsed = parseMap(known);
    if (!parsed.ok) throw new Error('a file without elements is valid');
    const theirs = { ...parsed.map, extra: { elements: elements ?? [] } };
    expect(parseMap(writeMap(theirs))).toEqual({ ok: true, map: start });
  });
});
