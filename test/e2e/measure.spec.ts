/**
 * The table of advances against the browser: text measured without a browser is as wide as the page shows it, in every
 * face and weight that the scene uses.
 */
import { measureText, scriptOf } from '../../src/layout/measureText.ts';
import type { Font, Weight } from '../../src/layout/scene.ts';
import { chineseText, fontFamilies, measuredTextStyle } from '../../src/theme/fonts.ts';
import { templates } from '../support/templates.ts';
import { expect, test } from './support.ts';

const mostApartPx = 0.5;

const hardTexts = [
  'AVAWA To. Te, f1 fi fl ffi 11:11 “quotes” ‘single’ – — … −1.8 +1.6',
  '“引号”、（括号）—…《书名》，。；：！？——破折号——',
  '电商购买与CRM提醒 / E-commerce purchase and CRM reminders',
  'naïve façade Łódź Ångström Žižek IJsselmeer Đorđe ǎěǐǒǔǜ ẽ ỹ ệ',
  'e\u0301 o\u0308 n\u0303 decomposed',
  '３５６ ＡＢＣ ＆％＃ ﾊﾝｶｸ ひらがな カタカナ',
  '① ② ③ ★ ☆ → ← ↑ ↓ × ÷ ± ≈ ≤ ≥ ° % ‰ € £ ¥ $ © ® ™ § ¶ • · № ½ ¼',
  'Ελληνικά Кириллица Привет',
  'a  b\u00A0c\u3000d',
  '0123456789 1,000,000.5',
];

const corpus = [
  ...hardTexts,
  ...templates.flatMap(({ map }) => [
    map.map.title,
    map.map.scenario,
    ...map.stages.flatMap((stage) => [stage.name, stage.goal]),
    ...map.lanes.map((lane) => lane.name),
    ...map.touchpoints.flatMap((touchpoint) => [touchpoint.title, touchpoint.owner, touchpoint.description]),
    ...map.personas.flatMap((persona) => [persona.name, persona.quote]),
    ...map.insights.map((insight) => insight.text),
  ]),
].filter((text) => text !== '');

const sansWeights: readonly Weight[] = [400, 500, 600, 700];
const fonts: readonly Font[] = [
  ...sansWeights.flatMap((weight) =>
    (['latin', 'cjk'] as const).map((script): Font => ({
      face: 'sans',
      script,
      size: 14,
      weight,
      spacing: 0,
    })),
  ),
  { face: 'serif', script: 'latin', size: 46, weight: 600, spacing: 0 },
  { face: 'serif', script: 'cjk', size: 42, weight: 600, spacing: 0 },
  { face: 'sans', script: 'latin', size: 11, weight: 600, spacing: 0.88 },
];

test('the page shows every text as wide as it was measured', async ({ page, server }) => {
  const wished = fonts.flatMap((font) =>
    corpus
      // Hard texts in every font; the others in the font that layout would choose.
      .filter((text) => hardTexts.includes(text) || scriptOf(text) === font.script)
      .map((text) => ({
        text,
        lang: font.script === 'cjk' ? chineseText : 'en',
        width: measureText(text, font),
        css: `font: ${font.weight} ${font.size}px ${fontFamilies[font.face][font.script]}; letter-spacing: ${font.spacing}px; ${measuredTextStyle}`,
        font: `${font.weight} ${font.size}px ${fontFamilies[font.face][font.script]}`,
      })),
  );
  await page.goto(server.url);
  await page.waitForFunction(() => [...document.fonts].some((face) => face.family.includes('Noto Serif SC')));
  const shown = await page.evaluate(async (texts) => {
    const families = new Map(texts.map(({ font }) => [font, '']));
    for (const { font, text } of texts) families.set(font, (families.get(font) ?? '') + text);
    // Each family of a list is asked for by itself: the browser fetches only what the first one lacks.
    for (const [font, all] of families) {
      const [, size = '', list = ''] = /^(\d+ [\d.]+px) (.*)$/.exec(font) ?? [];
      for (const family of list.split(', ')) await document.fonts.load(`${size} ${family}`, all);
    }
    const box = document.createElement('div');
    box.style.cssText = 'position: absolute; top: 0; left: 0; white-space: pre; visibility: hidden';
    document.body.append(box);
    const spans = texts.map(({ text, css, lang }) => {
      const span = document.createElement('span');
      span.style.cssText = `position: absolute; ${css}`;
      span.lang = lang;
      span.textContent = text;
      box.append(span);
      return span;
    });
    return spans.map((span) => span.getBoundingClientRect().width);
  }, wished);
  const apart = wished
    .map(({ text, width, font }, i) => ({ text, font, measured: width, shown: shown[i] ?? 0 }))
    .filter((one) => Math.abs(one.measured - one.shown) > mostApartPx);
  expect(apart).toEqual([]);
  expect(shown.length).toBeGreaterThan(900);
});
