/** Which stage of the phone's route something beside the map belongs to: the one above it; what lies right of the map, to the last. */
import { columnAt, stageColumns } from '../../layout/stageColumns.ts';
import type { FreeElement, JourneyMap } from '../../model/journeyMap.ts';

type Beside = Pick<JourneyMap, 'stages' | 'elements'>;

/** The stage an element is read with; null in a map without stages. */
export function stageOfElement({ stages }: Pick<Beside, 'stages'>, element: FreeElement): string | null {
  if (element.side === 'right') return stages.at(-1)?.id ?? null;
  return columnAt(stageColumns(stages).list, element.x + element.width / 2)?.id ?? null;
}

/** What is read with a stage, from left to right and top to bottom; frames without a name say nothing. */
export function elementsOfStage({ stages, elements }: Beside, stageId: string): readonly FreeElement[] {
  return elements
    .filter(
      (element) =>
        (element.kind === 'image' || element.text.trim() !== '') &&
        stageOfElement({ stages }, element) === stageId,
    )
    .toSorted((a, b) => a.x - b.x || a.y - b.y);
}
