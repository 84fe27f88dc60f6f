import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotoneCubic } from '../../src/analysis/monotoneCubic.ts';
import { between, heightAt, labelsOfLane, type ShownCurve } from '../../src/canvas/labelsOfLane.ts';
import { labelSizes, placeEndLabels, type LabelWish } from '../../src/canvas/placeEndLabels.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { Box } from '../../src/layout/scene.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';
import { templates } from '../support/templates.ts';

const room = { right: 1000, top: 0, bottom: 220, kept: [], lines: [] };
const label = (y: number): LabelWish => ({ width: 90, brief: 38, y });
const middles = (labels: readonly LabelWish[], kept: readonly Box[] = []) =>
  placeEndLabels(labels, { ...room, kept })?.places.map(({ y }) => y);

/** The boxes of placed labels. */
function boxesOf(
  labels: readonly LabelWish[],
  found: ReturnType<typeof placeEndLabels>,
  right: number,
): Box[] {
  if (!found) return [];
  const { height } = labelSizes[found.isTight ? 'tight' : 'roomy'];
  return found.places.map(({ offset, y }, index) => {
    const width = (found.isBrief ? labels[index]?.brief : labels[index]?.width) ?? 0;
    return { x: right - offset - width, y: y - height / 2, width, height };
  });
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('end labels', () => {
  it('stand at the height of their curves and move apart in their order', () => {
    expect(middles([label(50.5), label(150.5)])).toEqual([50.5, 150.5]);
    expect(middles([label(101), label(99)])).toEqual([110.5, 89.5]);
    expect(middles([label(300), label(-20)])).toEqual([210.5, 9.5]);
  });

  it('leave what must be seen free: below it, aside of it, or as samples of their lines', () => {
    const end = { x: 950, y: 95, width: 12, height: 12 };
    expect(middles([label(105)], [end])).toEqual([118.5]);
    const wall = { x: 900, y: 0, width: 95, height: 220 };
    expect(placeEndLabels([label(101)], { ...room, kept: [wall] })).toMatchObject({
      covered: 0,
      places: [{ offset: 120 }],
    });
    const walls = [
      { x: 0, y: 0, width: 900, height: 220 },
      { x: 960, y: 0, width: 40, height: 220 },
    ];
    expect(placeEndLabels([label(101)], { ...room, kept: walls })).toMatchObject({
      covered: 0,
      isBrief: true,
    });
  });

  it('stand in columns in a low lane, and are left out where they could not be read', () => {
    const eight = Array.from({ length: 8 }, (_, index) => label(index * 6));
    const low = placeEndLabels(eight, { ...room, bottom: 60 });
    expect(new Set(low?.places.map(({ offset }) => offset)).size).toBe(2);
    expect(placeEndLabels(eight, { ...room, bottom: 30 })).toBeNull();
    expect(placeEndLabels(eight, { ...room, bottom: -5 })).toBeNull();
  });

  it('never lie over each other or beyond their lane, and cover nothing where a row is free for each', () => {
    const box = fc.record({
      x: fc.integer({ min: 700, max: 1000 }),
      y: fc.integer({ min: 0, max: 220 }),
      width: fc.integer({ min: 4, max: 60 }),
      height: fc.integer({ min: 4, max: 20 }),
    });
    const wish = fc.record({
      width: fc.integer({ min: 50, max: 150 }),
      brief: fc.constant(38),
      y: fc.integer({ min: -50, max: 300 }),
    });
    fc.assert(
      fc.property(
        fc.array(wish, { minLength: 1, maxLength: 13 }),
        fc.array(box, { maxLength: 30 }),
        fc.integer({ min: 10, max: 260 }),
        (labels, kept, bottom) => {
          const found = placeEndLabels(labels, { ...room, bottom, kept });
          const boxes = boxesOf(labels, found, room.right);
          boxes.forEach((one, index) => {
            expect(one.y).toBeGreaterThanOrEqual(0);
            expect(one.y + one.height).toBeLessThanOrEqual(bottom);
            for (const other of boxes.slice(index + 1)) expect(meet(one, other)).toBe(false);
          });
          if (found?.covered === 0)
            for (const one of boxes) for (const other of kept) expect(meet(one, other)).toBe(false);
          if (labels.length === 1 && bottom >= 60 && kept.length === 1) expect(found?.covered).toBe(0);
        },
      ),
      runs(300),
    );
  });

  it('find their curve near the edge, however long it is', () => {
    const points = Array.from({ length: 500 }, (_, index) => ({ x: index * 10, y: (index * 37) % 100 }));
    const { segments } = monotoneCubic(points);
    expect(between(segments, 1005, 1025).map(({ from }) => from.x)).toEqual([1000, 1010, 1020]);
    expect(between(segments, -50, -10)).toEqual([]);
    expect(heightAt(segments, -5)).toBe(points[0]?.y);
    expect(heightAt(segments, 1230)).toBe(points[123]?.y);
    expect(heightAt(segments, 1e6)).toBe(points[499]?.y);
  });
});

/** Eight people who feel differently about every touchpoint. */
function crowd(): JourneyMap {
  const personas = Array.from({ length: 8 }, (_, index) => ({
    id: `p${index}`,
    name: `Persona ${index}, role`,
  }));
  return buildMap({
    stages: ['s1', 's2', 's3'].map((id) => ({ id, width: 900 })),
    lanes: [
      { id: 'l1', kind: 'contact' },
      { id: 'l2', kind: 'emotion' },
    ],
    personas,
    touchpoints: Array.from({ length: 9 }, (_, index) => ({
      id: `t${index}`,
      stageId: `s${1 + Math.floor(index / 3)}`,
      t: 0.15 + (index % 3) * 0.35,
      emotion: ((index * 7) % 5) - 2,
      byPersona: Object.fromEntries(
        personas.map(({ id }, at) => [
          id,
          {
            emotion: ((index * 13 + at * 17) % 41) / 10 - 2,
            importance: null,
            performance: null,
            feeling: '',
            skipped: false,
          },
        ]),
      ),
    })),
  });
}

describe('end labels of maps as one pans along them', () => {
  const maps = [...templates, { name: 'eight personas', map: crowd() }];
  for (const { name, map } of maps) {
    for (const zoom of [1, 0.8, 0.62]) {
      it(`${name} at ${zoom * 100} %: no end, point or value is covered`, () => {
        const layout = layoutMap(map, layoutOptionsFor(map));
        const heights = layout.groups
          .filter(({ id }) => id.startsWith('heights.'))
          .flatMap(({ origin, items }) =>
            items.flatMap((item): Box[] =>
              item.kind === 'rect' ? [{ ...item, x: item.x + origin.x, y: item.y + origin.y }] : [],
            ),
          );
        let covered = 0;
        let places = 0;
        for (const lane of layout.lanes.filter(({ kind }) => kind === 'emotion')) {
          const own = layout.curves
            .filter(({ laneId, points }) => laneId === lane.id && points.length > 1)
            .map((curve): ShownCurve => ({
              curve,
              segments: monotoneCubic(curve.points).segments,
              name: '',
              width: 100,
            }));
          for (let x = -layout.width * zoom + 300; x < 100; x += 37) {
            const view = { x, y: 40 - lane.y * zoom, zoom, width: 700, height: 600 };
            const found = labelsOfLane(lane, own, view, { heights, tagged: null });
            expect(found?.places).toHaveLength(own.length);
            const boxes = boxesOf(
              own.map(({ width }) => ({ width, brief: 38, y: 0 })),
              found,
              view.width - 6,
            );
            // Markers are 10 wide, near to the map as large as it.
            const marks = own.flatMap(({ curve }) =>
              curve.points.map((point): Box => ({ x: point.x - 5, y: point.y - 5, width: 10, height: 10 })),
            );
            for (const mark of [...marks, ...heights]) {
              const seen = {
                x: mark.x * zoom + view.x,
                y: mark.y * zoom + view.y,
                width: mark.width * zoom,
                height: mark.height * zoom,
              };
              if (boxes.some((box) => meet(box, seen))) covered += 1;
            }
            places += 1;
          }
        }
        expect(places).toBeGreaterThan(0);
        expect(covered).toBe(0);
      });
    }
  }
});
