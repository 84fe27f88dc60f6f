/** A glimpse shows what the first picture of the same map will show, at the same place. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawGlimpse } from '../../src/glimpse/drawGlimpse.ts';
import type { Glimpse, GlimpseWish } from '../../src/glimpse/glimpse.ts';
import { RecordedPath, recordCalls } from '../../src/glimpse/recordCalls.ts';
import { isLate } from '../../src/layout/drawCells.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { Action } from '../../src/model/journeyMap.ts';
import { Pen } from '../../src/paint/pen.ts';
import { palettes } from '../../src/theme/colours.ts';
import { isAmong, sameDays } from '../../src/glimpse/sameDays.ts';
import { templates } from '../support/templates.ts';

const wish: GlimpseWish = { width: 1440, height: 800, theme: 'light' };
const today = '2026-01-01';
beforeAll(() => void Object.assign(globalThis, { Path2D: RecordedPath }));

const textsOf = ({ calls }: Glimpse): readonly unknown[] =>
  calls.flatMap(([name, text]) => (name === 'fillText' ? [text] : []));

describe('a glimpse', () => {
  it.each(templates.map(({ name, map }) => [name, map] as const))(
    '%s: a click selects every card in view where the canvas has it',
    (_name, map) => {
      const { boxes } = drawGlimpse(map, wish, today);
      const layout = layoutMap(map, layoutOptionsFor(map));
      const found = new Map(boxes.map(([id, ...box]) => [id, box]));
      expect(found.size).toBe(boxes.length);
      for (const { id, x, y, width, height } of layout.cards.values()) {
        const isInView = x * 0.8 < wish.width - 146 && y * 0.8 < wish.height - 68;
        const expected = isInView ? [x * 0.8 + 146, y * 0.8 + 68, width * 0.8, height * 0.8] : undefined;
        expect(found.get(id), id).toEqual(expected?.map((px) => expect.closeTo(px, 1)));
      }
    },
  );

  it.each(templates.map(({ name, map }) => [name, map] as const))(
    '%s: has the letters of its stages, the numbers of its lanes and the words of its cards',
    (_name, map) => {
      const texts = textsOf(drawGlimpse(map, { ...wish, width: 3840, height: 3840 }, today));
      for (const letter of ['A', 'B', '1', '2']) expect(texts).toContain(letter);
      expect(texts.join('')).toContain(map.touchpoints[0]?.title.slice(0, 2));
    },
  );

  it('wears the theme that was asked for', () => {
    const { map } = templates[0] ?? {};
    if (!map) throw new Error('no templates');
    for (const theme of ['light', 'dark'] as const) {
      const other = palettes[theme === 'light' ? 'dark' : 'light'];
      const fills = drawGlimpse(map, { ...wish, theme }, today).calls.flatMap(([name, value]) =>
        name === 'fillStyle=' ? [value] : [],
      );
      expect(fills).toContain(palettes[theme].paper);
      expect(fills).not.toContain(other.paper);
    }
  });

  it('leaves the context as it found it', () => {
    const { map } = templates[0] ?? {};
    if (!map) throw new Error('no templates');
    const { calls } = drawGlimpse(map, wish, today);
    const count = (wanted: string) => calls.filter(([name]) => name === wanted).length;
    expect(count('save')).toBeGreaterThan(2);
    expect(count('restore')).toBe(count('save'));
  });
});

describe('the days on which a map looks the same', () => {
  const days = fc.integer({ min: 0, max: 40 }).map((day) => `2026-01-${String(day).padStart(2, '0')}`);
  const statuses = fc.constantFrom('todo', 'doing', 'done', 'dropped');

  it('are those on which the same actions are late, and no others beside them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(days, statuses)), days, days, (given, today, other) => {
        const actions = given.map(([due, status]) => ({ due, status }) as Action);
        const lateOn = (day: string) => actions.map((action) => isLate(action, day));
        const isSame = JSON.stringify(lateOn(today)) === JSON.stringify(lateOn(other));
        expect(isAmong(sameDays({ actions }, today), other)).toBe(isSame);
      }),
    );
  });
});

describe('a recording', () => {
  it('says what was called and set, in order, paths where they are drawn, in hundredths', () => {
    const { context, calls } = recordCalls();
    const path = new Path2D();
    path.moveTo(1 / 3, 2);
    path.lineTo(3, 4);
    path.closePath();
    new Pen(context, 'light').fillAndStroke(
      { fill: '#123456', stroke: { colour: '#654321', width: 1.5 }, rule: 'evenodd' },
      path,
    );
    context.fillText('text', 1.006, 2);
    const drawn = [['beginPath'], ['moveTo', 0.33, 2], ['lineTo', 3, 4], ['closePath']];
    expect(calls).toEqual([
      ['fillStyle=', '#123456'],
      ...drawn,
      ['fill', 'evenodd'],
      ['strokeStyle=', '#654321'],
      ['lineWidth=', 1.5],
      ['setLineDash', []],
      ['lineCap=', 'butt'],
      ['lineJoin=', 'miter'],
      ...drawn,
      ['stroke'],
      ['fillText', 'text', 1.01, 2],
    ]);
  });
});
