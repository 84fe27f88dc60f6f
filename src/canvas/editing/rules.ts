/** What presses, taps, buttons and typed letters mean with the right to edit. Hung into the canvas' host. */
import { flushSync } from 'react-dom';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { canvasCamera } from '../camera.ts';
import { focusedRecord } from '../focusRecord.ts';
import type { EditingRules } from '../host.ts';
import type { Gesture, Press } from '../pointer.ts';
import { select } from '../selection.ts';
import { refuse } from './answers.ts';
import { createAndOpen, textFieldOf } from './create.ts';
import { dragCards } from './dragCards.ts';
import { chooseForLink, openText } from './editActions.ts';
import { dragElements } from './dragElements.ts';
import { isOnGrid, newElement, resizeElement } from './elements.ts';
import { editingStore } from './editingStore.ts';
import { dragEmotion, drawLink, marquee, readPoint, reorderHead, resizeHead } from './gestures.ts';
import { isLocked } from '../locked.ts';
import { heldFast } from './held.ts';
import { panAtEdges } from './panAtEdges.ts';
import { appendLane, appendStage, insertLane, insertStage, rename } from './structure.ts';
import { openHeadMenu, openMenuFor } from './menus.ts';
import { spotAt } from './spot.ts';
import { openNumber } from './stepPoint.ts';

export function editingRules(session: MapSession, editing: Editing): EditingRules {
  const { screen, projection } = session;
  const isCellChosen = (): boolean =>
    editingStore.getState().cell !== null &&
    screen.getState().selection.size === 0 &&
    focusedRecord() === null &&
    readPoint(document.activeElement) === null;
  return {
    gesture(press) {
      switch (press.hit.kind) {
        case 'card':
          return screen.getState().tool === 'link'
            ? panAtEdges(drawLink(session, press))
            : drag(session, editing, press);
        case 'cell':
        case 'element':
          return drag(session, editing, press);
        case 'corner':
          return resizeElement(session, editing, press);
        case 'port':
          return panAtEdges(drawLink(session, press));
        case 'emotion-point':
          return dragEmotion(session, editing, press);
        case 'stage-edge':
        case 'lane-edge':
          return alongHeads(press, resizeHead(session, editing, press));
        case 'stage-head':
        case 'lane-head':
          return alongHeads(press, reorderHead(session, editing, press));
        case 'pane':
          // One finger pans; a mouse draws a selection frame.
          return press.pointer === 'touch' ? null : panAtEdges(marquee(session, press));
        case 'link':
          return null;
      }
    },
    tap(press) {
      editingStore.setState({ cell: null });
      const { kind, id } = press.hit;
      if (screen.getState().tool === 'link' && kind === 'card') {
        chooseForLink(session, id);
        return true;
      }
      if (kind === 'pane' && press.pointer === 'mouse' && !press.shift) {
        const spot = spotAt(projection.getState().layout, canvasCamera.toMap(press.at));
        // The selection goes (in the canvas' own rule), and the empty cell is what is chosen now.
        if (spot && screen.getState().tool === 'select') editingStore.setState({ cell: spot });
        return false;
      }
      if (kind === 'port' || kind === 'corner') return true;
      // The plus on an edge has its own say with the click.
      if (press.hit.element instanceof HTMLButtonElement && press.hit.element.dataset['act']) return true;
      return false;
    },
    doubleTap: (press) => doubleTap(session, editing, press),
    menu(press) {
      const { kind, id } = press.hit;
      const place = { x: press.at.x, y: press.at.y };
      if (kind === 'stage-head' || kind === 'stage-edge') openHeadMenu(session, 'stages', id, place);
      else if (kind === 'lane-head' || kind === 'lane-edge') openHeadMenu(session, 'lanes', id, place);
      else {
        if (kind === 'pane') select(session, []);
        else if (!screen.getState().selection.has(id)) select(session, [id]);
        openMenuFor(session, editing, place, kind === 'pane' ? place : null);
      }
    },
    act(name, id, button) {
      if (name === 'add-stage') appendStage(session);
      else if (name === 'add-lane') appendLane(session);
      else if (name === 'insert-stage') insertStage(session, id, 1);
      else if (name === 'insert-lane') insertLane(session, id, 1);
      else if (name === 'locked') refuse(session, 'structure-locked');
      else if (name === 'stage-menu') openHeadMenu(session, 'stages', id, button);
      else if (name === 'lane-menu') openHeadMenu(session, 'lanes', id, button);
    },
    isCellChosen,
    leaveCell: () => editingStore.setState({ cell: null }),
    typing(event) {
      const point = readPoint(document.activeElement);
      if (point) {
        if (!/^[+\-−.,]$/.test(event.key) || !(document.activeElement instanceof HTMLElement)) return false;
        openNumber(point, document.activeElement);
        return true;
      }
      const { selection } = screen.getState();
      // A digit is a feeling: on what has the focus and is no longer selected it is nothing, and no title either.
      const focused = selection.size === 0 && !/^\d$/.test(event.key) ? focusedRecord() : null;
      const only = selection.size === 1 ? [...selection][0] : focused;
      const { cell } = editingStore.getState();
      // A real text box must have the focus before the browser delivers the letter, so that input methods work.
      if (only) {
        const field = textFieldOf(projection.collectionOf(only) ?? '');
        if (!field) return false;
        flushSync(() => screen.setState({ editing: { id: only, field } }));
        return true;
      }
      if (cell && isCellChosen()) {
        flushSync(() => editingStore.setState({ draft: cell, cell: null }));
        return true;
      }
      return false;
    },
  };
}

/** Heads stand at the view's upper and left edge, so the view follows them in their own direction alone. */
function alongHeads({ hit }: Press, gesture: Gesture | null): Gesture | null {
  return gesture && panAtEdges(gesture, hit.kind.startsWith('stage') ? 'x' : 'y');
}

/** Free elements by themselves go by their own rules; with cards among them they go along with these. */
function drag(session: MapSession, editing: Editing, press: Press): Gesture {
  const { projection, screen } = session;
  const { id } = press.hit;
  if (isLocked(projection, id)) return heldFast(session);
  const { selection } = screen.getState();
  const taken = selection.has(id) || press.shift ? [...selection, id] : [id];
  const { elements } = projection.getState().layout;
  const isBeside = taken.every((one) => elements.has(one));
  return panAtEdges((isBeside ? dragElements : dragCards)(session, editing, press));
}

function doubleTap(session: MapSession, editing: Editing, press: Press): void {
  const { kind, id, element } = press.hit;
  switch (kind) {
    case 'card':
    case 'cell':
    case 'element':
    case 'link':
      openText(session, id);
      return;
    case 'stage-head':
    case 'lane-head':
      rename(session, id);
      return;
    case 'emotion-point': {
      const mark = readPoint(element);
      if (mark) editingStore.setState({ number: { ...mark, at: canvasCamera.toMap(press.at) } });
      return;
    }
    case 'pane': {
      const spot = spotAt(session.projection.getState().layout, canvasCamera.toMap(press.at));
      if (spot) createAndOpen(session, editing, spot);
      else if (!isOnGrid(session, canvasCamera.toMap(press.at)))
        newElement(session, 'note', canvasCamera.toMap(press.at));
      return;
    }
    case 'port':
    case 'corner':
    case 'stage-edge':
    case 'lane-edge':
  }
}
