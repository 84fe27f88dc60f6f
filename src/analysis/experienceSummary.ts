/**
 * Experience summary (A2): three numbers, 0…100, after the three parts of an experience (effectiveness, ease, emotion;
 * as in Forrester's CX Index): effectiveness = mean((performance − 1) / 4 · 100), ease = mean((ces − 1) / 6 · 100), where
 * ces is not known (5 − effort) / 4 · 100, emotion = mean((e + 2) / 4 · 100).
 *
 * In:  a map and a persona id (null = base). Out: each with the touchpoints it rests on; null where none is rated.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { found, meanOf, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

export interface ExperienceSummary {
  readonly effectiveness: Outcome<number>;
  readonly ease: Outcome<number>;
  readonly emotion: Outcome<number>;
}

export function experienceSummary(map: JourneyMap, personaId: string | null): Outcome<ExperienceSummary> {
  const nodes = scoredTouchpoints(map, personaId);
  if (nodes.length === 0) return missing('no-touchpoints');
  const ids: string[] = [];
  for (const node of nodes)
    if (node.performance !== null || node.emotion !== null || easeOf(node) !== null) ids.push(node.id);
  if (ids.length === 0) return missing('nothing-rated', nodes.length);
  const summary = {
    effectiveness: meanOf(nodes, ({ performance }) =>
      performance === null ? null : ((performance - 1) / 4) * 100,
    ),
    ease: meanOf(nodes, easeOf),
    emotion: meanOf(nodes, ({ emotion }) => (emotion === null ? null : ((emotion + 2) / 4) * 100)),
  };
  return found(summary, ids, nodes.length);
}

function easeOf({ ces, touchpoint: { effort } }: ScoredTouchpoint): number | null {
  if (ces !== null) return ((ces - 1) / 6) * 100;
  return effort === null ? null : ((5 - effort) / 4) * 100;
}
