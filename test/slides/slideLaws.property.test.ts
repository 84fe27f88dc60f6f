/** What holds on every slide of every map, in every room. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/layout/bounds.ts';
import type { Box, Point, SceneItem } from '../../src/layout/scene.ts';
import { journeyCard } from '../../src/layout/sizes.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { layoutSlide, type Slide, type SlideOptions } from '../../src/slides/layoutSlide.ts';
import { listSlides, touchpointsOn } from '../../src/slides/listSlides.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { templates } from '../support/templates.ts';

type Room = SlideOptions['size'];
const rooms: readonly Room[] = [
  { width: 1440, height: 828 },
  { width: 640, height: 400 },
  { width: 1024, height: 696 },
  { width: 2560, height: 1025 },
  { width: 3840, height: 2088 },
  { width: 900, height: 900 },
];

interface Written {
  readonly text: string;
  readonly size: number;
  readonly box: Box;
}

/** Lines and emoji with what their letters cover. */
function writtenOn(items: readonly SceneItem[]): readonly Written[] {
  return items.flatMap((item): readonly Written[] => {
    if (item.kind === 'clip') return writtenOn(item.items);
    if (item.kind !== 'text' && item.kind !== 'emoji') return [];
    const { x, y } = item;
    const [text, size, width] =
      item.kind === 'text' ? [item.text, item.font.size, item.width] : [item.cluster, item.size, item.size];
    return [{ text, size, box: { x, y: y - 0.76 * size, width, height: 0.92 * size } }];
  });
}

/** Cards as they lie on the slide: their grounds have a card's proportions and nobody else's. */
function cardsOn(items: readonly SceneItem[]): readonly Box[] {
  const proportion = journeyCard.width / journeyCard.height;
  return items.flatMap((item) =>
    item.kind === 'rect' &&
    item.fill === 'card' &&
    item.width > journeyCard.width &&
    Math.abs(item.width / item.height - proportion) < 1e-6
      ? [item]
      : [],
  );
}

/** Points of the curves. */
function pointsOn(items: readonly SceneItem[]): readonly Box[] {
  return items.flatMap((item) =>
    item.kind === 'circle' && item.stroke?.width === 2.2 && item.r > 6
      ? [{ x: item.cx - item.r, y: item.cy - item.r, width: 2 * item.r, height: 2 * item.r }]
      : [],
  );
}

/** Places on the curves: long smooth lines, as nothing else on a slide is. */
function curvesOn(items: readonly SceneItem[]): readonly Point[] {
  return items.flatMap((item): readonly Point[] => {
    if (item.kind !== 'path' || item.fill || !item.commands.some(([letter]) => letter === 'C')) return [];
    if ((boundsOf([item])?.width ?? 0) < 60) return [];
    let from: Point = { x: 0, y: 0 };
    return item.commands.flatMap((command): readonly Point[] => {
      const start = from;
      if (command[0] === 'Z') return [];
      const [toX, toY] = [Number(command.at(-2)), Number(command.at(-1))];
      from = { x: toX, y: toY };
      if (command[0] !== 'C') return [];
      const [, ax, ay, bx, by] = command;
      return Array.from({ length: 33 }, (_, at) => {
        const u = at / 32;
        const v = 1 - u;
        const along = (a: number, b: number, c: number, d: number): number =>
          v * v * v * a + 3 * v * v * u * b + 3 * v * u * u * c + u * u * u * d;
        return { x: along(start.x, ax, bx, toX), y: along(start.y, ay, by, toY) };
      });
    });
  });
}

const slack = 0.5;
function meet(a: Box, b: Box): boolean {
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}

function faultsOf({ width, height, items }: Slide): readonly string[] {
  const written = writtenOn(items);
  const cards = cardsOn(items);
  const points = pointsOn(items);
  const curves = curvesOn(items);
  const cardOf = (box: Box): Box | undefined =>
    cards.find(
      (card) =>
        card.x <= box.x && box.x < card.x + card.width && card.y <= box.y && box.y < card.y + card.height,
    );
  return written.flatMap((one, index) => {
    const { text, size, box } = one;
    const faults: string[] = [];
    if (size < 13 - 1e-6) faults.push(`"${text}" is ${size} high`);
    if (
      box.x < -slack ||
      box.y < -slack ||
      box.x + box.width > width + slack ||
      box.y + box.height > height + slack
    )
      faults.push(`"${text}" leaves the slide`);
    for (const other of written.slice(index + 1))
      if (meet(box, other.box)) faults.push(`"${text}" lies on "${other.text}"`);
    const own = cardOf(box);
    for (const card of cards) if (card !== own && meet(box, card)) faults.push(`"${text}" lies on a card`);
    if (curves.some(({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height))
      faults.push(`"${text}" lies on a curve`);
    for (const point of points) if (meet(box, point)) faults.push(`"${text}" lies on a point`);
    return faults;
  });
}

function slidesOf(map: JourneyMap, options: Omit<SlideOptions, 'language'>): readonly Slide[] {
  return listSlides(map, options.hiddenLanes).map((name) =>
    layoutSlide(map, name, { language: 'en', ...options }),
  );
}

describe('on every slide', () => {
  for (const { name, map } of templates)
    it(`texts lie on nothing, inside the sheet and 13 high at least: ${name}`, () => {
      for (const size of rooms)
        for (const persona of [null, ...map.personas.map(({ id }) => id)])
          expect(slidesOf(map, { persona, size }).flatMap(faultsOf)).toEqual([]);
    });

  it('of any map too', () => {
    fc.assert(
      fc.property(
        arbitraryMap({ maxTouchpoints: 16, maxStages: 3, maxOthers: 4 }),
        fc.constantFrom(...rooms),
        fc.nat(4),
        (map, size, who) => {
          const persona = map.personas[who]?.id ?? null;
          expect(slidesOf(map, { persona, size }).flatMap(faultsOf)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of moments of truth where nothing is rated too', () => {
    const map = buildMap({
      touchpoints: [{ id: 't1', t: 0.5 }],
      moments: [
        { touchpointId: 't1', kind: 'zero', question: 'First?' },
        { touchpointId: 't1', kind: 'third', question: 'Second?' },
      ],
    });
    for (const size of rooms) expect(slidesOf(map, { persona: null, size }).flatMap(faultsOf)).toEqual([]);
  });

  it('of crowded stages with long texts too', () => {
    const words = fc
      .array(
        fc.constantFrom('价格', 'delivery', '，', 'of', '增项', 'a', 'Donaudampfschifffahrt', '😀', '安装。'),
        { maxLength: 24 },
      )
      .map((parts) => parts.join(' '));
    const emotion = fc.option(fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10));
    const touchpoint = fc.record({
      title: words,
      owner: words,
      t: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
      emotion,
      felt: emotion,
      question: words,
      key: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(touchpoint, { minLength: 1, maxLength: 9 }),
        fc.record({ stage: words, goal: words, title: words, pain: words, quote: words }),
        fc.constantFrom(...rooms),
        fc.constantFrom(null, 'p1'),
        (touchpoints, { stage, goal, title, pain, quote }, size, persona) => {
          const map = buildMap({
            map: { title, scenario: pain },
            brand: { name: quote },
            personas: [{ id: 'p1', name: title }],
            stages: [
              { id: 's1', name: stage, goal, durationMin: 9000 },
              { id: 's2', name: goal },
            ],
            touchpoints: touchpoints.map(({ felt, title: named, owner, t, emotion: base, key }) => ({
              title: named,
              owner,
              t,
              emotion: base,
              key,
              importance: 3,
              byPersona: {
                p1: { emotion: felt, importance: null, performance: null, feeling: '', skipped: false },
              },
            })),
            moments: touchpoints.flatMap(({ question }, at) =>
              question === ''
                ? []
                : [{ touchpointId: `t${at + 1}`, question, passWhen: goal, failWhen: pain }],
            ),
            insights: [
              { kind: 'pain', text: pain, stageId: 's1' },
              { kind: 'quote', text: quote, stageId: 's1' },
            ],
            opportunities: [{ title: quote, stageId: 's1' }],
            links: touchpoints.map((_, at) => ({
              from: `t${at + 1}`,
              to: `t${((at * 3) % touchpoints.length) + 1}`,
            })),
          });
          expect(slidesOf(map, { persona, size }).flatMap(faultsOf)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('every touchpoint has its card, whole on the sheet, on one slide of its stage', () => {
    fc.assert(
      fc.property(
        arbitraryMap({ maxTouchpoints: 30, maxStages: 2 }),
        fc.constantFrom(...rooms),
        (map, size) => {
          for (const name of listSlides(map)) {
            const slide = layoutSlide(map, name, { language: 'zh', persona: null, size });
            const cards = cardsOn(slide.items);
            expect(cards).toHaveLength(name.kind === 'stage' ? touchpointsOn(map, name).length : 0);
            for (const [index, card] of cards.entries()) {
              expect(card.x).toBeGreaterThan(0);
              expect(card.x + card.width).toBeLessThan(slide.width);
              expect(card.y + card.height).toBeLessThan(slide.height);
              expect(cards.slice(index + 1).filter((other) => meet(card, other))).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('the same map in the same room gives the same drawing', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.constantFrom(...rooms), (map, size) => {
        const again = structuredClone(map);
        expect(slidesOf(again, { persona: null, size })).toEqual(slidesOf(map, { persona: null, size }));
      }),
      { numRuns: 25 },
    );
  });

  it('nothing but the neighbours and the scale stands beside the sheet, and nothing reaches below', () => {
    for (const { map } of templates)
      for (const size of rooms)
        for (const { items, height } of slidesOf(map, { persona: null, size })) {
          const box = boundsOf(items.filter((item) => item.kind !== 'path'));
          expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
        }
  });
});
