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

/**
 * The line on the lower edge of each lane: interaction under the last lane people take part in, visibility
 * under the last frontstage, internal interaction under the last backstage lane. None under the last lane.
 */
export function blueprintLinesOf(lanes: readonly Lane[]): readonly (BlueprintLine | null)[] {
  const last = (...kinds: readonly LaneKind[]): number =>
    lanes.findLastIndex((lane) => kinds.includes(lane.kind));
  const interaction = last('evidence', 'contact', 'customer-action');
  const visibility = last('frontstage');
  const internal = last('backstage');
  return lanes.map((_, index) => {
    if (index === lanes.length - 1) return null;
    if (index === interaction) return 'interaction';
    if (index === visibility) return 'visibility';
    return index === internal ? 'internal' : null;
  });
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
