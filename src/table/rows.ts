/**
 * The rows of the Table: touchpoints of the shown lanes in the map's own sequence, stage after stage; a stage without
 * any has one empty row; the last row is for what is new (a touchpoint in the last stage, or a stage).
 *
 * Rows that did not change stay the same object, so that only what changed is drawn again.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { isJourneyLane, laneHolds } from '../model/laneKinds.ts';
import { sequenceOrder } from '../model/sequence.ts';

export interface TableRow {
  /** The touchpoint's id; for other rows what they are. */
  readonly key: string;
  readonly kind: 'touchpoint' | 'empty' | 'new';
  /** Null only for the new row of a map without stages. */
  readonly stageId: string | null;
  /** Counts touchpoints from 1; null for the other rows. */
  readonly number: number | null;
}

/** `journey`: lanes whose touchpoints are the journey itself; `all`; or one lane by its id. */
export type LaneChoice = 'journey' | 'all' | { readonly laneId: string };

export const newKey = 'new row';
const nothingOut: ReadonlySet<string> = new Set();

/** The lanes whose touchpoints are rows. */
export function shownLanes({ lanes }: Pick<JourneyMap, 'lanes'>, choice: LaneChoice): readonly string[] {
  const holding = lanes.filter(({ kind }) => laneHolds(kind) === 'touchpoints');
  const chosen = holding.filter(({ id, kind }) =>
    choice === 'all' ? true : choice === 'journey' ? isJourneyLane(kind) : id === choice.laneId,
  );
  // A chosen lane may be gone, and a map may have no journey lane: then all are shown.
  return (chosen.length > 0 ? chosen : holding).map(({ id }) => id);
}

export function tableRows(
  journey: Pick<JourneyMap, 'stages' | 'lanes' | 'touchpoints'>,
  choice: LaneChoice,
  canEdit: boolean,
  before: readonly TableRow[] = [],
  out: ReadonlySet<string> = nothingOut,
): readonly TableRow[] {
  const lanes = new Set(shownLanes(journey, choice));
  const old = new Map(before.map((row) => [row.key, row]));
  const keep = (row: TableRow): TableRow => {
    const known = old.get(row.key);
    return known && known.kind === row.kind && known.stageId === row.stageId && known.number === row.number
      ? known
      : row;
  };
  const byStage = new Map<string, string[]>(journey.stages.map(({ id }) => [id, []]));
  for (const { id, stageId, laneId } of journey.touchpoints.toSorted(sequenceOrder(journey)))
    if (lanes.has(laneId) && !out.has(id)) byStage.get(stageId)?.push(id);
  const rows: TableRow[] = [];
  let number = 0;
  for (const [stageId, ids] of byStage) {
    for (const key of ids) rows.push(keep({ key, kind: 'touchpoint', stageId, number: (number += 1) }));
    // A stage is not empty because its rows are filtered out.
    if (ids.length === 0 && out.size === 0)
      rows.push(keep({ key: `empty ${stageId}`, kind: 'empty', stageId, number: null }));
  }
  if (canEdit)
    rows.push(keep({ key: newKey, kind: 'new', stageId: journey.stages.at(-1)?.id ?? null, number: null }));
  return rows;
}

/** Which rows belong to each stage, for its block at the left: index of the first and how many. */
export function stageBlocks(
  rows: readonly TableRow[],
): readonly { readonly stageId: string; readonly first: number; readonly count: number }[] {
  const blocks: { stageId: string; first: number; count: number }[] = [];
  for (const [index, { stageId, kind }] of rows.entries()) {
    if (stageId === null || kind === 'new') continue;
    const last = blocks.at(-1);
    if (last?.stageId === stageId) last.count += 1;
    else blocks.push({ stageId, first: index, count: 1 });
  }
  return blocks;
}
