/**
 * A stage laid out for slides, as a map of its own: in the column width that fills a slide best, without the lanes that hold
 * nothing there. Where the cards' titles would come out smaller than can be read, its lanes are divided among several
 * slides, in their order; cells are never divided, so a stage with very many cards in one lane stays small.
 *
 * In:  the part of a map, a stage of it, the room under a slide's title in EMU.
 * Out: for each slide its layout with lane heads; lanes, cards and links of the other slides are not in it.
 */
import { layoutOptionsFor } from '../../layout/defaultOptions.ts';
import { layoutMap } from '../../layout/layoutMap.ts';
import { fontOf } from '../../layout/lettering.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Overlay } from '../../layout/overlay.ts';
import { layoutHeads, type HeadMarks, type SheetHeads } from '../../layout/sheetHeads.ts';
import type { SceneGroup } from '../../layout/scene.ts';
import type { JourneyMap, Lane, Stage, Touchpoint } from '../../model/journeyMap.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import { journeyTouchpoints } from '../../model/sequence.ts';
import type { Slice } from '../slice.ts';
import type { DeckSize } from './packageParts.ts';

export interface StagePlan {
  readonly journey: JourneyMap;
  /** The same records in the whole map's grid, where lanes and personas have their numbers and signs. */
  readonly drawn: JourneyMap;
  /** The lanes and curves that the part shows. */
  readonly shown: Slice['layout'];
  readonly overlays: readonly Overlay[];
  readonly headMarks: HeadMarks;
  /** Under a slide's title, in EMU. */
  readonly body: DeckSize;
  /** Of the slide, in EMU. */
  readonly slideWidth: number;
}

export interface StageSlide {
  /** The cards that stand on it. */
  readonly touchpoints: readonly Touchpoint[];
  /** Laid out anew where that was not kept; it is kept until it is asked for. */
  readonly laid: () => LaidStage;
}
export interface LaidStage {
  readonly journey: JourneyMap;
  readonly layout: MapLayout;
  readonly groups: readonly SceneGroup[];
}

/** Points of a card's title on a slide of the usual width: a stage with smaller ones is divided. */
export const leastTitle = 6;
/** In points. What is seen of letters is their share of the slide, whatever its inches: a wide one is shown smaller. */
const usualWidth = 960;
/** Column widths to try, in map units, and how often; a stage of many cards is small at any of them. */
const widths = [420, 3200] as const;
const mostTries = 5;
const manyCards = 40;
const clearlyLarger = 1.08;
/**
 * Cards: the stages of more are on one slide each, to be zoomed into, and divided only when a stage is asked for alone. A slide
 * more costs 4 kB (its frame, notes and first shapes share nothing with other parts of a zip), so that a map of 1,000 cards is
 * 0.44 MB on 13 slides with titles of 1.6 points, 0.58 MB on 49 with 5.8, 0.67 MB on 72 with 6: above the half megabyte that
 * such a deck is to have.
 */
const mostDivided = 500;

/** Points of a card's title on a slide of the usual width, where a map unit is `scale` EMU of `slideWidth`. */
export function titlePoints(scale: number, slideWidth: number): number {
  return (fontOf('card-title', '').size * scale * usualWidth) / slideWidth;
}

export function stageSlides(plan: StagePlan, stage: Stage): readonly StageSlide[] {
  const sheets = new StageSheets(plan, stage);
  // The best is no smaller than the first: most stages need not be laid out in full before they are drawn.
  const isDivided = plan.journey.touchpoints.length <= mostDivided;
  if (!isDivided || sheets.isReadable(sheets.first(sheets.lanes))) return [sheets.slide(sheets.lanes, null)];
  return sheets.divide(sheets.lanes);
}

interface Laid {
  readonly journey: JourneyMap;
  readonly layout: MapLayout;
  readonly heads: SheetHeads;
  /** EMU a map unit, for all of it to fit, and for its width to fit. */
  readonly scale: number;
  readonly across: number;
}

class StageSheets {
  /** Those that hold something, in their order. */
  readonly lanes: readonly string[];
  readonly #plan: StagePlan;
  readonly #stage: Stage;
  readonly #own: JourneyMap;

  constructor(plan: StagePlan, stage: Stage) {
    this.#plan = plan;
    this.#stage = stage;
    this.#own = stageAlone(plan, stage);
    const hidden = new Set([...emptyLanes(this.#own), ...(plan.shown.hiddenLanes ?? [])]);
    this.lanes = this.#own.lanes.map(({ id }) => id).filter((id) => !hidden.has(id));
  }

  isReadable({ scale }: Laid): boolean {
    return titlePoints(scale, this.#plan.slideWidth) >= leastTitle;
  }

  first(lanes: readonly string[]): Laid {
    return this.#layAt(lanes, Math.sqrt(widths[0] * widths[1]));
  }

  /** Slides on which the lanes can be read, or no more than one lane is on each. */
  divide(lanes: readonly string[]): readonly StageSlide[] {
    const laid = this.#best(lanes);
    const { layout, scale } = laid;
    if (this.isReadable(laid) || layout.lanes.length < 2) return [this.slide(lanes, laid)];
    const { body, slideWidth } = this.#plan;
    const filled = (layout.width * layout.height * scale ** 2) / (body.width * body.height);
    const wanted = Math.round(filled * (leastTitle / titlePoints(scale, slideWidth)) ** 2);
    return evenRuns(layout.lanes, Math.max(2, wanted)).flatMap((run) => this.divide(run.map(({ id }) => id)));
  }

  slide(lanes: readonly string[], laid: Laid | null): StageSlide {
    let kept = laid;
    return {
      touchpoints: this.#cardsOf(lanes),
      laid: () => {
        const { journey, layout, heads } = kept ?? this.#best(lanes);
        // What is drawn weighs more than what is laid out, and a deck has many slides.
        kept = null;
        const laneHeads = heads.groups.filter(({ role }) => role === 'lane-head');
        return { journey, layout, groups: [...laneHeads, ...layout.groups] };
      },
    };
  }

  #cardsOf(lanes: readonly string[]): readonly Touchpoint[] {
    const shown = new Set(lanes);
    return this.#own.touchpoints.filter(({ laneId }) => shown.has(laneId));
  }

  /** A wider column is a lower map: what fills the width already is only larger in a narrower one. */
  #best(lanes: readonly string[]): Laid {
    const isLarge = this.#own.touchpoints.length > manyCards;
    let [narrow, wide]: readonly [number, number] = widths;
    let laid = this.first(lanes);
    let best = laid;
    for (let tries = isLarge ? 1 : mostTries; tries > 0; tries -= 1) {
      const width = Math.sqrt(narrow * wide);
      if (laid.scale === laid.across) wide = width;
      else narrow = width;
      laid = this.#layAt(lanes, Math.sqrt(narrow * wide));
      if (laid.scale > best.scale) best = laid;
    }
    return isLarge ? best : this.#inFewerRows(best, lanes);
  }

  /** A low slide has no room for rows that stand one below the other by choice; they are given up where that makes it clearly larger. */
  #inFewerRows(best: Laid, lanes: readonly string[]): Laid {
    const flat = this.#own.touchpoints.map((one) => ({ ...one, row: 0 }));
    const wide = best.journey.stages[0]?.width ?? 0;
    return [1, 1.25, 1.55, 2, 2.6]
      .map((share) => this.#layAt(lanes, Math.min(widths[1], wide * share), flat))
      .reduce((a, b) => (b.scale > a.scale * (a === best ? clearlyLarger : 1) ? b : a), best);
  }

  #layAt(lanes: readonly string[], width: number, touchpoints = this.#own.touchpoints): Laid {
    const { shown, overlays, headMarks, body } = this.#plan;
    const seen = new Set(lanes);
    const hiddenLanes = new Set(this.#own.lanes.map(({ id }) => id).filter((id) => !seen.has(id)));
    const cards = new Set(this.#cardsOf(lanes).map(({ id }) => id));
    const journey = {
      ...this.#own,
      // The curve is drawn from all cards of the stage, wherever they stand.
      touchpoints,
      links: this.#own.links.filter(({ from, to }) => cards.has(from) && cards.has(to)),
      stages: [{ ...this.#stage, width, collapsed: false }],
    };
    const { hiddenCurves = new Set(), lead = null, ribbons = null } = shown;
    const options = { ...layoutOptionsFor(this.#plan.journey), hiddenCurves, lead, ribbons };
    const layout = layoutMap(journey, { ...options, hiddenLanes, overlays });
    const heads = layoutHeads(journey, layout, { words: options.words, scale: 1, marks: headMarks });
    const across = body.width / (layout.width + heads.laneWidth);
    const down = body.height / Math.max(1, layout.height);
    return { journey, layout, heads, across, scale: Math.min(across, down) };
  }
}

/** Rows in their order in as many runs at most, the highest run as low as can be. */
export function evenRuns<T extends { readonly height: number }>(
  rows: readonly T[],
  most: number,
): readonly (readonly T[])[] {
  const heights = rows.map(({ height }) => height);
  let high = heights.reduce((sum, height) => sum + height, 0);
  let low = Math.max(high / most, ...heights);
  for (let tries = 20; tries > 0; tries -= 1) {
    const limit = (low + high) / 2;
    if (runsBelow(rows, limit).length <= most) high = limit;
    else low = limit;
  }
  return runsBelow(rows, high);
}

function runsBelow<T extends { readonly height: number }>(rows: readonly T[], limit: number): T[][] {
  const runs: T[][] = [];
  let height = 0;
  for (const row of rows) {
    const run = runs.at(-1);
    height += row.height;
    if (run && height <= limit) run.push(row);
    else {
      runs.push([row]);
      height = row.height;
    }
  }
  return runs;
}

function stageAlone({ journey, drawn }: StagePlan, stage: Stage): JourneyMap {
  const touchpoints = journey.touchpoints.filter(({ stageId }) => stageId === stage.id);
  const ids = new Set(touchpoints.map(({ id }) => id));
  const inStage = ({ stageId }: { readonly stageId: string | null }) => stageId === stage.id;
  return {
    ...journey,
    stages: [stage],
    personas: drawn.personas,
    lanes: drawn.lanes.map((lane): Lane => ({ ...lane, collapsed: false })),
    touchpoints,
    links: journey.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    moments: journey.moments.filter(({ touchpointId }) => ids.has(touchpointId)),
    insights: journey.insights.filter(inStage),
    opportunities: journey.opportunities.filter(inStage),
    actions: journey.actions.filter(inStage),
    readings: journey.readings.filter(({ touchpointId }) => touchpointId !== null && ids.has(touchpointId)),
    elements: [],
  };
}

/** Lanes that would be drawn without anything in them, and those drawn from data that are more than a stage's own curve and moments. */
function emptyLanes(own: JourneyMap): ReadonlySet<string> {
  const filled = new Set(
    [...own.touchpoints, ...own.insights, ...own.opportunities, ...own.actions].map(({ laneId }) => laneId),
  );
  const hasUnplaced = [...own.insights, ...own.opportunities, ...own.actions].some(
    ({ laneId }) => laneId === null,
  );
  const isRated = journeyTouchpoints(own).some(({ emotion }) => emotion !== null);
  return new Set(
    own.lanes.flatMap(({ id, kind }) => {
      const holds = laneHolds(kind);
      if (kind === 'emotion') return isRated ? [] : [id];
      if (kind === 'moments') return own.moments.length > 0 ? [] : [id];
      if (holds === 'touchpoints' || holds === 'nothing') return filled.has(id) ? [] : [id];
      return filled.has(id) || hasUnplaced ? [] : [id];
    }),
  );
}
