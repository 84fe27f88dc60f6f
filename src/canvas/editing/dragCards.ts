/**
 * Dragging cards and notes, one or many. While it lasts only this screen changes: the dragged cards follow the pointer
 * and their neighbours make room (offsets on their elements, without React), a lane that needs another row is shown with
 * it; `screen.drag` tells heads and marks where they would land, and changes only when that does. The drop is one command; Escape, a second finger or a lost pointer put everything back without a trace.
 * With Alt held at the drop the originals stay and copies land. A card deleted by somebody meanwhile is skipped.
 */
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Point } from '../../layout/scene.ts';
import type { Place } from '../../model/journeyMap.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { canvasCamera } from '../camera.ts';
import { moveGround, offsetCards, type Ground, type Offset } from '../cardOffsets.ts';
import { detailAt, itemsAt } from '../detail.ts';
import { mostInHand } from '../inHand.ts';
import type { Gesture, Press } from '../pointer.ts';
import { select } from '../selection.ts';
import { accept, wordsOf } from './answers.ts';
import { createGhost, type Ghost } from './ghost.ts';
import { landingOf, spotsOf, type Landing, type Spots } from './landing.ts';
import { createRoom } from './room.ts';
import { tellDrag } from './tellDrag.ts';

const mine = 'my drag';
const neighbours = 'neighbours';
/** How often the landing of many is worked out. */
const landingMs = 60;
const nobody: ReadonlyMap<string, Offset> = new Map();

export function dragCards(session: MapSession, editing: Editing, press: Press): Gesture {
  const { screen, projection } = session;
  const from = canvasCamera.toMap(press.at);
  let ids: readonly string[] | null = null;
  let landed: { readonly landing: Landing; readonly on: MapLayout } | null = null;
  let ghost: Ghost | null = null;
  let landedAt = 0;
  const roomFor = createRoom(session);
  const groundOf = createGround(session);

  const begin = (): readonly string[] => {
    const { selection } = screen.getState();
    if (!selection.has(press.hit.id))
      select(session, press.shift ? [...selection, press.hit.id] : [press.hit.id]);
    const { layout } = projection.getState();
    // The one under the pointer leads: triangle, plumb line and announcement speak of it.
    const rest = [...screen.getState().selection].filter((id) => id !== press.hit.id);
    return [press.hit.id, ...rest].filter((id) => layout.cards.has(id) || layout.cells.has(id));
  };
  const clear = (): void => {
    ghost?.end();
    ghost = null;
    offsetCards(mine, nobody);
    offsetCards(neighbours, nobody);
    moveGround(null);
    screen.setState({ drag: null });
    tellDrag(session, null);
  };

  const movement = (event: PointerEvent): Offset => {
    const at = canvasCamera.toMap({ x: event.clientX, y: event.clientY });
    return { dx: at.x - from.x, dy: at.y - from.y };
  };
  /** One picture for many cards; they themselves are not shown meanwhile. */
  const raise = (held: readonly string[]): Ghost | null => {
    const shown = projection.getState();
    const state = screen.getState();
    const itemsOf = itemsAt(detailAt(canvasCamera.view().zoom), shown, state);
    const made = createGhost(held, shown.layout, itemsOf, state.theme);
    if (made) offsetCards(mine, new Map(held.map((id) => [id, { dx: 0, dy: 0, hidden: true }])));
    return made;
  };
  /** Shows where everything would lie, if that is elsewhere than before. */
  const land = (dragged: readonly string[], { dx, dy }: Offset): void => {
    const { layout, journey } = projection.getState();
    const spots = spotsOf(layout, dragged, dx, dy);
    if (landed && landed.on === layout && isSameSpots(landed.landing, spots)) return;
    const landing = landingOf(layout, journey, spots);
    landed = { landing, on: layout };
    const room = roomFor(landing.grown);
    offsetCards(neighbours, madeRoom(layout, landing.boxes, new Set(dragged)));
    moveGround(groundOf(room));
    const place = landing.places.get(dragged[0] ?? '') ?? null;
    screen.setState({ drag: { ids: dragged, landing: landing.boxes, place, room } });
  };

  return {
    move(event) {
      const isFirst = ids === null;
      ids ??= begin();
      const moved = movement(event);
      if (isFirst && ids.length > mostInHand) ghost = raise(ids);
      if (ghost) ghost.move(moved.dx, moved.dy);
      else offsetCards(mine, new Map(ids.map((id) => [id, { ...moved, held: true }])));
      tellDrag(session, { ids, ...moved });
      // Where many would land is worked out a few times a second; the ghost follows with every movement.
      if (ghost && !isFirst && event.timeStamp - landedAt < landingMs) return;
      landedAt = event.timeStamp;
      land(ids, moved);
    },
    end(event) {
      if (!ids || !landed) return;
      if (ghost) {
        const { dx, dy } = movement(event);
        const { layout, journey } = projection.getState();
        landed = { landing: landingOf(layout, journey, spotsOf(layout, ids, dx, dy)), on: layout };
      }
      drop(session, editing, ids, landed.landing, event.altKey);
      clear();
    },
    cancel() {
      if (!ids) return;
      clear();
      announce(wordsOf(session).said.cancelled);
    },
  };
}

function isSameSpots(landing: Landing, { places, cells }: Spots): boolean {
  return (
    landing.places.size === places.size &&
    landing.cells.length === cells.length &&
    [...places].every(([id, place]) => isSamePlace(place, landing.places.get(id))) &&
    cells.every(({ id, stageId, laneId }, index) => {
      const other = landing.cells[index];
      return other?.id === id && other.stageId === stageId && other.laneId === laneId;
    })
  );
}

function isSamePlace(a: Place, b: Place | undefined): boolean {
  return b?.stageId === a.stageId && b.laneId === a.laneId && b.t === a.t && b.row === a.row;
}

/** How far cards that are not dragged go out of the way. */
function madeRoom(
  layout: MapLayout,
  landing: ReadonlyMap<string, Point>,
  dragged: ReadonlySet<string>,
): ReadonlyMap<string, Offset> {
  const moved = new Map<string, Offset>();
  for (const [id, to] of landing) {
    const from = dragged.has(id) ? undefined : layout.cards.get(id);
    if (from) moved.set(id, { dx: to.x - from.x, dy: to.y - from.y });
  }
  return moved;
}

/** Makes a function that tells how far everything goes down with its lane; the same one for the same room. */
function createGround({ projection }: MapSession): (room: MapLayout | null) => Ground | null {
  let of: MapLayout | null = null;
  let ground: Ground | null = null;
  return (room) => {
    if (room === of) return ground;
    of = room;
    const boxOf = (layout: MapLayout, id: string): Point | undefined =>
      layout.cards.get(id) ?? layout.cells.get(id) ?? layout.elements.get(id);
    ground =
      room &&
      ((id) => {
        const before = boxOf(projection.getState().layout, id);
        const after = boxOf(room, id);
        if (!before || !after || (after.x === before.x && after.y === before.y)) return undefined;
        return { dx: after.x - before.x, dy: after.y - before.y };
      });
    return ground;
  };
}

/** Writes a landing: touchpoints in one command, notes in another; copies as one paste. */
function drop(
  session: MapSession,
  { commands }: Editing,
  ids: readonly string[],
  { places, cells }: Landing,
  copy: boolean,
): void {
  const [lead] = ids;
  const leadPlace: Place | undefined = lead ? places.get(lead) : undefined;
  if (copy) {
    const done = accept(session, commands.paste(commands.copy(ids), leadPlace ?? null));
    if (!done) return;
    select(session, done.value);
    announce(wordsOf(session).said.duplicated(done.value.length));
    return;
  }
  const moved = places.size === 0 || accept(session, commands.moveTouchpoints(places)) !== null;
  const sorted = cells.length === 0 || accept(session, commands.moveCells(cells)) !== null;
  if (!moved || !sorted) return;
  const { layout } = session.projection.getState();
  announce(wordsOf(session).said.moved(ids.length, layout.cards.get(lead ?? '')?.address ?? ''));
}
