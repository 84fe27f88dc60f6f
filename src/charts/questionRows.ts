/** The rows of the matrix of questions answered (A16): one a question, a cell a stage, gaps marked. */
import type { QuestionsAnswered } from '../analysis/questionsAnswered.ts';
import type { Answer } from '../model/journeyMap.ts';
import type { MatrixRow } from './matrixChart.ts';

const answers = ['solution', 'information', 'value', 'access'] as const satisfies readonly Answer[];

export function questionRows(
  { stages, gaps }: QuestionsAnswered,
  names: Readonly<Record<Answer, string>>,
): readonly MatrixRow[] {
  const isGap = new Set(gaps.map(({ stageId, answer }) => `${stageId} ${answer}`));
  return answers.map((answer) => ({
    name: names[answer],
    cells: stages.map(({ stageId, ids }) => ({
      ids: ids[answer],
      gap: isGap.has(`${stageId} ${answer}`),
    })),
  }));
}
