/**
 * Formal and informal (A21): how many journey touchpoints of each stage are formal, informal, mixed; and whether anything
 * informal happens before the purchase, which is where people get to know each other.
 *
 * In:  a map. Out: a row a stage. `informalBefore`: informal touchpoints of the influence and prepurchase phases; an empty
 *      list is a hint, null says that no touchpoint is known to lie there.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

type Formality = Touchpoint['formality'];
type Lists = Readonly<Record<Formality, readonly string[]>>;

export interface FormalityMix {
  readonly stages: readonly { readonly stageId: string; readonly ids: Lists }[];
  readonly total: Lists;
  readonly informalBefore: Outcome<readonly string[]>;
}

export function formalityMix(map: JourneyMap): Outcome<FormalityMix> {
  const nodes = scoredTouchpoints(map, null);
  if (nodes.length === 0) return missing('no-touchpoints');
  const empty = (): { [F in Formality]: string[] } => ({ formal: [], informal: [], mixed: [] });
  const total = empty();
  const stages = map.stages.map(({ id }) => ({ stageId: id, ids: empty() }));
  for (const { id, stage, touchpoint } of nodes) {
    total[touchpoint.formality].push(id);
    stages[stage]?.ids[touchpoint.formality].push(id);
  }
  const before = nodes.filter(({ phase }) => phase === 'influence' || phase === 'prepurchase');
  const informal = before.filter(({ touchpoint }) => touchpoint.formality === 'informal').map(({ id }) => id);
  const informalBefore =
    before.length === 0
      ? missing('no-prepurchase', nodes.length)
      : found(
          informal,
          before.map(({ id }) => id),
          nodes.length,
        );
  return found(
    { stages, total, informalBefore },
    nodes.map(({ id }) => id),
    nodes.length,
  );
}
