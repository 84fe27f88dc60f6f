/**
 * Dragging free elements, one or many, a frame with what lies in it. As with cards only this screen changes while it lasts,
 * and the drop is one command: over the grid notes and texts are sorted into the map (their landing is shown), everything
 * else comes to lie beside it. Escape, a second finger or a lost pointer put everything back. With Alt held, copies land.
 */
import { cornerOf } from '../../layout/elementBoxes.ts';
import { elementPlace, elementPlaces } from '../../layout/elementPlaces.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Box, Point } from '../../layout/scene.ts';
import { withContents } from '../../model/elements.ts';
import type { ElementPlace } from '../../model/journeyMap.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { canvasCamera } from '../camera.ts';
import { offsetCards } from '../cardOffsets.ts';
import type { Gesture, Press } from '../pointer.ts';
import { select } from '../selection.ts';
import { accept, elementWordsOf, wordsOf } from './answers.ts';
import type { CellSpot } from './editingStore.ts';
import { isOnGrid } from './elements.ts';
import { sortMove, sortNow } from './sortNotes.ts';
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
    return [id, ...all.filter((other) => other !== id)];
  };
  const clear = (): void => {
    offsetCards(mine, new Map());
    screen.setState({ drag: null });
    tellDrag(session, null);
  };

  return {
    move(event) {
      ids ??= begin();
      const at = canvasCamera.toMap({ x: event.clientX, y: event.clientY });
      const dx = at.x - from.x;
      const dy = at.y - from.y;
      const { layout } = projection.getState();
      drop = dropOf(session, ids, dx, dy, at);
      offsetCards(mine, new Map(ids.map((id) => [id, { dx, dy, held: true }])));
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
      carryOut(session, editing, ids, drop, event.altKey);
      clear();
    },
    cancel() {
      if (!ids) return;
      clear();
      announce(wordsOf(session).said.cancelled);
    },
  };
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
  if (!lead || !canSort || !isOnGrid(session, at)) return { kind: 'places', places: placesOf(moved, layout) };
  const spots = new Map<string, CellSpot>();
  for (const [id, { x, y, width, height }] of moved) {
    const own = id === ids[0] ? lead : spotAt(layout, { x: x + width / 2, y: y + height / 2 });
    spots.set(id, own ?? lead);
  }
  return { kind: 'spots', spots };
}

/** What lay on one side goes over together; what lay on both, each by itself. */
function placesOf(moved: ReadonlyMap<string, Box>, layout: MapLayout): ReadonlyMap<string, ElementPlace> {
  const sides = new Set([...moved.keys()].map((id) => layout.elements.get(id)?.side));
  if (sides.size < 2) return elementPlaces(moved, layout);
  return new Map([...moved].map(([id, box]) => [id, elementPlace(box, layout)]));
}

function landingOf(drop: Drop, layout: MapLayout): ReadonlyMap<string, Box> {
  if (drop.kind === 'spots') return new Map([...drop.spots].map(([id, { box }]) => [id, box]));
  return new Map(
    [...drop.places].map(([id, place]) => {
      const { width, height } = place;
      return [id, { ...cornerOf(place, layout), width, height }];
    }),
  );
}

function carryOut(
  session: MapSession,
  { commands }: Editing,
  ids: readonly string[],
  drop: Drop,
  copy: boolean,
): void {
  if (drop.kind === 'spots') {
    sortNow(
      session,
      [...drop.spots].map(([id, spot]) => sortMove(session, id, spot)),
    );
    return;
  }
  const { places } = drop;
  const [first] = places.values();
  if (!first) return;
  if (copy) {
    const all = [...places.values()];
    const corner = {
      side: first.side,
      x: Math.min(...all.map(({ x }) => x)),
      y: Math.min(...all.map(({ y }) => y)),
    };
    const done = accept(session, commands.paste(commands.copy(ids), null, corner));
    if (!done) return;
    select(session, done.value);
    announce(wordsOf(session).said.duplicated(done.value.length));
    return;
  }
  if (!accept(session, commands.moveElements(places))) return;
  const words = wordsOf(session);
  announce(elementWordsOf(session).placed(places.size, words.sides[first.side]));
}
