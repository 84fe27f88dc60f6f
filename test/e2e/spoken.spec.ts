/**
 * What a screen reader finds on the canvas (U56): the accessibility tree of a sample map in both languages, as files that
 * can be read (`spoken/*.txt`; `npx playwright test spoken --update-snapshots` writes them anew), and what each thing in
 * it must say, held against the map itself.
 */
import type { Locator, Page } from '@playwright/test';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { cardNamed, openSmallMap } from './canvasHelpers.ts';
import { expect, newContextPage, openTemplate, test, type TemplateName } from './support.ts';

const samples = [
  ['en', 'en-GB', 'saas-onboarding-blueprint.en', 'Journey map'],
  ['zh', 'zh-CN', 'home-decoration.zh', '旅程图'],
] as const satisfies readonly (readonly [string, string, TemplateName, string])[];

const says = {
  en: {
    touchpoint: 'Touchpoint ',
    stage: (at: number, of: number) => `, stage ${at} of ${of},`,
    lane: (name: string) => `, lane ${name}`,
    channel: (name: string) => `, channel ${name}`,
    emotion: (number: string) => new RegExp(`, emotion ${number}, \\p{L}+`, 'u'),
    notRated: ', not rated',
    pause: ',',
    to: ', leads to ',
    from: ', comes from ',
  },
  zh: {
    touchpoint: '接触点 ',
    stage: (at: number, of: number) => `，第 ${at} 阶段，共 ${of} 个，`,
    lane: (name: string) => `，泳道 ${name}`,
    channel: (name: string) => `，渠道 ${name}`,
    emotion: (number: string) => new RegExp(`，情绪 ${number}，\\p{L}+`, 'u'),
    notRated: '，未评分',
    pause: '，',
    to: '，通向 ',
    from: '，来自 ',
  },
} as const;

/** Everything of the map is in view, and every card is there to be read. */
async function showAll(page: Page, map: JourneyMap): Promise<Locator> {
  const canvas = page.getByTestId('canvas');
  await canvas.locator('.react-flow').focus();
  await page.keyboard.press('Shift+Digit1');
  await expect(page.getByTestId('touchpoint')).toHaveCount(map.touchpoints.length);
  return canvas;
}

for (const [language, locale, template, name] of samples)
  test(`the canvas has a name, and each thing on it says what it is, where it lies, how it feels and where it leads, ${language} (U56)`, async ({
    browser,
    server,
  }) => {
    const map = loadTemplate(template);
    const page = await newContextPage(browser, { locale, reducedMotion: 'reduce' });
    await openTemplate(page, template, { server, as: 'view' });
    const canvas = await showAll(page, map);
    await expect(page.getByRole('application', { name, exact: true })).toBeVisible();

    const words = says[language];
    const titleOf = (id: string): string => map.touchpoints.find((one) => one.id === id)?.title ?? '';
    const labels = await page
      .getByTestId('touchpoint')
      .evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
    for (const { id, title, stageId, laneId, channelId, emotion } of map.touchpoints) {
      const stage = map.stages.findIndex((one) => one.id === stageId);
      const channel = map.channels.find((one) => one.id === channelId);
      const parts: (string | RegExp)[] = [
        words.stage(stage + 1, map.stages.length),
        words.lane(map.lanes.find((one) => one.id === laneId)?.name ?? '?'),
        ...(channel ? [words.channel(channel.name)] : []),
        emotion === null ? words.notRated : words.emotion(numberAsSaid(emotion)),
        ...map.links.flatMap(({ from, to }) => [
          ...(from === id ? [behind(words.to, titleOf(to))] : []),
          ...(to === id ? [behind(words.from, titleOf(from))] : []),
        ]),
      ];
      const named = labels.filter((label) => label.startsWith(words.touchpoint + title + words.pause));
      const missing = (label: string) =>
        parts.filter((part) => !(typeof part === 'string' ? label.includes(part) : part.test(label)));
      // Two may have one title.
      expect(named.map(missing), `${title}: ${named.join('; ')}`).toContainEqual([]);
    }
    expect(await canvas.ariaSnapshot()).toMatchSnapshot(`canvas-${language}.txt`);

    // Links are said with their touchpoints; they are no stops of their own, and neither is anything else.
    const stops = await canvas.evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>('*')]
        .filter(({ tabIndex, hidden }) => tabIndex >= 0 && !hidden)
        .map(({ role, tagName }) => role ?? tagName),
    );
    expect(stops).toEqual(['application']);
    await page.context().close();
  });

/** A title that follows a word, perhaps behind others. */
function behind(word: string, title: string): RegExp {
  return new RegExp(`${word}.*${title.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&')}`);
}

/** "+0.4", "−1.5", "0" as a pattern. */
function numberAsSaid(emotion: number): string {
  const digits = String(Math.abs(emotion)).replace('.', '\\.');
  if (emotion === 0) return '0(?:\\.0)?';
  return `${emotion > 0 ? '\\+' : '−'}${digits}(?:\\.0)?`;
}

test('the live region is polite and says the latest at most once a second, however fast things happen (U56)', async ({
  page,
  server,
}) => {
  await openSmallMap(page, server);
  const region = page.getByTestId('canvas-status');
  await expect(region).toHaveAttribute('aria-live', 'polite');
  await expect(region).toHaveAttribute('role', 'status');
  await cardNamed(page, 'Pays').click();
  await region.evaluate((element) => {
    const said: [number, string][] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => said.push([performance.now(), element.textContent])).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  for (const digit of ['1', '2', '3', '4', '5', '1', '2', '3', '4', '5']) await page.keyboard.press(digit);
  await expect(region).toContainText('+2');
  const said = await page.evaluate(() => (globalThis as unknown as { said: [number, string][] }).said);
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThan(10);
  for (const [at, [time]] of said.entries())
    // On a busy machine one may be drawn late and the next in time; without the second between them it is a frame.
    if (at > 0) expect(time - (said[at - 1]?.[0] ?? 0)).toBeGreaterThan(700);
});
