/** The drawing below the cards at rest after a zoom: the one that is drawn whole, in its place. */
import type { Page } from '@playwright/test';
import { largeMap } from '../support/largeMap.ts';
import { cameraAtRest, openToEdit } from './canvasHelpers.ts';
import { createMap, expect, test } from './support.ts';

/** Where the drawing lies, and which part of the pane's pixels it shows otherwise than when it was last asked for. */
function look(page: Page): Promise<{ readonly changed: number; readonly at: string }> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-part="underlay"]');
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!canvas || !pane) throw new Error('no canvas');
    const known = document.querySelector<HTMLCanvasElement>('#seen-before');
    const copy = known ?? document.createElement('canvas');
    const context = copy.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no context');
    if (!known) {
      Object.assign(copy, { id: 'seen-before', hidden: true });
      Object.assign(copy, { width: Math.round(pane.width), height: Math.round(pane.height) });
      document.body.append(copy);
    }
    const pixels = () => new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
    const before = pixels();
    const lies = canvas.getBoundingClientRect();
    context.drawImage(canvas, Math.round(lies.x - pane.x), Math.round(lies.y - pane.y));
    const changed = pixels().filter((value, at) => value !== before[at]).length / before.length;
    return { changed, at: canvas.style.transform };
  });
}

function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  }, count);
}

/** Has it drawn whole, as for letters that have come late; which part of it was otherwise before. */
async function changedByDrawing(page: Page): Promise<number> {
  await page.evaluate(() => document.fonts.dispatchEvent(new Event('loadingdone')));
  await frames(page, 2);
  return (await look(page)).changed;
}

test('at rest after a zoom it is the same as drawn whole, by wheel, with a pan after it, and by keys', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { document: largeMap(200) });
  await openToEdit(page, map, { server });
  const pane = await page.locator('.react-flow').boundingBox();
  if (!pane) throw new Error('no canvas');
  await page.mouse.move(pane.x + pane.width * 0.4, pane.y + pane.height * 0.6);
  /** How often the drawing has been shown at another size than it was drawn. */
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-part="underlay"]');
    if (!canvas) throw new Error('no canvas');
    new MutationObserver(() => {
      if (canvas.style.transform.includes('scale')) canvas.dataset['scaled'] = 'true';
    }).observe(canvas, { attributeFilter: ['style'] });
  });
  const turn = async (deltaY: number): Promise<void> => {
    await page.keyboard.down('Control');
    for (let step = 0; step < 12; step += 1) {
      await page.mouse.wheel(0, deltaY);
      await frames(page, 1);
    }
    await page.keyboard.up('Control');
  };
  await look(page);
  const expectWhole = async (): Promise<void> => {
    await cameraAtRest(page);
    await frames(page, 30);
    const { changed, at } = await look(page);
    expect(at).toBe('translate(0px, 0px)');
    expect(changed).toBeGreaterThan(0.05);
    // Edges and letters may be a hair otherwise where less around the pane is drawn with it.
    expect(await changedByDrawing(page)).toBeLessThan(0.005);
  };
  await turn(9);
  await expectWhole();
  await turn(-11);
  await expectWhole();
  await turn(7);
  for (const deltaX of [7.5, 12, 3.25]) await page.mouse.wheel(deltaX, 5);
  await expectWhole();
  await page.keyboard.press('ControlOrMeta+=');
  await expectWhole();
  expect(await page.locator('[data-part="underlay"]').getAttribute('data-scaled')).toBe('true');
});
