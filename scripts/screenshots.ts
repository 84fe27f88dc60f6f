/**
 * Takes the pictures a designer looks at (and the README's): real templates in a real browser against a real server.
 * `node scripts/screenshots.ts [folder]`; without a folder only `docs/screenshot.png` is made.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { ServerProcess } from '../test/bench/serverProcess.ts';
import { findChromium } from './launch/chromium.mjs';

const root = path.resolve(import.meta.dirname, '..');
const templates = [
  'saas-onboarding-blueprint.en',
  'home-decoration.zh',
  'real-estate-sales.zh',
  'ecommerce-crm.zh-en',
  'b2b-trade-sieve.en',
  'airline-tiers.en',
];
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

interface Shot {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly theme: 'light' | 'dark';
  readonly locale: 'en-GB' | 'zh-CN';
}

async function withPage(browser: Browser, shot: Shot, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: shot.viewport,
    colorScheme: shot.theme,
    locale: shot.locale,
    deviceScaleFactor: 2,
    ...(shot.viewport === phone ? { hasTouch: true, isMobile: true } : {}),
  });
  try {
    await act(await context.newPage());
  } finally {
    await context.close();
  }
}

async function ready(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
}

interface Story {
  readonly template: string;
  /** The touchpoint that is selected. */
  readonly touchpoint: string;
}
const blueprint: Story = {
  template: 'saas-onboarding-blueprint.en',
  touchpoint: 'Imports projects from a spreadsheet',
};
const decoration: Story = { template: 'home-decoration.zh', touchpoint: '体验店参观' };

/** A map being edited: one card selected and the inspector open. */
async function editing(
  browser: Browser,
  server: ServerProcess,
  file: string,
  shot: Shot,
  { template, touchpoint }: Story,
): Promise<void> {
  const map = await server.createMap({ template });
  await withPage(browser, shot, async (page) => {
    await page.addInitScript(() => localStorage.setItem('touchline:name', 'Aino'));
    await page.goto(map.links.edit.url);
    const cards = page.getByTestId('touchpoint');
    await cards.first().waitFor();
    await ready(page);
    // Into the middle of the journey, with the curve in view.
    await page.mouse.move(700, 500);
    await page.mouse.wheel(520, 120);
    await cards
      .filter({ hasText: touchpoint.slice(0, 7) })
      .first()
      .click();
    await page.getByTestId('inspector').waitFor();
    await ready(page);
    await page.screenshot({ path: file });
  });
}

async function everything(browser: Browser, server: ServerProcess, folder: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, viewport] of [
      ['wide', wide],
      ['phone', phone],
    ] as const) {
      await withPage(browser, { viewport, theme, locale: 'en-GB' }, async (page) => {
        await page.goto(server.url);
        await ready(page);
        await page.screenshot({ path: path.join(folder, `home-${name}-${theme}.png`) });
      });
      for (const template of templates) {
        const map = await server.createMap({ template });
        const locale = template.includes('zh') ? 'zh-CN' : 'en-GB';
        await withPage(browser, { viewport, theme, locale }, async (page) => {
          await page.goto(map.links.view.url);
          await page
            .getByTestId(viewport === phone ? 'phone-view' : 'touchpoint')
            .first()
            .waitFor();
          await ready(page);
          await page.screenshot({ path: path.join(folder, `${template}-${name}-${theme}.png`) });
        });
      }
    }
  }
  await editing(
    browser,
    server,
    path.join(folder, 'edit-light-en.png'),
    { viewport: wide, theme: 'light', locale: 'en-GB' },
    blueprint,
  );
  await editing(
    browser,
    server,
    path.join(folder, 'edit-dark-zh.png'),
    { viewport: wide, theme: 'dark', locale: 'zh-CN' },
    decoration,
  );
}

const folder = process.argv[2];
const server = new ServerProcess();
await server.start();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await everything(browser, server, folder);
  } else {
    mkdirSync(path.join(root, 'docs'), { recursive: true });
    const shot = { viewport: wide, theme: 'light', locale: 'en-GB' } as const;
    await editing(browser, server, path.join(root, 'docs/screenshot.png'), shot, blueprint);
  }
} finally {
  await browser.close();
  await server.dispose();
}
