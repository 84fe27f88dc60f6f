/** A sieve of the funnel lane: its body with the mesh, how many come and get through, bar and percent. */
import type { SieveMember } from '../analysis/sieve.ts';
import { plain, type SceneWords } from '../words/scene.ts';
import type { Drawn } from './drawn.ts';
import { fontOf, larger } from './lettering.ts';
import { fontFor, measureText } from './measureText.ts';
import type { Detail, SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';

const bar = { width: 96, height: 7 } as const;
const funnelWidth = 26;

/** A sieve: its body with the mesh, "306 → 214", a bar, percent. Side members are dashed. */
export function drawSieve(member: SieveMember, isSide: boolean, words: SceneWords, detail: Detail): Drawn {
  const counts = [member.reached, member.passed]
    .filter((count) => count !== null)
    .map((count) => plain(count, 0));
  const title = counts.join(' → ');
  const titleFont = fontFor('cell-title', 'latin').font;
  const percent =
    member.share === null ? words.notRated : words.percent(Math.round(member.share * 1000) / 1000);
  const below = member.share === null ? percent : words.getThrough(`${member.derived ? '≈ ' : ''}${percent}`);
  const belowFont = fontOf('owner', below);
  const x = funnelWidth + 10;
  const large = larger(titleFont, 19, 600);
  const largeTitle = title === '' ? percent : title;
  const width = x + Math.max(bar.width, measureText(largeTitle, large), measureText(below, belowFont));
  const items: SceneItem[] = [...sieveItems(member.share, isSide)];
  if (detail === 'blocks') return { width, height: 46, items };
  if (detail === 'titles') {
    items.push(...textItems(largeTitle, x, 29, large, 'ink'));
    return { width, height: 46, items };
  }
  items.push(...textItems(title, x, 12, titleFont, 'ink'));
  if (member.share !== null) {
    items.push(
      {
        kind: 'rect',
        x: x + 0.5,
        y: 19.5,
        width: bar.width - 1,
        height: bar.height - 1,
        stroke: { colour: 'ink', width: 1 },
      },
      {
        kind: 'rect',
        x,
        y: 19,
        width: bar.width * Math.min(1, Math.max(0, member.share)),
        height: bar.height,
        fill: 'ink',
      },
    );
  }
  items.push(...textItems(below, x, 40, belowFont, 'ink-2'));
  return { width, height: 46, items };
}

/** The body narrows to the share that passes; 44 high. */
export function sieveItems(share: number | null, isSide: boolean): SceneItem[] {
  const height = 40;
  const middle = 22;
  const out = (height / 2) * Math.min(1, Math.max(0.08, share ?? 1));
  const body: SceneItem = {
    kind: 'path',
    commands: [
      ['M', 1, middle - height / 2],
      ['L', 13, middle - height / 2],
      ['L', 17, middle - out],
      ['L', funnelWidth, middle - out],
      ['L', funnelWidth, middle + out],
      ['L', 17, middle + out],
      ['L', 13, middle + height / 2],
      ['L', 1, middle + height / 2],
      ['Z'],
    ],
    fill: 'card',
    stroke:
      isSide || share === null ? { colour: 'ink', width: 1.25, dash: [4, 3] } : { colour: 'ink', width: 1.5 },
  };
  const mesh: SceneItem = {
    kind: 'path',
    commands: [
      ['M', 15, 0],
      ['L', 15, 44],
    ],
    stroke: { colour: 'line', width: 2, dash: [3, 2.5] },
  };
  return share === null ? [body] : [body, mesh];
}
