/**
 * What stands out on a map, for whoever has ten seconds: where most are lost, where loss and pain meet, what hurts most,
 * moments at risk, tiers upside down, messages over the cap, promises not kept, personas who part. What is in order
 * (tiers, caps) is said where room is left, and gaps of coverage come last.
 *
 * In:  a map and its analyses. Out: at most `most`, the gravest kinds first; each with the touchpoints behind it. What an
 * analysis does not know is left out, never guessed.
 */
import type { Analyses } from '../analysis/analyseMap.ts';
import type { MomentsOfTruth } from '../analysis/momentsOfTruth.ts';
import type { SieveMember } from '../analysis/sieve.ts';
import type { JourneyMap } from '../model/journeyMap.ts';

/** `ids`: the touchpoints behind it; `id`: the one it names. */
export type Headline = { readonly ids: readonly string[] } & (
  | {
      readonly kind: 'loss';
      readonly id: string;
      readonly drop: number;
      readonly loss: number;
      readonly reached: number;
    }
  | { readonly kind: 'loss-that-hurts'; readonly id: string; readonly drop: number; readonly pain: number }
  | { readonly kind: 'pain'; readonly id: string; readonly pain: number; readonly emotion: number }
  | {
      readonly kind: 'moment-at-risk';
      readonly id: string;
      readonly moment: MomentsOfTruth['moments'][number];
      readonly count: number;
    }
  | { readonly kind: 'inversion'; readonly id: string; readonly count: number }
  | {
      readonly kind: 'over-cap';
      readonly channelId: string;
      readonly perWeek: number;
      readonly cap: number;
      readonly personas: number;
    }
  | {
      readonly kind: 'promises';
      /** Furthest from its promise. */
      readonly id: string;
      readonly share: number;
      readonly n: number;
      readonly of: number;
    }
  | {
      readonly kind: 'divided';
      readonly id: string;
      readonly spread: number;
      readonly happiest: { readonly personaId: string; readonly emotion: number };
      readonly saddest: { readonly personaId: string; readonly emotion: number };
    }
  | { readonly kind: 'tiers-in-order'; readonly rows: number }
  | { readonly kind: 'caps-kept'; readonly channels: number }
  | { readonly kind: 'gaps'; readonly count: number; readonly cells: number; readonly size: number }
);

const most = 6;

export function headlinesOf(map: JourneyMap, analyses: Analyses): readonly Headline[] {
  return [
    ...lossOf(analyses),
    ...painOf(analyses),
    ...momentsOf(analyses),
    ...inversionsOf(analyses),
    ...pressureOf(map, analyses),
    ...promisesOf(analyses),
    ...dividedOf(analyses),
    ...inOrderOf(map, analyses),
    ...gapsOf(map, analyses),
  ].slice(0, most);
}

function painsOf({ A11 }: Analyses) {
  return A11.value?.pains.value ?? [];
}

/** The largest loss; and, of the others that hurt, the one where the share lost times the pain is largest. */
function lossOf(analyses: Analyses): readonly Headline[] {
  const sieve = analyses.A5.value;
  if (!sieve) return [];
  const worst = sieve.chain.find(({ id }) => id === sieve.largestLoss);
  const pains = new Map(painsOf(analyses).map(({ id, pain }) => [id, pain]));
  const [hurting] = sieve.chain
    .flatMap(({ id, drop }) => {
      const pain = pains.get(id) ?? 0;
      return id === worst?.id || drop === null || drop * pain === 0 ? [] : [{ id, drop, pain }];
    })
    .toSorted((a, b) => b.drop * b.pain - a.drop * a.pain);
  return [
    ...(worst ? largestLoss(worst) : []),
    ...(hurting ? [{ kind: 'loss-that-hurts', ...hurting, ids: [hurting.id] } as const] : []),
  ];
}

function largestLoss({ id, drop, loss, reached }: SieveMember): readonly Headline[] {
  return drop === null || loss === null || reached === null
    ? []
    : [{ kind: 'loss', id, drop, loss, reached, ids: [id] }];
}

function painOf(analyses: Analyses): readonly Headline[] {
  const [worst] = painsOf(analyses);
  return worst
    ? [{ kind: 'pain', id: worst.id, pain: worst.pain, emotion: worst.emotion, ids: [worst.id] }]
    : [];
}

function momentsOf({ A10 }: Analyses): readonly Headline[] {
  const risky = (A10.value?.moments ?? []).filter(({ risks }) => risks.length > 0);
  const [moment] = risky.toSorted((a, b) => b.risks.length - a.risks.length);
  if (!moment) return [];
  const ids = [...new Set(risky.map(({ touchpointId }) => touchpointId))];
  return [{ kind: 'moment-at-risk', id: moment.touchpointId, moment, count: risky.length, ids }];
}

function inversionsOf({ A13 }: Analyses): readonly Headline[] {
  const ids = A13.value?.invertedIds ?? [];
  const [id] = ids;
  return id === undefined ? [] : [{ kind: 'inversion', id, count: ids.length, ids }];
}

/** The channel furthest over what its customers agreed to. */
function pressureOf(map: JourneyMap, { A18 }: Analyses): readonly Headline[] {
  const over = (A18.value ?? []).flatMap(({ channelId, capPerWeek: cap, personas }) => {
    const counts = personas.flatMap((one) =>
      one.over && one.perWeek.value !== null ? [one.perWeek.value] : [],
    );
    return cap === null || counts.length === 0
      ? []
      : [{ channelId, cap, perWeek: Math.max(...counts), personas: counts.length }];
  });
  const [worst] = over.toSorted((a, b) => b.perWeek - b.cap - (a.perWeek - a.cap));
  return worst ? [{ kind: 'over-cap', ...worst, ids: through(map, A18.ids, [worst.channelId]) }] : [];
}

function promisesOf({ A12 }: Analyses): readonly Headline[] {
  const { value, n, of } = A12.value?.attainment ?? { value: null, n: 0, of: 0 };
  const late = (A12.value?.rows ?? []).filter(({ level }) => level === 'missed' || level === 'near');
  const [worst] = late.toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
  if (value === null || !worst) return [];
  return [{ kind: 'promises', id: worst.id, share: value, n, of, ids: late.map(({ id }) => id) }];
}

function dividedOf({ A15 }: Analyses): readonly Headline[] {
  const [widest] = (A15.value?.touchpoints ?? [])
    .filter(({ divergent }) => divergent)
    .toSorted((a, b) => (b.spread ?? 0) - (a.spread ?? 0));
  const felt = widest?.emotions.toSorted((a, b) => b.emotion - a.emotion) ?? [];
  const [happiest, saddest] = [felt[0], felt.at(-1)];
  if (!widest || widest.spread === null || !happiest || !saddest) return [];
  return [{ kind: 'divided', id: widest.id, spread: widest.spread, happiest, saddest, ids: [widest.id] }];
}

/** What a map of tiers or of messages was made to see, when all is well there. */
function inOrderOf(map: JourneyMap, { A13, A18 }: Analyses): readonly Headline[] {
  const rows = A13.value?.rows ?? [];
  const pressure = A18.value ?? [];
  const capped = pressure.filter(({ capPerWeek }) => capPerWeek !== null);
  const allKnown = capped.every(({ personas }) =>
    personas.every(({ over, perWeek }) => !over && perWeek.n === perWeek.of),
  );
  return [
    ...(A13.value && rows.length > 0 && A13.value.invertedIds.length === 0
      ? [{ kind: 'tiers-in-order', rows: rows.length, ids: rows.map(({ id }) => id) } as const]
      : []),
    ...(capped.length > 0 && allKnown
      ? [
          {
            kind: 'caps-kept',
            channels: capped.length,
            ids: through(
              map,
              A18.ids,
              capped.map(({ channelId }) => channelId),
            ),
          } as const,
        ]
      : []),
  ];
}

function gapsOf(map: JourneyMap, { A7 }: Analyses): readonly Headline[] {
  if (!A7.value) return [];
  const { cells, size, gaps } = A7.value;
  const notOurs = new Set([...gaps.notOwned, ...gaps.emptyStages]);
  const count = gaps.missedPreference.length + notOurs.size;
  const stages = new Set([...gaps.missedPreference.map(({ stageId }) => stageId), ...notOurs]);
  const stageOf = new Map(map.touchpoints.map(({ id, stageId }) => [id, stageId]));
  const ids = A7.ids.filter((id) => stages.has(stageOf.get(id) ?? ''));
  return count === 0 ? [] : [{ kind: 'gaps', count, cells: cells.length, size, ids }];
}

/** Those of `ids` that go through one of the channels. */
function through(map: JourneyMap, ids: readonly string[], channels: readonly string[]): readonly string[] {
  const channelOf = new Map(map.touchpoints.map(({ id, channelId }) => [id, channelId]));
  return ids.filter((id) => channels.includes(channelOf.get(id) ?? ''));
}
