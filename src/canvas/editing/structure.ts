/** What the table's actions on stages and lanes do (canvas/structureActions.ts); the heads' plus signs and double clicks use them too. */
import type { MapSession } from '../../state/mapSession.ts';
import type { Structure } from '../actionRow.ts';
import { canvasCamera } from '../camera.ts';
import { focusedHead, focusHead } from '../heads.ts';
import { select } from '../selection.ts';
import { topBarWords } from '../../words/topBar.ts';
import { accept, editingOf, wordsOf } from './answers.ts';
import { editingStore } from './editingStore.ts';
import { limits } from './headLimits.ts';

const sizeStep = { stages: 80, lanes: 40 } as const;

/** Opens the name of a stage or lane for typing. */
export function rename({ screen }: MapSession, id: string): void {
  screen.setState({ editing: { id, field: 'name' } });
}

/** A new stage at the end, with its name open for typing. */
export function appendStage(session: MapSession): void {
  addStage(session, null);
}

/** A new lane for touchpoints at the end, with its name open for typing. */
export function appendLane(session: MapSession): void {
  addLane(session, null);
}

/** `offset` 0: before this stage; 1: after it. */
export function insertStage(session: MapSession, id: string, offset: 0 | 1): void {
  addStage(session, besides(session, 'stages', id, offset));
}

/** `offset` 0: above this lane; 1: below it. */
export function insertLane(session: MapSession, id: string, offset: 0 | 1): void {
  addLane(session, besides(session, 'lanes', id, offset));
}

/** One place earlier (−1) or later (1). */
export function shift(session: MapSession, on: Structure, id: string, by: -1 | 1): void {
  if (focusedHead()?.id === id) {
    // A head that is put elsewhere in the page loses the focus; keys go on from it.
    const stop = session.projection.subscribe(() => {
      stop();
      requestAnimationFrame(() => focusHead(on, id));
    });
  }
  accept(session, editingOf(session).commands.reorder(on, id, besides(session, on, id, by < 0 ? -1 : 2)));
}

export function resizeStage(session: MapSession, id: string, direction: -1 | 1): void {
  const stage = session.projection.find('stages', id);
  if (!stage) return;
  const width = limits.stage(stage.width + direction * sizeStep.stages);
  accept(session, editingOf(session).commands.update('stages', [id], { width }));
}

/** From the height the lane is drawn with, which may be more than its own. */
export function resizeLane(session: MapSession, id: string, direction: -1 | 1): void {
  const lane = session.projection.find('lanes', id);
  if (!lane) return;
  const drawn = session.projection.getState().layout.lanes.find((row) => row.id === id);
  const seen = Math.max(lane.height, drawn && !drawn.collapsed ? drawn.height : 0);
  const height = limits.lane(seen + direction * sizeStep.lanes);
  accept(session, editingOf(session).commands.update('lanes', [id], { height }));
}

export function collapse(session: MapSession, on: Structure, id: string, collapsed: boolean): void {
  accept(session, editingOf(session).commands.update(on, [id], { collapsed }));
}

/** An empty stage or lane goes at once; one with content asks what becomes of it. */
export function askToRemove(session: MapSession, on: Structure, id: string): void {
  const { commands } = editingOf(session);
  if (countIn(session, on, id) > 0) editingStore.setState({ removing: { collection: on, id } });
  else accept(session, on === 'stages' ? commands.deleteStage(id, null) : commands.deleteLane(id, null));
}

/** How many things lie in a stage or lane. */
export function countIn(session: MapSession, on: Structure, id: string): number {
  const { journey } = session.projection.getState();
  const field = on === 'stages' ? 'stageId' : 'laneId';
  return [...journey.touchpoints, ...journey.insights, ...journey.opportunities, ...journey.actions].filter(
    (record) => record[field] === id,
  ).length;
}

/** A new persona, open in the inspector with its name open for typing. */
export function newPersona(session: MapSession): void {
  const { newName } = topBarWords[session.screen.getState().language].personas;
  const made = accept(session, editingOf(session).commands.create('personas', { name: newName }));
  if (!made) return;
  select(session, [made.value]);
  session.screen.setState({ panel: 'inspector', editing: { id: made.value, field: 'name' } });
}

/** Turns the selected links round, in one step. */
export function reverseLinks(session: MapSession): void {
  const turned = [...session.screen.getState().selection].flatMap((id) => {
    const link = session.projection.find('links', id);
    return link ? [[id, { from: link.to, to: link.from }] as const] : [];
  });
  if (turned.length > 0) accept(session, editingOf(session).commands.updateEach('links', new Map(turned)));
}

function addStage(session: MapSession, before: string | null): void {
  const { commands } = editingOf(session);
  const done = accept(session, commands.create('stages', { name: wordsOf(session).newStage }, before));
  if (done) nameNew(session, done.value);
}

function addLane(session: MapSession, before: string | null): void {
  const { commands } = editingOf(session);
  const done = accept(session, commands.createLane(wordsOf(session).newLane, 'contact', before));
  if (done) nameNew(session, done.value);
}

/** What was made is brought into view, only along its own axis, with its name open for typing. */
function nameNew(session: MapSession, id: string): void {
  const seen = canvasCamera.visible();
  const { stages, lanes } = session.projection.getState().layout;
  const stage = stages.find((column) => column.id === id);
  const lane = lanes.find((row) => row.id === id);
  if (stage) canvasCamera.reveal({ x: stage.x, y: seen.y, width: stage.width, height: 0 });
  if (lane) canvasCamera.reveal({ x: seen.x, y: lane.y, width: 0, height: lane.height });
  rename(session, id);
}

/** The id so many places beside this one; null: past the end. */
function besides({ projection }: MapSession, on: Structure, id: string, offset: number): string | null {
  const records = projection.getState().journey[on];
  return records[records.findIndex((record) => record.id === id) + offset]?.id ?? null;
}
