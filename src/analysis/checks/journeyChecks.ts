/**
 * Checks of the journey itself: L01 a stage without a journey touchpoint, L02 one nobody has rated (neither the base nor any
 * persona), L05 a very negative one (e <= -1) that no insight, opportunity or action refers to, L13 no evidence for any
 * emotion, L17 more people passed than were reached.
 */
import type { Finding } from '../../model/finding.ts';
import type { JourneyMap, Touchpoint } from '../../model/journeyMap.ts';
import { newestReading } from '../../model/sequence.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from '../scoredTouchpoints.ts';
import { atField, finding } from './found.ts';

const veryNegative = -1;

export function journeyChecks(map: JourneyMap): readonly Finding[] {
  const nodes = scoredTouchpoints(map, null);
  return [
    ...emptyStages(map, nodes),
    ...nodes.flatMap((node) => (isRated(node) ? [] : [atField('L02', node.touchpoint, 'emotion')])),
    ...unansweredPains(map, nodes),
    ...allAssumed(map, nodes),
    ...nodes.flatMap(({ touchpoint, reached, passed }) =>
      reached !== null && passed !== null && passed > reached
        ? [atField('L17', touchpoint, 'passed', { values: { amount: passed, limit: reached } })]
        : [],
    ),
  ];
}

function emptyStages(map: JourneyMap, nodes: readonly ScoredTouchpoint[]): readonly Finding[] {
  const filled = new Set(nodes.map(({ touchpoint }) => touchpoint.stageId));
  return map.stages
    .filter(({ id }) => !filled.has(id))
    .map(({ id, name }) => finding('L01', id, name, { remedy: { kind: 'add-touchpoint', stageId: id } }));
}

function isRated({ emotion, touchpoint }: ScoredTouchpoint): boolean {
  return emotion !== null || Object.values(touchpoint.byPersona).some((one) => one.emotion !== null);
}

function unansweredPains(map: JourneyMap, nodes: readonly ScoredTouchpoint[]): readonly Finding[] {
  const answered = new Set([
    ...map.insights.flatMap(({ touchpointIds }) => touchpointIds),
    ...map.opportunities.flatMap(({ touchpointIds }) => touchpointIds),
    ...map.actions.map(({ touchpointId }) => touchpointId),
  ]);
  return nodes.flatMap(({ id, emotion, touchpoint }) =>
    emotion !== null && emotion <= veryNegative && !answered.has(id)
      ? [
          finding('L05', id, touchpoint.title, {
            values: { amount: emotion },
            remedy: { kind: 'add-opportunity', touchpointId: id },
          }),
        ]
      : [],
  );
}

function allAssumed(map: JourneyMap, nodes: readonly ScoredTouchpoint[]): readonly Finding[] {
  const rated = nodes.filter(isRated);
  if (rated.length === 0 || rated.some(({ touchpoint }) => hasEvidence(touchpoint, map))) return [];
  return [finding('L13', map.map.id, map.map.title, { values: { amount: rated.length } })];
}

/** A measured emotion is evidence, whatever the level says. */
function hasEvidence(touchpoint: Touchpoint, { readings }: JourneyMap): boolean {
  return (
    touchpoint.evidenceLevel !== 'assumed' || newestReading(readings, touchpoint.id, 'emotion') !== undefined
  );
}
