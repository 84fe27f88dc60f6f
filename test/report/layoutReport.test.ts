/**
 * The report of findings: pages of one size on which nothing lies outside, on another text, or is cut, for real maps, a large one
 * and an empty one; and the findings that the templates are made for stand in it.
 */
import { unzipSync, strFromU8 } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf } from '../../src/export/fileFormats.ts';
import { boundsOf } from '../../src/layout/bounds.ts';
import { layoutReportPages } from '../../src/export/sheets.ts';
import type { Box, SceneItem } from '../../src/layout/scene.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { headingId, type ReportPage } from '../../src/report/reportPages.ts';
import { reportWordsFor } from '../../src/words/report.ts';
import { linesOf } from '../support/exportSheet.ts';
import { largeMap } from '../support/largeMap.ts';
import { templates } from '../support/templates.ts';

const report = chooseOptions({ content: 'report' });
const onPaper = chooseOptions({ content: 'report', paper: 'A4' });

function mapOf(source: Parameters<typeof parseMap>[0]): JourneyMap {
  const parsed = parseMap(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons[0]));
  return parsed.map;
}
const big = mapOf(largeMap(400));
const bare = mapOf(largeMap(0));
const empty: JourneyMap = { ...bare, stages: [], lanes: [], channels: [], personas: [], touchpoints: [] };
const wordy: JourneyMap = {
  ...big,
  map: {
    ...big.map,
    title: 'A title that goes on and on '.repeat(12),
    scenario: 'Somebody wants something. '.repeat(60),
  },
  touchpoints: big.touchpoints.map((one, index) =>
    index % 40 === 0
      ? { ...one, title: '客户来电询问交货日期 '.repeat(20), owner: 'Unbreakable'.repeat(20) }
      : one,
  ),
};
const maps: readonly (readonly [string, JourneyMap])[] = [
  ...templates.map(({ name, map }) => [name, map] as const),
  ['a map of 400 touchpoints', big],
  ['a map with long texts', wordy],
  ['an empty map', empty],
];

const textOf = ({ scene }: ReportPage) => scene.groups.flatMap(({ items }) => linesOf(items)).join(' ');
const squeezed = (text: string) => text.replaceAll(/\s/gu, '');

/** Where the letters of the page itself stand: of sections, not of the card and the sheet that are put on a page. */
function letterBoxes({ scene }: ReportPage): readonly (Box & { readonly text: string })[] {
  const boxes = (items: readonly SceneItem[]): (Box & { readonly text: string })[] =>
    items.flatMap((item) => {
      if (item.kind === 'clip') return boxes(item.items);
      if (item.kind !== 'text') return [];
      const { size } = item.font;
      return [
        { x: item.x, y: item.y - size * 0.68, width: item.width, height: size * 0.75, text: item.text },
      ];
    });
  return scene.groups
    .filter(({ id }) => id.startsWith(headingId) || ['report.body', 'report.furniture'].includes(id))
    .flatMap(({ items }) => boxes(items));
}

function overlapsOf(page: ReportPage): readonly string[] {
  const boxes = letterBoxes(page);
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      return wide > 0.5 && high > 0.5 ? [`${page.title}: “${a.text}” on “${b.text}”`] : [];
    }),
  );
}

describe.each(maps)('the report of %s', (_name, map) => {
  const pages = layoutReportPages(map, onPaper);

  it('draws nothing outside of its pages, and all pages are of one size', () => {
    for (const { title, scene } of [...pages, ...layoutReportPages(map, report)]) {
      for (const { origin, items, id } of scene.groups) {
        const box = boundsOf(items);
        if (!box) continue;
        const [left, top] = [origin.x + box.x, origin.y + box.y];
        const outside = [left, top, scene.width - left - box.width, scene.height - top - box.height];
        expect([title, id, outside.filter((rest) => rest < -0.5)]).toEqual([title, id, []]);
      }
    }
    expect(new Set(pages.map(({ scene }) => `${scene.width} ${scene.height}`)).size).toBe(1);
  });

  it('sets no text on another', () => {
    expect(pages.flatMap(overlapsOf)).toEqual([]);
  });

  it('names every touchpoint whole in its appendix, and numbers its pages', () => {
    const appendix = squeezed(pages.slice(-60).map(textOf).join(''));
    for (const { title } of map.touchpoints.slice(-50))
      expect(appendix).toContain(squeezed(title.slice(0, 40)));
    for (const [index, page] of pages.entries())
      if (index > 0) expect(textOf(page)).toContain(`${index + 1} / ${pages.length}`);
  });

  it('is the same for the same map', () => {
    expect(JSON.stringify(layoutReportPages(map, onPaper))).toBe(JSON.stringify(pages));
  });
});

function templateNamed(start: string): JourneyMap {
  const found = templates.find(({ name }) => name.startsWith(start));
  if (!found) throw new Error(start);
  return found.map;
}

const fileText = async (map: JourneyMap, options = onPaper): Promise<string> => {
  const format = formatOf('pdf');
  if (!format) throw new Error('no pdf');
  const bytes = await drawFile(map, format, options, drawTools);
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text.replaceAll(/\s+/gu, ' ');
};

describe('the findings that the templates are made for', () => {
  it('the trade map says in a sentence where most are lost', async () => {
    const text = await fileText(templateNamed('b2b'));
    expect(text).toContain('Most are lost at 1 “B2B marketplace listing”: 11,100, 92.5%.');
    expect(text).toContain('If 40% got past 6 “Company web site”, not 30%, 33 would reach the end.');
    expect(text).toContain('It hurts most at 20 “Quality complaint (8D)”: −1.2.');
    expect(text).toContain('22 of 91 cells of stage and channel are covered; 8 gaps.');
  });

  it('the airline map says that no lower tier is served better', async () => {
    expect(await fileText(templateNamed('airline'))).toContain(
      'No inversion: nowhere is a lower tier served better.',
    );
  });

  it('a Chinese map has a Chinese report', async () => {
    const text = squeezed(await fileText(templateNamed('home')));
    expect(text).toContain('洞察报告');
    expect(text).toContain('附录：全部接触点');
    expect(text).not.toMatch(/Findings|Appendix|undefined|NaN/u);
  });

  it('the shop map shows media mix, questions, messages, pressure and ownership with their figures', () => {
    const text = squeezed(layoutReportPages(templateNamed('ecommerce'), onPaper).map(textOf).join(''));
    for (const said of ['媒体组合', '解答的问题', '与品牌的一致性', '线：承载渠道', '触达压力', '负责与交接'])
      expect(text).toContain(said);
    expect(text).toContain('体：倾听之处');
    expect(text).toMatch(/自有\d+(\.\d)?%/u);
  });

  it('a persona’s card fills the width or the height of its page', () => {
    for (const { map } of templates)
      for (const page of layoutReportPages(map, onPaper)) {
        const card = page.scene.groups.find(({ id }) => id === 'report.persona.card');
        if (!card) continue;
        const { width, height } = page.scene;
        expect(Math.max(card.box.width / (width - 96), card.box.height / (height - 166))).toBeGreaterThan(
          0.98,
        );
      }
  });

  it('what could not be worked out has no page of its own, and is named with the reason, in both languages', () => {
    for (const [start, name, says] of [
      ['b2b', 'Media mix', 'No touchpoint says what kind of medium it is.'],
      ['home', '媒体组合', '还没有接触点说明媒体类型。'],
    ] as const) {
      const map = templateNamed(start);
      const without: JourneyMap = {
        ...map,
        channels: map.channels.map((one) => ({ ...one, media: null })),
        touchpoints: map.touchpoints.map((one) => ({ ...one, media: null })),
      };
      const pages = layoutReportPages(without, onPaper);
      const own = (page: ReportPage) =>
        page.scene.groups.filter(({ role, title }) => role === 'heading' && title === name);
      expect(layoutReportPages(map, onPaper).flatMap(own)).toHaveLength(1);
      expect(pages.flatMap(own)).toEqual([]);
      const text = pages.map(textOf).join(' ');
      expect(squeezed(text)).toContain(squeezed(says));
      expect(squeezed(text)).toContain(squeezed(start === 'b2b' ? 'Not known yet' : '尚不清楚的部分'));
      // What to do in the program is nothing for those who read a report.
      expect(squeezed(text)).not.toMatch(/Chooseowned|为渠道选择/u);
    }
  });

  it('no section of a template has a page more for a line or two', () => {
    for (const { name, map } of templates)
      for (const options of [onPaper, report]) {
        const pages = layoutReportPages(map, options);
        const scanty = pages.filter(({ title, scene }) => {
          if (!/ \(continued\)$|（续）$/u.test(title)) return false;
          const body = scene.groups.find(({ id }) => id === 'report.body');
          return (body?.items.filter(({ kind }) => kind === 'text').length ?? 0) <= 2;
        });
        expect([name, scanty.map(({ title }) => title)]).toEqual([name, []]);
      }
  });

  it('the findings in short stand on one page, and name the page where each is', () => {
    for (const { name, map } of templates)
      for (const options of [onPaper, report]) {
        const pages = layoutReportPages(map, options);
        const [, short, next] = pages;
        if (!short || !next) throw new Error(name);
        expect(next.title).not.toMatch(/continued|续/u);
        const told = linesOf(short.scene.groups.flatMap(({ items }) => items));
        const marks = told
          .flatMap((text) => /^(?:p\. |第 )(\d+)(?: 页)?$/u.exec(text)?.[1] ?? [])
          .map(Number);
        expect(marks.length).toBeGreaterThan(6);
        expect(marks).toEqual(marks.toSorted((a, b) => a - b));
        // On the page it names, a section of that name begins.
        const headsOf = (page: ReportPage | undefined) =>
          page?.scene.groups.filter(({ role }) => role === 'heading').map(({ title }) => title) ?? [];
        for (const mark of marks) {
          const at = pages[mark - 1];
          expect(headsOf(at).some((title) => told.includes(title))).toBe(true);
        }
      }
  });

  it('no page of a template is nearly empty but the last', () => {
    for (const { name, map } of templates)
      for (const options of [onPaper, report]) {
        const pages = layoutReportPages(map, options);
        const empty = pages.filter(({ scene }, index) => {
          const body = scene.groups.find(({ id }) => id === 'report.body');
          const box = body && boundsOf(body.items);
          const isLast = index === pages.length - 1;
          return box && index > 0 && !isLast && box.y + box.height < scene.height * 0.36;
        });
        expect([name, empty.map(({ title }) => title)]).toEqual([name, []]);
      }
  });

  it('every page has something to say to it in the notes of its slide, in the map’s language', () => {
    for (const { name, map } of templates) {
      for (const { title, notes } of layoutReportPages(map, report)) {
        expect([name, title, notes.filter((text) => text.trim() !== '').length > 0]).toEqual([
          name,
          title,
          true,
        ]);
        if (map.map.language === 'zh') expect(notes.join(' ')).toMatch(/\p{Script=Han}/u);
      }
    }
    const [sieve] = layoutReportPages(templateNamed('b2b'), report).filter(({ title }) => title === 'Sieve');
    expect(sieve?.notes).toContain('Most are lost at 1 “B2B marketplace listing”: 11,100, 92.5%.');
  });

  it('promises nothing about questions that nobody asks or answers', () => {
    const text = layoutReportPages(big, onPaper).map(textOf).join(' ');
    expect(text).toContain('No touchpoint says which question it answers.');
    expect(text).not.toContain('is answered.');
    // Somebody answers, but no stage lies before or at the purchase.
    const map = templateNamed('saas');
    const after: JourneyMap = {
      ...map,
      stages: map.stages.map((one) => ({ ...one, phase: 'postpurchase' as const })),
    };
    const said = layoutReportPages(after, onPaper).map(textOf).join(' ');
    expect(said).toContain('Questions answered');
    expect(said).not.toContain('is answered.');
  });

  it('a map of very many findings has a report of which a person can read the findings', () => {
    const pages = layoutReportPages(big, onPaper);
    const checks = pages.filter(({ title }) => title.startsWith('Checks'));
    expect(checks.length).toBeLessThan(8);
    expect(checks.map(textOf).join(' ')).toMatch(/\d+ more: see the checks beside the map\./u);
    expect(pages.filter(({ title }) => !title.startsWith('Appendix')).length).toBeLessThan(30);
  });

  it('the heads of the appendix are whole words', () => {
    for (const { name, map } of templates)
      for (const options of [onPaper, report]) {
        const words = reportWordsFor(map.map.language);
        const [appendix] = layoutReportPages(map, options).filter(({ title }) => title === words.appendix);
        const lines = appendix?.scene.groups.flatMap(({ items }) => linesOf(items)) ?? [];
        expect([name, words.appendixColumns.filter((one) => !lines.includes(one))]).toEqual([name, []]);
      }
  });

  it('a ranking is told to its twelfth, and how many more there are', () => {
    const pages = layoutReportPages(big, onPaper);
    const from = (title: string) => pages.filter((page) => page.title.startsWith(title));
    expect(from('Pains').length).toBeLessThanOrEqual(2);
    expect(from('Pains').map(textOf).join(' ')).toMatch(/\d+ more: see the appendix\./u);
    expect(from('Importance').map(textOf).join(' ')).toMatch(/\d+ more: see the appendix\./u);
  });

  it('many tiers go on on the next page, at the same size, under their names again', () => {
    const map = templateNamed('airline');
    const many: JourneyMap = {
      ...map,
      touchpoints: map.touchpoints.flatMap((one) => [
        one,
        { ...one, id: `${one.id}x` },
        { ...one, id: `${one.id}y` },
      ]),
    };
    const pages = layoutReportPages(many, onPaper).filter(({ title }) => title.startsWith('Tiers'));
    expect(pages.length).toBeGreaterThan(1);
    const sizes = new Set<number>();
    for (const { scene } of pages) {
      const texts = scene.groups.flatMap(({ items }) => items.filter((item) => item.kind === 'text'));
      const heads = texts.filter(({ text }) => text === 'Platinum');
      expect(heads).toHaveLength(1);
      for (const { font } of heads) sizes.add(font.size);
    }
    expect(sizes.size).toBe(1);
  });

  it('a Chinese sentence keeps the number of a touchpoint apart from its quotation', () => {
    const text = squeezed(layoutReportPages(templateNamed('home'), onPaper).map(textOf).join(''));
    expect(text).toMatch(/最痛的是“[^”]+”（\d+号）：情绪/u);
  });

  it('an empty map says what is missing', () => {
    const text = layoutReportPages(empty, report).map(textOf).join(' ');
    expect(text).toContain('No persona is described yet.');
    expect(text).toContain('The map has no touchpoint yet.');
    expect(text).not.toMatch(/undefined|NaN|null/u);
  });
});

it.each(['pdf', 'pptx'])('the same map makes the same bytes of a report as %s', async (name) => {
  const format = formatOf(name);
  if (!format) throw new Error(name);
  const one = await drawFile(templateNamed('saas'), format, report, drawTools);
  expect(Buffer.compare(one, await drawFile(templateNamed('saas'), format, report, drawTools))).toBe(0);
});

describe.each(templates.map(({ name, map }) => [name, map] as const))(
  'the report of %s as a file',
  (_name, map) => {
    it('is a PDF on paper with a page a page', async () => {
      const format = formatOf('pdf');
      if (!format) throw new Error('no pdf');
      const one = await drawFile(map, format, onPaper, drawTools);
      const document = await getDocumentProxy(one);
      expect(document.numPages).toBe(layoutReportPages(map, onPaper).length);
      const { view } = await document.getPage(1);
      expect([Math.round(view[2] ?? 0), Math.round(view[3] ?? 0)]).toEqual([842, 595]);
    });

    it('is a deck with a slide a page, each under its own title', async () => {
      const format = formatOf('pptx');
      if (!format) throw new Error('no pptx');
      const bytes = await drawFile(map, format, report, drawTools);
      const files = unzipSync(bytes);
      const pages = layoutReportPages(map, report);
      const slides = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
      expect(slides).toHaveLength(pages.length);
      const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      for (const [index, { title }] of pages.entries()) {
        const slide = files[`ppt/slides/slide${index + 1}.xml`];
        expect(strFromU8(slide ?? new Uint8Array())).toContain(`<a:t>${escaped(title)}</a:t>`);
      }
    });
  },
);
