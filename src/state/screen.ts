/**
 * What is about this screen only (not undoable, nobody else sees it): selection, tool, open panel, preview of a
 * gesture. One zustand store a map page.
 */
import type { Comparing } from './comparing.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DrawRibbons } from '../layout/layoutOptions.ts';
import type { Overlay } from '../layout/overlay.ts';
import type { Box, Detail, Point, SceneGroup, SceneItem } from '../layout/scene.ts';
import type { StretchedLayout } from '../layout/stretch.ts';
import type { Finding } from '../model/finding.ts';
import type { MapFilter } from '../model/journeyMap.ts';
import type { OverlayKind } from '../model/overlayKinds.ts';
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
  readonly landing: ReadonlyMap<string, Point | Box>;
  readonly place?: { readonly stageId: string; readonly laneId: string } | null;
  readonly room?: StretchedLayout | null;
}

/** How what the filter leaves out is shown; another object whenever that is something else. */
export interface Dimming {
  /** Ids of touchpoints, cells, elements beside the map, and links. */
  readonly out: ReadonlySet<string>;
  /** The drawing of a group, given its own. */
  readonly itemsOf: (group: SceneGroup, detail: Detail, items: readonly SceneItem[]) => readonly SceneItem[];
  /** How something left out is named to those who do not see it. */
  readonly spoken: (label: string) => string;
}

export interface ScreenState {
  readonly view: MapView;
  readonly selection: ReadonlySet<string>;
  /** What a selection frame being drawn would select; null while none is. */
  readonly framed: ReadonlySet<string> | null;
  readonly tool: Tool;
  /** The record whose text is open for typing on the canvas. */
  readonly editing: { readonly id: string; readonly field: string } | null;
  readonly drag: DragPreview | null;
  /** Curves switched off; 'base' is everyone. */
  readonly hiddenCurves: ReadonlySet<string>;
  readonly hiddenLanes: ReadonlySet<string>;
  /** The persona whose journey is shown: what they skip fades and their curve leads. Null: everybody's. */
  readonly lead: string | null;
  /** Draws the curves to be compared, as ribbons; null: as lines. */
  readonly ribbons: DrawRibbons | null;
  /** What is looked for; the rest is dimmed. Null: nothing is. */
  readonly filter: MapFilter | null;
  /** What the filter comes to; null until that is worked out. */
  readonly dimming: Dimming | null;
  /** What is laid over the map. */
  readonly overlay: OverlayKind | null;
  /** What the overlay comes to; null until that is worked out. */
  readonly overlaid: Overlay | null;
  /** What the checks found; null until that is worked out. */
  readonly checks: readonly Finding[] | null;
  /** Whether cards carry the marks of the checks, and those marks. */
  readonly marks: boolean;
  readonly marked: Overlay | null;
  /** The words of the marks at the heads of stages, lanes and personas, by their ids. */
  readonly headMarks: ReadonlyMap<string, string> | null;
  /** The column with the checks is open. */
  readonly checking: boolean;
  /** What was found and gone to last: a record's id or an address. */
  readonly match: string | null;
  readonly panel: 'inspector' | 'none';
  /** The field of the selected record that the inspector gives the focus to, and then forgets. */
  readonly field: string | null;
  /** The saved view that a link to be shared opens with. */
  readonly sharedView: string | null;
  /** What the Insights compare the map with; null: nothing. */
  readonly comparing: Comparing | null;
  readonly dialog: 'share' | 'export' | 'name' | 'help' | 'palette' | 'views' | 'versions' | null;
  /** The persona whose card is open. */
  readonly card: string | null;
  /** The column that finds in the map is open. */
  readonly finding: boolean;
  /** The first picture of the map has been painted. */
  readonly isSeen: boolean;
  /** The map stands alone within another page: there are no other views, no bars and no dialogs. */
  readonly isAlone?: true;
  /** Zoom as shown in the status line, at most ten times a second. */
  readonly zoom: number;
  readonly theme: Theme;
  readonly language: InterfaceLanguage;
  /** Whether keys that type a character by themselves are shortcuts (U8). */
  readonly letterKeys: boolean;
  readonly wheel: WheelUse;
  /** Whether other people's cursors are shown (U45). */
  readonly cursors: boolean;
}

export type ScreenStore = StoreApi<ScreenState>;

export function createScreen(
  start: Pick<ScreenState, 'theme' | 'language'> &
    Partial<Pick<ScreenState, 'view' | 'comparing' | 'isAlone'>>,
): ScreenStore {
  return createStore<ScreenState>(() => ({
    view: 'map',
    selection: new Set<string>(),
    framed: null,
    tool: 'select',
    editing: null,
    drag: null,
    hiddenCurves: new Set<string>(),
    hiddenLanes: new Set<string>(),
    lead: null,
    ribbons: null,
    filter: null,
    dimming: null,
    overlay: null,
    overlaid: null,
    checks: null,
    marks: false,
    marked: null,
    headMarks: null,
    checking: false,
    match: null,
    sharedView: null,
    comparing: null,
    panel: 'none',
    field: null,
    dialog: null,
    card: null,
    finding: false,
    isSeen: false,
    zoom: 1,
    letterKeys: true,
    wheel: 'pan',
    cursors: true,
    ...start,
  }));
}

/** Shows one persona's journey, or with null everybody's. A curve that leads is not switched off. */
export function showJourney(screen: ScreenStore, lead: string | null): void {
  screen.setState(({ hiddenCurves }) => ({
    lead,
    hiddenCurves: new Set([...hiddenCurves].filter((id) => id !== lead)),
  }));
}

/** Draws the curves as ribbons, or again as lines. What draws them is fetched then. */
export async function compareCurves(screen: ScreenStore, isCompared: boolean): Promise<void> {
  const ribbons = isCompared ? (await import('../layout/ribbons.ts')).drawRibbons : null;
  screen.setState({ ribbons });
}
