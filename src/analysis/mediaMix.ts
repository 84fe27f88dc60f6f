/**
 * Media mix (A8): shares of owned, paid, earned and shared media among journey touchpoints, by their number, by the
 * people reached and by cost; for the whole map and for each stage.
 *
 * Touchpoints whose media is not set are counted apart and are not in the denominator. Concentration is the sum of
 * the squared shares (Herfindahl): 0.25 for an even mix, 1 for a single kind. Shares are null when there is nothing
 * to divide by.
 */
import type { JourneyMap, Media, Touchpoint } from '../model/journeyMap.ts';
import { effectiveMedia, effectiveScore, journeyTouchpoints } from '../model/sequence.ts';

const mediaKinds = ['owned', 'paid', 'earned', 'shared'] as const satisfies readonly Media[];

interface Mix {
  readonly amounts: Readonly<Record<Media, number>>;
  /** 0…1, adding to 1; null when all amounts are 0. */
  readonly shares: Readonly<Record<Media, number>> | null;
  readonly unset: number;
  readonly concentration: number | null;
}

export interface MediaMix {
  readonly byCount: Mix;
  /** People a period, where known. */
  readonly byReached: Mix;
  /** Money a period, where known. */
  readonly byCost: Mix;
}

export function mediaMix(map: JourneyMap): MediaMix & {
  readonly stages: readonly (MediaMix & { readonly stageId: string })[];
} {
  const nodes = journeyTouchpoints(map);
  return {
    ...mixesOf(nodes, map),
    stages: map.stages.map(({ id }) => ({
      stageId: id,
      ...mixesOf(
        nodes.filter((node) => node.stageId === id),
        map,
      ),
    })),
  };
}

function mixesOf(nodes: readonly Touchpoint[], map: JourneyMap): MediaMix {
  return {
    byCount: mixOf(nodes, map, () => 1),
    byReached: mixOf(nodes, map, (node) => effectiveScore(node, 'reached', map) ?? 0),
    byCost: mixOf(nodes, map, (node) => effectiveScore(node, 'cost', map) ?? 0),
  };
}

function mixOf(nodes: readonly Touchpoint[], map: JourneyMap, amount: (node: Touchpoint) => number): Mix {
  const amounts = { owned: 0, paid: 0, earned: 0, shared: 0 };
  let unset = 0;
  for (const node of nodes) {
    const media = effectiveMedia(node, map);
    if (media === null) unset += amount(node);
    else amounts[media] += amount(node);
  }
  const sum = amounts.owned + amounts.paid + amounts.earned + amounts.shared;
  if (sum === 0) return { amounts, shares: null, unset, concentration: null };
  const shares = {
    owned: amounts.owned / sum,
    paid: amounts.paid / sum,
    earned: amounts.earned / sum,
    shared: amounts.shared / sum,
  };
  const concentration = mediaKinds.reduce((total, media) => total + shares[media] ** 2, 0);
  return { amounts, shares, unset, concentration };
}
