/** What the canvas' browser tests share: cards by id, drags by hand, and the map as the server has it. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { Point } from '../../src/layout/scene.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { createMap, newContextPage, openMap, type OpenOptions } from './support.ts';

export interface FileRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}
export type FileMap = { readonly [collection: string]: readonly FileRecord[] };

export function card(page: Page, id: string): Locator {
  return page.locator(`[data-testid="touchpoint"][data-id="${id}"]`);
}

export function cardNamed(page: Page, title: string): Locator {
  return page.locator(`[data-testid="touchpoint"][aria-label^="Touchpoint ${title},"]`);
}

export async function middleOf(thing: Locator): Promise<{ x: number; y: number }> {
  const box = await thing.boundingBox();
  if (!box) throw new Error('nothing to point at');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Opens a map and waits until the editing part of the canvas is there. */
export async function openToEdit(page: Page, map: CreatedMap, options: OpenOptions): Promise<void> {
  await openMap(page, map, options);
  await page.locator('[data-testid="canvas"][data-editing="ready"]').waitFor();
}

/** Makes the small map and opens it to edit. */
export async function openSmallMap(
  page: Page,
  server: { readonly url: string },
  person = '',
): Promise<CreatedMap> {
  const map = await createMap(server, { document: smallMap });
  await openToEdit(page, map, { server, person });
  return map;
}

/** The small map, open to edit by Ana on this page and by Jonas on another; close that with `other.context().close()`. */
export async function openSmallMapForTwo(
  page: Page,
  browser: Browser,
  server: { readonly url: string },
): Promise<{ map: CreatedMap; other: Page }> {
  const map = await openSmallMap(page, server, 'Ana');
  const other = await newContextPage(browser);
  await openToEdit(other, map, { server, as: 'edit', person: 'Jonas' });
  return { map, other };
}

/** Runs an action, or goes to a place, by its name in the palette; the choice when the action asks for one. */
export async function runAction(page: Page, name: string, choice?: string): Promise<void> {
  const palette = page.getByTestId('palette');
  const first = palette.getByRole('option').first();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(name);
  await expect(first).toContainText(name);
  await page.keyboard.press('Enter');
  if (choice === undefined) return;
  await expect(palette.getByRole('heading')).toHaveText(name);
  await page.keyboard.type(choice);
  await expect(first).toContainText(choice);
  await page.keyboard.press('Enter');
}

/**
 * A point on the screen on the first link of a map: links are drawn and not elements, so it is found in the layout of
 * what the server has, beside a card that is mounted.
 */
export async function pointOnLink(
  page: Page,
  server: { readonly url: string },
  map: CreatedMap,
): Promise<{ x: number; y: number }> {
  const parsed = parseMap(await storedMap(server, map));
  if (!parsed.ok) throw new Error('the stored map is not valid');
  const layout = layoutMap(parsed.map, layoutOptionsFor(parsed.map));
  const route = layout.links[0]?.route ?? [];
  const runs = route.slice(1).map((to, index) => ({ from: route[index] ?? to, to }));
  const [longest] = runs.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const id = parsed.map.touchpoints[0]?.id ?? '';
  const drawn = layout.cards.get(id);
  const shown = await card(page, id).boundingBox();
  if (!longest || !drawn || !shown) throw new Error('no link to point at');
  const zoom = shown.width / drawn.width;
  return {
    x: shown.x + ((longest.from.x + longest.to.x) / 2 - drawn.x) * zoom,
    y: shown.y + ((longest.from.y + longest.to.y) / 2 - drawn.y) * zoom,
  };
}

function lengthOf({ from, to }: { readonly from: Point; readonly to: Point }): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Presses in the middle of a thing and moves by so many px; the button stays down. */
export async function beginDrag(page: Page, thing: Locator, dx: number, dy: number): Promise<void> {
  const { x, y } = await middleOf(thing);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 });
  await page.mouse.move(x + dx, y + dy, { steps: 3 });
}

/** Waits until the camera has come to rest: the map stands where it stood for some frames. */
export async function cameraAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const place = (): string =>
      document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
    let last = place();
    for (let still = 0; still < 12;) {
      await new Promise((done) => requestAnimationFrame(done));
      still = place() === last ? still + 1 : 0;
      last = place();
    }
  });
}

/** The map as the server has it. */
export async function storedMap(server: { readonly url: string }, map: CreatedMap): Promise<FileMap> {
  const answer = await fetch(`${server.url}/api/maps/${map.id}/document`, {
    headers: { authorization: `Bearer ${map.links.owner.token}` },
  });
  if (!answer.ok) throw new Error(`document not read: ${answer.status}`);
  return (await answer.json()) as FileMap;
}

/** Waits until a record on the server has these fields. */
export async function expectStored(
  server: { readonly url: string },
  map: CreatedMap,
  collection: string,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  await expect
    .poll(async () => (await storedMap(server, map))[collection]?.find((record) => record.id === id), {
      message: `${collection} ${id}`,
    })
    .toMatchObject(fields);
}

/** How many records of a collection the server has; waits until it is so. */
export async function expectCount(
  server: { readonly url: string },
  map: CreatedMap,
  collection: string,
  count: number,
): Promise<void> {
  await expect
    .poll(async () => (await storedMap(server, map))[collection]?.length ?? 0, { message: collection })
    .toBe(count);
}

/** A small map whose ids a test knows: two stages, a contact, an emotion and a thoughts lane, three touchpoints. */
export const smallMap = {
  format: 'touchline/1',
  map: { id: 'small', title: 'Small map', language: 'en' },
  stages: [
    { id: 's1', name: 'Look', width: 640 },
    { id: 's2', name: 'Buy', width: 640 },
  ],
  lanes: [
    { id: 'l1', name: 'Contact', kind: 'contact', height: 420 },
    { id: 'l2', name: 'Emotion', kind: 'emotion' },
    { id: 'l3', name: 'Thoughts', kind: 'thoughts' },
  ],
  touchpoints: [
    { id: 't1', title: 'Reads reviews', stageId: 's1', laneId: 'l1', t: 0.2, emotion: 0.5 },
    { id: 't2', title: 'Visits the shop', stageId: 's1', laneId: 'l1', t: 0.7, emotion: -1 },
    { id: 't3', title: 'Pays', stageId: 's2', laneId: 'l1', t: 0.4, emotion: 1 },
  ],
  insights: [{ id: 'n1', text: 'Is it worth it?', stageId: 's1', laneId: 'l3', kind: 'question' }],
};

/** The id a record has on the server, found by its title, name or text; waits until the server has it. */
export async function idOf(
  server: { readonly url: string },
  map: CreatedMap,
  collection: string,
  words: string,
): Promise<string> {
  let id = '';
  await expect
    .poll(
      async () => {
        const records = (await storedMap(server, map))[collection] ?? [];
        id =
          records.find(
            (record) => record['title'] === words || record['name'] === words || record['text'] === words,
          )?.id ?? '';
        return id;
      },
      { message: `${words} in ${collection}` },
    )
    .not.toBe('');
  return id;
}
