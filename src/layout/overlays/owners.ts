/**
 * Whose work each card is: every owner (a team where no person is named) has an ink, a pattern and a number, in the
 * order in which the journey meets them. Ink and pattern repeat after 25 owners, the number never. Nobody's work is dashed.
 */
import type { JourneyMap, Touchpoint } from '../../model/journeyMap.ts';
import { inSequence } from '../../model/sequence.ts';
import type { ColourRole } from '../../theme/colours.ts';
import type { Detail, SceneItem } from '../scene.ts';
import { ruleScale } from '../sizes.ts';
import { edge, figure, hatched, rect, ruled, weave } from './blocks.ts';
import type { Block, Figures, LegendKey } from './figures.ts';

const inks: readonly ColourRole[] = ['persona-3', 'persona-1', 'persona-2', 'persona-5', 'persona-4'];
/** More are told by their number on the card and its owner's name there. */
const mostKeys = 24;

interface Owner {
  readonly number: number;
  readonly name: string;
  count: number;
}

export function ownerFigures(map: JourneyMap): Figures {
  const owners = new Map<string, Owner>();
  const all = inSequence(map);
  const blocks = new Map<string, Block>();
  let unowned = 0;
  for (const touchpoint of all) {
    const name = ownerOf(touchpoint);
    if (name === '') {
      unowned++;
      blocks.set(touchpoint.id, nobody);
      continue;
    }
    const owner = owners.get(name) ?? { number: owners.size + 1, name, count: 0 };
    owner.count++;
    owners.set(name, owner);
    blocks.set(touchpoint.id, ownerBlock(owner));
  }
  const listed = [...owners.values()];
  return {
    blocks,
    others: 'empty',
    legend: (words) => ({
      keys: [
        ...listed.slice(0, mostKeys).map((owner): LegendKey => ({
          sample: ownerBlock(owner).draw(36, 34, 'full'),
          name: owner.name,
          note: String(owner.count),
        })),
        ...(unowned > 0
          ? [{ sample: nobody.draw(36, 34, 'full'), name: words.owners.nobody, note: String(unowned) }]
          : []),
      ],
      note: listed.length > mostKeys ? words.owners.more(listed.length - mostKeys) : '',
      rests: words.owners.rests(all.length - unowned, all.length, listed.length),
    }),
  };
}

function ownerOf({ owner, team }: Touchpoint): string {
  return owner.trim() || team.trim();
}

const nobody: Block = {
  key: 'nobody',
  says: (words) => words.owners.nobody,
  draw: (width, height, detail) => {
    const scale = ruleScale[detail];
    const inset = 4 * scale;
    return [
      rect({ x: 0, y: 0, width, height }, 'card'),
      {
        kind: 'rect',
        x: inset,
        y: inset,
        width: width - 2 * inset,
        height: height - 2 * inset,
        stroke: { colour: 'ink', width: 1.5 * scale, dash: [4 * scale, 3 * scale] },
      },
      ...figure('?', width, height, detail, true),
      ...edge(width, height, detail),
    ];
  },
};

function ownerBlock({ number, name }: Pick<Owner, 'number' | 'name'>): Block {
  return {
    key: `owner ${number} ${name}`,
    says: () => name,
    draw: (width, height, detail) => [
      ...patternOf(number - 1, width, height, detail),
      ...figure(String(number), width, height, detail),
    ],
  };
}

/** The first five differ in ink and pattern; each further five have the inks with the next pattern. */
function patternOf(index: number, width: number, height: number, detail: Detail): SceneItem[] {
  const ink = inks[index % inks.length] ?? 'ink';
  const box = { x: 0, y: 0, width, height };
  const { step, width: thick } = weave[detail];
  const stroke = { colour: ink, width: 1.4 * thick };
  const ground = rect(box, 'card');
  switch ((index + Math.floor(index / inks.length)) % 5) {
    case 0:
      return [rect(box, ink)];
    case 1:
      return [ground, ...hatched(box, step, stroke)];
    case 2:
      return [ground, ...ruled(box, step, stroke, false)];
    case 3:
      return [ground, ...ruled(box, step, stroke, true)];
    default:
      return [ground, ...ruled(box, step * 1.4, stroke, true), ...ruled(box, step * 1.4, stroke, false)];
  }
}
