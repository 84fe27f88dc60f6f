/** The stages under the overview's profile: ruler, letters, names. */
import { moveItems } from '../layout/scaleItems.ts';
import type { SceneItem } from '../layout/scene.ts';
import { stageLetter } from '../model/address.ts';
import type { Stage } from '../model/journeyMap.ts';
import { rulerHeight, type Frame } from './slideFrame.ts';
import { oneLine, textBlock, widthOf, type TextBlock } from './slideText.ts';

export interface StageColumns {
  /** The ruler's upper edge is y 0. */
  readonly items: readonly SceneItem[];
  readonly height: number;
  /** x of the edges of the stages. */
  readonly rules: readonly number[];
}

/** Narrower columns have letters alone. */
const leastNamed = 84;
const sizes = { letter: 40, leastLetter: 13, each: 0.42 } as const;

export function stageColumns(stages: readonly Stage[], { left, right }: Frame): StageColumns {
  const column = (right - left) / stages.length;
  const size = Math.min(sizes.letter, Math.max(sizes.leastLetter, column * sizes.each));
  const letter = { size, serif: true };
  // Letters wider than their column stand over every second stage, or third.
  const widest = Math.max(...stages.map((_, index) => widthOf(stageLetter(index), letter)));
  const every = Math.ceil((widest + 6) / column);
  const names = stages.map(({ name }): TextBlock | null =>
    column < leastNamed ? null : nameBlock(name, column - 14),
  );
  const nameTop = rulerHeight + 16 + size * 0.86;
  return {
    items: [
      ...stages.flatMap((_, index): SceneItem[] => {
        const x = left + index * column;
        const bar = { kind: 'rect', x, y: 0, width: column, height: rulerHeight } as const;
        const baseline = rulerHeight + 10 + size * 0.78;
        return [
          { ...bar, fill: index % 2 === 0 ? 'ink' : 'card' },
          ...(index % every === 0 ? oneLine(stageLetter(index), x + 4, baseline, letter) : []),
          ...moveItems(names[index]?.items ?? [], x + 4, nameTop),
        ];
      }),
      {
        kind: 'rect',
        x: left + 0.625,
        y: 0.625,
        width: right - left - 1.25,
        height: rulerHeight - 1.25,
        stroke: { colour: 'ink', width: 1.25 },
      },
    ],
    height: nameTop + Math.max(0, ...names.map((block) => block?.height ?? 0)),
    rules: Array.from({ length: stages.length + 1 }, (_, index) => left + index * column),
  };
}

/** As large as it is whole. */
function nameBlock(name: string, width: number): TextBlock {
  const forms = [
    { size: 20, lines: 2 },
    { size: 18, lines: 2 },
    { size: 16, lines: 3 },
  ] as const;
  const form = forms.find(({ size, lines }) => fits(name, size, width, lines)) ?? forms[2];
  return textBlock(name, { size: form.size, serif: true }, width, form.lines);
}

/** Whole, and no word broken. */
function fits(name: string, size: number, width: number, lines: number): boolean {
  const look = { size, serif: true };
  const longest = Math.max(0, ...name.split(/\s+/u).map((word) => widthOf(word, look)));
  return textBlock(name, look, width, lines).isWhole && (longest <= width || /\p{Script=Han}/u.test(name));
}
