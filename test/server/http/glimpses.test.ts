/** Glimpses are drawn ahead for whoever comes next, of the state that is stored, and keep nobody waiting. */
import { describe, expect, it } from 'vitest';
import { createGlimpses } from '../../../server/http/glimpses.ts';
import type { GlimpseJob } from '../../../server/http/glimpseWorker.ts';
import type { MapRow } from '../../../server/storage/store.ts';
import type { GlimpseWish } from '../../../src/glimpse/glimpse.ts';
import { createTestClock } from '../../support/testClock.ts';

const wish: GlimpseWish = { width: 1440, height: 800, theme: 'light' };
const today = '2026-01-01';
const dark: GlimpseWish = { ...wish, theme: 'dark' };

const always = { after: '0000-01-01', until: '9999-12-31' };

/** A map made a day ago, whose edits, visitors and drawing are turned by hand. */
function createScene() {
  const clock = createTestClock();
  const jobs: GlimpseJob[] = [];
  const warnings: string[] = [];
  const rows = new Map<string, MapRow & { readonly edits: number }>();
  const add = (id: string, createdAt = clock.now() - 86_400_000): void => {
    const at = { createdAt, updatedAt: createdAt, deletedAt: null };
    rows.set(id, { id, title: id, generation: 1, edits: 0, ...at });
  };
  add('m');
  const scene = {
    isOpen: false,
    fails: false,
    hangs: false,
    days: always,
    bytes: 0,
    reading: Promise.resolve(),
  };
  const row = (id = 'm') => {
    const found = rows.get(id);
    if (!found) throw new Error(`no map ${id}`);
    return found;
  };
  const state = (id = 'm') => `${id} ${row(id).edits}`;
  let endDrawing = (): void => undefined;
  const glimpses = createGlimpses(
    {
      clock,
      log: {
        error: () => undefined,
        warn: (event) => warnings.push(event),
        info: () => undefined,
        debug: () => undefined,
      },
      store: { findMap: async (id) => rows.get(id) ?? null },
      isOpen: () => scene.isOpen,
      stateOf: async ({ id }) => state(id),
      contentOf: async ({ id }) => {
        await scene.reading;
        return state(id);
      },
    },
    {
      async draw(job) {
        jobs.push(job);
        if (scene.fails) throw new Error('cannot be drawn');
        if (scene.hangs)
          await new Promise((_resolve, reject) => {
            endDrawing = () => reject(new Error('the drawing thread ended'));
          });
        return {
          glimpses: job.wishes.map(({ theme }) =>
            new TextEncoder().encode(`${job.content} ${theme}${' '.repeat(scene.bytes)}`),
          ),
          days: scene.days,
        };
      },
      async end() {
        endDrawing();
      },
    },
  );
  return {
    clock,
    jobs,
    warnings,
    scene,
    glimpses,
    add,
    edit: (id = 'm') => rows.set(id, { ...row(id), edits: row(id).edits + 1, updatedAt: clock.now() }),
    remove: (id = 'm') => rows.set(id, { ...row(id), deletedAt: clock.now() }),
    get(asked = wish, id = 'm', day = today) {
      const bytes = glimpses.get(id, state(id), asked, day);
      return bytes && new TextDecoder().decode(bytes).trimEnd();
    },
  };
}

describe('glimpses', () => {
  it('the first one asks in vain, the next one gets what was drawn meanwhile, and nothing is drawn twice', async () => {
    const { clock, get, jobs } = createScene();
    expect(get()).toBeNull();
    await clock.pass(5000);
    expect(get()).toBe('m 0 light');
    expect(get(dark)).toBeNull();
    await clock.pass(5000);
    expect(get(dark)).toBe('m 0 dark');
    expect(get()).toBe('m 0 light');
    expect(jobs.map(({ wishes }) => wishes)).toEqual([[wish], [dark]]);
  });

  it('is never of another state than the stored one, and drawn anew when nobody has the map open any more', async () => {
    const { clock, get, edit, scene, jobs } = createScene();
    get();
    await clock.pass(5000);
    scene.isOpen = true;
    get();
    for (let second = 0; second < 20; second += 1) {
      edit();
      expect(get()).toBeNull();
      await clock.pass(1000);
    }
    expect(jobs).toHaveLength(1);
    scene.isOpen = false;
    await clock.pass(8000);
    expect(get()).toBe('m 20 light');
    expect(jobs).toHaveLength(2);
  });

  it('is never of another day on which more actions are late', async () => {
    const { clock, get, scene, jobs } = createScene();
    scene.days = { after: '2025-12-24', until: '2026-01-01' };
    get();
    await clock.pass(5000);
    expect(get(wish, 'm', '2025-12-25')).toBe('m 0 light');
    expect(get(wish, 'm', '2025-12-24')).toBeNull();
    expect(get(wish, 'm', '2026-01-02')).toBeNull();
    // The others wait until it is that day here, and then it is drawn for it.
    await clock.pass(86_400_000);
    expect(jobs).toHaveLength(1);
    scene.days = { after: '2026-01-01', until: '9999-12-31' };
    expect(get(wish, 'm', '2026-01-02')).toBeNull();
    await clock.pass(5000);
    expect(get(wish, 'm', '2026-01-02')).toBe('m 0 light');
  });

  it('while people have it open it is drawn once a minute at most, and only when they rest', async () => {
    const { clock, get, edit, scene, jobs } = createScene();
    get();
    await clock.pass(5000);
    scene.isOpen = true;
    get();
    edit();
    await clock.pass(50_000);
    expect(jobs).toHaveLength(1);
    await clock.pass(15_000);
    expect(jobs).toHaveLength(2);
    expect(get()).toBe('m 1 light');
    await clock.pass(600_000);
    expect(jobs).toHaveLength(2);
  });

  it('another window is drawn for soon, though people have the map open', async () => {
    const { clock, get, scene } = createScene();
    scene.isOpen = true;
    get();
    await clock.pass(5000);
    expect(get()).toBe('m 0 light');
    get(dark);
    await clock.pass(5000);
    expect(get(dark)).toBe('m 0 dark');
  });

  it('a new map is drawn at once for the windows that others were opened in lately', async () => {
    const { clock, get, glimpses, add, jobs } = createScene();
    add('early', clock.now());
    glimpses.made('early');
    await clock.pass(10_000);
    expect(jobs).toHaveLength(0);
    get(dark);
    add('new', clock.now());
    glimpses.made('new');
    await clock.pass(1);
    expect(get(dark, 'new')).toBe('new 0 dark');
  });

  it('what was edited by devices that need none is drawn when they have left', async () => {
    const { clock, get, glimpses, add, edit, scene } = createScene();
    add('other');
    get(wish, 'other');
    await clock.pass(5000);
    glimpses.entered('m');
    scene.isOpen = true;
    edit();
    await clock.pass(1000);
    scene.isOpen = false;
    await clock.pass(6000);
    expect(get()).toBe('m 1 light');
  });

  it('what cannot be drawn is told once, and tried again when it has changed', async () => {
    const { clock, get, edit, scene, warnings, jobs } = createScene();
    scene.fails = true;
    get();
    await clock.pass(60_000);
    expect(warnings).toEqual(['a glimpse could not be drawn']);
    scene.fails = false;
    expect(get()).toBeNull();
    await clock.pass(5000);
    expect(get()).toBeNull();
    expect(jobs).toHaveLength(1);
    edit();
    await clock.pass(8000);
    expect(get()).toBe('m 1 light');
  });

  it('holds 16 MiB at most: what was asked for the longest ago goes', async () => {
    const { clock, get, add, scene } = createScene();
    scene.bytes = 6 * 1024 * 1024;
    for (const id of ['a', 'b', 'c']) {
      add(id);
      get(wish, id);
    }
    await clock.pass(5000);
    expect([get(wish, 'c'), get(wish, 'b')]).toEqual(['c 0 light', 'b 0 light']);
    expect(get(wish, 'a')).toBeNull();
  });

  it('a map in the bin is forgotten', async () => {
    const { clock, get, remove, jobs } = createScene();
    get();
    remove();
    await clock.pass(10_000);
    expect(jobs).toHaveLength(0);
  });

  it('nothing is drawn or told after the end, which may come while something is drawn', async () => {
    for (const [ms, jobsThen] of [
      [2999, 0],
      [3000, 1],
    ] as const) {
      const { clock, get, jobs, warnings, glimpses, scene, add } = createScene();
      scene.hangs = true;
      add('other');
      get();
      get(wish, 'other');
      await clock.pass(ms);
      await glimpses.stop();
      get(dark);
      await clock.pass(10_000);
      expect(jobs).toHaveLength(jobsThen);
      expect(warnings).toEqual([]);
    }
  });

  it('nothing is drawn after the end, though it was being read', async () => {
    const { clock, get, jobs, glimpses, scene } = createScene();
    let read = (): void => undefined;
    scene.reading = new Promise((resolve) => {
      read = resolve;
    });
    get();
    await clock.pass(3000);
    await glimpses.stop();
    read();
    await clock.pass(10_000);
    expect(jobs).toEqual([]);
  });
});
