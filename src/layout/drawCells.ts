/**
 * Notes in cells: insights, opportunities and actions as drawn parts of a given width. The height follows the
 * text. Relative to the cell's own corner.
 */
import type { Action, Insight, Opportunity } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import { breakLines, fitLine } from './breakLines.ts';
import type { Drawn } from './drawn.ts';
import { barItems } from './gauge.ts';
import { fontOf, larger } from './lettering.ts';
import { fontFor, measureText } from './measureText.ts';
import type { Detail, Font, PathCommand, SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';
import type { TypeRoleName } from '../theme/type.ts';

/** Longer texts end in "…"; the inspector has the rest. */
const mostLines = 6;
const lineHeight = 18;

/** Text of a cell: all of it at full size; two larger lines from farther away. */
function textBlock(
  text: string,
  role: TypeRoleName,
  width: number,
  detail: Detail,
): { lines: readonly string[]; font: Font } {
  const base = fontOf(role, text);
  return {
    lines: breakLines(text, base, width, mostLines).map((line) => line.text),
    font: detail === 'full' ? base : larger(base, 19, base.weight),
  };
}

/** Far away a cell is a grey bar as large as its text; from the middle its first words, larger. */
function reduced(
  text: string,
  role: TypeRoleName,
  x: number,
  width: number,
  height: number,
  detail: 'titles' | 'blocks',
): SceneItem[] {
  if (detail === 'blocks')
    return [{ kind: 'rect', x: 0, y: 0, width, height: Math.max(14, height), fill: 'hair' }];
  const font = larger(fontOf(role, text), 19, fontOf(role, text).weight);
  const room = Math.max(1, Math.min(2, Math.floor((height + 4) / 22)));
  return breakLines(text, font, width - x, room).flatMap((line, index) =>
    textItems(line.text, x, 17 + index * 22, font, 'ink'),
  );
}

const insightText = 26;

/** An insight: rule at the left, sign of its kind, text, severity of a pain as gauge. */
export function drawInsight(insight: Insight, width: number, detail: Detail): Drawn {
  const { lines, font } = textBlock(insight.text, 'cell', width - insightText, 'full');
  const count = Math.max(1, lines.length);
  const textHeight = count * lineHeight + 4;
  const height = insight.severity === null ? textHeight : textHeight + 14;
  if (detail !== 'full')
    return { width, height, items: reduced(insight.text, 'cell', 12, width, height, detail) };
  const pain = insight.kind === 'pain';
  const items: SceneItem[] = [
    {
      kind: 'path',
      commands: [
        ['M', 0.5, 0],
        ['L', 0.5, height],
      ],
      stroke: { colour: pain ? 'ink' : 'line', width: pain ? 2 : 1 },
    },
    ...insightSign(insight),
    ...lines.flatMap((line, index) => textItems(line, insightText, 14 + index * lineHeight, font, 'ink')),
  ];
  if (insight.severity !== null)
    items.push(...barItems(insight.severity, insightText, count * lineHeight + 7));
  return { width, height, items };
}

function filled(commands: readonly PathCommand[]): SceneItem {
  return { kind: 'path', commands, fill: 'ink' };
}

function outlined(commands: readonly PathCommand[]): SceneItem {
  return { kind: 'path', commands, stroke: { colour: 'ink', width: 1.4 } };
}

function letter(text: string): SceneItem[] {
  return textItems(text, 16, 14.5, fontFor('cell-title', 'latin').font, 'ink', 'middle');
}

/** One ink sign a kind, in the column between rule and text. */
function insightSign({ kind }: Insight): SceneItem[] {
  switch (kind) {
    case 'pain':
      return [filled([['M', 11.5, 6], ['L', 20.5, 6], ['L', 16, 13.5], ['Z']])];
    case 'gain':
      return [filled([['M', 11.5, 13], ['L', 20.5, 13], ['L', 16, 5.5], ['Z']])];
    case 'thought':
    case 'quote':
      return letter('“');
    case 'question':
      return letter('?');
    case 'assumption':
      return letter('≈');
    case 'need':
      return [{ kind: 'circle', cx: 16, cy: 9.5, r: 3.7, stroke: { colour: 'ink', width: 1.4 } }];
    case 'idea':
      return [
        outlined([
          ['M', 16, 4.5],
          ['L', 16, 14.5],
          ['M', 11, 9.5],
          ['L', 21, 9.5],
          ['M', 12.6, 6.1],
          ['L', 19.4, 12.9],
          ['M', 19.4, 6.1],
          ['L', 12.6, 12.9],
        ]),
      ];
    case 'fact':
      return [{ kind: 'rect', x: 12.5, y: 6, width: 7, height: 7, fill: 'ink' }];
  }
}

/** An opportunity: a card with a 4 px ink edge, its title, impact, effort and status. */
export function drawOpportunity(
  opportunity: Opportunity,
  width: number,
  words: SceneWords,
  detail: Detail,
): Drawn {
  const x = 14;
  const { lines, font } = textBlock(opportunity.title, 'cell-title', width - x - 8, 'full');
  const count = Math.max(1, lines.length);
  const height = count * lineHeight + 28;
  if (detail === 'blocks')
    return { width, height, items: reduced(opportunity.title, 'cell-title', x, width, height, detail) };
  const frame: SceneItem[] = [
    { kind: 'rect', x: 0, y: 0, width, height, fill: 'card', stroke: { colour: 'ink', width: 1 } },
    { kind: 'rect', x: 0, y: 0, width: 4, height, fill: 'ink' },
  ];
  if (detail === 'titles') {
    return {
      width,
      height,
      items: [...frame, ...reduced(opportunity.title, 'cell-title', x, width - 8, height, detail)],
    };
  }
  const baseline = count * lineHeight + 18;
  const impact = opportunity.impact === null ? '' : `${words.impact} ${opportunity.impact}`;
  const effort = opportunity.effort === null ? '' : `${words.effort} ${opportunity.effort}`;
  const ownerFont = fontOf('owner', words.impact);
  const effortX = impact === '' ? x : x + measureText(impact, ownerFont) + 8;
  const status = words.opportunityStatus[opportunity.status];
  const items = [
    ...frame,
    ...lines.flatMap((line, index) => textItems(line, x, 18 + index * lineHeight, font, 'ink')),
    ...textItems(impact, x, baseline, ownerFont, 'ink-2'),
    ...textItems(effort, effortX, baseline, ownerFont, 'ink-2'),
    ...textItems(status, width - 8, baseline, fontOf('channel', status), 'ink-2', 'end'),
  ];
  return { width, height, items };
}

/** An action: a box (empty, half, ticked, struck), its title, owner and date. `today` marks what is late. */
export function drawAction(
  action: Action,
  width: number,
  words: SceneWords,
  detail: Detail,
  today: string | undefined,
): Drawn {
  const x = 24;
  const { lines, font } = textBlock(action.title, 'cell', width - x, 'full');
  const count = Math.max(1, lines.length);
  const late = isLate(action, today);
  const below = [action.owner, action.due === null ? '' : words.date(action.due), late ? words.overdue : '']
    .filter((text) => text !== '')
    .join(' · ');
  const height = count * lineHeight + (below === '' ? 4 : 20);
  if (detail === 'blocks')
    return { width, height, items: reduced(action.title, 'cell', x, width, height, detail) };
  const box = boxItems(action.status);
  if (detail === 'titles')
    return { width, height, items: [...box, ...reduced(action.title, 'cell', x, width, height, detail)] };
  const belowFont = fontOf('owner', below);
  const belowLine = fitLine(below, belowFont, width - x);
  return {
    width,
    height,
    items: [
      ...box,
      ...lines.flatMap((line, index) => textItems(line, x, 14 + index * lineHeight, font, 'ink')),
      ...(belowLine
        ? textItems(belowLine.text, x, count * lineHeight + 13, belowFont, late ? 'ink' : 'ink-3')
        : []),
    ],
  };
}

/** Whether an action is open on a day after the one it was due. */
export function isLate({ due, status }: Action, today: string | undefined): boolean {
  return today !== undefined && due !== null && due < today && (status === 'todo' || status === 'doing');
}

const boxSize = 13;

function boxItems(status: Action['status']): SceneItem[] {
  const x = 1;
  const y = 3;
  const frame: SceneItem = {
    kind: 'rect',
    x: x + 0.6,
    y: y + 0.6,
    width: boxSize - 1.2,
    height: boxSize - 1.2,
    fill: status === 'done' ? 'ink' : 'card',
    stroke: { colour: status === 'dropped' ? 'line' : 'ink', width: 1.2 },
  };
  switch (status) {
    case 'todo':
      return [frame];
    case 'doing':
      return [frame, { kind: 'rect', x: x + 3.5, y: y + 3.5, width: 6, height: 6, fill: 'ink' }];
    case 'done':
      return [
        frame,
        {
          kind: 'path',
          commands: [
            ['M', x + 3, y + 6.7],
            ['L', x + 5.6, y + 9.3],
            ['L', x + 10, y + 4],
          ],
          stroke: { colour: 'paper', width: 1.6 },
        },
      ];
    case 'dropped':
      return [
        frame,
        {
          kind: 'path',
          commands: [
            ['M', x + 3, y + 10],
            ['L', x + 10, y + 3],
          ],
          stroke: { colour: 'line', width: 1.4 },
        },
      ];
  }
}
