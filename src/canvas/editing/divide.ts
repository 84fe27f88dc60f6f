/**
 * What the table's actions do that divide the grid anew: split, merge, duplicate, tidy. A split is made where the menu
 * was opened by a pointer; else before the selected touchpoint; else in the middle.
 */
import { tidyPlaces } from '../../layout/tidy.ts';
import { cardKindOf, cardMeasures } from '../../layout/sizes.ts';
import type { Point } from '../../layout/scene.ts';
import type { Touchpoint } from '../../model/journeyMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import type { Structure } from '../actionRow.ts';
import { announce } from '../announce.ts';
import { accept, editingOf, wordsOf } from './answers.ts';
import { rename } from './structure.ts';

/** The map point at which the menu was opened whose entry is carried out now; null for keys and palette. */
let pointed: Point | null = null;

/** Carries out an entry of a menu that was opened at a map point. */
export function runAt(point: Point | null, run: () => void): void {
  pointed = point;
  try {
    run();
  } finally {
    pointed = null;
  }
}

/** Cuts a stage in two; the name of the new part is open for typing. */
export function splitStage(session: MapSession, id: string): void {
  const column = session.projection.getState().layout.stages.find((stage) => stage.id === id);
  if (!column) return;
  const point = pointed;
  const isInside =
    point !== null && !column.collapsed && point.x > column.x && point.x < column.x + column.width;
  const at = isInside ? (point.x - column.x) / column.width : timeBefore(session, id);
  const inside = Math.min(0.99, Math.max(0.01, at));
  finishSplit(session, editingOf(session).commands.splitStage(id, inside, wordsOf(session).newStage));
}

/** Between the first selected touchpoint of the stage and the one before it; the middle when there is none. */
function timeBefore(session: MapSession, stageId: string): number {
  const times = session.projection
    .getState()
    .journey.touchpoints.filter((touchpoint) => touchpoint.stageId === stageId)
    .map(({ t }) => t);
  const selected = selectedIn(session, 'stageId', stageId).map(({ t }) => t);
  if (selected.length === 0) return 0.5;
  const first = Math.min(...selected);
  const before = Math.max(0, ...times.filter((t) => t < first));
  return (before + first) / 2 || 0.5;
}

/** Cuts a lane of touchpoints in two between rows; the name of the new part is open for typing. */
export function splitLane(session: MapSession, id: string): void {
  const { layout } = session.projection.getState();
  const row = layout.lanes.find((lane) => lane.id === id);
  const kind = row && cardKindOf(row.kind);
  if (!row || !kind) return;
  const point = pointed;
  const { padding, height, rowGap } = cardMeasures(kind);
  const isInside = point !== null && !row.collapsed && point.y > row.y && point.y < row.y + row.height;
  const selected = selectedIn(session, 'laneId', id).map((touchpoint) => touchpoint.row);
  const at = isInside
    ? (point.y - row.y - padding + rowGap) / (height + rowGap)
    : selected.length > 0
      ? Math.min(...selected)
      : 1;
  const name = wordsOf(session).newLane;
  finishSplit(session, editingOf(session).commands.splitLane(id, Math.max(1, Math.round(at)), name));
}

function finishSplit(
  session: MapSession,
  made: ReturnType<ReturnType<typeof editingOf>['commands']['splitStage']>,
): void {
  const done = accept(session, made);
  if (!done) return;
  const name =
    (session.projection.find('stages', done.value) ?? session.projection.find('lanes', done.value))?.name ??
    '';
  announce(wordsOf(session).said.split(name));
  rename(session, done.value);
}

function selectedIn(session: MapSession, field: 'stageId' | 'laneId', id: string): readonly Touchpoint[] {
  return [...session.screen.getState().selection].flatMap((one) => {
    const touchpoint = session.projection.find('touchpoints', one);
    return touchpoint?.[field] === id ? [touchpoint] : [];
  });
}

/** Makes one of a stage or lane and the next. */
export function merge(session: MapSession, on: Structure, id: string): void {
  const { commands } = editingOf(session);
  if (!accept(session, on === 'stages' ? commands.mergeStage(id) : commands.mergeLane(id))) return;
  announce(wordsOf(session).said.merged(session.projection.find(on, id)?.name ?? ''));
}

/** A copy behind it with all that lies in it, its name open for typing. */
export function duplicateWhole(session: MapSession, on: Structure, id: string): void {
  const { commands } = editingOf(session);
  const words = wordsOf(session);
  const name = words.copyOf(session.projection.find(on, id)?.name ?? '');
  const done = accept(
    session,
    on === 'stages' ? commands.duplicateStage(id, name) : commands.duplicateLane(id, name),
  );
  if (!done) return;
  announce(words.said.duplicated(1));
  rename(session, done.value);
}

/** Cards of one lane, or of all (null), at even distances without overlap. */
export function tidy(session: MapSession, laneId: string | null): void {
  const places = tidyPlaces(
    session.projection.getState().journey,
    laneId === null ? null : new Set([laneId]),
  );
  if (places.size > 0 && !accept(session, editingOf(session).commands.move({ touchpoints: places }, 'tidy')))
    return;
  announce(wordsOf(session).said.tidied(places.size));
}
