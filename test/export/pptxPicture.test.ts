/**
 * The slide of the whole map as a picture: as LibreOffice draws it beside the SVG of the same slide drawn by resvg, for
 * each template in both themes (the tests' names say where LibreOffice is not installed). LibreOffice has other typefaces and
 * lays glued connectors anew, so that pixels cannot be looked for one by one: what is held against the SVG is how much
 * each group of a layer draws in its place (the picture of the slide against that of the slide without the layer), and of
 * links, that all together draw as much and that each arrives at both its cards. A slide without a layer is caught.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toPng } from '../../server/exports/drawPng.ts';
import { chooseOptions, type ExportOptions } from '../../src/export/exportOptions.ts';
import { boundsOf } from '../../src/export/pptx/bounds.ts';
import { toPptx } from '../../src/export/pptx/pptx.ts';
import { deckOf, type Deck, type Slide } from '../../src/export/pptx/slides.ts';
import type * as slideMaking from '../../src/export/pptx/slides.ts';
import { slideScene } from '../../src/export/pptx/slideScene.ts';
import type { Box, SceneGroup } from '../../src/layout/scene.ts';
import { lookOf } from '../support/exportSheet.ts';
import { apart, shows, without, type Layer } from '../support/sceneLayers.ts';
import { templates } from '../support/templates.ts';

/** The layers that each slide of these decks goes without. Marks and texts are looked at where no link runs over them. */
const variants: readonly (readonly Layer[])[] = [[], ['links'], ['links', 'marks'], ['links', 'texts']];
/** In dark only the whole is looked at. */
const variantsOf = ({ theme }: Pick<ExportOptions, 'theme'>) =>
  theme === 'dark' ? variants.slice(0, 1) : variants;
/** The slides with and without a layer. */
const pairs = { links: [0, 1], marks: [1, 2], texts: [1, 3] } as const;
type Looked = keyof typeof pairs;

// Decks of the first slide alone, once whole and then without layers: LibreOffice opens one file for all of it.
vi.mock('../../src/export/pptx/slides.ts', async (importOriginal) => {
  const real = await importOriginal<typeof slideMaking>();
  return {
    ...real,
    deckOf: (...given: Parameters<typeof real.deckOf>): Deck => {
      const deck = real.deckOf(...given);
      const [first] = deck.slides;
      if (!first) throw new Error('a deck has a first slide');
      return { ...deck, slides: variantsOf(given[1]).map((layers) => slideWithout(first, layers)) };
    },
  };
});

function slideWithout(slide: Slide, layers: readonly Layer[]): Slide {
  const parts = slide.parts().map((part) => {
    const { touchpoints, links } = part.journey;
    // The title of a card is the text of its body.
    const untitled = layers.includes('texts')
      ? touchpoints.map((one) => ({ ...one, title: '' }))
      : touchpoints;
    return {
      ...part,
      groups: layers.reduce((groups: readonly SceneGroup[], layer) => without(groups, layer), part.groups),
      journey: { touchpoints: untitled, links },
    };
  });
  return { ...slide, parts: () => parts };
}

const folder = mkdtempSync(path.join(tmpdir(), 'touchline-slides-'));
afterAll(() => rmSync(folder, { recursive: true }));
const isThere = (program: string, asked: string) => !spawnSync(program, [asked]).error;
const slowProgramMs = 600_000;
/** Pixels across a slide, and a unit of its scene. */
const width = 1600;
const scale = width / 1280;

/** As measured: 2.5 to 3.5 % with other typefaces and ways of links. */
const mostDifferent = 0.06;
/** Of three channels together: what is drawn, not what is smoothed. */
const leastChange = 60;
/** What a group draws, as a share of what it draws in the SVG. Measured: 0.73 (small words) to 2.5 (hairlines). */
const leastDrawn = 0.5;
const mostDrawn = 4;
/** Of a link beside a card, in pixels, and how far from the card these may be. */
const leastArrived = 3;
const reach = 8;

const decks = templates.flatMap(({ name, map }) =>
  (['light', 'dark'] as const).map((theme) => ({ name: `${name}, ${theme}`, theme, map })),
);
type Wanted = (typeof decks)[number];
const optionsOf = ({ theme }: Wanted) => chooseOptions({ theme });
const fileOf = (deck: Wanted): string => path.join(folder, `${decks.indexOf(deck)}`);

function drawnByOffice(deck: Wanted, at: number): PNG {
  const page = String(at + 1);
  const picture = `${fileOf(deck)}.${at}`;
  const asked = `-f ${page} -l ${page} -singlefile -png -scale-to-x ${width} -scale-to-y -1`;
  spawnSync('pdftoppm', [...asked.split(' '), `${fileOf(deck)}.pdf`, picture]);
  return PNG.sync.read(readFileSync(`${picture}.png`));
}

async function drawnAsSvg(deck: Wanted, at: number): Promise<PNG> {
  const { scene } = slideScene(deck.map, optionsOf(deck), at);
  const look = await lookOf(scene);
  const bytes = await toPng(scene, { ...look, size: { scale }, theme: deck.theme, images: new Map() });
  return PNG.sync.read(Buffer.from(bytes));
}

/** How many pixels of a box, given in units of the slide's scene, differ between two pictures. */
function ink(whole: PNG, bare: PNG, { x, y, width: wide, height }: Box, around = 2): number {
  const [top, left] = [
    Math.max(0, Math.floor(y * scale) - around),
    Math.max(0, Math.floor(x * scale) - around),
  ];
  const bottom = Math.min(whole.height, bare.height, (y + height) * scale + around);
  const right = Math.min(whole.width, (x + wide) * scale + around);
  let count = 0;
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1) {
      const at = 4 * (row * whole.width + column);
      if (apart(whole, at, bare, at) >= leastChange) count += 1;
    }
  return count;
}

/** A slide with a layer, and without it. */
type Pair = readonly [PNG, PNG];

/** The groups of a layer that draw too little, or far too much, on LibreOffice's slide; and the links that do not arrive. */
function lost(deck: Wanted, layer: Looked, office: Pair, svg: Pair): string[] {
  const { scene } = slideScene(deck.map, optionsOf(deck), 0);
  const [part] = deckOf(deck.map, optionsOf(deck)).slides[0]?.parts() ?? [];
  const drawn = (part?.groups ?? []).flatMap((group, index) => {
    // The slide's title comes first.
    const box = boundsOf(scene.groups[index + 1]?.items ?? []);
    return box ? [{ group, box }] : [];
  });
  const looked = drawn.filter(({ group }) => shows(group, layer));
  expect(looked.length).toBeGreaterThan(10);
  const isDrawn = (found: number, wanted: number) =>
    found >= wanted * leastDrawn && found <= Math.max(leastChange, wanted * mostDrawn);
  if (layer !== 'links')
    return looked.flatMap(({ group: { id }, box }) => {
      const [found, wanted] = [ink(...office, box), ink(...svg, box)];
      return isDrawn(found, wanted) ? [] : [`${id}: ${found} of ${wanted}`];
    });
  const slide = { x: 0, y: 0, width: scene.width, height: scene.height };
  const [found, wanted] = [ink(...office, slide), ink(...svg, slide)];
  const cards = new Map(
    drawn.map(({ group, box }) => [group.role === 'touchpoint' ? group.recordId : '', box]),
  );
  const ways = new Map(deck.map.links.map((link) => [link.id, link]));
  const notArrived = looked.flatMap(({ group }) => {
    const link = ways.get(group.recordId ?? '');
    const ends = [cards.get(link?.from), cards.get(link?.to)];
    return ends.every((box) => box && ink(...office, box, reach) >= leastArrived) ? [] : [group.id];
  });
  return [...(isDrawn(found, wanted) ? [] : [`links: ${found} of ${wanted}`]), ...notArrived];
}

const programs = isThere('soffice', '--version') && isThere('pdftoppm', '-v');

describe.skipIf(!programs)('slides as LibreOffice draws them (skipped where it is not installed)', () => {
  beforeAll(() => {
    const files = decks.map((deck) => {
      writeFileSync(`${fileOf(deck)}.pptx`, toPptx(deck.map, optionsOf(deck)));
      return `${fileOf(deck)}.pptx`;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
  }, slowProgramMs);

  it.each(decks)(
    '$name: the whole map is the picture of its SVG',
    async (deck) => {
      const [office, svg] = [drawnByOffice(deck, 0), await drawnAsSvg(deck, 0)];
      expect(Math.abs(office.height - svg.height)).toBeLessThanOrEqual(1);
      const height = Math.min(office.height, svg.height);
      const top = ({ data }: PNG) => data.subarray(0, 4 * height * width);
      const different = pixelmatch(top(office), top(svg), undefined, width, height, { threshold: 0.1 });
      expect(different / (height * width)).toBeLessThan(mostDifferent);
    },
    slowProgramMs,
  );

  it.each(decks.filter(({ theme }) => theme === 'light'))(
    '$name: has every link, card, curve, moment and text, and a slide without them is caught',
    async (deck) => {
      const office = variants.map((_, at) => drawnByOffice(deck, at));
      const svg: PNG[] = [];
      for (const at of variants.keys()) svg.push(await drawnAsSvg(deck, at));
      const pair = (pictures: readonly PNG[], [whole, bare]: readonly [number, number]): Pair => {
        const [one, other] = [pictures[whole], pictures[bare]];
        if (!one || !other) throw new Error('each slide is a picture');
        return [one, other];
      };
      for (const layer of Object.keys(pairs) as Looked[]) {
        const wanted = pair(svg, pairs[layer]);
        const [whole, bare] = pair(office, pairs[layer]);
        expect([layer, lost(deck, layer, [whole, bare], wanted)]).toEqual([layer, []]);
        expect(lost(deck, layer, [bare, bare], wanted)).not.toEqual([]);
      }
    },
    slowProgramMs,
  );
});
