/**
 * Where pasted cards go. With a place given, the first card lands there and the others keep their distance, counted in
 * stages and lanes and cut at the edges of the grid; without one, everything goes where it was (or to the stage and
 * lane of the same name), one row lower when the original is still there.
 */
import type * as Y from 'yjs';
import type { Collection, JourneyMap, Lane, Place, Stage, Touchpoint } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { LAST_ROW } from '../model/limits.ts';
import { exists, holds } from './commandTools.ts';
import type { Fragment } from './commands.ts';
import { recordsIn } from './fragment.ts';
import { readOrder, readRecord } from './readMap.ts';

type Cards = Pick<JourneyMap, 'touchpoints' | 'insights' | 'opportunities' | 'actions'>;
type Cell = { readonly stageId: string | null; readonly laneId: string | null };

/** The cards with their new places; null when there is nowhere to put touchpoints. */
export function pastePlaces(doc: Y.Doc, fragment: Fragment, given: Cards, at: Place | null): Cards | null {
  const here = { stages: readAll(doc, 'stages'), lanes: readAll(doc, 'lanes') };
  const there = { stages: recordsIn(fragment, 'stages'), lanes: recordsIn(fragment, 'lanes') };
  const anchor = firstOf(given, there);
  const stageShift = at ? indexIn(here.stages, at.stageId) - indexIn(there.stages, anchor?.stageId) : 0;

  function stageFor(id: string): string | null {
    if (at) {
      const index = indexIn(there.stages, id) + stageShift;
      return here.stages[Math.min(Math.max(0, index), here.stages.length - 1)]?.id ?? null;
    }
    return (
      (same(here.stages, there.stages, id) ?? here.stages[indexIn(there.stages, id)] ?? here.stages.at(-1))
        ?.id ?? null
    );
  }

  function laneFor(collection: Collection, id: string): string | null {
    const lanes = here.lanes.filter((lane) => holds(lane, collection));
    const sources = there.lanes.filter((lane) => holds(lane, collection));
    const aim = at && lanes.find((lane) => lane.id === at.laneId);
    if (aim) {
      const anchored = anchor && sources.some((lane) => lane.id === anchor.laneId) ? anchor.laneId : id;
      const index = lanes.indexOf(aim) + indexIn(sources, id) - indexIn(sources, anchored);
      return lanes[Math.min(Math.max(0, index), lanes.length - 1)]?.id ?? null;
    }
    return (same(lanes, sources, id) ?? lanes[indexIn(sources, id)] ?? lanes[0])?.id ?? null;
  }

  function placeTouchpoint(card: Touchpoint): Touchpoint | null {
    const stageId = stageFor(card.stageId);
    const laneId = laneFor('touchpoints', card.laneId);
    if (stageId === null || laneId === null) return null;
    const lead = given.touchpoints.find(({ id }) => id === anchor?.id);
    if (!at || !lead) {
      const row = exists(doc, 'touchpoints', card.id) ? Math.min(LAST_ROW, card.row + 1) : card.row;
      return { ...card, stageId, laneId, row };
    }
    const t =
      card.stageId === lead.stageId
        ? Math.round(Math.min(1, Math.max(0, at.t + card.t - lead.t)) * 100) / 100
        : card.t;
    const row =
      card.laneId === lead.laneId ? Math.min(LAST_ROW, Math.max(0, at.row + card.row - lead.row)) : card.row;
    return { ...card, stageId, laneId, t, row };
  }

  const placeCell = <R extends Cell>(collection: Collection, card: R): R => ({
    ...card,
    stageId: card.stageId && stageFor(card.stageId),
    laneId: card.laneId && laneFor(collection, card.laneId),
  });

  const touchpoints = given.touchpoints.map(placeTouchpoint).filter((card) => card !== null);
  if (touchpoints.length < given.touchpoints.length) return null;
  return {
    touchpoints,
    insights: given.insights.map((card) => placeCell('insights', card)),
    opportunities: given.opportunities.map((card) => placeCell('opportunities', card)),
    actions: given.actions.map((card) => placeCell('actions', card)),
  };
}

/** The card that lands on the given place: the first touchpoint in time, else the first cell. */
function firstOf(
  cards: Cards,
  grid: { readonly stages: readonly Stage[] },
): (Cell & { readonly id: string }) | undefined {
  const time = (card: Touchpoint): number => indexIn(grid.stages, card.stageId) + card.t;
  const touchpoint = cards.touchpoints.toSorted((a, b) => time(a) - time(b) || a.row - b.row)[0];
  if (touchpoint) return touchpoint;
  const cells: readonly (Cell & { readonly id: string })[] = [
    ...cards.insights,
    ...cards.opportunities,
    ...cards.actions,
  ];
  return cells.toSorted((a, b) => indexIn(grid.stages, a.stageId) - indexIn(grid.stages, b.stageId))[0];
}

function readAll<C extends 'stages' | 'lanes'>(doc: Y.Doc, collection: C) {
  return readOrder(doc, collection).flatMap((id) => readRecord(doc, collection, id) ?? []);
}

function indexIn(records: readonly { readonly id: string }[], id: string | null | undefined): number {
  return Math.max(
    0,
    records.findIndex((record) => record.id === id),
  );
}

/** The stage or lane of the same id, else of the same name and use. */
function same<R extends Stage | Lane>(here: readonly R[], there: readonly R[], id: string): R | undefined {
  const known = here.find((record) => record.id === id);
  if (known) return known;
  const wanted = there.find((record) => record.id === id);
  return wanted && here.find((record) => record.name === wanted.name && useOf(record) === useOf(wanted));
}

function useOf(record: Stage | Lane): string {
  return 'kind' in record ? laneHolds(record.kind) : '';
}
