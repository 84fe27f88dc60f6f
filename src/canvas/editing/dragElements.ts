/**
 * Dragging free elements, one or many, a frame with what lies in it. As with cards only this screen changes while it lasts,
 * and the drop is one command: over the grid notes and texts are sorted into the map (their landing is shown), everything
 * else comes to lie beside it. Escape, a second finger or a lost pointer put everything back. With Alt held, copies land.
 */
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Box, Point } from '../../layout/scene.ts';
import { withContents } from '../../model/elements.ts';
import type { ElementPlace } from '../../model/journeyMap.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { canvasCamera } from '../camera.ts';
import { offsetCards } from '../cardOffsets.ts';
import { createGlide } from '../glide.ts';
import type { Gesture, Press } from '../pointer.ts';
import { select } from '../selection.ts';
import { accept, sayPlaced, wordsOf } from './answers.ts';
import { showGuides, type CellSpot } from './editingStore.ts';
import { isOnGrid } from './elements.ts';
import { isLocked } from '../locked.ts';
import { boxesBeside, placesBeside } from './landing.ts';
import { reachPx, snapElement } from './snapping.ts';
import { inRows, sortMove, sortNow } from './sortNotes.ts';
import { spotAt } from './spot.ts';
import { tellDrag } from './tellDrag.ts';

const mine = 'my drag';

/** What a drop would bring: new places beside the grid, or spots on it. */
type Drop =
  | { readonly kind: 'places'; readonly places: ReadonlyMap<string, ElementPlace> }
  | { readonly kind: 'spots'; readonly spots: ReadonlyMap<string, CellSpot> };

export function dragElements(session: MapSession, editing: Editing, press: Press): Gesture {
  const { screen, projection } = session;
  const from = canvasCamera.toMap(press.at);
  let ids: readonly string[] | null = null;
  let drop: Drop | null = null;

  const begin = (): readonly string[] => {
    const { selection } = screen.getState();
    const { id } = press.hit;
    if (!selection.has(id)) select(session, press.shift ? [...selection, id] : [id]);
    const { journey } = projection.getState();
    const all = withContents(journey.elements, screen.getState().selection);
    // The one under the pointer leads.
    return [id, ...all.filter((other) => other !== id && !isLocked(projection, other))];
  };
  const clear = (): void => {
    offsetCards(mine, new Map());
    screen.setState({ drag: null });
    showGuides([]);
    tellDrag(session, null);
  };

  return {
    move(event) {
      ids ??= begin();
      const at = canvasCamera.toMap({ x: event.clientX, y: event.clientY });
      const { layout } = projection.getState();
      const { dx, dy } = rested(layout, ids, { dx: at.x - from.x, dy: at.y - from.y }, event);
      drop = dropOf(session, ids, dx, dy, at);
      offsetCards(mine, new Map(ids.map((id) => [id, { dx, dy, held: createGlide }])));
      tellDrag(session, { ids, dx, dy });
      const lead = drop.kind === 'spots' ? drop.spots.get(ids[0] ?? '') : undefined;
      screen.setState({
        drag: {
          ids,
          landing: landingOf(drop, layout),
          place: lead?.collection === 'touchpoints' ? lead : null,
        },
      });
    },
    end(event) {
      if (!ids || !drop) return;
      carryOut(session, editing, drop, event.altKey);
      clear();
    },
    cancel() {
      if (!ids) return;
      clear();
      announce(wordsOf(session).said.cancelled);
    },
  };
}

/** Beside the grid it snaps; what goes over the grid is sorted into it and needs no edges to hold on to. */
function rested(
  layout: MapLayout,
  ids: readonly string[],
  moved: { readonly dx: number; readonly dy: number },
  event: PointerEvent,
): { readonly dx: number; readonly dy: number } {
  const lead = layout.elements.get(ids[0] ?? '');
  if (!lead || event.ctrlKey || event.metaKey) {
    showGuides([]);
    return moved;
  }
  const reach = reachPx / canvasCamera.view().zoom;
  const { guides, ...by } = snapElement(layout, lead, new Set(ids), moved, reach, canvasCamera.visible());
  showGuides(guides);
  return by;
}

function dropOf(session: MapSession, ids: readonly string[], dx: number, dy: number, at: Point): Drop {
  const { layout } = session.projection.getState();
  const moved = new Map<string, Box>();
  for (const id of ids) {
    const box = layout.elements.get(id);
    if (box) moved.set(id, { ...box, x: box.x + dx, y: box.y + dy });
  }
  const lead = spotAt(layout, at);
  const canSort = ids.every((id) => {
    const kind = layout.elements.get(id)?.kind;
    return kind === undefined || kind === 'note' || kind === 'text';
  });
  if (!lead || !canSort || !isOnGrid(session, at))
    return { kind: 'places', places: placesBeside(moved, layout) };
  const spots = new Map<string, CellSpot>();
  for (const [id, { x, y, width, height }] of moved) {
    const own = id === ids[0] ? lead : spotAt(layout, { x: x + width / 2, y: y + height / 2 });
    spots.set(id, own ?? lead);
  }
  return { kind: 'spots', spots: inRows(layout, moved, spots) };
}

function landingOf(drop: Drop, layout: MapLayout): ReadonlyMap<string, Box> {
  if (drop.kind === 'spots') return new Map([...drop.spots].map(([id, { box }]) => [id, box]));
  return boxesBeside(drop.places, layout);
}

function carryOut(session: MapSession, { commands }: Editing, drop: Drop, copy: boolean): void {
  if (drop.kind === 'spots') {
    sortNow(
      session,
      [...drop.spots].map(([id, spot]) => sortMove(session, id, spot)),
    );
    return;
  }
  const { places } = drop;
  if (places.size === 0) return;
  if (copy) {
    const done = accept(session, commands.copyTo({ elements: places }));
    if (!done) return;
    select(session, done.value);
    announce(wordsOf(session).said.duplicated(done.value.length));
    return;
  }
  if (!accept(session, commands.move({ elements: places }))) return;
  sayPlaced(session, places);
}
