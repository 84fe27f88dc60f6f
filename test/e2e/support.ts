/**
 * What browser tests share: a real server on a free port for each worker, serving the built page, and the few steps
 * every story begins with. Run `npm run build` first (npm test does).
 */
import {
  test as base,
  expect,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';
import type { CreatedMap } from '../../src/protocol/http.ts';
import type { LinkName } from '../../src/protocol/roles.ts';
import { startServer, type ChildServer } from '../support/startServer.ts';

export { expect };

/** `server` is a worker's own; tests that kill a server start one themselves. */
export const test = base.extend<object, { server: ChildServer }>({
  server: [
    // Playwright reads the fixtures a fixture needs from this pattern, so it must be an object pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

export type TemplateName =
  | 'saas-onboarding-blueprint.en'
  | 'airline-tiers.en'
  | 'b2b-trade-sieve.en'
  | 'home-decoration.zh'
  | 'real-estate-sales.zh'
  | 'ecommerce-crm.zh-en';

export interface OpenOptions {
  readonly server: { readonly url: string };
  /** Whose link; the owner's when not given. */
  readonly as?: LinkName;
  /** A map made before; else a new one is made. */
  readonly map?: CreatedMap;
  /** What the person is called; '' as if they had skipped the question. */
  readonly person?: string;
  /** Of the address, with its question mark. */
  readonly query?: string;
}

/** Makes a map through the API. */
export async function createMap(
  server: { readonly url: string },
  wish: { template?: TemplateName; title?: string; document?: unknown },
): Promise<CreatedMap> {
  const response = await fetch(`${server.url}/api/maps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  });
  if (response.status !== 201) throw new Error(`map not made: ${response.status} ${await response.text()}`);
  return (await response.json()) as CreatedMap;
}

/** The path of a link's page. */
export function linkPath(map: CreatedMap, as: LinkName): string {
  return `/m/${map.id}#${map.links[as].token}`;
}

/** Opens a map made from a template and waits until its cards are there. Gives the map with all its links. */
export async function openTemplate(
  page: Page,
  template: TemplateName,
  options: OpenOptions,
): Promise<CreatedMap> {
  const map = options.map ?? (await createMap(options.server, { template }));
  await openMap(page, map, options);
  return map;
}

/** Opens a map through one of its links and waits until its content is there. */
export async function openMap(
  page: Page,
  map: CreatedMap,
  { server, as = 'owner', person = '', query = '' }: OpenOptions,
): Promise<void> {
  await setName(page, person);
  await page.goto(server.url + linkPath(map, as).replace('#', `${query}#`));
  // The first picture of a map can be looked at, not worked with.
  await page.locator('[data-testid="canvas"][data-live="true"], [data-testid="phone-view"]').waitFor();
  await page.getByTestId('touchpoint').or(page.getByTestId('stage')).first().waitFor();
}

/** Answers the question for a name beforehand. */
export async function setName(page: Page, name: string): Promise<void> {
  await page.addInitScript((given) => {
    if (localStorage.getItem('touchline:name') === null) localStorage.setItem('touchline:name', given);
  }, name);
}

/** Another person: a browser context of their own, with its page. Close it with `page.context().close()`. */
export async function newContextPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

/** A phone with a coarse pointer, 390 x 844. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

/** A finger wiped across the page from one x to another, px. */
export async function swipe(page: Page, from: number, to: number, y: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x: from, y }]);
  for (const share of [0.2, 0.5, 0.75, 1]) await touch('touchMove', [{ x: from + (to - from) * share, y }]);
  await touch('touchEnd', []);
}

/** Waits until everything written here is durably stored on the server. */
export async function waitSaved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
}

/** The map's title as a field: a heading of the same test id stands there until the code that edits has come. */
export function titleField(page: Page): Locator {
  return page.locator('input[data-testid="map-title"]');
}
