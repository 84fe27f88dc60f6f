/** What it costs a page that somebody else changes one title, in view and out of view. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Y from 'yjs';
import { frameKind, subprotocol } from '../../../src/protocol/frames.ts';
import { median } from '../figures.ts';
import type { Row } from '../results.ts';
import { LoadClient } from '../sync/loadClient.ts';
import { row, type OpenPage } from './ownFigures.ts';

const changes = 40;
const changeEveryMs = 40;
const changeRounds = 5;
/** What changes put off until it is quiet is done by then. */
const putOffMs = 2500;

export interface RemoteChange {
  /** Milliseconds of script, style and layout in the page for one title that somebody else changes. */
  readonly on: number;
  readonly off: number;
  /** What that many changes off screen leave to be done once it is quiet, ms for all of them. */
  readonly putOff: number;
}

/**
 * Each figure is taken from a page at rest: what changes put off until it is quiet (the checks, the picture below mounted
 * cards) would else count for what is measured next, and be taken off again as what the page does by itself.
 */
export async function remoteChange({ browser, map, serverUrl }: OpenPage): Promise<RemoteChange> {
  const client = new LoadClient(
    {
      url: `${serverUrl.replace('http', 'ws')}/sync/${map.id}`,
      protocols: [subprotocol, map.links.edit.token],
      prefix: new Uint8Array(),
      greeting: [],
      syncKinds: [frameKind.sync],
      storedKind: null,
    },
    true,
  );
  try {
    await client.synced();
    const touchpoints = client.doc.getMap<Y.Map<unknown>>('touchpoints');
    const seen = await browser.page
      .locator('[data-testid="touchpoint"]')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-id') ?? ''));
    const mounted = new Set(seen);
    const unseen = [...touchpoints.keys()].filter((id) => !mounted.has(id));
    const change = (ids: readonly string[], index: number): void =>
      void touchpoints
        .get(ids[index % ids.length] ?? '')
        ?.set('title', `Changed ${index} ${performance.now()}`);
    const worked = async (act: () => Promise<unknown>): Promise<number> => {
      const before = await browser.mainThread();
      await act();
      return ((await browser.mainThread()).work - before.work) * 1000;
    };
    const during = async (act: (index: number) => void): Promise<{ now: number; later: number }> => {
      const now = await worked(async () => {
        for (let index = 0; index < changes; index += 1) {
          act(index);
          await sleep(changeEveryMs);
        }
        await sleep(200);
      });
      return { now, later: await worked(() => sleep(putOffMs)) };
    };
    // Its first seconds are over by then.
    await browser.rest(3000);
    const onScreen: number[] = [];
    const offScreen: number[] = [];
    const putOff: number[] = [];
    for (let round = 0; round < changeRounds; round += 1) {
      // What the page does by itself is taken off.
      const nothing = await during(() => undefined);
      const on = await during((index) => change(seen.slice(0, 10), index));
      const off = await during((index) => change(unseen, index + round * changes));
      onScreen.push((on.now - nothing.now) / changes);
      offScreen.push((off.now - nothing.now) / changes);
      putOff.push(off.later - nothing.later);
    }
    return { on: median(onScreen), off: median(offScreen), putOff: median(putOff) };
  } finally {
    client.close();
  }
}

/** Of the page at its last size. */
export function remoteRows(size: number, { on, off, putOff }: RemoteChange): readonly Row[] {
  return [
    row(`one remote change on screen, ${size}`, 'script, style and layout', 'ms', on, 3),
    row(`one remote change off screen, ${size}`, 'script, style and layout', 'ms', off, 0.3),
    row(`${changes} remote changes off screen, ${size}`, 'put off until it is quiet', 'ms', putOff),
  ];
}
