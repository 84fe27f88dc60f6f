// @vitest-environment happy-dom
/**
 * What must hold of every gesture of the canvas: nothing is written to the map before it ends, its end is one stored
 * update and one step of undo, and Escape leaves no trace (U16, U23, U46). The table has rows for every kind of thing a
 * press can begin on; a new kind without rows does not compile.
 */
import * as Y from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { canvasCamera } from '../../../src/canvas/camera.ts';
import { editingStore } from '../../../src/canvas/editing/editingStore.ts';
import { editingRules } from '../../../src/canvas/editing/rules.ts';
import type { HitKind } from '../../../src/canvas/hitTarget.ts';
import type { Gesture, Press } from '../../../src/canvas/pointer.ts';
import { writeMap } from '../../../src/model/writeMap.ts';
import type { Point } from '../../../src/layout/scene.ts';
import { buildMap } from '../../support/buildMap.ts';
import { buildSession, type TestSession } from '../support/buildSession.ts';

interface Row {
  /** What is dragged, for the name of the test. */
  readonly what: string;
  readonly id: string;
  readonly from: (session: TestSession) => Point;
  readonly by: Point | ((session: TestSession) => Point);
  /** Attributes of the element that is pressed. */
  readonly data?: Readonly<Record<string, string>>;
  readonly selected?: readonly string[];
  readonly tool?: 'link';
  readonly alt?: boolean;
  /** A selection is no part of the map, a locked card stays. */
  readonly writes?: 0;
}

const middle =
  (of: 'cards' | 'cells' | 'elements', id: string) =>
  (session: TestSession): Point => {
    const box = session.projection.getState().layout[of].get(id);
    if (!box) throw new Error(`no ${id}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
const toMiddle =
  (of: 'cards' | 'cells' | 'elements', from: string, to: string) =>
  (session: TestSession): Point => {
    const [a, b] = [middle(of, from)(session), middle(of, to)(session)];
    return { x: b.x - a.x, y: b.y - a.y };
  };
const many = Array.from({ length: 60 }, (_, index) => `m${index}`);

const rows: Record<HitKind, readonly Row[]> = {
  card: [
    { what: 'a card to another stage', id: 't1', from: middle('cards', 't1'), by: { x: 700, y: 0 } },
    { what: 'a card to another lane', id: 't1', from: middle('cards', 't1'), by: { x: 0, y: 130 } },
    {
      what: 'several cards with the link between them',
      id: 't1',
      from: middle('cards', 't1'),
      by: { x: 90, y: 0 },
      selected: ['t1', 't2'],
    },
    {
      what: 'a card with a note and a free element',
      id: 't1',
      from: middle('cards', 't1'),
      by: { x: 640, y: 0 },
      selected: ['t1', 'n1', 'note'],
    },
    {
      what: 'so many cards that one picture stands for them',
      id: 'm0',
      from: middle('cards', 'm0'),
      by: { x: -320, y: 0 },
      selected: many,
    },
    {
      what: 'copies of two linked cards, with Alt',
      id: 't1',
      from: middle('cards', 't1'),
      by: { x: 640, y: 0 },
      selected: ['t1', 't2'],
      alt: true,
    },
    { what: 'a locked card', id: 'held', from: middle('cards', 'held'), by: { x: -300, y: 0 }, writes: 0 },
    {
      what: 'a link drawn with the link tool',
      id: 't1',
      from: middle('cards', 't1'),
      by: toMiddle('cards', 't1', 't3'),
      tool: 'link',
    },
  ],
  cell: [{ what: 'a note to another stage', id: 'n1', from: middle('cells', 'n1'), by: { x: 640, y: 0 } }],
  element: [
    { what: 'a sticky note', id: 'note', from: middle('elements', 'note'), by: { x: 40, y: 60 } },
    {
      what: 'a frame with what lies in it',
      id: 'frame',
      from: middle('elements', 'frame'),
      by: { x: 48, y: 16 },
    },
    {
      what: 'a sticky note sorted into the map',
      id: 'note',
      from: middle('elements', 'note'),
      by: (session) => ({ x: 0, y: 60 - middle('elements', 'note')(session).y }),
    },
    {
      what: 'a copy of a sticky note, with Alt',
      id: 'far',
      from: middle('elements', 'far'),
      by: { x: 0, y: 200 },
      alt: true,
    },
  ],
  corner: ['nw', 'ne', 'sw', 'se'].map((corner) => ({
    what: `the corner ${corner} of a frame`,
    id: 'frame',
    data: { corner },
    from: middle('elements', 'frame'),
    by: { x: corner.endsWith('w') ? 24 : 40, y: corner.startsWith('n') ? 16 : 48 },
  })),
  port: [
    {
      what: 'a link from a port to a card',
      id: 't1',
      from: middle('cards', 't1'),
      by: toMiddle('cards', 't1', 't3'),
    },
    {
      what: 'a link from a port to nothing',
      id: 't1',
      from: middle('cards', 't1'),
      by: { x: 0, y: 160 },
      writes: 0,
    },
  ],
  'emotion-point': [
    {
      what: 'a point of everyone’s curve',
      id: 't2',
      data: { lane: 'l3', ids: 't2', value: '-1' },
      from: (session) => pointOf(session),
      by: { x: 0, y: -30 },
    },
    {
      what: 'a point of one persona’s curve',
      id: 't2',
      data: { lane: 'l3', persona: 'p1', ids: 't2', value: '-1' },
      from: (session) => pointOf(session),
      by: { x: 0, y: -30 },
    },
  ],
  'stage-head': [
    {
      what: 'a stage to the place after the next',
      id: 's1',
      from: () => ({ x: 100, y: 10 }),
      by: { x: 1100, y: 0 },
    },
    {
      what: 'a stage to where it was',
      id: 's1',
      from: () => ({ x: 100, y: 10 }),
      by: { x: 60, y: 0 },
      writes: 0,
    },
  ],
  'stage-edge': [
    { what: 'the edge of a stage', id: 's1', from: () => ({ x: 640, y: 10 }), by: { x: 160, y: 0 } },
  ],
  'lane-head': [
    {
      what: 'a lane downwards',
      id: 'l1',
      from: () => ({ x: 10, y: 40 }),
      by: ({ projection }) => ({ x: 0, y: (projection.getState().layout.lanes[2]?.y ?? 0) + 100 }),
    },
  ],
  'lane-edge': [
    { what: 'the edge of a lane', id: 'l1', from: () => ({ x: 10, y: 200 }), by: { x: 0, y: 90 } },
  ],
  pane: [
    { what: 'a selection frame', id: '', from: () => ({ x: 2, y: 2 }), by: { x: 500, y: 300 }, writes: 0 },
  ],
  // Nothing begins on a link: it is tapped.
  link: [],
};

let session: TestSession;
let updates: number;
/** What the last gesture was begun on. */
let pressed: HTMLElement;
beforeEach(() => {
  session = buildSession({ map: fullMap() });
  canvasCamera.moved({ x: 0, y: 0, zoom: 1, width: 3000, height: 2000 });
  editingStore.setState({
    draft: null,
    cell: null,
    resizing: null,
    marquee: null,
    linking: null,
    ruler: null,
  });
  updates = 0;
  session.doc.on('update', () => (updates += 1));
});

function begin(kind: HitKind, row: Row): { gesture: Gesture; at: (share: number) => PointerEvent } {
  const { screen, editing } = session;
  if (!editing) throw new Error('the session edits');
  screen.setState({ selection: new Set(row.selected ?? []), tool: row.tool ?? 'select' });
  const element = document.createElement('button');
  Object.assign(element.dataset, row.data);
  pressed = element;
  const from = row.from(session);
  const press: Press = {
    hit: { kind, id: row.id, element },
    at: from,
    pointer: 'mouse',
    shift: false,
    alt: row.alt === true,
    mod: false,
  };
  const gesture = editingRules(session, editing).gesture(press);
  if (!gesture) throw new Error(`nothing begins on ${row.what}`);
  const by = typeof row.by === 'function' ? row.by(session) : row.by;
  return {
    gesture,
    at: (share) =>
      new PointerEvent('pointermove', {
        clientX: from.x + by.x * share,
        clientY: from.y + by.y * share,
        altKey: row.alt === true,
      }),
  };
}

const content = (): unknown => writeMap({ ...session.projection.getState().journey });
const shown = () => {
  const { marquee, linking, emotion, ruler, resizing } = editingStore.getState();
  const { drag, framed } = session.screen.getState();
  const lifted = pressed.style.translate;
  return {
    marquee,
    linking,
    emotion,
    ruler,
    resizing,
    drag,
    framed,
    lifted,
    told: session.told.drag ?? null,
  };
};
const nothingShown = {
  marquee: null,
  linking: null,
  emotion: null,
  ruler: null,
  resizing: null,
  drag: null,
  framed: null,
  lifted: '',
  told: null,
};

const every = Object.entries(rows).flatMap(([kind, list]) =>
  list.map((row) => [row.what, kind as HitKind, row] as const),
);

describe.each(every)('dragging %s', (_what, kind, row) => {
  it('writes nothing before it ends, then one update that one undo takes back (U46)', () => {
    const before = content();
    const { gesture, at } = begin(kind, row);
    const vector = Y.encodeStateVector(session.doc);
    for (const share of [0.1, 0.4, 0.7, 1]) gesture.move(at(share));
    if (row.writes !== 0) expect(shown(), 'something is shown of it').not.toEqual(nothingShown);
    expect(updates).toBe(0);
    expect(Y.encodeStateVector(session.doc)).toEqual(vector);
    gesture.end(at(1));
    session.projection.flush();
    expect(shown()).toEqual(nothingShown);
    expect(updates).toBe(row.writes ?? 1);
    if (row.writes === 0) {
      expect(session.editing?.undo.state().undo).toBeNull();
      return;
    }
    expect(content()).not.toEqual(before);
    session.editing?.undo.undo();
    session.projection.flush();
    expect(content()).toEqual(before);
    expect(session.editing?.undo.state().undo).toBeNull();
  });

  it('leaves no trace when it is given up: nothing written, nothing shown, nothing to undo (U16)', () => {
    const before = content();
    const { gesture, at } = begin(kind, row);
    const vector = Y.encodeStateVector(session.doc);
    for (const share of [0.3, 1]) gesture.move(at(share));
    gesture.cancel();
    session.projection.flush();
    expect(updates).toBe(0);
    expect(Y.encodeStateVector(session.doc)).toEqual(vector);
    expect(content()).toEqual(before);
    expect(shown()).toEqual(nothingShown);
    expect(session.editing?.undo.state()).toEqual({ undo: null, redo: null });
  });
});

describe('a head on its way', () => {
  it('goes with the pointer, at every zoom', () => {
    canvasCamera.moved({ x: 0, y: 0, zoom: 0.5, width: 3000, height: 2000 });
    const { gesture, at } = begin('stage-head', rowOf('stage-head'));
    gesture.move(at(0.5));
    expect(pressed.style.translate).toBe('550px');
    expect(pressed.dataset['lifted']).toBe('550');
    gesture.cancel();
    expect(pressed.dataset['lifted']).toBeUndefined();
  });
});

describe('what is only on this screen', () => {
  it('never reaches the map: a hundred things selected, a card held, lanes hidden, the view moved (U23)', () => {
    const before = Y.encodeStateAsUpdate(session.doc);
    session.screen.setState({ selection: new Set([...many, 't1', 't2', 't3', 'n1', 'k1', 'note', 'far']) });
    session.screen.setState({ hiddenLanes: new Set(['l2']), tool: 'hand' });
    canvasCamera.moved({ x: -300, y: -40, zoom: 0.5, width: 900, height: 500 });
    const { gesture, at } = begin('card', { ...rowOf('card'), selected: ['t1', ...many] });
    gesture.move(at(1));
    expect(session.screen.getState().drag?.ids).toHaveLength(many.length + 1);
    expect(Y.encodeStateAsUpdate(session.doc)).toEqual(before);
    gesture.cancel();
  });
});

function rowOf(kind: HitKind): Row {
  const [row] = rows[kind];
  if (!row) throw new Error(`no row for ${kind}`);
  return row;
}

/** In the middle of the emotion lane, at no particular value. */
function pointOf({ projection }: TestSession): Point {
  const lane = projection.getState().layout.lanes.find(({ kind }) => kind === 'emotion');
  if (!lane) throw new Error('no emotion lane');
  return { x: 500, y: lane.y + lane.height / 2 };
}

function fullMap() {
  return buildMap({
    personas: [{ id: 'p1', name: 'Kim' }],
    stages: [
      { id: 's1', width: 640 },
      { id: 's2', width: 640 },
      { id: 's3', width: 1600 },
    ],
    lanes: [
      { id: 'l1', kind: 'contact', height: 220 },
      { id: 'l2', kind: 'backstage', height: 160 },
      { id: 'l3', kind: 'emotion' },
      { id: 'l4', kind: 'thoughts' },
    ],
    touchpoints: [
      { id: 't1', title: 'Reads reviews', t: 0.2, emotion: 0.5 },
      { id: 't2', title: 'Visits the shop', t: 0.7, emotion: -1 },
      { id: 't3', title: 'Pays', stageId: 's2', t: 0.3, emotion: 1 },
      { id: 'held', stageId: 's2', t: 0.8, locked: true },
      ...many.map((id, index) => ({
        id,
        stageId: 's3',
        t: ((index % 6) + 1) / 8,
        row: Math.floor(index / 6),
      })),
    ],
    links: [{ id: 'k1', from: 't1', to: 't2' }],
    insights: [{ id: 'n1', text: 'Is it worth it?', stageId: 's1', laneId: 'l4', kind: 'thought' }],
    elements: [
      { id: 'frame', kind: 'frame', x: 40, y: 40, width: 300, height: 200 },
      { id: 'note', text: 'Why twice?', x: 80, y: 80, width: 160, height: 100 },
      { id: 'far', text: 'Elsewhere', x: 700, y: 20, width: 160, height: 100 },
    ],
  });
}
