/** What the lanes of one layout share, and what each gives: the contract between laneContent and the kinds of lanes. */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { Curve } from './curves.ts';
import type { JourneyNode } from './journeyNodes.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import type { CellBox } from './mapLayout.ts';
import type { NotesByCell } from './notes.ts';
import type { Drawings, Part } from './part.ts';
import type { PlacedCard } from './placeCards.ts';
import type { Located } from './places.ts';
import type { SceneItem } from './scene.ts';
import type { Columns } from './stageColumns.ts';

export interface LaneSources {
  readonly journey: JourneyMap;
  readonly options: LayoutOptions & Required<Pick<LayoutOptions, 'detail'>>;
  readonly columns: Columns;
  readonly inSequence: readonly Located[];
  readonly nodes: readonly JourneyNode[];
  readonly curves: readonly Curve[];
  readonly notes: NotesByCell;
  readonly drawings: Drawings;
}

/** A part with its corner, relative to the lane's corner. */
export interface PlacedPart {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
}

export interface ContentCell extends PlacedPart {
  readonly id: string;
  readonly collection: CellBox['collection'];
  readonly stageId: string;
}

export interface LaneContent {
  readonly height: number;
  readonly cards: readonly PlacedCard[];
  readonly cells: readonly ContentCell[];
  /** Under links and cards, in paint order. */
  readonly parts: readonly PlacedPart[];
  /** Rules of the lane's own drawing. */
  readonly rules: readonly SceneItem[];
  /** Curves of an emotion lane. */
  readonly curves: readonly Curve[];
}

/** A lane of this height with nothing in it. */
export function emptyContent(height: number): LaneContent {
  return { height, cards: [], cells: [], parts: [], rules: [], curves: [] };
}
