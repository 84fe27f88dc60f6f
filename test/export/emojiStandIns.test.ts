import { describe, expect, it } from 'vitest';
import { readEmojiPictures } from '../../server/exports/emojiFiles.ts';
import { readWithStandIns } from '../../src/export/emojiStandIns.ts';
import { itemBox } from '../../src/export/itemBox.ts';

const made = (...clusters: readonly string[]) => readWithStandIns(new Set(clusters), readEmojiPictures);
const boxes = async (cluster: string) => ((await made(cluster)).get(cluster) ?? []).map(itemBox);

describe('emoji that the set of pictures lacks', () => {
  it('are shapes all the same: every flag, pointing hands, people together, nations', async () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x1f1e6 + index));
    const flags = letters.flatMap((first) => letters.map((second) => first + second));
    const others = ['👉', '👉🏽', '👪', '👫', '👫🏽', '👬', '👭', '💏', '💑', '👨‍👩‍👧‍👦', '👩🏻‍❤️‍👨🏿', '🧑🏽‍🤝‍🧑🏿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'];
    const pictures = await made(...flags, ...others);
    expect([...flags, ...others].filter((cluster) => !pictures.has(cluster))).toEqual([]);
    const drawn = flags.map((cluster) => JSON.stringify(pictures.get(cluster)));
    expect(new Set(drawn).size).toBe(flags.length);
  });

  it('stay inside of their box', async () => {
    for (const cluster of ['🇨🇳', '🇼🇶', '👉', '👨‍👩‍👧‍👦', '👫'])
      for (const { x, y, width, height } of await boxes(cluster)) {
        expect(Math.min(x, y), cluster).toBeGreaterThan(-1.05);
        expect(Math.max(x + width, y + height), cluster).toBeLessThan(2.05);
      }
  });

  it('point to the right where the set points to the left', async () => {
    const [left, right] = [await boxes('👈'), await boxes('👉')];
    expect(right).toHaveLength(left.length);
    left.forEach(({ x, width }, index) => expect(right[index]?.x).toBeCloseTo(1 - x - width));
  });

  it('are asked for part by part, and stay missing where nothing of the set can be had', async () => {
    const asked: string[][] = [];
    const pictures = await readWithStandIns(new Set(['👨‍👩‍👦', '✅']), (clusters) => {
      asked.push([...clusters]);
      return Promise.resolve(new Map([['✅', []]]));
    });
    expect([...pictures.keys()]).toEqual(['✅']);
    expect(asked).toEqual([
      ['👨‍👩‍👦', '✅'],
      ['👨', '👩', '👦'],
    ]);
  });
});
