/** The scale of the sieve: three calipers at half their true height, as its width is a logarithm (look-more, "Calipers"). */
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import { textLine } from './pieces.ts';
import type { Flow } from '../analysis/sieveFlow.ts';

const tallest = 146;
const jaw = 8;

export function calipers(flow: Flow): {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
} {
  const top = Math.floor(Math.log10(Math.max(flow.largest, 1)));
  const powers = [top, top - 1, top - 2].filter((power) => power >= 1);
  const stroke = { colour: 'ink-2', width: 1.25 } as const;
  const items = powers.flatMap((power, index): readonly SceneItem[] => {
    const half = (flow.heightOf(10 ** power) * tallest) / 4;
    const x = 10 + index * 25;
    return [
      line(x, 37 - half, x, 37 + half, stroke),
      line(x - jaw / 2, 37 - half, x + jaw / 2, 37 - half, stroke),
      line(x - jaw / 2, 37 + half, x + jaw / 2, 37 + half, stroke),
      ...textLine(short(10 ** power), x, 88, { size: 10.5, fill: 'ink-2', align: 'middle' }),
    ];
  });
  return { width: 84, height: 92, items };
}

/** "10k", "100". */
function short(count: number): string {
  if (count >= 1_000_000) return `${count / 1_000_000}M`;
  return count >= 1000 ? `${count / 1000}k` : String(count);
}
