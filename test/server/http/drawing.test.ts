/** Exports in their threads: one that fails fails alone, everybody gets a turn, and too many are told so. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import { createDrawing, DrawingBusyError, type Drawing } from '../../../server/http/drawing.ts';
import type { ExportJob } from '../../../server/http/exportWorker.ts';
import { chooseOptions } from '../../../src/export/exportOptions.ts';
import type { JourneyMap } from '../../../src/model/journeyMap.ts';
import { parseMapText } from '../../../src/model/parseMap.ts';
import { until } from '../../support/until.ts';

let drawing: Drawing;
afterEach(() => drawing.stop());

function template(): JourneyMap {
  const file = path.resolve(import.meta.dirname, '../../../public/templates/airline-tiers.en.json');
  const parsed = parseMapText(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error('the template is no map');
  return parsed.map;
}
const job = (journey = template()): ExportJob => ({
  journey,
  format: 'csv',
  options: chooseOptions({}),
  pictures: new Map(),
});

/** Draws at once. */
const handThread = () => ({ draw: async () => new Uint8Array(1), end: async () => undefined });

/** Wishes whose preparing is let go by hand, so that their order is seen. */
function createWishes() {
  drawing = createDrawing(systemClock, handThread);
  const begun: string[] = [];
  const going = new Map<string, () => void>();
  const ask = (mapId: string, linkId: string, name: string, signal?: AbortSignal) =>
    drawing.file({ mapId, linkId, signal }, () => {
      begun.push(name);
      return new Promise((resolve) => {
        going.set(name, () => resolve(job()));
      });
    });
  const go = async (name: string) => {
    await until(() => going.has(name));
    going.get(name)?.();
  };
  return { begun, ask, go };
}

describe('[P38] drawing in threads', () => {
  it('a map that cannot be drawn fails alone; the next is drawn', async () => {
    drawing = createDrawing(systemClock);
    const turn = { mapId: 'm', linkId: 'l' };
    const answers = await Promise.allSettled([
      drawing.file(turn, async () => job({ map: null } as unknown as JourneyMap)),
      drawing.file(turn, () => Promise.reject(new Error('cannot be read'))),
      drawing.file(turn, async () => job()),
    ]);
    expect(answers.map((one) => one.status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('a link with many wishes keeps nobody waiting: another map is drawn beside it, and links take turns', async () => {
    const { begun, ask, go } = createWishes();
    const greedy = ['a1', 'a2', 'a3', 'a4', 'a5'].map((name) => ask('a', 'greedy', name));
    const other = ask('b', 'other', 'b1');
    expect(begun).toEqual(['a1', 'b1']);
    await go('b1');
    await other;
    // A third map is drawn although the greedy link has waited longer: one drawing of a map at a time.
    const third = ask('c', 'third', 'c1');
    expect(begun).toEqual(['a1', 'b1', 'c1']);
    // Another link of the busy map comes after one of the greedy link, not after all of them.
    const second = ask('a', 'second', 'second');
    for (const name of ['c1', 'a1', 'a2', 'second', 'a3', 'a4', 'a5']) await go(name);
    await Promise.all([...greedy, third, second]);
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'second', 'a3', 'a4', 'a5']);
  });

  it('reads a map when its turn comes, never more than two at once', async () => {
    const { begun, ask, go } = createWishes();
    const wishes = ['a', 'b', 'c', 'd'].map((map) => ask(map, map, map));
    expect(begun).toEqual(['a', 'b']);
    await go('a');
    await wishes[0];
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['b', 'c', 'd']) await go(name);
    await Promise.all(wishes);
  });

  it('turns away a link with twelve wishes open, and everybody when forty-eight wait', async () => {
    const { ask } = createWishes();
    const asked: Promise<unknown>[] = [];
    const refusals: unknown[] = [];
    const wish = (link: string) => {
      const answer = ask(link, link, `${link} ${asked.length}`);
      asked.push(answer.catch((error: unknown) => refusals.push(error)));
    };
    for (let i = 0; i < 13; i++) wish('greedy');
    await until(() => refusals.length === 1);
    for (const link of ['b', 'c', 'd']) for (let i = 0; i < 12; i++) wish(link);
    await Promise.resolve();
    expect(refusals).toHaveLength(1);
    wish('e');
    await until(() => refusals.length === 2);
    expect(refusals.every((error) => error instanceof DrawingBusyError)).toBe(true);
  });

  it('does not draw what nobody waits for any more', async () => {
    const { begun, ask, go } = createWishes();
    const away = new AbortController();
    const first = ask('a', 'l', 'first');
    const left = ask('a', 'l', 'left', away.signal);
    const last = ask('a', 'l', 'last');
    away.abort();
    await go('first');
    await expect(left).rejects.toBeInstanceOf(DrawingBusyError);
    await go('last');
    await Promise.all([first, last]);
    expect(begun).toEqual(['first', 'last']);
  });
});
