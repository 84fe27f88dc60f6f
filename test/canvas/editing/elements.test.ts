// @vitest-environment happy-dom
import * as Y from 'yjs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { actionOf } from '../../../src/canvas/actions.ts';
import { canvasCamera } from '../../../src/canvas/camera.ts';
import { choicesFor } from '../../../src/canvas/editing/choices.ts';
import { dragElements } from '../../../src/canvas/editing/dragElements.ts';
import { moveSelection, newNote, removeSelection, undo } from '../../../src/canvas/editing/editActions.ts';
import { editingStore } from '../../../src/canvas/editing/editingStore.ts';
import { newElement, resized, resizeElement } from '../../../src/canvas/editing/elements.ts';
import * as pageRuns from '../../../src/canvas/pageRuns.ts';
import { elementWords } from '../../../src/words/elements.ts';
import { marquee } from '../../../src/canvas/editing/gestures.ts';
import { hitAt } from '../../../src/canvas/hitTarget.ts';
import type { Gesture, Press } from '../../../src/canvas/pointer.ts';
import type { Editing } from '../../../src/state/mapSession.ts';
import { buildMap } from '../../support/buildMap.ts';
import { buildSession, type TestSession } from '../support/buildSession.ts';

const at = (x: number, y: number, more: PointerEventInit = {}): PointerEvent =>
  new PointerEvent('pointermove', { clientX: x, clientY: y, ...more });

let session: TestSession;
let editing: Editing;

beforeEach(() => {
  const map = buildMap({
    stages: [
      { id: 's1', width: 640 },
      { id: 's2', width: 640 },
    ],
    lanes: ['l1', { id: 'le', kind: 'emotion' }, { id: 'lp', kind: 'pains' }],
    touchpoints: [{ id: 't1', emotion: 1 }],
    elements: [
      { id: 'note', text: 'Why twice?', x: 60, y: 60, width: 160, height: 100 },
      { id: 'frame', kind: 'frame', x: 20, y: 20, width: 300, height: 200 },
      { id: 'far', text: 'Elsewhere', x: 700, y: 20, width: 160, height: 100 },
    ],
  });
  session = buildSession({ map });
  if (!session.editing) throw new Error('the session edits');
  editing = session.editing;
  canvasCamera.moved({ x: 0, y: 0, zoom: 1, width: 1400, height: 900 });
  editingStore.setState({ draft: null, cell: null, resizing: null });
});

const layout = () => session.projection.getState().layout;
const element = (id: string) => session.projection.find('elements', id);
/** A press on the middle of an element. */
function pressOn(id: string, more: Partial<Press> = {}): Press {
  const box = layout().elements.get(id);
  if (!box) throw new Error(`no element ${id}`);
  return {
    hit: { kind: 'element', id, element: null },
    at: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    pointer: 'mouse',
    shift: false,
    alt: false,
    mod: false,
    ...more,
  };
}
function drag(
  id: string,
  dx: number,
  dy: number,
  more: PointerEventInit = {},
): { gesture: Gesture; end: PointerEvent } {
  const press = pressOn(id);
  const gesture = dragElements(session, editing, press);
  const end = at(press.at.x + dx, press.at.y + dy, more);
  gesture.move(at(press.at.x + dx / 2, press.at.y + dy / 2, more));
  gesture.move(end);
  return { gesture, end };
}

describe('dragging a free element', () => {
  it('writes nothing while it lasts and one step at the drop (U46)', () => {
    const before = Y.encodeStateVector(session.doc);
    const { gesture, end } = drag('note', 30, 40, { ctrlKey: true });
    expect(Y.encodeStateVector(session.doc)).toEqual(before);
    expect(session.told.drag).toEqual({ ids: ['note'], dx: 30, dy: 40 });
    gesture.end(end);
    expect(element('note')).toMatchObject({ x: 90, y: 100 });
    expect(session.screen.getState().drag).toBeNull();
    undo(session);
    expect(element('note')).toMatchObject({ x: 60, y: 60 });
    expect(editing.undo.state().undo).toBeNull();
  });

  it('leaves no trace when it is cancelled', () => {
    const before = Y.encodeStateVector(session.doc);
    drag('note', 30, 40).gesture.cancel();
    expect(Y.encodeStateVector(session.doc)).toEqual(before);
    expect(session.screen.getState().drag).toBeNull();
  });

  it('takes along what lies in a frame', () => {
    const { gesture, end } = drag('frame', 50, 10, { ctrlKey: true });
    gesture.end(end);
    expect([element('frame')?.x, element('note')?.x, element('far')?.x]).toEqual([70, 110, 700]);
  });

  it('puts a frame that is dropped on the grid beside it, its content in its place', () => {
    const { gesture, end } = drag('frame', 100, -300);
    expect(session.screen.getState().drag?.place).toBeNull();
    gesture.end(end);
    expect(element('frame')).toMatchObject({ side: 'below', x: 120, y: 0 });
    expect(element('note')).toMatchObject({ side: 'below', x: 160, y: 40 });
  });

  it('lands copies with Alt held', () => {
    const { gesture, end } = drag('far', 0, 200, { altKey: true });
    gesture.end(end);
    expect(element('far')).toMatchObject({ x: 700, y: 20 });
    expect(session.projection.getState().journey.elements.at(-1)).toMatchObject({
      text: 'Elsewhere',
      x: 700,
      y: 220,
    });
  });
});

describe('sorting notes into the map', () => {
  it('shows where a note lands on the grid, and makes it a touchpoint there in one step', () => {
    const press = pressOn('note');
    const { gesture, end } = drag('note', 0, 80 - press.at.y);
    const landing = session.screen.getState().drag?.landing.get('note');
    expect(landing).toMatchObject({ width: 208, height: 100 });
    expect(session.screen.getState().drag?.place).toMatchObject({ stageId: 's1', laneId: 'l1' });
    gesture.end(end);
    const { journey } = session.projection.getState();
    expect(journey.elements.map(({ id }) => id)).toEqual(['frame', 'far']);
    const made = journey.touchpoints.find(({ title }) => title === 'Why twice?');
    expect(made).toMatchObject({ stageId: 's1', laneId: 'l1', t: 0.22 });
    expect([...session.screen.getState().selection]).toEqual([made?.id]);
    undo(session);
    expect(element('note')?.text).toBe('Why twice?');
    expect(session.projection.getState().journey.touchpoints).toHaveLength(1);
  });

  it('makes it an insight of the kind of its lane', () => {
    const lane = layout().lanes[2];
    const { gesture, end } = drag('far', 0, (lane?.y ?? 0) + 20 - pressOn('far').at.y);
    gesture.end(end);
    expect(session.projection.getState().journey.insights).toMatchObject([
      { kind: 'pain', text: 'Elsewhere', stageId: 's2', laneId: 'lp' },
    ]);
  });

  it('is done by command too, at the stage a note lies under (U19)', () => {
    session.screen.setState({ selection: new Set(['note', 'far']) });
    const choices = choicesFor(session, 'sortTo');
    expect(choices.map(({ id }) => id)).toEqual(['l1', 'lp']);
    choices[1]?.run();
    const { insights } = session.projection.getState().journey;
    expect(insights.map(({ text, stageId }) => [text, stageId])).toEqual([
      ['Elsewhere', 's2'],
      ['Why twice?', 's1'],
    ]);
    expect(editing.undo.state().undo).toEqual({ what: 'sort', count: 2 });
  });
});

describe('sorting a whole frame or stack of notes', () => {
  beforeEach(() => {
    const size = { width: 160, height: 100 };
    editing.commands.create('elements', { kind: 'note', x: 60, y: 420, ...size, text: 'Third' });
    editing.commands.create('elements', { kind: 'note', x: 60, y: 300, ...size, text: 'Second' });
    editing.commands.create('elements', { kind: 'image', x: 300, y: 300, ...size, image: 'a'.repeat(64) });
  });
  const idOf = (text: string) =>
    session.projection.getState().journey.elements.find((one) => one.text === text)?.id ?? '';
  const made = () =>
    session.projection
      .getState()
      .journey.touchpoints.filter(({ id }) => id !== 't1')
      .toSorted((a, b) => a.row - b.row)
      .map(({ title, row }) => [title, row]);

  it('a frame or picture among them stays; the notes in a selected frame go', () => {
    session.screen.setState({ selection: new Set(['frame', 'far']) });
    const { elements } = session.projection.getState().journey;
    const picture = elements.find(({ kind }) => kind === 'image');
    session.screen.setState({ selection: new Set(['frame', 'far', picture?.id ?? '']) });
    expect(actionOf('sortTo').enabled(session)).toBe(true);
    choicesFor(session, 'sortTo')[1]?.run();
    expect(session.projection.getState().journey.insights.map(({ text }) => text)).toEqual([
      'Elsewhere',
      'Why twice?',
    ]);
    expect(element('frame')).toBeDefined();
    expect(session.projection.getState().journey.elements).toHaveLength(4);
    session.screen.setState({ selection: new Set(['frame']) });
    expect(actionOf('sortTo').enabled(session)).toBe(false);
    expect(choicesFor(session, 'sortTo')).toEqual([]);
  });

  it('by command, notes that lie above each other stand above each other in the lane', () => {
    session.screen.setState({ selection: new Set([idOf('Third'), idOf('Second'), 'note']) });
    choicesFor(session, 'sortTo')[0]?.run();
    expect(made()).toEqual([
      ['Why twice?', 0],
      ['Second', 1],
      ['Third', 2],
    ]);
  });

  it('that are all locked stay, and it is said that they are', () => {
    const mention = vi.spyOn(pageRuns, 'mentionToPage').mockReturnValue(true);
    const ids = [idOf('Third'), idOf('Second')];
    editing.commands.lock(ids, true);
    session.screen.setState({ selection: new Set(ids) });
    choicesFor(session, 'sortTo')[0]?.run();
    expect(made()).toEqual([]);
    expect(mention.mock.calls).toEqual([[elementWords.en.allLocked(2)]]);
    mention.mockRestore();
  });

  it('by hand, each has a landing of its own, in the order they lie in', () => {
    session.screen.setState({ selection: new Set([idOf('Third'), idOf('Second')]) });
    const { gesture, end } = drag(idOf('Third'), 0, 80 - pressOn(idOf('Third')).at.y);
    const landings = [...(session.screen.getState().drag?.landing.values() ?? [])];
    expect(new Set(landings.map(({ y }) => y)).size).toBe(2);
    gesture.end(end);
    expect(made()).toEqual([
      ['Second', 0],
      ['Third', 1],
    ]);
  });
});

describe('making and changing', () => {
  it('T begins a note beside the map, which is there once it has words', () => {
    const before = Y.encodeStateVector(session.doc);
    newNote(session);
    const { draft } = editingStore.getState();
    expect(draft).toMatchObject({ collection: 'elements', kind: 'note', place: { side: 'below' } });
    expect(Y.encodeStateVector(session.doc)).toEqual(before);
    const others = [...layout().elements.values()].filter(({ kind }) => kind === 'note');
    expect(
      others.filter(
        (box) =>
          draft &&
          box.x < draft.box.x + 168 &&
          draft.box.x < box.x + box.width &&
          draft.box.y < box.y + box.height,
      ),
    ).toEqual([]);
  });

  it('T among notes of the map writes one of those', () => {
    const lane = layout().lanes[2];
    editingStore.setState({
      cell: {
        collection: 'insights',
        stageId: 's1',
        laneId: 'lp',
        t: 0,
        row: 0,
        box: { x: 8, y: lane?.y ?? 0, width: 200, height: 36 },
      },
    });
    newNote(session);
    expect(session.projection.getState().journey.insights).toHaveLength(1);
    expect(editingStore.getState().draft).toBeNull();
  });

  it('something new does not lie across the line of a frame', () => {
    const { commands } = editing;
    for (const one of session.projection.getState().journey.elements) commands.remove([one.id]);
    session.screen.setState({ selection: new Set() });
    newElement(session, 'note');
    const first = editingStore.getState().draft;
    if (first?.collection !== 'elements') throw new Error('no draft');
    // Its line would cross the note.
    const { x, y } = first.place;
    const made = commands.create('elements', {
      kind: 'frame',
      side: first.place.side,
      x: x - 100,
      y,
      width: 200,
      height: 200,
    });
    newElement(session, 'note');
    const frame = made.ok ? layout().elements.get(made.value) : undefined;
    const note = editingStore.getState().draft?.box;
    if (!frame || !note) throw new Error('nothing made');
    const isBeside = note.x >= frame.x + frame.width || note.y >= frame.y + frame.height;
    expect(isBeside).toBe(true);
  });

  it('a frame is drawn around the selected elements and holds them', () => {
    session.screen.setState({ selection: new Set(['far']) });
    newElement(session, 'frame');
    const [id] = session.screen.getState().selection;
    expect(element(id ?? '')).toMatchObject({ kind: 'frame', x: 668, width: 224 });
    // Its name is open, so that the letters typed now are no commands.
    expect(session.screen.getState().editing).toEqual({ id, field: 'text' });
    session.screen.setState({ selection: new Set([id ?? '']) });
    moveSelection(session, 1, 0);
    // The frame leads: from 668 to the raster at 672.
    expect(element('far')?.x).toBe(704);
  });

  it('arrow keys go from line to line of a raster of 8, with Shift five, and stop at the grid (U19, U21)', () => {
    session.screen.setState({ selection: new Set(['far']) });
    moveSelection(session, 1, 0);
    moveSelection(session, 0, 5);
    expect(element('far')).toMatchObject({ x: 704, y: 56 });
    moveSelection(session, -1, 0);
    expect(element('far')?.x).toBe(696);
    moveSelection(session, 0, -20);
    expect(element('far')?.y).toBe(0);
  });

  it('a corner resizes, and stops at the grid; Escape leaves no trace', () => {
    const corner = document.createElement('div');
    corner.dataset['corner'] = 'nw';
    const hit = { kind: 'corner', id: 'far', element: corner } as const;
    const press = pressOn('far', { hit });
    const before = Y.encodeStateVector(session.doc);
    const gesture = resizeElement(session, editing, press);
    gesture?.move(at(press.at.x - 40, press.at.y - 90));
    expect(editingStore.getState().resizing?.box).toMatchObject({ width: 200, height: 120 });
    gesture?.cancel();
    expect(Y.encodeStateVector(session.doc)).toEqual(before);
    gesture?.move(at(press.at.x - 40, press.at.y - 10));
    gesture?.end(at(0, 0));
    expect(element('far')).toMatchObject({ x: 660, y: 10, width: 200, height: 110 });
  });

  it('an image keeps its proportions', () => {
    const box = { x: 100, y: 1000, width: 200, height: 100 };
    expect(resized(box, 'se', 100, 0, true, { x: 0, y: 900 })).toEqual({ ...box, width: 300, height: 150 });
    expect(resized(box, 'nw', -100, -400, true, { x: 0, y: 900 })).toMatchObject({ width: 300, height: 150 });
  });

  it('deleting a frame leaves what lies in it', () => {
    session.screen.setState({ selection: new Set(['frame']) });
    removeSelection(session);
    expect(session.projection.getState().journey.elements.map(({ id }) => id)).toEqual(['note', 'far']);
  });
});

describe('finding them', () => {
  it('a pointer hits what is drawn on top, mounted or not', () => {
    const { x, y } = pressOn('note').at;
    expect(hitAt(null, { x, y }, layout(), 0)).toMatchObject({ kind: 'element', id: 'note' });
    expect(hitAt(null, { x: 30, y: y + 90 }, layout(), 0)).toMatchObject({ kind: 'element', id: 'frame' });
  });

  it('a selection frame takes notes it meets, and frames that lie in it', () => {
    const { x, y } = pressOn('note').at;
    const gesture = marquee(session, { ...pressOn('note'), at: { x: 10, y: y + 150 } });
    const shown = () => [...(session.screen.getState().framed ?? [])].toSorted();
    const before = session.screen.getState().selection;
    gesture.move(at(x, y));
    expect(shown()).toEqual(['note']);
    gesture.move(at(400, layout().height + 50));
    expect(shown()).toEqual(['frame', 'note']);
    // Panels and other people hear of it once, at the end.
    expect(session.screen.getState().selection).toBe(before);
    gesture.end(at(0, 0));
    expect(shown()).toEqual([]);
    expect([...session.screen.getState().selection].toSorted()).toEqual(['frame', 'note']);
  });

  it('a selection frame that is given up leaves what was selected', () => {
    session.screen.setState({ selection: new Set(['far']) });
    const gesture = marquee(session, { ...pressOn('note'), at: { x: 10, y: 0 } });
    gesture.move(at(400, layout().height + 50));
    gesture.cancel();
    expect(session.screen.getState()).toMatchObject({ framed: null, selection: new Set(['far']) });
  });
});
