/** Lanes behind the line of visibility, and the blueprint lines between lanes (domain.md 2.6, look 5). */
import type { Lane, LaneKind } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import { fontFor, measureText, scriptOf } from './measureText.ts';
import { larger } from './lettering.ts';
import type { Detail, SceneItem } from './scene.ts';
import { ruleScale } from './sizes.ts';
import { textItems } from './textItems.ts';

export type BlueprintLine = 'interaction' | 'visibility' | 'internal';

/** Lanes behind the line of visibility stand on the second paper. */
export function isBehind(kind: LaneKind): boolean {
  return kind === 'backstage' || kind === 'support';
}

/** The lanes that each line parts: it lies under the last of those above it. */
const parted: readonly (readonly [BlueprintLine, Parted])[] = [
  [
    'interaction',
    {
      above: ['evidence', 'contact', 'customer-action'],
      below: ['frontstage', 'backstage', 'support'],
    },
  ],
  ['visibility', { above: ['frontstage'], below: ['backstage', 'support'] }],
  ['internal', { above: ['backstage'], below: ['support'] }],
];
interface Parted {
  readonly above: readonly LaneKind[];
  readonly below: readonly LaneKind[];
}

/**
 * The line on the lower edge of each lane that is shown: interaction under the last lane people take part in, visibility
 * under the last frontstage, internal interaction under the last backstage lane. None under the last lane.
 *
 * A line stays where the whole map has it, whichever lanes are hidden, and goes with the last of those that it parts.
 */
export function blueprintLinesOf(
  lanes: readonly Lane[],
  shown: readonly Lane[] = lanes,
): readonly (BlueprintLine | null)[] {
  const ids = new Set(shown.map(({ id }) => id));
  const isShown = ({ id }: Lane): boolean => ids.has(id);
  const lines = shown.map((): BlueprintLine | null => null);
  for (const [line, { above, below }] of parted) {
    const end = lanes.findLastIndex(({ kind }) => above.includes(kind)) + 1;
    const upper = lanes.slice(0, end);
    const over = upper.filter(({ kind }) => above.includes(kind));
    const under = lanes.slice(end).filter(({ kind }) => below.includes(kind));
    if (!over.some(isShown) || (under.length > 0 && !under.some(isShown))) continue;
    const at = upper.filter(isShown).length - 1;
    if (at < shown.length - 1) lines[at] ??= line;
  }
  return lines;
}

const dashes: Readonly<Record<BlueprintLine, readonly number[]>> = {
  interaction: [14, 4, 2, 4],
  visibility: [14, 4, 2, 4, 2, 4],
  internal: [2, 4],
};

/** The line itself, from the grid's left edge to its right one. */
export function blueprintItems(line: BlueprintLine, width: number, detail: Detail = 'full'): SceneItem[] {
  const scale = ruleScale[detail];
  return [
    {
      kind: 'path',
      commands: [
        ['M', 0, 0],
        ['L', width, 0],
      ],
      stroke: { colour: 'ink', width: 1.5 * scale, dash: dashes[line].map((length) => length * scale) },
    },
  ];
}

const labelX = 24;
const labelPad = 7;

/** Its name, on a patch of the papers above and below; a view may keep it at its left edge. */
export function blueprintLabel(
  line: BlueprintLine,
  above: 'paper' | 'paper-2',
  below: 'paper' | 'paper-2',
  words: SceneWords,
  detail: Detail,
): { readonly items: readonly SceneItem[]; readonly width: number } {
  // From afar no letter could be read.
  if (detail === 'blocks') return { items: [], width: 0 };
  const text = words.lines[line];
  const { font: base } = fontFor('caps', scriptOf(text));
  const font = detail === 'full' ? base : larger(base, 17, 600);
  // The last letter's spacing is not part of the word's look.
  const width = measureText(text, font) - font.spacing;
  const patch = { x: labelX - labelPad, width: width + 2 * labelPad, height: 8 };
  return {
    items: [
      { kind: 'rect', ...patch, y: -8, fill: above },
      { kind: 'rect', ...patch, y: 0, fill: below },
      ...textItems(text, labelX, font.size * 0.36, font, 'ink-2'),
    ],
    width: labelX + width + labelPad,
  };
}
