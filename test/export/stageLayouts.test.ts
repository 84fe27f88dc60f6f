/** Stages of many lanes: on as many slides as it takes to read them, nothing lost, nothing twice. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { toPptx } from '../../src/export/pptx/pptx.ts';
import { deckOf } from '../../src/export/pptx/slides.ts';
import { slideScene } from '../../src/export/pptx/slideScene.ts';
import { evenRuns, leastTitle, titlePoints } from '../../src/export/pptx/stageLayouts.ts';
import { exportMap } from '../support/exportMap.ts';
import { templates } from '../support/templates.ts';

const usual = chooseOptions({});
const { map, pictures } = exportMap(200);
const [stage] = map.stages;
const cardsOfStage = map.touchpoints.filter(({ stageId }) => stageId === stage?.id);

function ofFirstStage(options = usual) {
  const deck = deckOf(map, options);
  return { deck, slides: deck.slides.filter(({ title }) => title.startsWith('A · ')) };
}

describe('a stage of many lanes', () => {
  const { deck, slides } = ofFirstStage();
  const parts = slides.map((slide) => slide.parts()[0]);
  const of = (part: (typeof parts)[number], role: string) =>
    (part?.groups ?? []).filter((group) => group.role === role);

  it('is divided among slides that can be read, each with its number in the title', () => {
    expect(slides.length).toBeGreaterThan(1);
    expect(slides.map(({ title }) => title)).toEqual(
      slides.map((_, index) => `A · 阶段 1 — ${index + 1} of ${slides.length}`),
    );
    for (const part of parts)
      expect(titlePoints(part?.fitting.scale ?? 0, deck.size.width)).toBeGreaterThanOrEqual(leastTitle);
    expect(ofFirstStage(chooseOptions({ lang: 'zh' })).slides[0]?.title).toMatch(/ — 第 1 页，共 \d 页$/u);
  });

  it('has each card, lane head and curve once, in the order of the lanes', () => {
    const cards = parts.flatMap((part) => of(part, 'touchpoint').map(({ recordId }) => recordId));
    expect(cards).toHaveLength(cardsOfStage.length);
    expect(new Set(cards)).toEqual(new Set(cardsOfStage.map(({ id }) => id)));
    const heads = parts.flatMap((part) => of(part, 'lane-head').map(({ recordId }) => recordId));
    expect(heads).toEqual(map.lanes.map(({ id }) => id));
    expect(parts.flatMap((part) => of(part, 'emotion-curve')).length).toBeGreaterThan(0);
    expect(parts.filter((part) => of(part, 'emotion-curve').length > 0)).toHaveLength(1);
  });

  it('tells of each slide what stands on it, and of the stage as a whole once', () => {
    const counted = slides.map(({ notes }) =>
      notes.map((line) => /^(\d+) touchpoints?$/.exec(line)?.[1]).find((count) => count !== undefined),
    );
    expect(counted).toEqual(parts.map((part) => String(of(part, 'touchpoint').length)));
    const withGoal = { ...map, stages: map.stages.map((one) => ({ ...one, goal: 'A goal' })) };
    const told = deckOf(withGoal, usual).slides.filter(({ title }) => title.startsWith('A · '));
    expect(told.map(({ notes }) => notes.includes('A goal'))).toEqual(told.map((_, index) => index === 0));
  });

  it('is previewed slide by slide, and drawn again as it was', () => {
    const second = slideScene(map, usual, 2);
    expect(second.slides).toBe(deck.slides.length);
    expect(second.scene.title).toBe(slides[1]?.title);
    expect(slides[0]?.parts()[0]?.fitting).toEqual(parts[0]?.fitting);
  });

  it('glues the links within a slide, and no others', () => {
    const files = unzipSync(toPptx(map, usual, pictures));
    const inStage = slides.map((_, index) =>
      strFromU8(files[`ppt/slides/slide${index + 2}.xml`] ?? new Uint8Array()),
    );
    for (const [index, xml] of inStage.entries()) {
      const cards = new Set(of(parts[index], 'touchpoint').map(({ recordId }) => recordId));
      const within = map.links.filter(({ from, to }) => cards.has(from) && cards.has(to));
      expect(xml.match(/<a:stCxn id="\d+" idx="\d"\/><a:endCxn /g) ?? []).toHaveLength(within.length);
    }
  });
});

it('leaves a very large map a slide a stage, and divides a stage that is asked for alone', () => {
  const large = exportMap(1000).map;
  expect(deckOf(large, usual).slides).toHaveLength(1 + large.stages.length);
  expect(deckOf(large, chooseOptions({ stage: ['A'] })).slides.length).toBeGreaterThan(2);
});

it('leaves each stage of the templates on one slide', () => {
  for (const { map: template } of templates)
    expect(deckOf(template, usual).slides).toHaveLength(
      1 + template.stages.length + template.personas.length,
    );
});

it('divides rows evenly, in their order', () => {
  const rows = [5, 1, 1, 1, 4, 4].map((height) => ({ height }));
  const heights = (most: number) => evenRuns(rows, most).map((run) => run.map(({ height }) => height));
  expect(heights(1)).toEqual([[5, 1, 1, 1, 4, 4]]);
  expect(heights(2)).toEqual([
    [5, 1, 1, 1],
    [4, 4],
  ]);
  expect(heights(9).flat()).toEqual([5, 1, 1, 1, 4, 4]);
});
