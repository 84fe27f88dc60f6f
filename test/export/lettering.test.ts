import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readFontFile } from '../../server/exports/fontFiles.ts';
import { cutsOf } from '../../src/export/fontCuts.ts';
import { prepareLettering } from '../../src/export/lettering.ts';
import { measureText } from '../../src/layout/measureText.ts';
import type { Font, TextItem } from '../../src/layout/scene.ts';
import { linesOf, sheetOf, sheetWith } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';

const latin: Font = { face: 'sans', script: 'latin', size: 100, weight: 400, spacing: 0 };
const fonts: readonly Font[] = (['latin', 'cjk'] as const).flatMap((script) => [
  ...([400, 500, 600, 700] as const).map((weight): Font => ({ ...latin, script, weight })),
  { ...latin, script, face: 'serif', weight: 600 },
]);
const textIn = (font: Font, text: string): TextItem => {
  return { kind: 'text', x: 10, y: 0, text, width: measureText(text, font), font, fill: 'ink' };
};

/** The characters of GB 2312, as its own coding lists them. */
function gb2312(): string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let high = 0xa1; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) characters.push(decoder.decode(new Uint8Array([high, low])));
  return characters.filter((one) => /^\p{Unified_Ideograph}$/u.test(one));
}

describe('the fonts of exports', () => {
  it('have all of GB 2312, in every cut (U53)', async () => {
    const all = gb2312();
    expect(all).toHaveLength(6763);
    for (const font of fonts.filter(({ script }) => script === 'cjk')) {
      const cut = fontkit.create(await readFontFile(cutsOf(font)[0]));
      expect(all.filter((one) => !cut.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))).toEqual([]);
    }
  });

  it('draw every letter as wide as it was measured', async () => {
    const signs = '“”‘’—…·，。（）《》￥×÷°±→←↑↓★☆①②ÀÉîõüßŁąčšžΑαЖя€£–•';
    const letters = [...' !"#$%&\'()*+,-./:;<=>?@[]^_{|}~09AZaz旅程骣', ...signs];
    for (const font of fonts) {
      const lettering = await prepareLettering(
        sheetWith(textIn(font, letters.join(''))).groups,
        readFontFile,
      );
      const opened = new Map([...lettering.subsets].map(([cut, bytes]) => [cut, fontkit.create(bytes)]));
      const wrong = letters.filter((letter) =>
        lettering.runs(textIn(font, letter)).some(({ cut, text }) => {
          const known = opened.get(cut);
          const glyph = known?.glyphForCodePoint(text.codePointAt(0) ?? 0);
          const drawn = ((glyph?.advanceWidth ?? 0) * 100) / (known?.unitsPerEm ?? 1);
          return Math.abs(drawn - measureText(letter, font)) > 0.5;
        }),
      );
      expect(wrong, `${font.face} ${font.script} ${font.weight}`).toEqual([]);
    }
  });
});

describe('the lettering of a scene', () => {
  it('is small fonts with the characters drawn', async () => {
    const { subsets } = await prepareLettering(sheetWith(textIn(latin, 'Pays')).groups, readFontFile);
    expect([...subsets.keys()]).toEqual(['source-sans-3-400']);
    const [bytes = new Uint8Array()] = subsets.values();
    expect(bytes.length).toBeLessThan(4000);
    expect(
      fontkit
        .create(bytes)
        .characterSet.map((code) => String.fromCodePoint(code))
        .join(''),
    ).toBe('Pasy');
  });

  it('breaks a line into runs where another font stands in, each at its measured place', async () => {
    const item = textIn(latin, 'to 旅程 한!');
    const { runs } = await prepareLettering(sheetWith(item).groups, readFontFile);
    expect(runs(item).map(({ cut, text, known }) => [cut, text, known])).toEqual([
      ['source-sans-3-400', 'to ', true],
      ['noto-sans-sc-400', '旅程', true],
      ['source-sans-3-400', ' ', true],
      ['source-sans-3-400', '한', false],
      ['source-sans-3-400', '!', true],
    ]);
    expect(runs(item)[1]?.x).toBeCloseTo(10 + measureText('to ', latin), 6);
  });

  it('knows every character of every template (U53)', async () => {
    for (const { name, map } of templates) {
      const { groups } = sheetOf(map);
      const { runs } = await prepareLettering(groups, readFontFile);
      const unknown = groups.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'text' ? runs(item).filter(({ known }) => !known) : [])),
      );
      expect(
        unknown.map(({ text }) => text),
        name,
      ).toEqual([]);
      expect(linesOf(groups.flatMap(({ items }) => items)).length).toBeGreaterThan(20);
    }
  });
});
