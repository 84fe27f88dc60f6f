/**
 * What a chart is: primitives of the scene, so that the page, and every export, draws it with the writer it draws the
 * map with; the places in it that lead to touchpoints; and the table that says the same in words and figures.
 *
 * A chart is made by a pure function from an analysis: same input, same drawing. Units are px at 100 %.
 */
import type { Box, SceneItem } from '../layout/scene.ts';
import type { InsightsWords } from '../words/insights.ts';
import type { Numbers } from '../words/numbers.ts';

/** A figure one can press: it shows the touchpoints it rests on. */
export interface ChartTarget {
  readonly box: Box;
  /** What it is, said whole: "Web site, First contact: mean emotion −0.4". */
  readonly label: string;
  /** In sequence. */
  readonly ids: readonly string[];
}

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
  readonly targets: readonly ChartTarget[];
  readonly table: ChartTable;
}

/** What charts ask about touchpoints, and how they speak. */
export interface ChartFacts {
  /** Its number in the sequence of the journey; its address when it is no part of it. */
  readonly tag: (id: string) => string;
  readonly title: (id: string) => string;
  /** Of the map, `EUR`. */
  readonly currency: string;
  readonly words: InsightsWords;
  readonly numbers: Numbers;
}

/** A stage as the charts along the journey stand under it. */
export interface StageColumn {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly x: number;
  readonly width: number;
}
