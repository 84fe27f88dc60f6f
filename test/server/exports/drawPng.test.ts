import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { toPng } from '../../../server/exports/drawPng.ts';
import type { Scene, SceneGroup, SceneItem } from '../../../src/layout/scene.ts';
import { lookOf, sheetOf, sheetWith } from '../../support/exportSheet.ts';
import { templates } from '../../support/templates.ts';

async function drawn(scene: Scene, theme: 'light' | 'dark' = 'light', scale = 0.5) {
  const png = await toPng(scene, { theme, size: { scale }, ...(await lookOf(scene)) });
  return PNG.sync.read(Buffer.from(png));
}

type Picture = Awaited<ReturnType<typeof drawn>>;

/** In how many cells of 16 pixels two pictures differ. */
function cellsThatDiffer(a: Picture, b: Picture): number {
  const cells = new Set<number>();
  for (let i = 0; i < a.data.length; i += 4) {
    if (Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0)) < 24) continue;
    const [x, y] = [(i / 4) % a.width, Math.floor(i / 4 / a.width)];
    cells.add(Math.floor(y / 16) * 10_000 + Math.floor(x / 16));
  }
  return cells.size;
}

function without(scene: Scene, isLost: (group: SceneGroup, item: SceneItem) => boolean): Scene {
  const groups = scene.groups.map((group) => ({
    ...group,
    items: group.items.filter((item) => !isLost(group, item)),
  }));
  return { ...scene, groups };
}

describe('a PNG of a sheet', () => {
  it('has exactly the size asked for, by scale or by width', async () => {
    const scene = { ...sheetWith(), width: 201.3, height: 99.4 };
    const look = { theme: 'light', ...(await lookOf(scene)) } as const;
    const byScale = PNG.sync.read(Buffer.from(await toPng(scene, { ...look, size: { scale: 4 } })));
    expect([byScale.width, byScale.height]).toEqual([805, 398]);
    const byWidth = PNG.sync.read(Buffer.from(await toPng(scene, { ...look, size: { width: 777 } })));
    expect([byWidth.width, byWidth.height]).toEqual([777, 384]);
    await expect(toPng(scene, { ...look, size: { width: 100_000 } })).rejects.toThrow(RangeError);
  });

  it('is transparent where nothing is drawn when it has no ground', async () => {
    const scene = sheetWith({ kind: 'rect', x: 0, y: 0, width: 10, height: 10, fill: 'signal' });
    const png = await toPng(scene, {
      theme: 'light',
      background: false,
      size: { scale: 1 },
      ...(await lookOf(scene)),
    });
    const { data } = PNG.sync.read(Buffer.from(png));
    expect([...data.subarray(0, 4)]).toEqual([196, 48, 26, 255]);
    expect(data[data.length - 1]).toBe(0);
  });

  it('has no dark edges without a ground: where little of a colour shows, it is still that colour', async () => {
    const scene = sheetWith({ kind: 'circle', cx: 50, cy: 50, r: 40, fill: 'signal' });
    const look = { ...(await lookOf(scene)), background: false, size: { scale: 1 } } as const;
    const { data } = PNG.sync.read(Buffer.from(await toPng(scene, { theme: 'light', ...look })));
    const shining = Array.from({ length: data.length / 4 }, (_, at) => [
      ...data.subarray(4 * at, 4 * at + 4),
    ]);
    const clear = shining.filter(([, , , shown = 0]) => shown > 40 && shown < 255);
    expect(clear.length).toBeGreaterThan(50);
    // 196, 48, 26, as far as few steps can tell.
    for (const [red = 0, green = 0, blue = 0] of clear)
      expect(Math.abs(red - 196) + Math.abs(green - 48) + Math.abs(blue - 26)).toBeLessThan(15);
  });

  it('has no seam where strips meet', async () => {
    const line: SceneItem = {
      kind: 'path',
      commands: [
        ['M', 0, 0],
        ['L', 3000, 3000],
      ],
      stroke: { colour: 'ink', width: 4 },
    };
    const scene = { ...sheetWith(), width: 3000, height: 3000 };
    const box = { x: 0, y: 0, width: 3000, height: 3000 };
    const [group] = scene.groups;
    if (!group) throw new Error('no group');
    const { data, width } = await drawn({ ...scene, groups: [{ ...group, box, items: [line] }] }, 'light', 1);
    for (let at = 1; at < 2999; at += 1) expect(data[(at * width + at) * 4]).toBeLessThan(60);
  });

  for (const { name, map } of templates) {
    it(`${name}: a layer that is lost is seen`, async () => {
      const sheet = sheetOf(map);
      const whole = await drawn(sheet);
      const arrows = await drawn(without(sheet, ({ role }) => role === 'link'));
      expect(cellsThatDiffer(whole, arrows)).toBeGreaterThan(map.links.length);
      const texts = await drawn(without(sheet, (_, item) => item.kind === 'text'));
      expect(cellsThatDiffer(whole, texts)).toBeGreaterThan(4 * map.touchpoints.length);
      const dark = await drawn(sheet, 'dark');
      expect([...dark.data.subarray(0, 3)]).toEqual([14, 24, 33]);
    });
  }
});
