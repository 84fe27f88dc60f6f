/**
 * Dragging cards and notes, one or many. While it lasts only this screen changes: the dragged cards follow the pointer
 * and their neighbours make room (offsets on their elements, without React), a lane that needs another row is shown with
 * it; `screen.drag` tells heads, marks and presence. The drop is one command; Escape, a second finger or a lost pointer put everything back without a trace.
 * With Alt held at the drop the originals stay and copies land. A card deleted by somebody meanwhile is skipped.
 */
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Point } from '../../layout/scene.ts';
import type { Place } from '../../model/journeyMap.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { canvasCamera } from '../camera.ts';
import { offsetCards, type Offset } from '../cardOffsets.ts';
import { detailAt, itemsAt } from '../detail.ts';
import { mostInHand } from '../inHand.ts';
import type { Gesture, Press } from '../pointer.ts';
import { select } from '../selection.ts';
import { accept, wordsOf } from './answers.ts';
import { createGhost, type Ghost } from './ghost.ts';
import { landingOf, type Landing } from './landing.ts';
import { createRoom } from './room.ts';

const mine = 'my drag';
const neighbours = 'neighbours';
/** How often the landing of many is worked out. */
const landingMs = 60;
const nobody: ReadonlyMap<string, Offset> = new Map();

export function dragCards(session: MapSession, editing: Editing, press: Press): Gesture {
  const { screen, projection } = session;
  const from = canvasCamera.toMap(press.at);
  let ids: readonly string[] | null = null;
  let landed: Landing | null = null;
  let ghost: Ghost | null = null;
  let landedAt = 0;
  const roomFor = createRoom(session);

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
    screen.setState({ drag: null });
  };

  const movement = (event: PointerEvent): { dx: number; dy: number } => {
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

  return {
    move(event) {
      const isFirst = ids === null;
      ids ??= begin();
      const { dx, dy } = movement(event);
      if (isFirst && ids.length > mostInHand) ghost = raise(ids);
      ghost?.move(dx, dy);
      // Where many would land is worked out a few times a second; the ghost follows with every movement.
      if (ghost && !isFirst && event.timeStamp - landedAt < landingMs) return;
      landedAt = event.timeStamp;
      const { layout, journey } = projection.getState();
      landed = landingOf(layout, journey, ids, dx, dy);
      const dragged = new Set(ids);
      if (!ghost) offsetCards(mine, new Map(ids.map((id) => [id, { dx, dy }])));
      const room = roomFor(landed.grown);
      offsetCards(neighbours, madeRoom(layout, room, landed.boxes, dragged));
      const place = landed.places.get(ids[0] ?? '') ?? null;
      screen.setState({ drag: { ids, dx, dy, landing: landed.boxes, place, room } });
    },
    end(event) {
      if (!ids || !landed) return;
      if (ghost) {
        const { dx, dy } = movement(event);
        const { layout, journey } = projection.getState();
        landed = landingOf(layout, journey, ids, dx, dy);
      }
      drop(session, editing, ids, landed, event.altKey);
      clear();
    },
    cancel() {
      if (!ids) return;
      clear();
      announce(wordsOf(session).said.cancelled);
    },
  };
}

/** How far cards and notes that are not dragged go: out of the way, or down with their lane. */
function madeRoom(
  layout: MapLayout,
  room: MapLayout | null,
  landing: ReadonlyMap<string, Point>,
  dragged: ReadonlySet<string>,
): ReadonlyMap<string, Offset> {
  const moved = new Map<string, Offset>();
  const move = (id: string, from: Point, to: Point | undefined): void => {
    if (to && !dragged.has(id) && (from.x !== to.x || from.y !== to.y))
      moved.set(id, { dx: to.x - from.x, dy: to.y - from.y });
  };
  if (!room) {
    for (const [id, to] of landing) move(id, layout.cards.get(id) ?? to, to);
    return moved;
  }
  for (const [id, box] of layout.cards) move(id, box, landing.get(id) ?? room.cards.get(id));
  for (const [id, box] of layout.cells) move(id, box, room.cells.get(id));
  return moved;
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
