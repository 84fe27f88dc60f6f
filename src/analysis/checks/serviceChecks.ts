/**
 * Checks of promises to customers: L06 a touchpoint that handles complaints without a response target (its own or any
 * tier's), or none that handles complaints in a map with a purchase; L07 nothing that listens in or after
 * postpurchase; L10 a channel that needs permission is over its cap, or has none (A18); L12 a lower tier served better (A13).
 * L06 and L07 say what is missing only once there is a journey, and L07 only where some phase is stated.
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { touchpointsInUse } from '../../model/sequence.ts';
import type { ChannelPressure } from '../contactPressure.ts';
import type { Outcome } from '../outcome.ts';
import { scoredTouchpoints } from '../scoredTouchpoints.ts';
import type { TierMatrix } from '../tierMatrix.ts';
import { atField, finding } from './found.ts';

export function serviceChecks(
  map: JourneyMap,
  pressure: Outcome<readonly ChannelPressure[]>,
  tiers: Outcome<TierMatrix>,
): readonly Finding[] {
  return [
    ...complaints(map),
    ...listening(map),
    ...overloads(map, pressure.value ?? []),
    ...inversions(map, tiers.value),
  ];
}

function complaints(map: JourneyMap): readonly Finding[] {
  const withoutTarget = touchpointsInUse(map)
    .filter(
      ({ complaint, responseTargetMin, byTier }) =>
        complaint &&
        responseTargetMin === null &&
        Object.values(byTier).every((tier) => tier.responseTargetMin === null),
    )
    .map((touchpoint) => atField('L06/no-target', touchpoint, 'responseTargetMin'));
  const nodes = scoredTouchpoints(map, null);
  const sells =
    nodes.length > 0 &&
    (map.stages.some(({ phase }) => phase === 'purchase') || nodes.some(({ phase }) => phase === 'purchase'));
  const lacks = sells && !nodes.some(({ touchpoint }) => touchpoint.complaint);
  return lacks
    ? [...withoutTarget, finding('L06/no-complaint-node', map.map.id, map.map.title)]
    : withoutTarget;
}

function listening(map: JourneyMap): readonly Finding[] {
  const nodes = scoredTouchpoints(map, null);
  if (nodes.every(({ phase }) => phase === null)) return [];
  const first = map.stages.findIndex(({ phase }) => phase === 'postpurchase');
  const hears = nodes.some(({ touchpoint, phase, stage }) => {
    const isAfter = phase === null ? first >= 0 && stage > first : afterPurchase.includes(phase);
    return touchpoint.listening && isAfter;
  });
  return hears ? [] : [finding('L07', map.map.id, map.map.title)];
}
const afterPurchase: readonly string[] = ['postpurchase', 'advocacy'];

function overloads(map: JourneyMap, rows: readonly ChannelPressure[]): readonly Finding[] {
  const over = new Map(rows.map((row) => [row.channelId, row.personas.filter((one) => one.over)]));
  const names = new Map(map.personas.map(({ id, name }) => [id, name]));
  return map.channels
    .filter(({ needsPermission }) => needsPermission)
    .flatMap(({ id, name, capPerWeek }): readonly Finding[] => {
      const remedy = { kind: 'edit-field', collection: 'channels', id, field: 'capPerWeek' } as const;
      if (capPerWeek === null) return [finding('L10/no-cap', id, name, { remedy })];
      const personas = over.get(id) ?? [];
      if (personas.length === 0) return [];
      return [
        finding('L10/over-cap', id, name, {
          ids: [
            ...new Set(
              personas.flatMap(({ personaId, perWeek }) => [
                ...(personaId ? [personaId] : []),
                ...perWeek.ids,
              ]),
            ),
          ],
          values: {
            others: personas.flatMap(({ personaId }) => names.get(personaId ?? '') ?? []),
            amount: Math.max(...personas.map(({ perWeek }) => perWeek.value ?? 0)),
            limit: capPerWeek,
          },
          remedy,
        }),
      ];
    });
}

function inversions(map: JourneyMap, matrix: TierMatrix | null): readonly Finding[] {
  if (!matrix || matrix.invertedIds.length === 0) return [];
  const tierNames = new Map(map.tiers.map(({ id, name }) => [id, name]));
  const byId = new Map(map.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return matrix.rows.flatMap(({ id, inversions: [first, ...more] }): readonly Finding[] => {
    const touchpoint = byId.get(id);
    if (!first || !touchpoint) return [];
    return [
      atField('L12', touchpoint, 'byTier', {
        ids: [first, ...more].flatMap(({ higherTierId, lowerTierId }) => [lowerTierId, higherTierId]),
        values: {
          others: [first.lowerTierId, first.higherTierId].flatMap((tier) => tierNames.get(tier) ?? []),
        },
      }),
    ];
  });
}
