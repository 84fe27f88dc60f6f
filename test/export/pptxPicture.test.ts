/**
 * The slide of the whole map as a picture: as LibreOffice draws it beside the SVG of the same slide drawn by resvg, for
 * each template and for maps of 10, 200 and 1,000 cards, in both themes (the tests' names say where LibreOffice is not
 * installed). Cards, curves, areas and images must be seen point by point at their places (support/knownPlaces.ts).
 * LibreOffice has other typefaces, so that of texts is looked at how much each draws in its place. It lays glued connectors
 * anew, and (7.4 does) one between two cards of a row flat on the line of their edges, half hidden: of links is looked at
 * how much they draw together, and that each is seen beside one of its cards at least, on the side where it should be.
 * A slide without a layer is caught, and one without a single card, curve, image or text by its name.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toPng } from '../../server/exports/drawPng.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { boundsOf } from '../../src/layout/bounds.ts';
import { toPptx } from '../../src/export/pptx/pptx.ts';
import { deckOf, type Deck, type Slide } from '../../src/export/pptx/slides.ts';
import type * as slideMaking from '../../src/export/pptx/slides.ts';
import { slideScene } from '../../src/export/pptx/slideScene.ts';
import type { Box, Point, Scene, SceneGroup } from '../../src/layout/scene.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import type { Theme } from '../../src/theme/colours.ts';
import { exportMap } from '../support/exportMap.ts';
import { lookOf } from '../support/exportSheet.ts';
import { unseen } from '../support/knownPlaces.ts';
import { drawnPages } from '../support/poppler.ts';
import { apart, shows, without, type Layer, type Picture } from '../support/sceneLayers.ts';
import { templates } from '../support/templates.ts';

/** What a slide goes without: layers, and one single thing by its group's id. */
interface Way {
  readonly layers: readonly Layer[];
  readonly gone?: string;
}
/** The slides of every deck here. What is no link is looked at where no link runs over it. */
const waysOf: { readonly [T in Theme]: readonly Way[] } = {
  light: [
    { layers: [] },
    { layers: ['links'] },
    { layers: ['links', 'texts'] },
    { layers: ['links', 'marks', 'images'] },
  ],
  // What stands where is the same as in light: marks and texts go from one slide.
  dark: [{ layers: [] }, { layers: ['links'] }, { layers: ['links', 'marks', 'images', 'texts'] }],
};

/** The slides that decks are made of just now: the first one in these ways, or all there are. */
const making = vi.hoisted(() => ({ ways: null as readonly Way[] | null }));
vi.mock('../../src/export/pptx/slides.ts', async (importOriginal) => {
  const real = await importOriginal<typeof slideMaking>();
  // Each map is laid out once for all its slides, which are asked for one by one.
  let last: { readonly map: JourneyMap; readonly theme: Theme; readonly deck: Deck } | null = null;
  return {
    ...real,
    deckOf: (...given: Parameters<typeof real.deckOf>): Deck => {
      const [map, { theme }] = given;
      if (last?.map !== map || last.theme !== theme) last = { map, theme, deck: real.deckOf(...given) };
      const { deck } = last;
      const [first] = deck.slides;
      if (!first) throw new Error('a deck has a first slide');
      return making.ways ? { ...deck, slides: making.ways.map((way) => slideWithout(first, way)) } : deck;
    },
  };
});

function slideWithout(slide: Slide, { layers, gone }: Way): Slide {
  const parts = slide.parts().map((part) => {
    const { touchpoints, links } = part.journey;
    const left = part.groups.filter(({ id }) => id !== gone);
    // The title of a card is the text of its body.
    const untitled = layers.includes('texts')
      ? touchpoints.map((one) => ({ ...one, title: '' }))
      : touchpoints;
    return {
      ...part,
      groups: layers.reduce((groups: readonly SceneGroup[], layer) => without(groups, layer), left),
      journey: { touchpoints: untitled, links },
    };
  });
  return { ...slide, parts: () => parts };
}

const folder = mkdtempSync(path.join(tmpdir(), 'touchline-slides-'));
afterAll(() => rmSync(folder, { recursive: true }));
const isThere = (program: string, asked: string) => !spawnSync(program, [asked]).error;
const slowProgramMs = 600_000;
/** Of a slide, in units of its scene. */
const slideWidth = 1280;
/** Pixels across a slide: small texts of a map of 1,000 cards are to be seen, too. */
const usualWidth = 1600;
const largeWidth = 2560;
const largeMap = 500;

/** As measured: 2.5 to 3.5 % with other typefaces and ways of links; 8 to 12.4 % where small words stand close together. */
const mostDifferent = 0.06;
const mostDifferentOfMany = 0.15;
/** Of three channels together: what is drawn, not what is smoothed. */
const leastChange = 60;
/** What a group draws, as a share of what it draws in the SVG. Measured: 0.73 (small words) to 2.5 (hairlines). */
const leastDrawn = 0.5;
const mostDrawn = 4;
/** What all links draw, the same: from 0.24 (200 cards in rows) to 1. */
const leastOfLinks = 0.2;
/** Of a link beside a card, in pixels, and how far from the card these may be. */
const leastArrived = 3;
const reach = 8;

interface Wanted {
  readonly name: string;
  readonly theme: Theme;
  readonly map: JourneyMap;
  readonly pictures: ReadonlyMap<string, string>;
  readonly ways: readonly Way[];
}
const maps = [
  ...templates.map(({ name, map }) => ({ name, map, pictures: new Map<string, string>() })),
  ...[10, 200, 1000].map((count) => ({ name: `${count} cards`, ...exportMap(count) })),
];
const inBothThemes = maps.flatMap((one) =>
  (['light', 'dark'] as const).map((theme): Wanted => ({
    ...one,
    name: `${one.name}, ${theme}`,
    theme,
    // A slide of 1,000 cards takes LibreOffice a quarter of a minute.
    ways:
      theme === 'dark' && one.map.touchpoints.length > largeMap ? waysOf[theme].slice(0, 1) : waysOf[theme],
  })),
);

const optionsOf = ({ theme }: Pick<Wanted, 'theme'>) => chooseOptions({ theme });
const scaleOf = ({ map }: Wanted) =>
  (map.touchpoints.length > largeMap ? largeWidth : usualWidth) / slideWidth;

/** The slide's groups where they come to on it, by the ids and roles they have on the sheet. */
function placedOn(deck: Wanted): Scene {
  making.ways = waysOf[deck.theme];
  const { scene } = slideScene(deck.map, optionsOf(deck), 0);
  const [part] = deckOf(deck.map, optionsOf(deck)).slides[0]?.parts() ?? [];
  // The slide's title comes first.
  const groups = (part?.groups ?? []).map((group, index): SceneGroup => {
    const { items = [] } = scene.groups[index + 1] ?? {};
    return {
      ...group,
      items,
      origin: { x: 0, y: 0 },
      box: boundsOf(items) ?? { x: 0, y: 0, width: 0, height: 0 },
    };
  });
  return { ...scene, groups };
}

/** Of the smallest map in light one thing of each kind is left out, each on a slide of its own. */
const [smallest] = inBothThemes.filter(({ name }) => name === '10 cards, light');
if (!smallest) throw new Error('there is no map');
const singles = (['touchpoint', 'emotion-curve', 'element', 'stage-head'] as const).map((role) => {
  const { groups } = placedOn(smallest);
  const fourth = groups
    .filter((group) => group.role === role && group.items.length > 0)
    .slice(0, 4)
    .at(-1);
  if (!fourth) throw new Error(`there is no ${role}`);
  return { role, gone: fourth.id, layers: ['links'] as const };
});
const decks = inBothThemes.map((deck) =>
  deck === smallest ? { ...deck, ways: [...deck.ways, ...singles] } : deck,
);

const fileOf = (deck: Wanted): string => path.join(folder, `${decks.indexOf(deck)}`);

/** Every slide of a deck. */
const drawnByOffice = (deck: Wanted): Picture[] =>
  drawnPages(`${fileOf(deck)}.pdf`, '-scale-to-x', scaleOf(deck) * slideWidth, '-scale-to-y', -1);

async function drawnAsSvg(deck: Wanted, at: number): Promise<Picture> {
  making.ways = deck.ways;
  const { scene } = slideScene(deck.map, optionsOf(deck), at);
  const { theme, pictures: images } = deck;
  const look = { ...(await lookOf(scene)), theme, images };
  return PNG.sync.read(Buffer.from(await toPng(scene, { ...look, size: { scale: scaleOf(deck) } })));
}

/** A slide with something, and without it. */
type Pair = readonly [Picture, Picture];

/** How many pixels of a box, given in units of the slide's scene, differ between two pictures. */
function ink([whole, bare]: Pair, { x, y, width, height }: Box, scale: number, around = 2): number {
  const [top, left] = [
    Math.max(0, Math.floor(y * scale) - around),
    Math.max(0, Math.floor(x * scale) - around),
  ];
  const bottom = Math.min(whole.height, bare.height, (y + height) * scale + around);
  const right = Math.min(whole.width, (x + width) * scale + around);
  let count = 0;
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1) {
      const at = 4 * (row * whole.width + column);
      if (apart(whole, at, bare, at) >= leastChange) count += 1;
    }
  return count;
}

const isDrawn = (found: number, wanted: number) =>
  found >= wanted * leastDrawn && found <= Math.max(leastChange, wanted * mostDrawn);

/** The groups whose texts draw too little, or far too much. */
function lostTexts({ groups }: Scene, office: Pair, svg: Pair, scale: number): string[] {
  return groups
    .filter((group) => shows(group, 'texts'))
    .flatMap(({ id, box }) => {
      const [found, wanted] = [ink(office, box, scale), ink(svg, box, scale)];
      return isDrawn(found, wanted) ? [] : [`${id}: ${found} of ${wanted}`];
    });
}

/** The links that are seen beside neither of their cards, or that all of them draw too little. */
function lostLinks(
  { groups, width, height }: Scene,
  map: JourneyMap,
  office: Pair,
  svg: Pair,
  scale: number,
) {
  const all = { x: 0, y: 0, width, height };
  const [found, wanted] = [ink(office, all, scale), ink(svg, all, scale)];
  const cards = new Map(
    groups.map(({ role, recordId, box }) => [role === 'touchpoint' ? recordId : '', box]),
  );
  const links = new Map(map.links.map((link) => [link.id, link]));
  const notArrived = groups.flatMap(({ id, role, recordId, items }) => {
    const link = role === 'link' ? links.get(recordId ?? '') : undefined;
    const line = items.find((item) => item.kind === 'path' && item.stroke);
    if (!link || line?.kind !== 'path') return [];
    const points = line.commands.map((command): Point => {
      const [x = 0, y = 0] = command.filter((one) => typeof one === 'number').slice(-2);
      return { x, y };
    });
    const ends = [
      [cards.get(link.from), points[0]],
      [cards.get(link.to), points.at(-1)],
    ] as const;
    const isThere = ends.some(
      ([card, end]) => card && end && ink(office, beside(card, end, reach / scale), scale, 0) >= leastArrived,
    );
    return isThere ? [] : [id];
  });
  return [...(found >= wanted * leastOfLinks ? [] : [`links: ${found} of ${wanted}`]), ...notArrived];
}

/** A strip outside the side of a card that a point is nearest to. */
function beside({ x, y, width, height }: Box, point: Point, wide: number): Box {
  const sides = [
    { away: Math.abs(point.x - x), box: { x: x - wide, y, width: wide, height } },
    { away: Math.abs(point.x - x - width), box: { x: x + width, y, width: wide, height } },
    { away: Math.abs(point.y - y), box: { x, y: y - wide, width, height: wide } },
    { away: Math.abs(point.y - y - height), box: { x, y: y + height, width, height: wide } },
  ];
  return sides.reduce((best, side) => (side.away < best.away ? side : best)).box;
}

const programs = isThere('soffice', '--version') && isThere('pdftoppm', '-v');

describe.skipIf(!programs)('slides as LibreOffice draws them (skipped where it is not installed)', () => {
  const whole = templates.find(({ name }) => name === 'home-decoration.zh') ?? templates[0];
  beforeAll(() => {
    const files = decks.map((deck) => {
      making.ways = deck.ways;
      writeFileSync(`${fileOf(deck)}.pptx`, toPptx(deck.map, optionsOf(deck), deck.pictures));
      return `${fileOf(deck)}.pptx`;
    });
    making.ways = null;
    if (whole) writeFileSync(path.join(folder, 'whole.pptx'), toPptx(whole.map, chooseOptions({})));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const all = [...files, path.join(folder, 'whole.pptx')];
    // One start for all: that takes longer than most of the decks.
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...all]);
  }, slowProgramMs);

  it('are a page each: the map, every stage, every persona', () => {
    const pdf = readFileSync(path.join(folder, 'whole.pdf'), 'latin1');
    const { stages = [], personas = [] } = whole?.map ?? {};
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1 + stages.length + personas.length);
  });

  it.each(decks)(
    '$name: the map is the picture of its SVG, with every link, card, curve, moment, image and text; without them it is caught',
    async (deck) => {
      const office = drawnByOffice(deck);
      const svg: Picture[] = [];
      for (const at of deck.ways.keys()) if (at < 3) svg.push(await drawnAsSvg(deck, at));
      const [all, noLinks, noTexts, light] = office;
      const noMarks = deck.theme === 'light' ? light : noTexts;
      const [svgAll, svgNoLinks, svgNoTexts] = svg;
      expect(office).toHaveLength(deck.ways.length);
      if (!all || !svgAll) throw new Error('the slide is a picture');

      const { width } = all;
      expect(Math.abs(all.height - svgAll.height)).toBeLessThanOrEqual(1);
      const height = Math.min(all.height, svgAll.height);
      const top = ({ data }: Picture) => data.subarray(0, 4 * height * width);
      const different = pixelmatch(top(all), top(svgAll), undefined, width, height, { threshold: 0.1 });
      const most = deck.pictures.size > 0 ? mostDifferentOfMany : mostDifferent;
      expect(different / (height * width)).toBeLessThan(most);

      if (deck.ways.length === 1) return;
      if (!noLinks || !noMarks || !noTexts || !svgNoLinks || !svgNoTexts)
        throw new Error('each slide is a picture');
      const scale = scaleOf(deck);
      const scene = placedOn(deck);
      const lost = (slide: Picture) => ({
        links: lostLinks(scene, deck.map, [slide, noLinks], [svgAll, svgNoLinks], scale),
        marks: unseen(scene, 'marks', { whole: slide, bare: noMarks, scale }),
        areas: unseen(scene, 'areas', { whole: slide, bare: noMarks, scale }),
        images: unseen(scene, 'images', { whole: slide, bare: noMarks, scale }),
        texts: lostTexts(scene, [slide, noTexts], [svgNoLinks, svgNoTexts], scale),
      });
      expect(lost(all).links).toEqual([]);
      expect({ ...lost(noLinks), links: [] }).toEqual({
        links: [],
        marks: [],
        areas: [],
        images: [],
        texts: [],
      });
      expect(lost(noLinks).links.length).toBeGreaterThan(
        scene.groups.filter(({ role }) => role === 'link').length,
      );
      expect(lost(noMarks).marks.length).toBeGreaterThanOrEqual(deck.map.touchpoints.length);
      expect(lost(noTexts).texts.length).toBeGreaterThanOrEqual(deck.map.touchpoints.length);

      for (const [index, { role, gone }] of deck.name === smallest.name ? singles.entries() : []) {
        const slide = office[waysOf.light.length + index];
        if (!slide) throw new Error('each slide is a picture');
        const { links: _links, ...rest } = lost(slide);
        const named = Object.values(rest).flat();
        expect([role, [...new Set(named.map((one) => one.split(': ')[0]))]]).toEqual([role, [gone]]);
      }
    },
    slowProgramMs,
  );
});
