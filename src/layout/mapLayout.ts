/**
 * The geometry of a laid out map: what `layoutMap` gives and what the canvas, hit-testing, panels and
 * the sheet (poster) read. Map units; (0, 0) is the corner where the first stage and the first lane begin,
 * so stage heads lie above (negative y) and lane heads to the left (negative x) of it.
 */
import type { ElementKind, ElementPlace, LaneKind } from '../model/journeyMap.ts';
import type { LineSign } from '../theme/inks.ts';
import type { Box, Point, SceneGroup } from './scene.ts';

export interface StageColumn {
  readonly id: string;
  readonly index: number;
  /** A, B … Z, AA … */
  readonly letter: string;
  readonly x: number;
  readonly width: number;
  readonly collapsed: boolean;
  /** Between the folded stages beside it, or the grid's edges: what hangs on its touchpoints stays inside. */
  readonly from: number;
  readonly to: number;
}

export interface LaneRow {
  readonly id: string;
  readonly index: number;
  /** 1, 2 … */
  readonly number: number;
  readonly kind: LaneKind;
  readonly y: number;
  readonly height: number;
  readonly collapsed: boolean;
  /** Lies behind the line of visibility (drawn on paper-2). */
  readonly behind: boolean;
  /** The blueprint line on its lower edge. */
  readonly line: 'interaction' | 'visibility' | 'internal' | null;
}

export interface CardBox extends Box {
  readonly id: string;
  readonly kind: 'journey' | 'delivery';
  readonly stageId: string;
  readonly laneId: string;
  /** The row it is drawn in, which may be lower than the stored one when cards would overlap. */
  readonly drawnRow: number;
  /** Stage letter and lane number: "C2". */
  readonly address: string;
}

export interface CellBox extends Box {
  readonly id: string;
  readonly collection: 'insights' | 'opportunities' | 'actions';
  readonly stageId: string;
  readonly laneId: string;
}

/** A free element, beside the grid. */
export interface ElementBox extends Box {
  readonly id: string;
  readonly kind: ElementKind;
  readonly side: ElementPlace['side'];
}

/** From (0, 0) to the last thing that is drawn: the grid and what lies beside it. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

export interface LinkShape {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Corner points of the route, from tail to head; rounding is the drawing's business. */
  readonly route: readonly Point[];
  readonly labelAt: Point | null;
  readonly box: Box;
}

export interface CurvePoint extends Point {
  /** The touchpoints merged into it. */
  readonly touchpointIds: readonly string[];
  readonly emotion: number;
}

/** One line of one emotion lane, in map units. `personaId` null is the base ("Everyone"). */
export interface CurveShape {
  readonly laneId: string;
  readonly personaId: string | null;
  readonly sign: LineSign;
  readonly name: string;
  readonly points: readonly CurvePoint[];
}

export interface MapLayout {
  /** Of the grid. */
  readonly width: number;
  readonly height: number;
  readonly extent: Extent;
  readonly stages: readonly StageColumn[];
  readonly lanes: readonly LaneRow[];
  readonly cards: ReadonlyMap<string, CardBox>;
  /** Touchpoint ids in the model's sequence: stage, t, lane, row, id. */
  readonly sequence: readonly string[];
  readonly cells: ReadonlyMap<string, CellBox>;
  /** In the order of drawing: frames first. */
  readonly elements: ReadonlyMap<string, ElementBox>;
  readonly links: readonly LinkShape[];
  readonly curves: readonly CurveShape[];
  /** Every drawn thing inside the grid and beside it, in paint order, at full detail; heads are not in it. */
  readonly groups: readonly SceneGroup[];
  /** The group of a touchpoint, insight, opportunity, action, link or free element by record id. */
  readonly groupOf: ReadonlyMap<string, SceneGroup>;
  /** The same without the overlay that is drawn over it; absent when there is none. */
  readonly plain?: MapLayout;
}

/** What stands where nothing has been laid out yet. */
export const emptyLayout: MapLayout = {
  width: 0,
  height: 0,
  extent: { width: 0, height: 0 },
  stages: [],
  lanes: [],
  cards: new Map(),
  sequence: [],
  cells: new Map(),
  elements: new Map(),
  links: [],
  curves: [],
  groups: [],
  groupOf: new Map(),
};
