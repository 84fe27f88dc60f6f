// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hearAnnouncements } from '../../../src/canvas/announce.ts';
import { canvasCamera } from '../../../src/canvas/camera.ts';
import { dragCards } from '../../../src/canvas/editing/dragCards.ts';
import { dragElements } from '../../../src/canvas/editing/dragElements.ts';
import { moveSelection } from '../../../src/canvas/editing/editActions.ts';
import { editingStore } from '../../../src/canvas/editing/editingStore.ts';
import { editingRules } from '../../../src/canvas/editing/rules.ts';
import type { Press } from '../../../src/canvas/pointer.ts';
import type { Editing } from '../../../src/state/mapSession.ts';
import { buildMap } from '../../support/buildMap.ts';
import { buildSession, type TestSession } from '../support/buildSession.ts';

let session: TestSession;
let editing: Editing;

beforeEach(() => {
  const map = buildMap({
    stages: [
      { id: 's1', width: 1000 },
      { id: 's2', width: 1000 },
    ],
    lanes: ['l1', { id: 'l2', kind: 'backstage' }, { id: 'ln', kind: 'thoughts' }],
    touchpoints: [
      { id: 'a', t: 0.22 },
      { id: 'b', t: 0.67, laneId: 'l2' },
      { id: 'c', stageId: 's2', t: 0.5 },
    ],
    links: [{ id: 'k', from: 'a', to: 'c' }],
    insights: [{ id: 'n', kind: 'thought', text: 'Why?', stageId: 's1', laneId: 'ln' }],
    elements: [
      { id: 'e', kind: 'note', text: 'Note', x: 100, y: 64, width: 160, height: 100 },
      { id: 'f', kind: 'note', text: 'Other', x: 500, y: 300, width: 160, height: 100 },
    ],
  });
  session = buildSession({ map });
  if (!session.editing) throw new Error('the session edits');
  editing = session.editing;
  canvasCamera.moved({ x: 0, y: 0, zoom: 1, width: 2400, height: 1600 });
});

const layout = () => session.projection.getState().layout;
const timeOf = (id: string) => session.projection.find('touchpoints', id)?.t;
function pressOn(id: string): Press {
  const box = layout().cards.get(id) ?? layout().cells.get(id) ?? layout().elements.get(id);
  if (!box) throw new Error(`nothing drawn for ${id}`);
  const kind = layout().cards.has(id) ? 'card' : layout().cells.has(id) ? 'cell' : 'element';
  return {
    hit: { kind, id, element: null },
    at: { x: box.x + 10, y: box.y + 10 },
    pointer: 'mouse',
    shift: false,
    alt: false,
    mod: false,
  };
}
function drag(id: string, dx: number, dy: number, more: PointerEventInit = {}, drop = true): void {
  const press = pressOn(id);
  const gesture = (press.hit.kind === 'element' ? dragElements : dragCards)(session, editing, press);
  const event = new PointerEvent('pointermove', {
    clientX: press.at.x + dx,
    clientY: press.at.y + dy,
    ...more,
  });
  gesture.move(event);
  if (drop) gesture.end(event);
}

describe('a dragged card (U21)', () => {
  it('takes the time of another card it comes near to, and a line shows so until the drop', () => {
    // Six px are its reach; left to itself it would come to 0.66.
    drag('a', 444.5, 0, {}, false);
    const { guides } = editingStore.getState();
    expect(guides).toHaveLength(1);
    expect(guides[0]).toMatchObject({ axis: 'x', at: 670 });
    expect(guides[0]?.to).toBeGreaterThan(layout().cards.get('b')?.y ?? 0);
    drag('a', 444.5, 0);
    expect(timeOf('a')).toBe(0.67);
    expect(editingStore.getState().guides).toEqual([]);
  });

  it('else comes to rest on a tenth of its stage, where the arrow keys put it too', () => {
    drag('a', 185.9, 0);
    expect(timeOf('a')).toBe(0.4);
    session.screen.setState({ selection: new Set(['b']) });
    moveSelection(session, 1, 0);
    expect(timeOf('b')).toBe(0.7);
    moveSelection(session, -1, 0);
    moveSelection(session, -1, 0);
    expect(timeOf('b')).toBe(0.5);
  });

  it('goes where it is put between these, and everywhere with Ctrl or Cmd held', () => {
    drag('a', 130, 0);
    expect(timeOf('a')).toBe(0.35);
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      drag('b', -4, 0, held, false);
      expect(session.told.drag).toMatchObject({ dx: -4 });
    }
    drag('a', 314.5, 0, { ctrlKey: true });
    expect(timeOf('a')).toBe(0.66);
    expect(editingStore.getState().guides).toEqual([]);
  });

  it('keeps its time when it is taken straight up or down', () => {
    drag('b', 5, -120);
    expect(session.projection.find('touchpoints', 'b')).toMatchObject({ laneId: 'l1', t: 0.67 });
  });
});

describe('several cards moved by key', () => {
  it('keep their distance: the first goes to the raster, the others as far', () => {
    session.screen.setState({ selection: new Set(['a', 'b']) });
    moveSelection(session, 1, 0);
    expect(timeOf('a')).toBe(0.3);
    expect(timeOf('b')).toBe(0.75);
    expect(editing.undo.state().undo).toEqual({ what: 'move', count: 2 });
  });
});

describe('a dragged free element (U21)', () => {
  it('takes the edges and middles of others, shown by lines in both directions', () => {
    drag('e', 403, 232, {}, false);
    expect(editingStore.getState().guides.map(({ axis }) => axis)).toEqual(['x', 'y']);
    drag('e', 403, 100);
    expect(session.projection.find('elements', 'e')).toMatchObject({ x: 500 });
  });

  it('else lies on the raster of the arrow keys', () => {
    drag('e', 21, 51);
    expect(session.projection.find('elements', 'e')).toMatchObject({ x: 120, y: 112 });
  });
});

describe('a selection of cards, notes and free elements', () => {
  it('is dragged together and lands as one step', () => {
    session.screen.setState({ selection: new Set(['a', 'n', 'e']) });
    drag('a', 380, 0, { ctrlKey: true });
    expect(timeOf('a')).toBe(0.6);
    expect(session.projection.find('elements', 'e')).toMatchObject({ x: 480, y: 64 });
    expect(editing.undo.state().undo).toEqual({ what: 'move', count: 3 });
    editing.undo.undo();
    expect([timeOf('a'), session.projection.find('elements', 'e')?.x]).toEqual([0.22, 100]);
    expect(editing.undo.state().undo).toBeNull();
  });

  it('goes along whichever of them is taken up', () => {
    session.screen.setState({ selection: new Set(['a', 'e']) });
    const gesture = editingRules(session, editing).gesture(pressOn('e'));
    const event = new PointerEvent('pointermove', {
      clientX: pressOn('e').at.x + 380,
      clientY: pressOn('e').at.y,
      ctrlKey: true,
    });
    gesture?.move(event);
    gesture?.end(event);
    expect(timeOf('a')).toBe(0.6);
    expect(session.projection.find('elements', 'e')?.x).toBe(480);
  });

  it('lands as copies with Alt held, the links between them kept, also notes of a cell (U28)', () => {
    session.screen.setState({ selection: new Set(['a', 'c', 'n', 'e']) });
    drag('a', 100, 0, { altKey: true, ctrlKey: true });
    const { journey } = session.projection.getState();
    expect(journey.touchpoints.slice(3).map(({ t }) => t)).toEqual([0.32, 0.6]);
    expect(journey.links).toHaveLength(2);
    expect(journey.insights).toHaveLength(2);
    expect(journey.elements).toHaveLength(3);
    expect(timeOf('a')).toBe(0.22);
    expect(editing.undo.state().undo).toMatchObject({ what: 'duplicate' });
  });
});

describe('something locked (U31)', () => {
  it('cannot be dragged: nothing moves and it is said why; the rest of a selection goes without it', async () => {
    const said: string[] = [];
    const stop = hearAnnouncements((text) => said.push(text));
    editing.commands.lock(['a'], true);
    const gesture = editingRules(session, editing).gesture(pressOn('a'));
    const event = new PointerEvent('pointermove', { clientX: 700, clientY: 60 });
    gesture?.move(event);
    gesture?.end(event);
    expect(timeOf('a')).toBe(0.22);
    await vi.waitFor(() => expect(said.at(-1)).toMatch(/locked/));
    stop();
    session.screen.setState({ selection: new Set(['a', 'b']) });
    drag('b', 130, 0, { ctrlKey: true });
    expect([timeOf('a'), timeOf('b')]).toEqual([0.22, 0.8]);
  });
});
