// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { canvasCamera } from '../../../src/canvas/camera.ts';
import { offsetOf } from '../../../src/canvas/cardOffsets.ts';
import { moveSelection } from '../../../src/canvas/editing/editActions.ts';
import { dragCards } from '../../../src/canvas/editing/dragCards.ts';
import type { Press } from '../../../src/canvas/pointer.ts';
import { buildSession, type TestSession } from '../support/buildSession.ts';

const press: Press = {
  hit: { kind: 'card', id: 't1', element: null },
  at: { x: 100, y: 50 },
  pointer: 'mouse',
  shift: false,
  alt: false,
  mod: false,
};
const at = (x: number, y: number, more: PointerEventInit = {}): PointerEvent =>
  new PointerEvent('pointermove', { clientX: x, clientY: y, ...more });

let session: TestSession;
function start() {
  if (!session.editing) throw new Error('the session edits');
  return dragCards(session, session.editing, press);
}
const place = () => {
  const { stageId, laneId, t, row } = session.projection.find('touchpoints', 't1') ?? {
    stageId: '',
    laneId: '',
    t: 0,
    row: 0,
  };
  return { stageId, laneId, t, row };
};

/** A session whose drops are laid out in pieces, and these. */
function inPieces() {
  const pieces: (() => void)[] = [];
  session = buildSession({
    pause(act) {
      pieces.push(act);
      return () => void pieces.splice(0);
    },
  });
  const drop = () => {
    const gesture = start();
    gesture.move(at(740, 60));
    gesture.end(at(740, 60));
  };
  return { drop, pieces };
}

beforeEach(() => {
  session = buildSession();
  canvasCamera.moved({ x: 0, y: 0, zoom: 1, width: 1000, height: 600 });
});

describe('dragging a card', () => {
  it('writes nothing while it lasts and one step at the drop (U46)', () => {
    const before = place();
    const gesture = start();
    gesture.move(at(300, 60));
    gesture.move(at(740, 60));
    expect(place()).toEqual(before);
    expect(session.screen.getState().drag?.place).toEqual({ stageId: 's2', laneId: 'l1', t: 0.2, row: 0 });
    expect(session.told.drag).toEqual({ ids: ['t1'], dx: 640, dy: 10 });
    gesture.end(at(740, 60));
    expect(place()).toEqual({ stageId: 's2', laneId: 'l1', t: 0.2, row: 0 });
    expect(session.screen.getState().drag).toBeNull();
    session.editing?.undo.undo();
    expect(place()).toEqual(before);
    expect(session.editing?.undo.state().undo).toBeNull();
  });

  it('that needs another row is shown with it: the lane grows, what is below moves down, the place names the lane', () => {
    const { layout } = session.projection.getState();
    const first = layout.lanes[0];
    const lead = layout.cards.get('t1');
    const other = layout.cards.get('t2');
    if (!first || !lead || !other) throw new Error('the sample has two cards in its first lane');
    const gesture = start();
    gesture.move(at(100 + other.x - lead.x, 50));
    const drag = session.screen.getState().drag;
    const grown = drag?.room?.lanes[0]?.height ?? 0;
    expect(drag?.place?.laneId).toBe(first.id);
    expect(grown).toBeGreaterThan(first.height);
    expect(drag?.room?.lanes[1]?.y).toBe((layout.lanes[1]?.y ?? 0) + grown - first.height);
    const room = drag?.room;
    const lowest = Math.max(...[...(drag?.landing.values() ?? [])].map(({ y }) => y));
    expect(lowest + lead.height).toBeLessThanOrEqual(grown);
    gesture.move(at(110 + other.x - lead.x, 52));
    expect(session.screen.getState().drag?.room).toBe(room);
    gesture.end(at(110 + other.x - lead.x, 52));
    expect(session.projection.getState().layout.lanes.map(({ y }) => y)).toEqual(
      room?.lanes.map(({ y }) => y),
    );
    expect(session.screen.getState().drag).toBeNull();
  });

  it('tells marks and heads where it would land only when that is elsewhere', () => {
    const gesture = start();
    gesture.move(at(300, 60));
    const { drag } = session.screen.getState();
    gesture.move(at(301, 61));
    expect(session.screen.getState().drag).toBe(drag);
    expect(session.told.drag).toEqual({ ids: ['t1'], dx: 201, dy: 11 });
    gesture.cancel();
    expect(session.told.drag).toBeNull();
  });

  it('leaves no trace when it is cancelled: nothing written, nothing to undo', () => {
    const before = place();
    const gesture = start();
    gesture.move(at(500, 60));
    gesture.cancel();
    expect(place()).toEqual(before);
    expect(session.screen.getState().drag).toBeNull();
    expect(session.editing?.undo.state().undo).toBeNull();
  });

  it('of a card somebody deletes meanwhile ends without a word in the map and without throwing', () => {
    const gesture = start();
    gesture.move(at(300, 60));
    session.remote.remove(['t1']);
    gesture.move(at(400, 60));
    gesture.end(at(400, 60));
    expect(session.projection.find('touchpoints', 't1')).toBeUndefined();
    expect(session.screen.getState().drag).toBeNull();
  });

  it('with Alt leaves the original and makes a copy, as one step (U28)', () => {
    const before = place();
    const gesture = start();
    gesture.move(at(300, 60));
    gesture.end(at(300, 60, { altKey: true }));
    expect(place()).toEqual(before);
    expect(session.projection.getState().journey.touchpoints.length).toBe(4);
    session.editing?.undo.undo();
    expect(session.projection.getState().journey.touchpoints.length).toBe(3);
  });

  it('takes the whole selection along when the card is part of it', () => {
    session.screen.setState({ selection: new Set(['t1', 't2']) });
    const gesture = start();
    gesture.move(at(164, 50));
    gesture.end(at(164, 50));
    expect(session.projection.find('touchpoints', 't2')?.t).toBe(0.9);
    expect(place().t).toBe(0.3);
  });

  it('lies where it fell, still under way, until the map with it has been laid out; a press meanwhile hurries that', () => {
    const { drop, pieces } = inPieces();
    const before = place();
    const { layout } = session.projection.getState();
    drop();
    const { drag } = session.screen.getState();
    const [from, to] = [layout.cards.get('t1'), drag?.landing.get('t1')];
    expect(session.projection.getState().layout).toBe(layout);
    expect(place()).toEqual(before);
    expect(offsetOf('t1')).toEqual({ dx: (to?.x ?? 0) - (from?.x ?? 0), dy: (to?.y ?? 0) - (from?.y ?? 0) });
    while (pieces.length > 0) pieces.shift()?.();
    expect(place()).toEqual({ stageId: 's2', laneId: 'l1', t: 0.2, row: 0 });
    expect(session.projection.getState().layout.cards.get('t1')).toMatchObject({ x: to?.x, y: to?.y });
    expect(offsetOf('t1')).toBeUndefined();
    expect(session.screen.getState().drag).toBeNull();

    drop();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Alt' }));
    expect(session.screen.getState().drag).not.toBeNull();
    window.dispatchEvent(new PointerEvent('pointerdown'));
    expect(session.screen.getState().drag).toBeNull();
    expect(pieces).toEqual([]);
  });

  it('is held no more for others as soon as it lies elsewhere in the document', () => {
    const { pieces } = inPieces();
    const gesture = start();
    gesture.move(at(740, 60));
    expect(session.told.drag).toEqual({ ids: ['t1'], dx: 640, dy: 10 });
    gesture.end(at(740, 60));
    expect(pieces.length).toBe(1);
    expect(session.told.drag).toBeNull();
  });

  it('goes on by the keyboard from where it fell, though the map with it is not laid out yet', () => {
    const { drop, pieces } = inPieces();
    drop();
    expect(pieces.length).toBe(1);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    moveSelection(session, 1, 0);
    expect(place()).toMatchObject({ stageId: 's2', laneId: 'l1' });
    expect(place().t).toBeGreaterThan(0.2);
  });
});
