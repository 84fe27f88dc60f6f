/**
 * Media mix (A8): shares of owned, paid, earned and shared media among journey touchpoints, by their number, by the
 * people reached and by cost; for the whole map and for each stage.
 *
 * Touchpoints whose media is not set are counted apart and are not in the denominator; where reached or cost is not
 * known, a touchpoint is in neither. Concentration is the sum of the squared shares (Herfindahl-Hirschman): 0.25 for an
 * even mix, 1 for a single kind. Shares are null when there is nothing to divide by.
 */
import type { JourneyMap, Media } from '../model/journeyMap.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

const mediaKinds = ['owned', 'paid', 'earned', 'shared'] as const satisfies readonly Media[];

interface Mix {
  readonly amounts: Readonly<Record<Media, number>>;
  /** 0…1, adding to 1; null when all amounts are 0. */
  readonly shares: Readonly<Record<Media, number>> | null;
  /** The amount of touchpoints whose media is not set. */
  readonly unset: number;
  readonly concentration: number | null;
  /** Touchpoints with a known amount and media, of all. */
  readonly n: number;
  readonly of: number;
  readonly ids: Readonly<Record<Media | 'unset', readonly string[]>>;
}

interface Mixes {
  readonly byCount: Mix;
  /** People a period, where known. */
  readonly byReached: Mix;
  /** Money a period, where known. */
  readonly byCost: Mix;
}

export interface MediaMix extends Mixes {
  readonly stages: readonly (Mixes & { readonly stageId: string })[];
}

export function mediaMix(map: JourneyMap): MediaMix {
  const nodes = scoredTouchpoints(map, null);
  const byStage = Map.groupBy(nodes, (node) => node.touchpoint.stageId);
  return {
    ...mixesOf(nodes),
    stages: map.stages.map(({ id }) => ({ stageId: id, ...mixesOf(byStage.get(id) ?? []) })),
  };
}

function mixesOf(nodes: readonly ScoredTouchpoint[]): Mixes {
  return {
    byCount: mixOf(nodes, () => 1),
    byReached: mixOf(nodes, (node) => node.reached),
    byCost: mixOf(nodes, (node) => node.cost),
  };
}

function mixOf(nodes: readonly ScoredTouchpoint[], amountOf: (node: ScoredTouchpoint) => number | null): Mix {
  const amounts = { owned: 0, paid: 0, earned: 0, shared: 0 };
  const ids: { [K in Media | 'unset']: string[] } = {
    owned: [],
    paid: [],
    earned: [],
    shared: [],
    unset: [],
  };
  let unset = 0;
  for (const node of nodes) {
    const amount = amountOf(node);
    if (amount === null) continue;
    ids[node.media ?? 'unset'].push(node.id);
    if (node.media === null) unset += amount;
    else amounts[node.media] += amount;
  }
  const n = mediaKinds.reduce((total, media) => total + ids[media].length, 0);
  const rest = { amounts, unset, n, of: nodes.length, ids };
  const sum = amounts.owned + amounts.paid + amounts.earned + amounts.shared;
  if (sum === 0) return { ...rest, shares: null, concentration: null };
  const shares = {
    owned: amounts.owned / sum,
    paid: amounts.paid / sum,
    earned: amounts.earned / sum,
    shared: amounts.shared / sum,
  };
  const concentration = mediaKinds.reduce((total, media) => total + shares[media] ** 2, 0);
  return { ...rest, shares, concentration };
}
