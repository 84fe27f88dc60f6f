/**
 * The PowerPoint file, by its own rules: well-formed parts, every relationship leads somewhere, ids unique on a slide, every
 * title there, every link a connector glued to the bodies of its two cards. (As LibreOffice shows it: pptxPicture.test.ts.)
 */
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { boundsOf, unite } from '../../src/layout/bounds.ts';
import { toPptx } from '../../src/export/pptx/pptx.ts';
import { ItemShapes } from '../../src/export/pptx/itemShapes.ts';
import { deckOf } from '../../src/export/pptx/slides.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { journeyTouchpoints } from '../../src/model/sequence.ts';
import { largeMap } from '../support/largeMap.ts';
import { templates } from '../support/templates.ts';

const usual = chooseOptions({});

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** What is wrong with the nesting of a part's elements; empty for well-formed XML. */
function faultsOf(xml: string): string[] {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  const tag = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g;
  const rest = body.replaceAll(
    tag,
    (_all, closing: string, name: string, attributes: string, empty: string) => {
      const names = [...attributes.matchAll(/([\w:]+)=/g)].map(([, one]) => one);
      if (new Set(names).size !== names.length) open.push(`twice the same attribute in ${name}`);
      if (closing !== '' && open.pop() !== name) open.push(`${name} is closed but not open`);
      if (closing === '' && empty === '') open.push(name);
      return '';
    },
  );
  const loose = rest.replaceAll(/&(amp|lt|gt|quot);/g, '');
  return /[<&]/.test(loose) ? [...open, 'a sign that is not escaped'] : open;
}

const slidesOf = (parts: ReadonlyMap<string, string>) =>
  [...parts].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map(([, xml]) => xml);
const textsOf = (xml: string) =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );

describe.each(templates.map(({ name, map }) => [name, map] as const))('PPTX of %s', (_name, map) => {
  const parts = partsOf(toPptx(map, usual));
  const slides = slidesOf(parts);
  const [whole = ''] = slides;

  it('is well-formed, and every relationship and content type leads to a part', () => {
    for (const xml of parts.values()) expect(faultsOf(xml)).toEqual([]);
    for (const [name, xml] of parts) {
      if (!name.endsWith('.rels')) continue;
      const folder = path.posix.dirname(path.posix.dirname(name));
      for (const [, target = ''] of xml.matchAll(/Target="([^"]*)"/g))
        expect(parts.has(path.posix.normalize(path.posix.join(folder, target)))).toBe(true);
    }
    for (const [, part = ''] of (parts.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]*)"/g))
      expect(parts.has(part)).toBe(true);
  });

  it('has a slide for the whole map, each stage and each persona, with real titles and notes', () => {
    expect(slides).toHaveLength(1 + map.stages.length + map.personas.length);
    for (const slide of slides) expect(slide.match(/<p:ph type="title"\/>/g)).toHaveLength(1);
    expect(textsOf(whole)).toContain(map.map.title);
    for (const [index, { name }] of map.stages.entries())
      expect(textsOf(slides[1 + index] ?? '').join('\n')).toContain(name);
    for (const slide of slides.slice(1 + map.stages.length))
      for (const { name } of map.stages) expect(textsOf(slide).join('\n')).toContain(name.slice(0, 2));
    expect(textsOf(parts.get('ppt/notesSlides/notesSlide1.xml') ?? '').length).toBeGreaterThan(3);
  });

  it('draws the curve of a stage that is rated, on a slide that the stage fills', () => {
    const hasLane = map.lanes.some(({ kind }) => kind === 'emotion');
    const deck = deckOf(map, usual);
    for (const [index, stage] of map.stages.entries()) {
      const [part] = deck.slides[1 + index]?.parts() ?? [];
      if (!part) throw new Error('a stage is drawn');
      const isRated = journeyTouchpoints(map).some((one) => one.stageId === stage.id && one.emotion !== null);
      expect(part.groups.some(({ role }) => role === 'emotion-curve')).toBe(hasLane && isRated);
      const covered = unite(
        part.groups.flatMap(({ items, origin }) => {
          const box = boundsOf(items);
          return box ? [{ ...box, x: box.x + origin.x, y: box.y + origin.y }] : [];
        }),
      );
      const across = ((covered?.width ?? 0) * part.fitting.scale) / deck.size.width;
      const down = ((covered?.height ?? 0) * part.fitting.scale) / deck.size.height;
      expect(Math.min(across / 0.95, down / 0.85)).toBeGreaterThan(0.55);
    }
  });

  it('shows each persona with portrait, all that is known, and journey, from margin to margin or from top to foot', () => {
    const deck = deckOf(map, usual);
    for (const [index, persona] of map.personas.entries()) {
      const slide = deck.slides[1 + map.stages.length + index];
      const [part] = slide?.parts() ?? [];
      const [card] = part?.groups ?? [];
      const box = card && boundsOf(card.items);
      if (!slide || !part || !box) throw new Error('a persona is drawn');
      expect(slide.title).toContain(persona.name);
      const told = textsOf(slides[1 + map.stages.length + index] ?? '').join('');
      for (const text of [...persona.goals, ...persona.needs, ...persona.pains, persona.quote])
        expect(told.replaceAll(/\s/gu, '')).toContain(text.replaceAll(/\s/gu, ''));
      const across = (box.width * part.fitting.scale) / deck.size.width;
      const down = (box.height * part.fitting.scale) / deck.size.height;
      expect(Math.max(across / 0.95, down / 0.85)).toBeGreaterThan(0.98);
      expect(across).toBeGreaterThan(0.85);
    }
  });

  it('gives every shape of a slide an id of its own', () => {
    for (const slide of slides) {
      const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('has every title whole, in a group of its own, on the whole map and on its stage', () => {
    const stageSlides = slides.slice(1, 1 + map.stages.length).join('');
    for (const { title } of map.touchpoints) {
      const told = title.replaceAll(/\s+/gu, ' ');
      expect(textsOf(whole)).toContain(told);
      expect(textsOf(stageSlides)).toContain(told);
    }
  });

  it('draws every link as a connector glued to the bodies of its cards', () => {
    const titleById = new Map<string, string>();
    for (const [, id = '', name = ''] of whole.matchAll(
      /<p:sp><p:nvSpPr><p:cNvPr id="(\d+)" name="([^"]*)"\/>/g,
    ))
      titleById.set(id, name);
    const glued = [
      ...whole.matchAll(/<p:cxnSp>.*?<a:stCxn id="(\d+)" idx="[0-3]"\/><a:endCxn id="(\d+)" idx="[0-3]"\/>/g),
    ].map(([, from = '', to = '']) => `${titleById.get(from)} → ${titleById.get(to)}`);
    const escaped = (id: string) =>
      (map.touchpoints.find((one) => one.id === id)?.title ?? '')
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;');
    const wanted = map.links.map(({ from, to }) => `${escaped(from)} → ${escaped(to)}`);
    expect(glued.toSorted((a, b) => a.localeCompare(b))).toEqual(
      wanted.toSorted((a, b) => a.localeCompare(b)),
    );
  });
});

it('keeps figures at the right of their column and words in the middle of their box, in whatever typeface', () => {
  const text = { kind: 'text', x: 0, y: 20, text: '12,000', width: 40, fill: 'ink' } as const;
  const font = { face: 'sans', script: 'latin', size: 12, weight: 400, spacing: 0 } as const;
  const shapes = new ItemShapes(
    () => '#000000',
    { imageOf: () => null, relationOf: () => '', stored: new Map() },
    () => 2,
  );
  expect(shapes.item({ ...text, font }, 9525)).not.toContain('algn');
  expect(shapes.item({ ...text, font, align: 'end' }, 9525)).toContain('<a:pPr algn="r"/>');
  const box = { kind: 'rect', x: -10, y: 0, width: 60, height: 30, fill: 'card' } as const;
  const boxed = (align: 'middle' | 'end') =>
    shapes.item({ kind: 'labelled', box, runs: [{ ...text, font, align }] }, 100);
  expect(boxed('middle')).toMatch(/lIns="1000" tIns="\d+" rIns="1000".*<a:pPr algn="ctr"\/>/u);
  expect(boxed('end')).toMatch(/lIns="0" tIns="\d+" rIns="1000".*<a:pPr algn="r"\/>/u);
});

it('leaves out the notes of the speaker where nobody wants them', () => {
  const [first] = templates;
  if (!first) throw new Error('no template');
  const notes = (parts: ReadonlyMap<string, string>) =>
    textsOf(parts.get('ppt/notesSlides/notesSlide2.xml') ?? '').join('');
  for (const content of ['map', 'report'] as const) {
    expect(notes(partsOf(toPptx(first.map, chooseOptions({ content }))))).not.toBe('');
    expect(notes(partsOf(toPptx(first.map, chooseOptions({ content, notes: false }))))).toBe('');
  }
});

it('stays small and right with 1,000 cards', () => {
  const parsed = parseMap(largeMap(1000));
  if (!parsed.ok) throw new Error('the large map is no map');
  const bytes = toPptx(parsed.map, usual);
  const [whole = ''] = slidesOf(partsOf(bytes));
  expect(bytes.length).toBeLessThan(500_000);
  // What is the deck's own style, no run says again.
  expect(whole.match(/<a:rPr lang="en-US" sz=/g)).toBeNull();
  expect(whole.length / parsed.map.touchpoints.length).toBeLessThan(7200);
  expect(whole.match(/<p:cxnSp>/g)).toHaveLength(parsed.map.links.length);
});
