import { expect, it } from 'vitest';
import { fontFor } from '../../src/layout/measureText.ts';
import { moveItems, scaleItems } from '../../src/layout/scaleItems.ts';
import type { SceneItem } from '../../src/layout/scene.ts';

const { font } = fontFor('caps', 'latin');
const items: readonly SceneItem[] = [
  {
    kind: 'rect',
    x: 1,
    y: 2,
    width: 3,
    height: 4,
    radius: 2,
    stroke: { colour: 'ink', width: 1.5, dash: [4, 3] },
  },
  { kind: 'circle', cx: 1, cy: 2, r: 3, fill: 'card' },
  {
    kind: 'path',
    commands: [['M', 0, 1], ['L', 1, 2], ['Q', 1, 2, 3, 4], ['C', 1, 2, 3, 4, 5, 6], ['Z']],
    fill: 'ink',
  },
  { kind: 'text', x: 1, y: 2, text: 'GOAL', width: 30, font, fill: 'ink' },
  { kind: 'emoji', x: 1, y: 2, size: 13, cluster: '✅' },
  { kind: 'image', x: 1, y: 2, width: 3, height: 4, href: 'data:' },
  { kind: 'clip', box: { x: 0, y: 0, width: 5, height: 5 }, items: [{ kind: 'circle', cx: 1, cy: 1, r: 1 }] },
];

it('everything grows together: places, sizes, strokes, dashes, type', () => {
  expect(scaleItems(items, 2, 10, 20)).toEqual([
    {
      kind: 'rect',
      x: 12,
      y: 24,
      width: 6,
      height: 8,
      radius: 4,
      stroke: { colour: 'ink', width: 3, dash: [8, 6] },
    },
    { kind: 'circle', cx: 12, cy: 24, r: 6, fill: 'card' },
    {
      kind: 'path',
      commands: [['M', 10, 22], ['L', 12, 24], ['Q', 12, 24, 16, 28], ['C', 12, 24, 16, 28, 20, 32], ['Z']],
      fill: 'ink',
    },
    {
      kind: 'text',
      x: 12,
      y: 24,
      text: 'GOAL',
      width: 60,
      font: { ...font, size: 22, spacing: 2 * font.spacing },
      fill: 'ink',
    },
    { kind: 'emoji', x: 12, y: 24, size: 26, cluster: '✅' },
    { kind: 'image', x: 12, y: 24, width: 6, height: 8, href: 'data:' },
    {
      kind: 'clip',
      box: { x: 10, y: 20, width: 10, height: 10 },
      items: [{ kind: 'circle', cx: 12, cy: 22, r: 2 }],
    },
  ]);
});

it('moving changes places only', () => {
  expect(moveItems(moveItems(items, 5, 7), -5, -7)).toEqual(items);
});
