/** The canvas as everybody sees it: frozen heads, window of cards, wheel, keys, names for screen readers. */
import { cameraAtRest, card, cardNamed, middleOf, openToEdit, smallMap } from './canvasHelpers.ts';
import { createMap, expect, openMap, openTemplate, test } from './support.ts';

test('the wheel moves the map in both axes, with Shift sideways, and stage and lane heads stay at the edges (U13)', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  const head = page.getByTestId('stage').nth(1);
  const lane = page.getByTestId('lane').nth(1);
  const before = { head: await head.boundingBox(), lane: await lane.boundingBox() };
  await page.mouse.move(700, 500);
  await page.mouse.wheel(120, 60);
  await expect
    .poll(async () => Math.round((await head.boundingBox())?.x ?? 0))
    .toBe(Math.round((before.head?.x ?? 0) - 120));
  const after = { head: await head.boundingBox(), lane: await lane.boundingBox() };
  expect(after.head?.y).toBe(before.head?.y);
  expect(after.lane?.x).toBe(before.lane?.x);
  expect(Math.round(after.lane?.y ?? 0)).toBe(Math.round((before.lane?.y ?? 0) - 60));
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 80);
  await page.keyboard.up('Shift');
  await expect
    .poll(async () => Math.round((await head.boundingBox())?.x ?? 0))
    .toBe(Math.round((before.head?.x ?? 0) - 200));
  expect((await lane.boundingBox())?.y).toBe(after.lane?.y);
});

test('a pinch zooms at the pointer and the page itself never zooms (U13)', async ({ page, server }) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  const first = page.getByTestId('touchpoint').first();
  const at = await middleOf(first);
  const width = (await first.boundingBox())?.width ?? 0;
  await page.mouse.move(at.x, at.y);
  const kept = page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        addEventListener('wheel', (event) => requestAnimationFrame(() => done(event.defaultPrevented)), {
          capture: true,
          once: true,
        });
      }),
  );
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await first.boundingBox())?.width ?? 0).toBeGreaterThan(width * 1.1);
  const after = await middleOf(first);
  expect(Math.abs(after.x - at.x)).toBeLessThan(1);
  expect(Math.abs(after.y - at.y)).toBeLessThan(1);
  expect(await kept, 'kept from the browser, which would zoom the page').toBe(true);
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
});

test('space, the middle button and the hand pan, also over a card, and the cursor shows it; space presses the button that has the focus (U14)', async ({
  page,
  server,
}) => {
  const map = await createMap(server, { document: smallMap });
  await openMap(page, map, { server });
  const pays = cardNamed(page, 'Pays');
  const drag = async (button: 'left' | 'middle'): Promise<void> => {
    const from = await middleOf(pays);
    const head = await middleOf(page.getByTestId('stage').first());
    await page.mouse.move(from.x, from.y);
    await page.mouse.down({ button });
    await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
    await page.mouse.up({ button });
    await expect.poll(async () => Math.round((await middleOf(pays)).x - from.x)).toBe(40);
    // The whole map went along: the card was not taken.
    expect(Math.round((await middleOf(page.getByTestId('stage').first())).x - head.x)).toBe(40);
  };
  await page.getByTestId('canvas').getByRole('application').focus();
  await expect(pays).not.toHaveCSS('cursor', 'grab');
  await page.keyboard.down(' ');
  await expect(pays).toHaveCSS('cursor', 'grab');
  await drag('left');
  await page.keyboard.up(' ');
  await expect(pays).not.toHaveCSS('cursor', 'grab');
  await drag('middle');
  await page.keyboard.press('h');
  await expect(pays).toHaveCSS('cursor', 'grab');
  await drag('left');

  const zoom = page.getByTestId('zoom-value');
  const before = Number(await zoom.inputValue());
  await page.getByTestId('status-line').getByRole('button', { name: 'Zoom in' }).focus();
  await page.keyboard.down(' ');
  await expect(page.getByTestId('canvas')).not.toHaveAttribute('data-panning', 'true');
  await page.keyboard.up(' ');
  await expect.poll(async () => Number(await zoom.inputValue())).toBeGreaterThan(before);
});

test('Shift+1 shows the whole map, Shift+2 the selection, Shift+0 one to one (U15)', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'home-decoration.zh', { server, as: 'view' });
  const pane = await page.getByTestId('canvas').boundingBox();
  await page.keyboard.press('Shift+Digit1');
  const last = page.getByTestId('stage').last();
  await expect
    .poll(async () => {
      const box = await last.boundingBox();
      return box && pane ? box.x + box.width <= pane.x + pane.width : false;
    })
    .toBe(true);
  await page.keyboard.press('Shift+Digit0');
  const widest = () =>
    Math.max(
      ...[...document.querySelectorAll('[data-testid="touchpoint"]')].map(
        (card) => card.getBoundingClientRect().width,
      ),
    );
  await expect.poll(async () => Math.round(await page.evaluate(widest))).toBe(208);

  // The selection fills the view, and the zoom can be typed within its bounds.
  const zoom = page.getByTestId('zoom-value');
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  const chosen = page.locator('[data-testid="touchpoint"]:focus');
  await expect(chosen).toHaveCount(1);
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+Digit2');
  await expect.poll(async () => Number(await zoom.inputValue())).toBeGreaterThan(100);
  await expect(chosen).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  // The field tells the zoom a moment later, and must not do so while it is filled.
  await cameraAtRest(page);
  for (const [typed, taken] of [
    ['37', '37'],
    ['5', '10'],
    ['900', '400'],
  ] as const) {
    await zoom.fill(typed);
    await zoom.press('Enter');
    await expect(zoom).toHaveValue(taken);
  }
});

test('every thing is named for screen readers and the canvas is one stop of the Tab key (U7, U56)', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  await expect(page.getByRole('application', { name: 'Journey map' })).toBeVisible();
  const label = await cardNamed(page, 'Signs up').getAttribute('aria-label');
  expect(label).toMatch(
    /^Touchpoint Signs up, at B2, stage 2 of 7, lane Customer actions, channel .+, emotion \+0\.4, neutral/,
  );
  const stops = await page.evaluate(
    () =>
      document.querySelectorAll(
        '.react-flow [tabindex="0"], .react-flow[tabindex="0"], .react-flow button:not([tabindex="-1"])',
      ).length,
  );
  expect(stops).toBe(1);
});

test('arrows go through the items in the order of the journey, whatever the order of their making (U7)', async ({
  page,
  server,
}) => {
  const reversed = { ...smallMap, touchpoints: smallMap.touchpoints.toReversed() };
  const map = await createMap(server, { document: reversed });
  await openMap(page, map, { server, as: 'view' });
  await page.getByRole('application', { name: 'Journey map' }).focus();
  for (const title of ['Reads reviews', 'Visits the shop', 'Pays']) {
    await page.keyboard.press('ArrowRight');
    await expect(cardNamed(page, title)).toBeFocused();
  }
});

test('only the cards near the view are mounted, and others as soon as one gets there', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  const far = cardNamed(page, 'Tells another agency owner');
  await expect(far).toHaveCount(0);
  await page.mouse.move(700, 500);
  for (let step = 0; step < 6; step += 1) await page.mouse.wheel(400, 0);
  await expect(far).toBeVisible();
});

test('wheel and drag keep the map in view: little desk before it, a third of the view behind it', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'home-decoration.zh', { server, as: 'view' });
  const pane = await page.getByRole('application', { name: 'Journey map' }).boundingBox();
  if (!pane) throw new Error('no canvas');
  const first = page.getByTestId('stage').first();
  const lane = page.getByTestId('lane').first();
  await page.mouse.move(700, 500);
  for (let step = 0; step < 5; step += 1) await page.mouse.wheel(-900, -900);
  await expect
    .poll(async () => Math.round((await first.boundingBox())?.x ?? 0))
    .toBe(Math.round(pane.x + 120));
  await expect
    .poll(async () => Math.round((await lane.boundingBox())?.y ?? 0))
    .toBe(Math.round(pane.y + 120));
  for (let step = 0; step < 12; step += 1) await page.mouse.wheel(900, 900);
  const lastStage = page.getByTestId('stage').last();
  const lastLane = page.getByTestId('lane').last();
  const end = async (axis: 'x' | 'y'): Promise<number> => {
    const box = await (axis === 'x' ? lastStage : lastLane).boundingBox();
    return box ? (axis === 'x' ? box.x + box.width - pane.x : box.y + box.height - pane.y) : 0;
  };
  await expect.poll(async () => Math.abs((await end('x')) - pane.width / 3)).toBeLessThan(2);
  await expect.poll(async () => Math.abs((await end('y')) - pane.height / 3)).toBeLessThan(2);
});

test('the frame of the sheet index shows what is seen, from the first moment', async ({ page, server }) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  const frame = page.locator('[data-part="index-frame"]');
  const index = page.getByRole('img', { name: 'Overview of the whole map' });
  const share = async (): Promise<number> =>
    ((await frame.boundingBox())?.width ?? 0) / ((await index.boundingBox())?.width ?? 1);
  // Seven stages at 80 %: some two of them are seen.
  await expect.poll(share).toBeLessThan(0.6);
  expect(await share()).toBeGreaterThan(0.05);
});

test('names of lanes are shortened to whole lines at every zoom', async ({ page, server }) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  const cut = () =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="lane"]')]
      .filter((lane) => lane.style.display !== 'none' && lane.dataset['size'] !== 'none')
      .filter((lane) => {
        const name = lane.querySelector<HTMLElement>('[data-part="name"]');
        if (!name) return true;
        const box = name.getBoundingClientRect();
        const lines = box.height / Number.parseFloat(getComputedStyle(name).lineHeight);
        return (
          box.bottom > lane.getBoundingClientRect().bottom + 0.5 || Math.abs(lines - Math.round(lines)) > 0.06
        );
      })
      .map((lane) => lane.title);
  await page.keyboard.press('Shift+Digit1');
  for (let step = 0; step < 4; step += 1) {
    await expect.poll(() => page.evaluate(cut)).toEqual([]);
    await page.keyboard.press('Control+=');
  }
});

test('in mid-zoom every card has its true box and the focus, unseen and without being painted for it', async ({
  page,
  server,
}) => {
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  await cameraAtRest(page);
  const one = page.getByTestId('touchpoint').first();
  await one.focus();
  const cards = page.locator('.react-flow__nodes');
  // A layer of their own at rest already: else the browser paints each of them anew to hide them.
  await expect(cards).toHaveCSS('will-change', 'opacity');
  await one.evaluate((element) => {
    const seen: { hidden: boolean; ratio: number }[] = [];
    Object.assign(window, { seen });
    const width = element.getBoundingClientRect().width;
    const layer = element.closest('.react-flow__nodes');
    const scaleOf = (): number =>
      new DOMMatrix(getComputedStyle(element.closest('.react-flow__viewport') ?? element).transform).a;
    const before = scaleOf();
    const look = (): void => {
      const hidden = layer !== null && getComputedStyle(layer).opacity === '0';
      const ratio = element.getBoundingClientRect().width / width / (scaleOf() / before);
      seen.push({ hidden, ratio: Math.round(ratio * 1000) / 1000 });
      requestAnimationFrame(look);
    };
    look();
  });
  await page.mouse.move(700, 500);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, 20);
  await page.keyboard.up('Control');
  const seen = () => page.evaluate(() => Reflect.get(window, 'seen') as { hidden: boolean; ratio: number }[]);
  await expect.poll(async () => (await seen()).some(({ hidden }) => hidden)).toBe(true);
  await expect(cards).toHaveCSS('opacity', '1');
  expect((await seen()).filter(({ ratio }) => ratio !== 1)).toEqual([]);
  await expect(one).toBeFocused();
});

test('the frame of a card in hand is as wide at every zoom', async ({ page, server }) => {
  await openToEdit(page, await createMap(server, { document: smallMap }), { server });
  for (const turn of [-20, 60]) {
    const from = await middleOf(cardNamed(page, 'Pays'));
    await page.mouse.move(from.x, from.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, turn);
    await page.keyboard.up('Control');
    await cameraAtRest(page);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 10, { steps: 4 });
    // The width it is given; browsers round lines to whole pixels.
    const width = () =>
      page.locator('[data-held="true"]').evaluate((element) => {
        const viewport = element.closest('.react-flow__viewport') ?? element;
        const zoom = new DOMMatrix(getComputedStyle(viewport).transform).a;
        return Number.parseFloat(getComputedStyle(element).getPropertyValue('--px')) * zoom;
      });
    expect(await width()).toBeCloseTo(1);
    await page.keyboard.down('Control');
    for (let by = 0; by < 6; by += 1) await page.mouse.wheel(0, turn);
    await page.keyboard.up('Control');
    await cameraAtRest(page);
    expect(await width(), 'zoomed with it in hand').toBeCloseTo(1);
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
});

test('when nothing is in view there is a way back to the map (U35)', async ({ page, server }) => {
  const stages = [smallMap.stages[0], { id: 's2', name: 'Buy', width: 2400 }];
  const touchpoints = smallMap.touchpoints.filter((touchpoint) => touchpoint.stageId === 's1');
  const map = await createMap(server, { document: { ...smallMap, stages, touchpoints } });
  await openToEdit(page, map, { server });
  await page.mouse.move(700, 500);
  for (let step = 0; step < 6; step += 1) await page.mouse.wheel(900, 0);
  // The far end of the map is in view; then it is taken away.
  const far = page.getByTestId('stage').last();
  await expect.poll(async () => (await far.boundingBox())?.x ?? 0).toBeLessThan(-900);
  await expect(page.getByRole('button', { name: 'Back to content' })).toHaveCount(0);
  await far.click({ button: 'right', position: { x: 1500, y: 20 } });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Back to content' }).click();
  await expect(page.getByTestId('touchpoint').first()).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Back to content' })).toHaveCount(0);
});

test('a viewer selects and pans, but drags and edits nothing (U51)', async ({ page, server }) => {
  const map = await createMap(server, { document: smallMap });
  await openMap(page, map, { server, as: 'view' });
  const pays = cardNamed(page, 'Pays');
  const from = await middleOf(pays);
  await pays.click();
  await expect(page.locator('[data-part="selection-frame"]')).toHaveCount(1);
  await page.mouse.dblclick(from.x, from.y);
  await page.keyboard.press('n');
  await page.keyboard.press('Delete');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y, { steps: 4 });
  await page.mouse.up();
  // The press on a card pans, as anywhere else.
  await expect.poll(async () => Math.round((await middleOf(pays)).x - from.x)).toBe(60);
  await expect(page.getByTestId('canvas-text')).toHaveCount(0);
  await expect(card(page, (await pays.getAttribute('data-id')) ?? '')).toBeVisible();
  await expect(page.getByTestId('link-port')).toHaveCount(0);
});

test('with reduced motion the camera jumps (U59)', async ({ page, server }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openTemplate(page, 'saas-onboarding-blueprint.en', { server, as: 'view' });
  const widths = await page.evaluate(async () => {
    const read = (): number =>
      document.querySelector('[data-testid="stage"]')?.getBoundingClientRect().width ?? 0;
    const seen = [read()];
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '!', code: 'Digit1', shiftKey: true }));
    for (let frame = 0; frame < 20; frame += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      const width = read();
      if (width !== seen.at(-1)) seen.push(width);
    }
    return seen;
  });
  expect(widths.length).toBe(2);
  // Nothing else moves by itself either: no pulsing, no sweeping.
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
