/**
 * The canvas in a real browser: load, pan, zoom to fit and back, and drag one card, at 200, 1,000 and 2,000
 * touchpoints, with real wheel and mouse events. Frames are counted by the page's own requestAnimationFrame.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/launch/chromium.mjs';
import { largeMap } from '../support/largeMap.ts';
import { percentile, report } from './figures.ts';
import { ServerProcess } from './serverProcess.ts';

const sizes = [200, 1000, 2000];
const roundsPerSize = 3;

interface Frames {
  readonly p95: number;
  readonly perSecond: number;
}

/** Runs a gesture and gives the frame times that the page saw meanwhile. */
async function framesDuring(page: Page, gesture: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames, benchRunning: true });
    let last = performance.now();
    const tick = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (Reflect.get(window, 'benchRunning')) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await gesture();
  const frames = await page.evaluate(() => {
    Reflect.set(window, 'benchRunning', false);
    return Reflect.get(window, 'benchFrames') as number[];
  });
  const total = frames.reduce((sum, one) => sum + one, 0);
  return { p95: percentile(frames, 0.95), perSecond: (frames.length * 1000) / total };
}

async function pan(page: Page): Promise<void> {
  await page.mouse.move(720, 450);
  for (let step = 0; step < 90; step += 1)
    await page.mouse.wheel(step < 45 ? 40 : -40, step % 2 === 0 ? 12 : -12);
}

async function zoomToFitAndBack(page: Page): Promise<void> {
  await page.mouse.move(720, 450);
  await page.keyboard.down('Control');
  for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, step < 30 ? 60 : -60);
  await page.keyboard.up('Control');
}

/** A point on a card that is mounted well inside the view, once the camera is at rest. */
async function pointOnCard(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const found = await page.waitForFunction(() => {
    for (const card of document.querySelectorAll('[data-testid="touchpoint"]')) {
      const { x, y, width, height } = card.getBoundingClientRect();
      if (x > 200 && x + width < 1000 && y > 200 && y + height < 800)
        return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  });
  const point = await found.jsonValue();
  if (!point) throw new Error('no card in view to drag');
  return point;
}

async function dragOne(page: Page): Promise<void> {
  const { x, y } = await pointOnCard(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) await page.mouse.move(x + step * 4, y + (step % 10));
  await page.mouse.up();
}

async function measure(
  browser: Browser,
  server: ServerProcess,
  size: number,
): Promise<Record<string, number>> {
  const map = await server.createMap({ document: largeMap(size) });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    const began = performance.now();
    await page.goto(map.links.edit.url);
    await page.getByTestId('touchpoint').first().waitFor();
    const load = performance.now() - began;
    const skip = page.getByRole('button', { name: /Skip|Later/ });
    if (await skip.isVisible()) await skip.click();
    const panned = await framesDuring(page, () => pan(page));
    const zoomed = await framesDuring(page, () => zoomToFitAndBack(page));
    await page.keyboard.press('Shift+Digit0');
    await pointOnCard(page);
    const dragged = await framesDuring(page, () => dragOne(page));
    return {
      'load until the first card': load,
      'pan, p95 frame': panned.p95,
      'pan, frames a second': panned.perSecond,
      'zoom out and back, p95 frame': zoomed.p95,
      'drag one, p95 frame': dragged.p95,
    };
  } finally {
    await page.close();
  }
}

export async function benchCanvas(): Promise<void> {
  const server = new ServerProcess();
  await server.start();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    for (const size of sizes) {
      const results: Record<string, number>[] = [];
      for (let round = 0; round < roundsPerSize; round += 1)
        results.push(await measure(browser, server, size));
      for (const figure of Object.keys(results[0] ?? {})) {
        const unit = figure.includes('a second') ? '1/s' : 'ms';
        report(
          'canvas',
          figure,
          unit,
          results.map((one) => one[figure] ?? Number.NaN),
          { touchpoints: size },
        );
      }
    }
  } finally {
    await browser.close();
    await server.dispose();
  }
}
