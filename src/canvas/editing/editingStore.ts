/**
 * What the editing part shows while a gesture or a dialog is under way. About this screen only, never stored and
 * never sent; selection, drag preview and open text are in state/screen, because others read them too.
 */
import { createStore } from 'zustand/vanilla';
import type { ElementKind, ElementPlace } from '../../model/journeyMap.ts';
import type { Box, Point } from '../../layout/scene.ts';
import type { MenuEntry, MenuPlace } from '../../ui/menuEntries.ts';

/** A line that shows what something dragged is aligned with, in map units. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface EditingState {
  readonly marquee: Box | null;
  /** A link being drawn: from a touchpoint to the pointer or the touchpoint under it. */
  readonly linking: { readonly from: string; readonly to: Point | null; readonly over: string | null } | null;
  readonly emotion: {
    readonly laneId: string;
    readonly personaId: string | null;
    readonly ids: readonly string[];
    readonly x: number;
    readonly value: number;
  } | null;
  /** A stage's or lane's edge or head being moved: the line it would have, in map units. */
  readonly ruler: { readonly axis: 'x' | 'y'; readonly at: number } | null;
  /** What the dragged thing is aligned with. */
  readonly guides: readonly Guide[];
  /** The empty cell that was tapped: typing puts something there. */
  readonly cell: CellSpot | null;
  /** A text being typed for something that is made when the text is committed. */
  readonly draft: CellSpot | ElementSpot | null;
  /** A free element being resized: the box it would have. */
  readonly resizing: { readonly id: string; readonly box: Box } | null;
  /** The number of an emotion point being typed. */
  readonly number: {
    readonly laneId: string;
    readonly personaId: string | null;
    readonly ids: readonly string[];
    readonly at: Point;
  } | null;
  readonly menu: {
    readonly label: string;
    readonly place: MenuPlace;
    readonly entries: readonly MenuEntry[];
  } | null;
  readonly removing: { readonly collection: 'stages' | 'lanes'; readonly id: string } | null;
  /** The dialog that moves the selection is open. */
  readonly moving: boolean;
  readonly hover: string | null;
}

/** A place in a cell that can hold something new. */
export interface CellSpot {
  readonly collection: 'touchpoints' | 'insights' | 'opportunities' | 'actions';
  readonly stageId: string;
  readonly laneId: string;
  readonly t: number;
  readonly row: number;
  /** Where its frame is drawn, in map units. */
  readonly box: Box;
}

/** A place beside the grid for something new. */
export interface ElementSpot {
  readonly collection: 'elements';
  readonly kind: Exclude<ElementKind, 'image'>;
  readonly place: ElementPlace;
  /** Where it is drawn, in map units. */
  readonly box: Box;
}

const nothing: EditingState = {
  marquee: null,
  linking: null,
  emotion: null,
  ruler: null,
  guides: [],
  cell: null,
  draft: null,
  resizing: null,
  number: null,
  menu: null,
  removing: null,
  moving: false,
  hover: null,
};

export const editingStore = createStore<EditingState>(() => nothing);

/** Asked for with every movement; most have none, and then nothing is drawn again. */
export function showGuides(guides: readonly Guide[]): void {
  if (guides.length > 0 || editingStore.getState().guides.length > 0) editingStore.setState({ guides });
}

/** Back to nothing: a canvas went away. */
export function resetEditing(): void {
  editingStore.setState(nothing);
}
