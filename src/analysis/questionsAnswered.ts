/**
 * Questions answered (A16): stage × the customer's four questions (solution, information, value, access; the SIVA model of
 * C. Dev and D. Schultz, 2005), counted over journey touchpoints. A stage before or at the purchase with an empty cell
 * has a gap.
 *
 * In:  a map. Out: a row a stage; n of N: touchpoints that answer any.
 */
import type { Answer, JourneyMap } from '../model/journeyMap.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

const answers = ['solution', 'information', 'value', 'access'] as const satisfies readonly Answer[];

export interface QuestionsAnswered {
  readonly stages: readonly {
    readonly stageId: string;
    /** The touchpoints that answer it. */
    readonly ids: Readonly<Record<Answer, readonly string[]>>;
  }[];
  readonly gaps: readonly { readonly stageId: string; readonly answer: Answer }[];
}

export function questionsAnswered(map: JourneyMap): Outcome<QuestionsAnswered> {
  const nodes = scoredTouchpoints(map, null);
  if (nodes.length === 0) return missing('no-touchpoints');
  const stages = map.stages.map(({ id, phase }) => {
    const ids: { [A in Answer]: string[] } = { solution: [], information: [], value: [], access: [] };
    return { stageId: id, phase, ids };
  });
  for (const { id, stage, touchpoint } of nodes)
    for (const answer of touchpoint.answers) {
      // An answer said twice is one answer.
      const ids = stages[stage]?.ids[answer];
      if (ids && ids.at(-1) !== id) ids.push(id);
    }
  const gaps = stages.flatMap(({ stageId, phase, ids }) =>
    phase === 'prepurchase' || phase === 'purchase'
      ? answers.filter((answer) => ids[answer].length === 0).map((answer) => ({ stageId, answer }))
      : [],
  );
  return found(
    { stages: stages.map(({ stageId, ids }) => ({ stageId, ids })), gaps },
    nodes.filter(({ touchpoint }) => touchpoint.answers.length > 0).map(({ id }) => id),
    nodes.length,
  );
}
