/**
 * Pins of moments of truth: the one red sign of the map, with the numeral of the moment. The numeral is measured here,
 * as all digits of the face are equally wide: the phone page draws pins and loads no tables of advances.
 */
import type { Moment } from '../model/journeyMap.ts';
import { typeRoles } from '../theme/type.ts';
import type { Font, PathCommand, SceneItem } from './scene.ts';

const numerals: Readonly<Record<Moment['kind'], string>> = {
  zero: '0',
  first: '1',
  second: '2',
  third: '3',
  other: '',
};
const { face, latin } = typeRoles['gauge-number'];
const numeralFont: Font = { face, script: 'latin', size: latin.size, weight: latin.weight, spacing: 0 };
/** Advance of a digit in that face and weight, thousandths of an em. */
const digitAdvance = 513;
const kindOrder = ['zero', 'first', 'second', 'third', 'other'] as const;

/** Moments in the order their pins stand: zero to third, then others by id. */
export function inPinOrder(moments: readonly Moment[]): readonly Moment[] {
  if (moments.length < 2) return moments;
  return moments.toSorted(
    (a, b) =>
      kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** A pin with its tip at (x, y), in a paper halo. Its head's radius is 9/26 of its height. */
export function pinItems(kind: Moment['kind'], x: number, y: number, height: number): SceneItem[] {
  const r = (height * 9) / 26;
  const cy = y - height + r;
  const commands = pinPath(x, y, cy, r);
  const items: SceneItem[] = [
    { kind: 'path', commands, stroke: { colour: 'paper', width: 4, join: 'round' } },
    { kind: 'path', commands, fill: 'signal' },
  ];
  const numeral = numerals[kind];
  if (numeral === '') return [...items, { kind: 'circle', cx: x, cy, r: r / 3, fill: 'on-signal' }];
  const font = height === 26 ? numeralFont : { ...numeralFont, size: (numeralFont.size * height) / 26 };
  const width = (digitAdvance * font.size) / 1000;
  const baseline = cy + font.size * 0.36;
  return [
    ...items,
    {
      kind: 'text',
      x: x - width / 2,
      y: baseline,
      text: numeral,
      width,
      font,
      fill: 'on-signal',
      align: 'middle',
    },
  ];
}

/** Round head and straight flanks down to the tip: four quarter arcs as Beziers, the lower ones cut by the flanks. */
function pinPath(x: number, tip: number, cy: number, r: number): PathCommand[] {
  const k = r * 0.5523;
  // Where the flanks leave the head: 40 degrees below its middle.
  const dx = r * 0.766;
  const dy = r * 0.643;
  return [
    ['M', x, tip],
    ['L', x - dx, cy + dy],
    ['C', x - r * 0.93, cy + r * 0.45, x - r, cy + r * 0.23, x - r, cy],
    ['C', x - r, cy - k, x - k, cy - r, x, cy - r],
    ['C', x + k, cy - r, x + r, cy - k, x + r, cy],
    ['C', x + r, cy + r * 0.23, x + r * 0.93, cy + r * 0.45, x + dx, cy + dy],
    ['Z'],
  ];
}
