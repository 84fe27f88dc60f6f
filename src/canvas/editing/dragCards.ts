/**
 * Dragging cards and notes, one or many, and the free elements that are selected with them. While it lasts only this screen changes: the dragged cards follow the pointer
 * and their neighbours make room (offsets on their elements, without React), a lane that needs another row is shown with
 * it; `screen.drag` tells heads and marks where they would land, and changes only when that does. The drop is one command; Escape, a second finger or a lost pointer put everything back without a trace.
 * With Alt held at the drop the originals stay and copies land. A card deleted by somebody meanwhile is skipped.
 */
import { prepareLanding } from '../../layout/hit.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Point } from '../../layout/scene.ts';
import type { StretchedLayout } from '../../layout/stretch.ts';
import { withContents } from '../../model/elements.ts';
import type { Place } from '../../model/journeyMap.ts';
import { isSameJson } from '../../model/sameJson.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { canvasCamera } from '../camera.ts';
import { moveGround, offsetCards, type Ground, type Offset } from '../cardOffsets.ts';
import { detailAt, itemsAt } from '../detail.ts';
import { drawnBox } from '../frames.ts';
import { createGlide } from '../glide.ts';
import { mostInHand } from '../inHand.ts';
import type { Gesture, Press } from '../pointer.ts';
import { select } from '../selection.ts';
import { accept, wordsOf } from './answers.ts';
import { showGuides } from './editingStore.ts';
import { createGhost, type Ghost } from './ghost.ts';
import { isLocked } from '../locked.ts';
import { landingOf, spotsOf, type Landing, type Spots } from './landing.ts';
import { createPace } from './pace.ts';
import { createRoom } from './room.ts';
import { reachPx, snapCard, snapElement } from './snapping.ts';
import { tellDrag } from './tellDrag.ts';

const mine = 'my drag';
const neighbours = 'neighbours';
/** How often the landing of many is worked out at most. */
const landingMs = 60;
const nobody: ReadonlyMap<string, Offset> = new Map();

export function dragCards(session: MapSession, editing: Editing, press: Press): Gesture {
  const { screen, projection } = session;
  const from = canvasCamera.toMap(press.at);
  let ids: readonly string[] | null = null;
  let landed: { readonly landing: Landing; readonly on: MapLayout } | null = null;
  let ghost: Ghost | null = null;
  const pace = createPace(landingMs);
  const roomFor = createRoom(session);
  const groundOf = createGround(session);
  const { layout: pressed, journey } = projection.getState();
  prepareLanding(pressed, journey);

  const begin = (): readonly string[] => {
    const { selection } = screen.getState();
    if (!selection.has(press.hit.id))
      select(session, press.shift ? [...selection, press.hit.id] : [press.hit.id]);
    const { layout } = projection.getState();
    // The one under the pointer leads: triangle, plumb line and announcement speak of it.
    const chosen = screen.getState().selection;
    const beside = withContents(projection.getState().journey.elements, chosen);
    const all = new Set([press.hit.id, ...chosen, ...beside]);
    return [...all].filter((id) => drawnBox(layout, id) !== undefined && !isLocked(projection, id));
  };
  const clear = (): void => {
    pace.stop();
    ghost?.end();
    ghost = null;
    offsetCards(mine, nobody);
    offsetCards(neighbours, nobody);
    moveGround(null);
    showGuides([]);
    screen.setState({ drag: null });
    tellDrag(session, null);
  };

  const movement = (event: PointerEvent): Offset => {
    const at = canvasCamera.toMap({ x: event.clientX, y: event.clientY });
    return rested(session, ids ?? [], { dx: at.x - from.x, dy: at.y - from.y }, event);
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
      else offsetCards(mine, new Map(ids.map((id) => [id, { ...moved, held: createGlide }])));
      tellDrag(session, { ids, ...moved });
      const dragged = ids;
      // Where many would land is worked out a few times a second; the ghost follows with every movement.
      if (ghost) pace.run(() => land(dragged, moved));
      else land(dragged, moved);
    },
    end(event) {
      if (!ids || !landed) return;
      if (ghost) {
        const { dx, dy } = movement(event);
        const { layout, journey } = projection.getState();
        landed = { landing: landingOf(layout, journey, spotsOf(layout, ids, dx, dy)), on: layout };
      }
      const [dropped, { landing }] = [ids, landed];
      pace.stop();
      if (!ghost) offsetCards(mine, fallen(projection.getState().layout, dropped, landing));
      let say = (): void => undefined;
      const stop = withNextInput(() => show());
      const show = projection.unhurried(
        () => {
          say = drop(session, editing, dropped, landing, event.altKey);
          // Others have it where it lies now: with the way it has come it would lie twice as far away.
          tellDrag(session, null);
        },
        () => {
          stop();
          clear();
          say();
        },
      );
    },
    cancel() {
      if (!ids) return;
      clear();
      announce(wordsOf(session).said.cancelled);
    },
  };
}

/** The movement that comes to rest where the leading card or element snaps to (U21). */
function rested(session: MapSession, ids: readonly string[], moved: Offset, event: PointerEvent): Offset {
  const { layout } = session.projection.getState();
  const [lead = ''] = ids;
  const card = layout.cards.get(lead);
  const element = layout.elements.get(lead);
  const reach = reachPx / canvasCamera.view().zoom;
  const [own, view] = [new Set(ids), canvasCamera.visible()];
  const isFree = event.ctrlKey || event.metaKey;
  const snapped =
    card && !isFree
      ? snapCard(layout, card, own, moved, reach, view)
      : element && !isFree
        ? snapElement(layout, element, own, moved, reach, view)
        : { ...moved, guides: [] };
  showGuides(snapped.guides);
  return { dx: snapped.dx, dy: snapped.dy };
}

function isSameSpots(landing: Landing, { places, cells, elements }: Spots): boolean {
  return (
    landing.places.size === places.size &&
    [...elements].every(([id, place]) => isSameJson(place, landing.elements.get(id))) &&
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
function createGround({ projection }: MapSession): (room: StretchedLayout | null) => Ground | null {
  let of: StretchedLayout | null = null;
  let ground: Ground | null = null;
  return (room) => {
    if (room === of) return ground;
    of = room;
    ground =
      room &&
      ((id) => {
        const before = drawnBox(projection.getState().layout, id);
        const after = room.boxOf(id);
        if (!before || !after || (after.x === before.x && after.y === before.y)) return undefined;
        return { dx: after.x - before.x, dy: after.y - before.y };
      });
    return ground;
  };
}

const modifiers: ReadonlySet<string> = new Set(['Alt', 'Control', 'Meta', 'Shift']);

/**
 * Before anybody else hears of a press or a key, as what these begin goes from where things lie. A modifier begins
 * nothing, and a drop is often made with one. Gives back its undoing.
 */
function withNextInput(act: () => void): () => void {
  const handleKey = ({ key }: KeyboardEvent): void => {
    if (!modifiers.has(key)) act();
  };
  window.addEventListener('pointerdown', act, true);
  window.addEventListener('keydown', handleKey, true);
  return () => {
    window.removeEventListener('pointerdown', act, true);
    window.removeEventListener('keydown', handleKey, true);
  };
}

/** What was dragged where it will lie, as far as that is known, held no more. */
function fallen(layout: MapLayout, ids: readonly string[], { boxes }: Landing): ReadonlyMap<string, Offset> {
  return new Map(
    ids.flatMap((id) => {
      const [from, to] = [drawnBox(layout, id), boxes.get(id)];
      return from && to ? [[id, { dx: to.x - from.x, dy: to.y - from.y }] as const] : [];
    }),
  );
}

/** Writes a landing as one step, or copies there; gives what is to be said and selected when it is shown. */
function drop(
  session: MapSession,
  { commands }: Editing,
  ids: readonly string[],
  { places, cells, elements }: Landing,
  copy: boolean,
): () => void {
  const moves = { touchpoints: places, cells, elements };
  const { said } = wordsOf(session);
  if (copy) {
    const done = accept(session, commands.copyTo(moves));
    return () => {
      if (!done) return;
      select(session, done.value);
      announce(said.duplicated(done.value.length));
    };
  }
  const done = accept(session, commands.move(moves));
  return () => {
    if (!done) return;
    const { layout } = session.projection.getState();
    const address = ids.map((id) => layout.cards.get(id)?.address).find((found) => found !== undefined) ?? '';
    announce(said.moved(ids.length, address));
  };
}
