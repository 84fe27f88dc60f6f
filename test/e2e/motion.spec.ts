/**
 * Who wants less motion gets none (U59): through every part of the page nothing moves or pulses by itself, whether by a
 * style sheet, a script or a scroll. The same watch over the same things finds motion where nobody asked for less.
 */
import type { Browser, Page } from '@playwright/test';
import { card, idOf, middleOf, openSmallMapForTwo, runAction } from './canvasHelpers.ts';
import { phoneParts, wideParts, type Part } from './partsOfPage.ts';
import {
  createMap,
  expect,
  linkPath,
  newContextPage,
  openTemplate,
  phone,
  setName,
  swipe,
  test,
} from './support.ts';

const template = 'saas-onboarding-blueprint.en';

/** From the page's first moment on: notes what moves by itself. Gives what was seen until now, each kind once. */
async function watchMotion(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { motionSeen: seen });
    const nameOf = (thing: Element | null): string =>
      thing?.getAttribute('data-testid') ??
      thing?.getAttribute('data-part') ??
      thing?.getAttribute('class') ??
      'page';

    // What the browser moves: style sheets and animations of scripts. One that is paused follows the hand.
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { effect, playState } = animation;
        const { duration = 0, iterations = 1 } = effect?.getComputedTiming() ?? {};
        if (playState !== 'running' || (Number(duration) === 0 && iterations !== Infinity)) continue;
        const what =
          'animationName' in animation
            ? animation.animationName
            : 'transitionProperty' in animation
              ? animation.transitionProperty
              : 'script';
        seen.add(
          `animation ${String(what)} of ${nameOf(effect instanceof KeyframeEffect ? effect.target : null)}`,
        );
      }
    };
    addEventListener('animationstart', look, true);
    addEventListener('transitionrun', look, true);

    // What scripts move, a little with each frame, while no hand does.
    const runs = new Map<Element, { last: string; frame: number; steps: number }>();
    let frame = 0;
    let hand = -99;
    for (const type of ['pointermove', 'pointerdown', 'wheel', 'touchmove', 'resize'])
      addEventListener(type, () => (hand = frame), true);
    const count = (): void => {
      frame += 1;
      look();
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (!(target instanceof HTMLElement || target instanceof SVGElement)) continue;
        const { transform, translate, scale, left, top, opacity, width } = target.style;
        const now = [transform, translate, scale, left, top, opacity, width].join();
        const run = runs.get(target);
        if (!run || run.last === now) runs.set(target, run ?? { last: now, frame, steps: 0 });
        else {
          const steps = frame === run.frame ? run.steps : frame - run.frame <= 2 ? run.steps + 1 : 1;
          runs.set(target, { last: now, frame, steps });
          if (steps >= 3 && frame - hand > 3) seen.add(`script moves ${nameOf(target)}`);
        }
      }
    }).observe(document, { subtree: true, attributeFilter: ['style'] });

    // What is scrolled smoothly: asked for by a script or by a style.
    for (const on of [Element.prototype, window] as const)
      for (const name of ['scroll', 'scrollTo', 'scrollBy', 'scrollIntoView'] as const) {
        const held: unknown = Reflect.get(on, name);
        if (typeof held !== 'function') continue;
        const watched = function (this: unknown, ...given: unknown[]): unknown {
          const [options] = given;
          if (
            options !== null &&
            typeof options === 'object' &&
            'behavior' in options &&
            options.behavior === 'smooth'
          )
            seen.add(`smooth ${name}`);
          return Reflect.apply(held, this, given);
        };
        Reflect.set(on, name, watched);
      }
  });
  return () =>
    page.evaluate(async () => {
      // What a step began shows itself in the frames after it.
      for (let frames = 0; frames < 8; frames += 1) await new Promise((go) => requestAnimationFrame(go));
      const { motionSeen } = globalThis as unknown as { motionSeen: Set<string> };
      for (const element of document.querySelectorAll('*'))
        if (getComputedStyle(element).scrollBehavior === 'smooth')
          motionSeen.add(`smooth scrolling of ${element.tagName}`);
      return [...motionSeen];
    });
}

/** What is to be waited for stays away until `release`. */
async function hold(page: Page, address: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** From far away to all of it and back: the camera goes. */
async function moveCamera(page: Page): Promise<void> {
  await runAction(page, 'Show the whole map');
  await runAction(page, 'Zoom to 100%');
}

/** A file that the server has not drawn yet: the bar tells that it goes on. */
async function showProgress(page: Page): Promise<void> {
  await runAction(page, 'Export…');
  const dialog = page.getByTestId('export-dialog');
  const release = await hold(page, /export\.pdf/);
  await dialog.getByRole('radio', { name: /^PDF/ }).check({ force: true });
  await dialog.getByTestId('export-now').click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('data-unknown', 'true');
  const came = page.waitForEvent('download');
  release();
  await came;
  await expect(dialog.getByTestId('export-status')).toHaveText(/^Saved /);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
}

/** Another person's cursor comes, moves, comes to rest, and drags a card. */
async function showAnother(page: Page, other: Page, id: string): Promise<void> {
  const cursor = page.getByTestId('cursor');
  await other.mouse.move(600, 400);
  await other.mouse.move(660, 420);
  await expect(cursor).toBeVisible();
  await expect(cursor).toHaveAttribute('data-resting', 'true');
  // In one move, as what follows a hand at every step is no motion by itself.
  const { x, y } = await middleOf(card(other, id));
  const before = await card(page, id).boundingBox();
  await other.mouse.move(x, y);
  await other.mouse.down();
  await other.mouse.move(x + 90, y + 60);
  await expect
    .poll(async () => (await card(page, id).boundingBox())?.x)
    .toBeGreaterThan((before?.x ?? 0) + 50);
  await other.mouse.up();
  await expect(cursor).not.toHaveAttribute('data-resting', 'true');
  await expect.poll(() => card(page, id).evaluate((element) => element.style.translate)).toBe('');
}

async function open(browser: Browser, reducedMotion: 'reduce' | 'no-preference', more = {}) {
  // What is fetched through the service worker cannot be held up.
  const page = await newContextPage(browser, { reducedMotion, serviceWorkers: 'block', ...more });
  return { page, moved: await watchMotion(page) };
}

async function openPart(page: Page, part: Part): Promise<void> {
  await part.open(page);
  await page.getByTestId(part.id).waitFor();
}

test('with reduced motion nothing moves by itself in any part of a wide page (U59)', async ({
  browser,
  server,
}) => {
  test.slow();
  const { page, moved } = await open(browser, 'reduce');
  await openTemplate(page, template, { server, person: 'Ana' });
  await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
  expect(await moved(), 'canvas').toEqual([]);
  await moveCamera(page);
  await page.keyboard.press('Control+=');
  await page.getByTestId('touchpoint').last().focus();
  expect(await moved(), 'camera').toEqual([]);
  for (const part of wideParts) {
    await openPart(page, part);
    expect(await moved(), part.name).toEqual([]);
    if (part.close) await part.close(page);
    else await page.keyboard.press('Escape');
  }
  await page.keyboard.press('PageDown');
  await runAction(page, 'Show as map');
  await showProgress(page);
  expect(await moved(), 'export').toEqual([]);
  await page.context().close();
});

test('with reduced motion nobody else’s cursor or card fades or glides, and a message stands still (U59)', async ({
  browser,
  server,
}) => {
  const { page, moved } = await open(browser, 'reduce');
  const { map, other } = await openSmallMapForTwo(page, browser, server);
  await showAnother(page, other, await idOf(server, map, 'touchpoints', 'Pays'));
  expect(await moved(), 'cursor').toEqual([]);
  // A page of a test may not read the clipboard, and says how it is done.
  await runAction(page, 'Paste');
  await expect(page.getByTestId('toast')).toBeVisible();
  await other.context().close();
  await expect(page.getByTestId('cursor')).toHaveCount(0);
  expect(await moved(), 'toast').toEqual([]);
  await page.context().close();
});

test('with reduced motion the home page, a map that is on its way and its first picture stand still (U59)', async ({
  browser,
  server,
}) => {
  const { page, moved } = await open(browser, 'reduce');
  await setName(page, '');
  await page.goto(server.url);
  await page.getByTestId('template').first().hover();
  await page.keyboard.press('End');
  const rows = Buffer.from('Step,Stage,Emotion\nCalls us,Calling,1.5\nSigns,Signing,2\n');
  await page.getByTestId('import-file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: rows });
  await page.getByTestId('import-now').waitFor();
  expect(await moved(), 'home').toEqual([]);
  const map = await createMap(server, { template });
  const release = await hold(page, /\/assets\/(openLive|live|LiveCanvas)-/);
  const answer = await hold(page, /\/api\/maps\/[^/]+$/);
  await page.goto(server.url + linkPath(map, 'edit'));
  await expect(page.getByTestId('loading')).not.toBeEmpty();
  expect(await moved(), 'loading').toEqual([]);
  answer();
  await page.locator('[data-part="underlay"][data-drawn="true"]').waitFor();
  const stage = await page.getByTestId('stage').first().boundingBox();
  await page.mouse.click((stage?.x ?? 0) + 60, (stage?.y ?? 0) + 200);
  expect(await moved(), 'first picture').toEqual([]);
  release();
  await page.locator('[data-testid="canvas"][data-live="true"]').waitFor();
  expect(await moved(), 'live').toEqual([]);
  await page.context().close();
});

test('with reduced motion nothing moves by itself on a phone (U59)', async ({ browser, server }) => {
  const { page, moved } = await open(browser, 'reduce', phone);
  await openTemplate(page, template, { server, person: 'Ana' });
  expect(await moved(), 'phone').toEqual([]);
  await page.getByTestId('touchpoint').first().getByRole('button').tap();
  await page.getByTestId('touchpoint-details').waitFor();
  expect(await moved(), 'touchpoint').toEqual([]);
  await page.keyboard.press('Escape');
  for (const part of phoneParts) {
    await openPart(page, part);
    expect(await moved(), part.name).toEqual([]);
    await page.getByTestId(part.id).getByRole('button', { name: 'Close' }).first().tap();
  }
  for (const [name, id] of [
    ['Table', 'table-view'],
    ['Insights', 'insights-view'],
  ] as const) {
    await page.getByTestId('phone-menu').tap();
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).tap();
    await page.getByTestId(id).waitFor();
    expect(await moved(), name).toEqual([]);
    await page.getByRole('button', { name: 'Show as map' }).tap();
  }
  await swipe(page, 320, 100, 520);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Start the trial');
  expect(await moved(), 'swipe').toEqual([]);
  await page.context().close();
});

test('where nobody asked for less the same watch sees the camera go, the bar of an export and a cursor’s fading', async ({
  browser,
  server,
}) => {
  const { page, moved } = await open(browser, 'no-preference');
  const { map, other } = await openSmallMapForTwo(page, browser, server);
  await moveCamera(page);
  await expect.poll(moved).toContainEqual(expect.stringMatching(/^script moves .*viewport/));
  await showProgress(page);
  expect(await moved()).toContainEqual(expect.stringMatching(/^animation .*sweep/));
  await showAnother(page, other, await idOf(server, map, 'touchpoints', 'Pays'));
  expect(await moved()).toContain('animation opacity of cursor');
  await page.evaluate(() => scrollTo({ top: 1, behavior: 'smooth' }));
  expect(await moved()).toContain('smooth scrollTo');
  await other.context().close();
  await page.context().close();
});
