/**
 * Tier × touchpoint (A13): which level of service each tier gets at which touchpoint, and where that is upside down.
 *
 * In:  a map. Rows: journey and frontstage touchpoints that say something about tiers (`byTier` or `tierIds`), in
 *      sequence; columns: tiers from the highest. A cell that is missing is `none` where the touchpoint is closed to the
 *      tier, else unset (null). Levels count 0 (none) … 4 (exclusive).
 * Out: the rows with their inversions (a lower tier has a higher level than a higher one, or a shorter response target),
 *      whether they are flat (all levels known and equal), which cells are unset, and their differentiation
 *      (max − min) / 4; tiers below the top that have no upgrade rule.
 */
import type { JourneyMap, Touchpoint, TierService } from '../model/journeyMap.ts';
import { isJourneyLane } from '../model/laneKinds.ts';
import { touchpointsInUse } from '../model/sequence.ts';
import { keptEach } from './keptEach.ts';
import { found, missing, type Outcome } from './outcome.ts';

export interface TierCell {
  readonly tierId: string;
  /** Null: unset. */
  readonly level: TierService['level'] | null;
  readonly responseTargetMin: number | null;
}

export interface TierInversion {
  readonly higherTierId: string;
  readonly lowerTierId: string;
  readonly by: 'level' | 'response-target';
}

export interface TierRow {
  readonly id: string;
  readonly cells: readonly TierCell[];
  readonly inversions: readonly TierInversion[];
  readonly flat: boolean;
  readonly unsetTierIds: readonly string[];
  /** 0…1; null with fewer than two levels known. */
  readonly differentiation: number | null;
}

export interface TierMatrix {
  readonly tierIds: readonly string[];
  readonly rows: readonly TierRow[];
  readonly invertedIds: readonly string[];
  readonly flatIds: readonly string[];
  /** Cells set, of all. */
  readonly cellsSet: number;
  readonly cellCount: number;
  readonly tiersWithoutUpgradeRule: readonly string[];
}

const levels: Readonly<Record<TierService['level'], number>> = {
  none: 0,
  basic: 1,
  standard: 2,
  enhanced: 3,
  exclusive: 4,
};
/** Most rows have nothing upside down or unset, and share this. */
const nothing: readonly never[] = [];

export function tierMatrix(map: JourneyMap): Outcome<TierMatrix> {
  const tierIds = map.tiers.map(({ id }) => id);
  if (tierIds.length === 0) return missing('no-tiers');
  const lanes = new Set(
    map.lanes.filter(({ kind }) => isJourneyLane(kind) || kind === 'frontstage').map(({ id }) => id),
  );
  const nodes = touchpointsInUse(map).filter(({ laneId }) => lanes.has(laneId));
  const says = ({ byTier, tierIds: only }: Touchpoint) =>
    only.length > 0 || tierIds.some((id) => Object.hasOwn(byTier, id));
  const each = eachRow(map.stages, [map.tiers], nodes, (touchpoint) =>
    says(touchpoint) ? rowOf(touchpoint, tierIds) : null,
  );
  const rows = each.filter((row) => row !== null);
  if (rows.length === 0) return missing('no-service-levels', nodes.length);
  const value = {
    tierIds,
    rows,
    invertedIds: rows.filter(({ inversions }) => inversions.length > 0).map(({ id }) => id),
    flatIds: rows.filter(({ flat }) => flat).map(({ id }) => id),
    cellsSet: rows.reduce((sum, row) => sum + row.cells.length - row.unsetTierIds.length, 0),
    cellCount: rows.length * tierIds.length,
    tiersWithoutUpgradeRule: map.tiers
      .slice(1)
      .filter(({ upgradeRule }) => upgradeRule.trim() === '')
      .map(({ id }) => id),
  };
  return found(
    value,
    rows.map(({ id }) => id),
    nodes.length,
  );
}

const eachRow = keptEach<Touchpoint, TierRow | null>();

function rowOf(touchpoint: Touchpoint, tierIds: readonly string[]): TierRow {
  const cells = tierIds.map((tierId) => cellOf(touchpoint, tierId));
  let unset = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const cell of cells) {
    const level = levelOf(cell);
    if (level === null) unset += 1;
    else {
      lowest = Math.min(lowest, level);
      highest = Math.max(highest, level);
    }
  }
  const spread = cells.length - unset < 2 ? null : highest - lowest;
  return {
    id: touchpoint.id,
    cells,
    inversions: inversionsOf(cells),
    flat: spread === 0 && unset === 0,
    unsetTierIds:
      unset === 0 ? nothing : cells.filter(({ level }) => level === null).map(({ tierId }) => tierId),
    differentiation: spread === null ? null : spread / 4,
  };
}

function cellOf({ byTier, tierIds }: Touchpoint, tierId: string): TierCell {
  const service = Object.hasOwn(byTier, tierId) ? byTier[tierId] : undefined;
  if (service) return { tierId, level: service.level, responseTargetMin: service.responseTargetMin };
  const isClosed = tierIds.length > 0 && !tierIds.includes(tierId);
  return { tierId, level: isClosed ? 'none' : null, responseTargetMin: null };
}

function inversionsOf(cells: readonly TierCell[]): readonly TierInversion[] {
  let found: TierInversion[] | null = null;
  let place = -1;
  for (const higher of cells) {
    place += 1;
    for (let below = place + 1; below < cells.length; below++) {
      const lower = cells[below];
      if (!lower) continue;
      const higherTierId = higher.tierId;
      const lowerTierId = lower.tierId;
      if (isMore(levelOf(lower), levelOf(higher)))
        (found ??= []).push({ higherTierId, lowerTierId, by: 'level' });
      if (isMore(higher.responseTargetMin, lower.responseTargetMin))
        (found ??= []).push({ higherTierId, lowerTierId, by: 'response-target' });
    }
  }
  return found ?? nothing;
}

function levelOf({ level }: TierCell): number | null {
  return level === null ? null : levels[level];
}

function isMore(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a > b;
}
