/**
 * What is about this screen only (not undoable, nobody else sees it): selection, tool, open panel, preview of a
 * gesture. One zustand store a map page.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Box, Point } from '../layout/scene.ts';
import type { Theme } from '../theme/colours.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import type { WheelUse } from './interfaceStore.ts';

/** How the map is shown: drawn, as a table of its touchpoints, or as what it says. */
export type MapView = 'map' | 'table' | 'insights';

export type Tool = 'select' | 'hand' | 'link';

/**
 * What a drag shows before it is a command. `landing` is where each card would lie if dropped now, in map units, with a size where that would be another;
 * `place` the cell of the first of them; `room` the map with the lanes that would have to grow, when some would.
 */
export interface DragPreview {
  readonly ids: readonly string[];
  readonly dx: number;
  readonly dy: number;
  readonly landing: ReadonlyMap<string, Point | Box>;
  readonly place?: { readonly stageId: string; readonly laneId: string } | null;
  readonly room?: MapLayout | null;
}

export interface ScreenState {
  readonly view: MapView;
  readonly selection: ReadonlySet<string>;
  readonly tool: Tool;
  /** The record whose text is open for typing on the canvas. */
  readonly editing: { readonly id: string; readonly field: string } | null;
  readonly drag: DragPreview | null;
  /** Curves switched off; 'base' is everyone. */
  readonly hiddenCurves: ReadonlySet<string>;
  readonly hiddenLanes: ReadonlySet<string>;
  readonly panel: 'inspector' | 'none';
  readonly dialog: 'share' | 'export' | 'name' | 'help' | 'palette' | null;
  /** The column that finds in the map is open. */
  readonly finding: boolean;
  /** Zoom as shown in the status line, at most ten times a second. */
  readonly zoom: number;
  readonly theme: Theme;
  readonly language: InterfaceLanguage;
  /** Whether keys that type a character by themselves are shortcuts (U8). */
  readonly letterKeys: boolean;
  readonly wheel: WheelUse;
}

export type ScreenStore = StoreApi<ScreenState>;

export function createScreen(
  start: Pick<ScreenState, 'theme' | 'language'> & Partial<Pick<ScreenState, 'view'>>,
): ScreenStore {
  return createStore<ScreenState>(() => ({
    view: 'map',
    selection: new Set<string>(),
    tool: 'select',
    editing: null,
    drag: null,
    hiddenCurves: new Set<string>(),
    hiddenLanes: new Set<string>(),
    panel: 'none',
    dialog: null,
    finding: false,
    zoom: 1,
    letterKeys: true,
    wheel: 'pan',
    ...start,
  }));
}
