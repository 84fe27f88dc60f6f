/**
 * What the editing actions of the table do (canvas/actions.ts). Each takes the session; the table has made sure that
 * it may edit. One action is at most one command, so it is one step to undo.
 */
import type { Place } from '../../model/journeyMap.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { boundingBox, boxOfRecord } from '../boxes.ts';
import { canvasCamera } from '../camera.ts';
import { focusedRecord, focusRecord } from '../focusRecord.ts';
import { currentHost } from '../host.ts';
import { withContents } from '../../model/elements.ts';
import type { StackMove } from '../../document/commands.ts';
import { select } from '../selection.ts';
import { accept, editingOf, say, sayEmotion, sayPlaced, wordsOf } from './answers.ts';
import { copyToClipboard, pasteFromClipboard, withHeld } from './clipboard.ts';
import { createNear, textFieldOf } from './create.ts';
import { editingStore } from './editingStore.ts';
import { newElement, steppedElements } from './elements.ts';
import { spotAt, steppedBy, steppedPlace, tStep } from './spot.ts';

function selected({ screen }: MapSession): string[] {
  return [...screen.getState().selection];
}

function selectedIn(session: MapSession, collection: 'touchpoints'): string[] {
  return selected(session).filter((id) => session.projection.collectionOf(id) === collection);
}

export function newTouchpoint(session: MapSession): void {
  createNear(session, editingOf(session), 'touchpoints');
}

/** Where notes of the map are written, one of those; everywhere else a note beside the map. */
export function newNote(session: MapSession): void {
  if (isAmongInsights(session)) createNear(session, editingOf(session), 'insights');
  else newElement(session, 'note');
}

function isAmongInsights(session: MapSession): boolean {
  const { layout } = session.projection.getState();
  const [first] = session.screen.getState().selection;
  const cell = first ? layout.cells.get(first) : undefined;
  if (first) return cell?.collection === 'insights';
  const chosen = editingStore.getState().cell;
  if (chosen) return chosen.collection === 'insights';
  const pointer = currentHost()?.pointer();
  return pointer != null && spotAt(layout, canvasCamera.toMap(pointer))?.collection === 'insights';
}

/** Enter: opens the text of the selected or focused thing; while a link is drawn, ends it there. */
export function editText(session: MapSession): void {
  const id = selected(session)[0] ?? focusedRecord();
  if (session.screen.getState().tool === 'link') {
    const target = focusedRecord() ?? id;
    if (target) chooseForLink(session, target);
    return;
  }
  if (id) openText(session, id);
}

export function openText({ screen, projection }: MapSession, id: string): void {
  const field = textFieldOf(projection.collectionOf(id) ?? '');
  if (field) screen.setState({ editing: { id, field }, selection: new Set([id]) });
}

/** Tool C: from the selected touchpoint, else from the first one that is chosen. */
export function startLink(session: MapSession): void {
  const focused = focusedRecord();
  const from =
    selectedIn(session, 'touchpoints')[0] ??
    (focused && session.projection.find('touchpoints', focused) ? focused : undefined);
  session.screen.setState({ tool: 'link' });
  editingStore.setState({ linking: from ? { from, to: null, over: null } : null });
  if (!from) return;
  announce(wordsOf(session).said.linkFrom(session.projection.find('touchpoints', from)?.title ?? ''));
  // With nothing selected the arrow keys walk, so that a target can be chosen without a pointer.
  select(session, []);
  focusRecord(session.projection.getState().layout, from);
}

/** A touchpoint chosen while the link tool is on: the first is the tail, the second the head. */
export function chooseForLink(session: MapSession, id: string): void {
  if (session.projection.collectionOf(id) !== 'touchpoints') return;
  const { linking } = editingStore.getState();
  if (!linking) {
    editingStore.setState({ linking: { from: id, to: null, over: null } });
    announce(wordsOf(session).said.linkFrom(session.projection.find('touchpoints', id)?.title ?? ''));
    return;
  }
  if (linking.from !== id) linkTo(session, linking.from, id);
  editingStore.setState({ linking: null });
  session.screen.setState({ tool: 'select' });
}

export function linkTo(session: MapSession, from: string, to: string): void {
  const made = accept(session, editingOf(session).commands.link(from, to));
  if (!made) return;
  select(session, [made.value]);
  announce(wordsOf(session).said.linked);
}

export function removeSelection(session: MapSession): void {
  removeAll(session, selected(session));
}

/** What was cut: a frame goes with what lies in it. */
export function removeCut(session: MapSession): void {
  removeAll(session, withHeld(session, selected(session)));
}

function removeAll(session: MapSession, ids: readonly string[]): void {
  const { layout } = session.projection.getState();
  const first = ids.find((id) => layout.cards.has(id));
  const neighbour = first
    ? (layout.sequence[layout.sequence.indexOf(first) + 1] ??
      layout.sequence[layout.sequence.indexOf(first) - 1])
    : undefined;
  if (!accept(session, editingOf(session).commands.remove(ids))) return;
  select(session, []);
  announce(wordsOf(session).said.deleted(ids.length));
  // Keyboard users stay where they were instead of falling back to the start of the page.
  if (neighbour && focusedRecord()) focusRecord(session.projection.getState().layout, neighbour);
}

/** By keys: to the next place in the grid. Notes, opportunities and actions go to the next cell. */
export function moveSelection(session: MapSession, dx: number, dy: number): void {
  const { projection } = session;
  const { layout } = projection.getState();
  const { commands } = editingOf(session);
  const ids = selected(session);
  const places = new Map<string, Place>();
  const moves: { id: string; stageId: string; laneId: string }[] = [];
  // The first goes to the raster, the others as far as it does, so that they keep their distances.
  const lead = ids
    .map((id) => projection.find('touchpoints', id))
    .find((touchpoint) => touchpoint !== undefined);
  const steps = lead ? steppedBy(lead.t, dx, tStep) / tStep : dx;
  for (const id of ids) {
    const touchpoint = projection.find('touchpoints', id);
    if (touchpoint) {
      places.set(id, steppedPlace(layout, touchpoint, steps, dy));
      continue;
    }
    const box = layout.cells.get(id);
    if (!box) continue;
    const stage = layout.stages.findIndex((column) => column.id === box.stageId);
    const kind = layout.lanes.find((row) => row.id === box.laneId)?.kind;
    const lanes = layout.lanes.filter((row) => row.kind === kind);
    const lane = lanes.findIndex((row) => row.id === box.laneId);
    const nextStage = layout.stages[stage + Math.sign(dx)];
    const nextLane = lanes[lane + Math.sign(dy)];
    moves.push({ id, stageId: nextStage?.id ?? box.stageId, laneId: nextLane?.id ?? box.laneId });
  }
  const elements = steppedElements(session, ids, dx, dy);
  const count = places.size + moves.length;
  if (count + elements.size === 0) return;
  if (!accept(session, commands.move({ touchpoints: places, cells: moves, elements }))) return;
  const after = projection.getState().layout;
  const box = boundingBox(
    [...places.keys(), ...moves.map(({ id }) => id), ...elements.keys()].map((id) => boxOfRecord(after, id)),
  );
  if (box) canvasCamera.reveal(box);
  if (count === 0) sayPlaced(session, elements);
  else
    announce(wordsOf(session).said.moved(count, after.cards.get([...places.keys()][0] ?? '')?.address ?? ''));
}

export function setEmotion(session: MapSession, emotion: number | null): void {
  const ids = selectedIn(session, 'touchpoints');
  if (ids.length === 0) return;
  const { commands } = editingOf(session);
  const { lead } = session.screen.getState();
  // Whose journey is shown, that persona's emotion is seen and set.
  const isLed = lead !== null && session.projection.find('personas', lead) !== undefined;
  const done = isLed
    ? commands.setPersonaDifference(ids, lead, { emotion })
    : commands.update('touchpoints', ids, { emotion });
  if (!accept(session, done)) return;
  sayEmotion(session, ids, isLed ? lead : null, emotion);
}

export function undo(session: MapSession): void {
  const { undo: steps } = editingOf(session);
  const there = steps.state().undo !== null;
  afterStep(session, there, steps.undo(), wordsOf(session).said.undone);
}

export function redo(session: MapSession): void {
  const { undo: steps } = editingOf(session);
  const there = steps.state().redo !== null;
  afterStep(session, there, steps.redo(), wordsOf(session).said.redone);
}

/** What an undo or redo touched is selected and comes into view; what it had to leave to others is said (U29). */
function afterStep(
  session: MapSession,
  there: boolean,
  done: ReturnType<Editing['undo']['undo']>,
  text: string,
): void {
  const { said } = wordsOf(session);
  if (!done) {
    if (there) say(said.changedByOthers);
    else announce(said.nothingToUndo);
    return;
  }
  const { layout } = session.projection.getState();
  const drawn = done.ids.filter((id) => boxOfRecord(layout, id));
  select(
    session,
    drawn.filter((id) => layout.cards.has(id) || layout.cells.has(id) || layout.elements.has(id)),
  );
  const box = boundingBox(drawn.map((id) => boxOfRecord(layout, id)));
  if (box && box.width < layout.width) canvasCamera.reveal(box);
  if (done.kept.length > 0) say(said.keptForOthers(done.kept.length));
  else announce(text);
}

export function cut(session: MapSession): void {
  void copyToClipboard(session, selected(session), 'cut').then((copied) => {
    if (copied) removeCut(session);
  });
}

export function copy(session: MapSession): void {
  void copyToClipboard(session, selected(session), 'copy');
}

export function paste(session: MapSession): void {
  void pasteFromClipboard(session, editingOf(session), false);
}

export function pastePlain(session: MapSession): void {
  void pasteFromClipboard(session, editingOf(session), true);
}

export function stackSelection(session: MapSession, where: StackMove): void {
  accept(session, editingOf(session).commands.stackElements(selected(session), where));
}

export function duplicate(session: MapSession): void {
  const ids = withContents(session.projection.getState().journey.elements, selected(session));
  const done = accept(session, editingOf(session).commands.duplicate([...selected(session), ...ids]));
  if (!done) return;
  select(session, done.value);
  announce(wordsOf(session).said.duplicated(done.value.length));
}
