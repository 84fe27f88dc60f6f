/**
 * Making, stepping and resizing free elements. New ones go where the pointer is beside the grid, else beside the selected
 * one, else below the part of the map that is seen, at the first place that is free. A note or text exists when its words
 * are committed, so that nothing empty is left behind; a frame at once.
 */
import { cornerOf } from '../../layout/elementBoxes.ts';
import { elementPlace, placeOn } from '../../layout/elementPlaces.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Box, Point } from '../../layout/scene.ts';
import { besideGap } from '../../layout/sizes.ts';
import { shiftedElements, withContents } from '../../model/elements.ts';
import type { ElementPlace } from '../../model/journeyMap.ts';
import { ELEMENT_HEIGHT, ELEMENT_WIDTH } from '../../model/limits.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { boundingBox, boxesMeet, contains } from '../boxes.ts';
import { canvasCamera } from '../camera.ts';
import { currentHost } from '../host.ts';
import type { Gesture, Press } from '../pointer.ts';
import { select } from '../selection.ts';
import { accept, editingOf } from './answers.ts';
import { createAt } from './create.ts';
import { editingStore, type ElementSpot } from './editingStore.ts';
import { elementStep, steppedBy } from './spot.ts';

const sizes: Readonly<Record<ElementSpot['kind'], { readonly width: number; readonly height: number }>> = {
  note: { width: ELEMENT_WIDTH.default, height: ELEMENT_HEIGHT.default },
  text: { width: 320, height: 56 },
  frame: { width: 640, height: 400 },
};
const between = 16;
/** Height of a frame's name with the paper around it. */
const frameHead = 44;
/** Places looked at before something new may lie on others. */
const mostTries = 400;

export function isOnGrid({ projection }: Pick<MapSession, 'projection'>, { x, y }: Point): boolean {
  const { width, height } = projection.getState().layout;
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

/** The corner something pasted gets at a point beside the grid; null on the grid. */
export function placeBeside(session: MapSession, point: Point): ElementPlace | null {
  const { layout } = session.projection.getState();
  return isOnGrid(session, point) ? null : elementPlace({ ...point, width: 0, height: 0 }, layout);
}

/** Makes an element, its text open; `at`: where its middle shall be, beside the grid. */
export function newElement(session: MapSession, kind: ElementSpot['kind'], at?: Point): void {
  const editing = editingOf(session);
  const { layout } = session.projection.getState();
  const around = kind === 'frame' ? selectedBox(session) : undefined;
  const box = around ? grownBy(around, 32) : at ? middleAt(at, sizes[kind]) : freeBox(session, sizes[kind]);
  const place = elementPlace(box, layout);
  const spot: ElementSpot = {
    collection: 'elements',
    kind,
    place,
    box: { ...cornerOf(place, layout), width: place.width, height: place.height },
  };
  select(session, []);
  if (kind === 'frame') {
    const id = createAt(session, editing, spot, '');
    if (id) {
      select(session, [id]);
      session.screen.setState({ editing: { id, field: 'text' } });
    }
  } else editingStore.setState({ draft: spot, cell: null });
  canvasCamera.reveal(spot.box);
}

export function middleAt(
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function grownBy({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - 1.5 * by, width: width + 2 * by, height: height + 2.5 * by };
}

/** Around the selected elements, when nothing but elements is selected. */
function selectedBox({ screen, projection }: MapSession): Box | undefined {
  const { elements } = projection.getState().layout;
  const boxes = [...screen.getState().selection].map((id) => elements.get(id));
  return boxes.every((box) => box !== undefined) ? boundingBox(boxes) : undefined;
}

export function freeBox(session: MapSession, size: { readonly width: number; readonly height: number }): Box {
  const { layout } = session.projection.getState();
  const start = startOf(session, layout, size);
  const columns = Math.max(1, Math.floor((layout.width - start.x) / (size.width + between)));
  for (let tried = 0; tried < mostTries; tried += 1) {
    const box = {
      x: start.x + (tried % columns) * (size.width + between),
      y: start.y + Math.floor(tried / columns) * (size.height + between),
      ...size,
    };
    // Wholly in a frame or wholly beside it.
    const isTaken = [...layout.elements.values()].some(
      (other) => boxesMeet(other, box) && !(other.kind === 'frame' && contains(roomIn(other), box)),
    );
    if (!isTaken) return box;
  }
  return { ...start, ...size };
}

/** What a frame has room for: below its name and clear of its lines. */
function roomIn({ x, y, width, height }: Box): Box {
  return {
    x: x + between,
    y: y + frameHead,
    width: width - 2 * between,
    height: height - frameHead - between,
  };
}

function startOf(
  session: MapSession,
  layout: MapLayout,
  size: { readonly width: number; readonly height: number },
): Point {
  const [first] = session.screen.getState().selection;
  const selected = first ? layout.elements.get(first) : undefined;
  if (selected) return { x: selected.x + selected.width + between, y: selected.y };
  const pointer = currentHost()?.pointer();
  const point = pointer && canvasCamera.toMap(pointer);
  if (point && !isOnGrid(session, point)) return middleAt(point, size);
  const seen = canvasCamera.visible();
  const middle = seen.x + seen.width / 2 - size.width / 2;
  return {
    x: Math.min(Math.max(0, middle), Math.max(0, layout.width - size.width)),
    y: layout.height + besideGap,
  };
}

/** Where steps by keys take free elements: to the raster, frames with what lies in them, each side for itself. */
export function steppedElements(
  session: MapSession,
  ids: readonly string[],
  dx: number,
  dy: number,
): ReadonlyMap<string, ElementPlace> {
  const { elements } = session.projection.getState().journey;
  const moved = new Set(withContents(elements, ids));
  const places = new Map<string, ElementPlace>();
  const lead = elements.find(({ id }) => id === ids.find((one) => moved.has(one)));
  const by = {
    x: steppedBy(lead?.x ?? 0, dx, elementStep),
    y: steppedBy(lead?.y ?? 0, dy, elementStep),
  };
  for (const side of ['below', 'right'] as const) {
    const here = elements.filter((element) => moved.has(element.id) && element.side === side);
    for (const element of shiftedElements(here, by.x, by.y)) places.set(element.id, element);
  }
  return places;
}

/** From a corner; images keep their proportions unless Shift is held. Written once, at the end. */
export function resizeElement(session: MapSession, { commands }: Editing, press: Press): Gesture | null {
  const { id, element } = press.hit;
  const corner = element instanceof HTMLElement ? (element.dataset['corner'] ?? '') : '';
  const { layout } = session.projection.getState();
  const before = layout.elements.get(id);
  if (!before) return null;
  const from = canvasCamera.toMap(press.at);
  const least = cornerOf({ side: before.side, x: 0, y: 0 }, layout);
  let box: Box | null = null;
  return {
    move(event) {
      const at = canvasCamera.toMap({ x: event.clientX, y: event.clientY });
      const keep = before.kind === 'image' && !event.shiftKey;
      box = resized(before, corner, at.x - from.x, at.y - from.y, keep, least);
      editingStore.setState({ resizing: { id, box } });
    },
    end() {
      editingStore.setState({ resizing: null });
      if (box)
        accept(session, commands.move({ elements: new Map([[id, placeOn(before.side, box, layout)]]) }));
    },
    cancel() {
      editingStore.setState({ resizing: null });
    },
  };
}

/** The box with one corner moved, inside its limits and its side. The opposite corner stays. */
export function resized(box: Box, corner: string, dx: number, dy: number, keep: boolean, least: Point): Box {
  const left = corner.includes('w');
  const top = corner.includes('n');
  const mostWidth = left ? box.x + box.width - least.x : ELEMENT_WIDTH.max;
  const mostHeight = top ? box.y + box.height - least.y : ELEMENT_HEIGHT.max;
  let width = between3(
    ELEMENT_WIDTH.min,
    box.width + (left ? -dx : dx),
    Math.min(ELEMENT_WIDTH.max, mostWidth),
  );
  let height = between3(
    ELEMENT_HEIGHT.min,
    box.height + (top ? -dy : dy),
    Math.min(ELEMENT_HEIGHT.max, mostHeight),
  );
  if (keep) {
    const scale = Math.min(
      Math.max(width / box.width, height / box.height),
      Math.min(ELEMENT_WIDTH.max, mostWidth) / box.width,
      Math.min(ELEMENT_HEIGHT.max, mostHeight) / box.height,
    );
    const fit = Math.max(scale, ELEMENT_WIDTH.min / box.width, ELEMENT_HEIGHT.min / box.height);
    width = box.width * fit;
    height = box.height * fit;
  }
  return {
    x: left ? box.x + box.width - width : box.x,
    y: top ? box.y + box.height - height : box.y,
    width,
    height,
  };
}

function between3(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
