/**
 * The sheet that the browser prints, judged as a picture in greys (U52): every line of text, the curve, cards, links and
 * the rules between lanes keep their contrast to what is really under them. Drawn on white, with and without a kind of
 * thing: where the two pictures differ, that kind is, and the second says what it lies on.
 */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { itemBox } from '../../src/export/itemBox.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import { toSvg } from '../../src/export/svg.ts';
import type { Box, Scene, SceneGroup, SceneItem } from '../../src/layout/scene.ts';
import { drawSvg } from '../support/drawSvg.ts';
import { templates } from '../support/templates.ts';

/** Pixels a unit: with these, thin strokes of small letters fill some of them whole; shapes are larger. */
const forTexts = 1.5;
const forShapes = 1;

interface Greys {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Luminance of each pixel on white paper, 0 to 1 (WCAG 2.2, relative luminance). */
  readonly light: Float32Array;
}

const linear = Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

async function draw(scene: Scene, groups: readonly SceneGroup[], scale: number): Promise<Greys> {
  const view = { x: 0, y: 0, width: scene.width, height: scene.height };
  const part = { view, width: scale * scene.width, height: scale * scene.height };
  const svg = toSvg({ ...scene, groups }, { theme: 'light', background: false, part });
  const { width, height, data } = PNG.sync.read(Buffer.from(await drawSvg(svg)));
  const light = new Float32Array(width * height);
  for (let at = 0; at < light.length; at += 1) {
    const alpha = (data[4 * at + 3] ?? 0) / 255;
    const of = (channel: number) =>
      linear[Math.round((data[4 * at + channel] ?? 0) * alpha + 255 * (1 - alpha))] ?? 1;
    light[at] = 0.2126 * of(0) + 0.7152 * of(1) + 0.0722 * of(2);
  }
  return { scale, width, height, light };
}

/** The strongest contrast inside a box between a picture and the same without something. */
function contrastIn(box: Box, all: Greys, without: Greys): number {
  const { scale } = all;
  let most = 1;
  const [fromX, fromY] = [Math.max(0, Math.floor(box.x * scale)), Math.max(0, Math.floor(box.y * scale))];
  const toX = Math.min(all.width, Math.ceil((box.x + box.width) * scale));
  const toY = Math.min(all.height, Math.ceil((box.y + box.height) * scale));
  for (let y = fromY; y < toY; y += 1)
    for (let x = fromX; x < toX; x += 1) {
      const at = y * all.width + x;
      const [a, b] = [all.light[at] ?? 1, without.light[at] ?? 1];
      most = Math.max(most, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
    }
  return most;
}

interface Line {
  readonly text: string;
  readonly box: Box;
}

function linesOf({ origin, items }: SceneGroup): Line[] {
  const visit = (item: SceneItem): Line[] => {
    if (item.kind === 'clip') return item.items.flatMap(visit);
    if (item.kind !== 'text' || !/[\p{L}\p{N}]/u.test(item.text)) return [];
    const box = itemBox(item);
    return [{ text: item.text, box: { ...box, x: origin.x + box.x, y: origin.y + box.y } }];
  };
  return items.flatMap(visit);
}

function withoutTexts(groups: readonly SceneGroup[]): SceneGroup[] {
  const strip = (items: readonly SceneItem[]): SceneItem[] =>
    items.flatMap((item) => {
      if (item.kind === 'text') return [];
      return [item.kind === 'clip' ? { ...item, items: strip(item.items) } : item];
    });
  return groups.map((group) => ({ ...group, items: strip(group.items) }));
}

describe.each(['saas-onboarding-blueprint.en', 'home-decoration.zh'])('%s printed in greys (U52)', (name) => {
  const map = templates.find((template) => template.name === name)?.map;
  if (!map) throw new Error(`no template ${name}`);
  const options = chooseOptions({ content: 'map', theme: 'light', paper: 'A4' });
  const sheets = layoutSheets(map, options);
  const [sheet] = sheets;

  it('has every line of text at 4.5 to 1', async () => {
    const all = await draw(sheet, sheet.groups, forTexts);
    const bare = await draw(sheet, withoutTexts(sheet.groups), forTexts);
    const lines = sheet.groups.flatMap(linesOf);
    expect(lines.length).toBeGreaterThan(100);
    const faint = lines.map(({ text, box }) => ({ text, contrast: contrastIn(box, all, bare) }));
    expect(faint.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });

  it('has every curve, card, link and blueprint line at 3 to 1', async () => {
    const all = await draw(sheet, sheet.groups, forShapes);
    const shapes = ['emotion-curve', 'touchpoint', 'link', 'blueprint-line'] as const;
    for (const role of shapes) {
      const of = sheet.groups.filter((group) => group.role === role);
      const others = sheet.groups.filter((group) => group.role !== role);
      const missing = await draw(sheet, others, forShapes);
      const weak = of.map(({ id, box }) => ({ id, contrast: contrastIn(box, all, missing) }));
      expect(weak.filter(({ contrast }) => contrast < 3)).toEqual([]);
    }
  });
});
