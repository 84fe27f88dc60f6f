/** Moments of truth (A10) along the stages: pin, face and emotion, the question that is decided there; risks in words. */
import type { MomentsOfTruth } from '../analysis/momentsOfTruth.ts';
import { faceItems } from '../layout/faces.ts';
import { pinItems } from '../layout/pins.ts';
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { Chart, ChartFacts, ChartTarget, StageColumn } from './chart.ts';
import { linesIn, lookOf, textLine } from './pieces.ts';
import { endOf } from './stageColumns.ts';

export interface MomentFacts {
  readonly question: string;
  readonly emotion: number | null;
  readonly stageId: string | null;
}

const textLineHeight = 15;

export function momentsChart(
  { moments }: MomentsOfTruth,
  factsOf: (momentId: string) => MomentFacts,
  columns: readonly StageColumn[],
  facts: ChartFacts,
): Chart {
  const { words, numbers } = facts;
  const right = endOf(columns);
  const items: SceneItem[] = [];
  const targets: ChartTarget[] = [];
  const rows: string[][] = [];
  let height = 76;
  for (const column of columns) {
    const own = moments.filter(({ id }) => factsOf(id).stageId === column.id);
    let y = 8;
    for (const moment of own) {
      const { question, emotion } = factsOf(moment.id);
      const band = emotion === null ? null : emotionBand(emotion);
      const value = emotion === null ? '–' : numbers.signed(emotion);
      const said = [
        ...(moment.risks.length > 0
          ? [words.moments.risks(moment.risks.map((risk) => words.moments.risk[risk]))]
          : []),
        ...(moment.fit === 'misplaced' ? [words.moments.misplaced] : []),
        ...(moment.unowned ? [words.moments.unowned] : []),
      ];
      const name = question || facts.title(moment.touchpointId);
      const room = column.width - 44;
      const nameLook = lookOf(name, { size: 12, weight: 500 });
      const lines = linesIn(name, nameLook, room, 5);
      const marks = said.flatMap((text) => linesIn(text, { size: 11 }, room, 4));
      const high = Math.max(62, lines.length * textLineHeight + marks.length * 14 + 8);
      items.push(
        ...pinItems(moment.kind, column.x + 19, y + 26, 26),
        ...faceItems(band, column.x + 19, y + 38, 13, 'ink'),
        ...textLine(value, column.x + 19, y + 59, { size: 11, weight: 600, align: 'middle' }),
      );
      for (const [row, text] of lines.entries())
        items.push(...textLine(text, column.x + 38, y + 11 + row * textLineHeight, nameLook));
      for (const [row, text] of marks.entries())
        items.push(
          ...textLine(text, column.x + 38, y + 11 + lines.length * textLineHeight + row * 14, {
            size: 11,
            fill: 'ink-2',
          }),
        );
      targets.push({
        box: { x: column.x + 3, y: y - 4, width: column.width - 6, height: high },
        label: `${words.moments.kinds[moment.kind]}: ${name} (${value})${said.length > 0 ? `. ${said.join(', ')}` : ''}`,
        ids: [moment.touchpointId],
      });
      rows.push([
        words.moments.kinds[moment.kind],
        `${facts.tag(moment.touchpointId)} ${facts.title(moment.touchpointId)}`,
        question,
        value,
        said.join(', ') || '–',
      ]);
      y += high + 6;
    }
    height = Math.max(height, y + 2);
  }
  for (const { x } of columns.slice(1)) items.unshift(line(x, 0, x, height, { colour: 'hair', width: 1 }));
  return { width: right, height, items, targets, table: { columns: words.moments.columns, rows } };
}
