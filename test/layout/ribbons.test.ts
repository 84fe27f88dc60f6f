import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { apart, drawRibbons } from '../../src/layout/ribbons.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { templates } from '../support/templates.ts';

const wishes = fc
  .array(fc.double({ min: -300, max: 300, noNaN: true }), { maxLength: 12 })
  .map((list) => list.toSorted((a, b) => a - b));

function ribbonsOf(map: JourneyMap) {
  const layout = layoutMap(map, { ...layoutOptionsFor(map), ribbons: drawRibbons });
  return layout.groups.filter(({ id }) => id.startsWith('ribbon.'));
}

/** Nine personas of which the last is one too many. */
function crowd(): JourneyMap {
  const personas = Array.from({ length: 9 }, (_, index) => ({ id: `p${index}`, name: `Persona ${index}` }));
  return buildMap({
    personas,
    lanes: [
      { id: 'l1', name: 'Touchpoints', kind: 'contact' },
      { id: 'l2', name: 'Emotion', kind: 'emotion' },
    ],
    stages: [{ id: 's1', name: 'One' }],
    touchpoints: [0.1, 0.5, 0.9].map((t, index) => ({
      id: `t${index}`,
      title: 'Same for all',
      stageId: 's1',
      laneId: 'l1',
      t,
      emotion: 1,
    })),
  });
}

describe('ribbons', () => {
  it('keep their distance, move as little as they must, and stay where there is room (law)', () => {
    fc.assert(
      fc.property(wishes, fc.double({ min: 0.1, max: 20, noNaN: true }), (wished, distance) => {
        const places = apart(wished, distance);
        for (const [index, place] of places.entries()) {
          const before = places[index - 1];
          if (before !== undefined) expect(place - before).toBeGreaterThanOrEqual(distance - 1e-6);
        }
        const isFree = wished.every(
          (wish, index) => index === 0 || wish - (wished[index - 1] ?? 0) > distance,
        );
        if (isFree)
          for (const [index, place] of places.entries()) expect(place).toBeCloseTo(wished[index] ?? 0, 6);
        const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
        expect(sum(places)).toBeCloseTo(sum(wished), 4);
      }),
    );
  });

  it('are eight personas and everyone; those who feel the same lie side by side', () => {
    const groups = ribbonsOf(crowd());
    expect(groups).toHaveLength(9);
    expect(groups.some(({ recordId }) => recordId === 'p8')).toBe(false);
    const heights = groups.map(({ items }) => {
      const path = items.find((item) => item.kind === 'path' && item.stroke?.colour !== 'ink-2');
      return path?.kind === 'path' && path.commands[0]?.[0] === 'M' ? path.commands[0][2] : 0;
    });
    const sorted = heights.toSorted((a, b) => a - b);
    for (const [index, height] of sorted.entries())
      if (index > 0) expect(height - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(7);
  });

  it('are told apart without colour: no two have ink, dash, marker and hollowness in common', () => {
    const looks = ribbonsOf(crowd()).map(({ items }) =>
      JSON.stringify(
        items.flatMap((item): unknown[] =>
          item.kind === 'path' && item.stroke?.dash
            ? [item.stroke.dash, item.stroke.width]
            : [item.kind, item.kind === 'path' ? item.stroke?.width : null],
        ),
      ),
    );
    expect(new Set(looks).size).toBe(looks.length);
  });

  it.each([...templates])('are drawn for the curves of $name, which keep their true points', ({ map }) => {
    const options = layoutOptionsFor(map);
    const lines = layoutMap(map, options);
    const compared = layoutMap(map, { ...options, ribbons: drawRibbons }, lines);
    expect(compared.curves).toEqual(lines.curves);
    expect(ribbonsOf(map).length).toBe(
      lines.curves.filter(({ laneId }) => laneId === lines.curves[0]?.laneId).length,
    );
    expect(compared.groups.some(({ id }) => id.startsWith('points.'))).toBe(false);
  });
});

describe('the journey of one persona', () => {
  it.each([...templates])(
    'leads in $name: cards show what they feel, the area lies under their curve',
    ({ map }) => {
      const persona = map.personas.at(-1);
      if (!persona) throw new Error('no persona');
      const options = layoutOptionsFor(map);
      const base = layoutMap(map, options);
      const led = layoutMap(map, { ...options, lead: persona.id }, base);
      expect(led.groups.find(({ id }) => id.startsWith('area.'))?.title).toBe(persona.name);
      // Back again it is what it was, drawn from the same layout on.
      expect(layoutMap(map, { ...options, lead: null }, led).groups.map(({ items }) => items)).toEqual(
        base.groups.map(({ items }) => items),
      );
      const own = map.touchpoints.find(({ id, byPersona, emotion }) => {
        const felt = byPersona[persona.id]?.emotion;
        return (
          typeof felt === 'number' &&
          felt !== emotion &&
          byPersona[persona.id]?.skipped !== true &&
          base.cards.has(id)
        );
      });
      if (own) expect(led.groupOf.get(own.id)?.items).not.toEqual(base.groupOf.get(own.id)?.items);
    },
  );
});
