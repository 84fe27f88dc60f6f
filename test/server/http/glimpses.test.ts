/** Glimpses are drawn ahead for whoever comes next, of the state that is stored, and keep nobody waiting. */
import { describe, expect, it } from 'vitest';
import { createGlimpses } from '../../../server/http/glimpses.ts';
import type { GlimpseJob } from '../../../server/http/glimpseWorker.ts';
import type { MapRow } from '../../../server/storage/store.ts';
import type { GlimpseWish } from '../../../src/glimpse/glimpse.ts';
import { createTestClock } from '../../support/testClock.ts';

const wish: GlimpseWish = { width: 1440, height: 800, theme: 'light', today: '2026-01-01' };
const dark: GlimpseWish = { ...wish, theme: 'dark' };

/** A map made a day ago, whose edits, visitors and drawing are turned by hand. */
function createScene() {
  const clock = createTestClock();
  const jobs: GlimpseJob[] = [];
  const warnings: string[] = [];
  const rows = new Map<string, MapRow>();
  const add = (id: string, createdAt = clock.now() - 86_400_000): void => {
    const at = { createdAt, updatedAt: createdAt, deletedAt: null };
    rows.set(id, { id, title: id, generation: 1, ...at });
  };
  add('m');
  const scene = { isOpen: false, fails: false };
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
      contentOf: async ({ id, updatedAt }) => `${id} ${updatedAt}`,
    },
    {
      async draw(job) {
        jobs.push(job);
        if (scene.fails) throw new Error('cannot be drawn');
        return job.wishes.map(({ theme }) => new TextEncoder().encode(`${job.content} ${theme}`));
      },
      end: async () => undefined,
    },
  );
  const row = (id = 'm'): MapRow => {
    const found = rows.get(id);
    if (!found) throw new Error(`no map ${id}`);
    return found;
  };
  return {
    clock,
    jobs,
    warnings,
    scene,
    glimpses,
    add,
    row,
    edit: (id = 'm') => rows.set(id, { ...row(id), updatedAt: clock.now() }),
    remove: (id = 'm') => rows.set(id, { ...row(id), deletedAt: clock.now() }),
    get(asked = wish, id = 'm') {
      const bytes = glimpses.get(row(id), asked);
      return bytes && new TextDecoder().decode(bytes);
    },
  };
}

describe('glimpses', () => {
  it('the first one asks in vain, the next one gets what was drawn meanwhile', async () => {
    const { clock, get, row } = createScene();
    expect(get()).toBeNull();
    await clock.pass(5000);
    expect(get()).toBe(`m ${row().updatedAt} light`);
    expect(get(dark)).toBeNull();
    await clock.pass(5000);
    expect(get(dark)).toBe(`m ${row().updatedAt} dark`);
    expect(get()).toBe(`m ${row().updatedAt} light`);
  });

  it('is never of another state than the stored one, and drawn anew when nobody has the map open any more', async () => {
    const { clock, get, edit, row, scene, jobs } = createScene();
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
    expect(get()).toBe(`m ${row().updatedAt} light`);
    expect(jobs).toHaveLength(2);
  });

  it('while people have it open it is drawn once a minute at most, and only when they rest', async () => {
    const { clock, get, edit, scene, jobs, row } = createScene();
    get();
    await clock.pass(5000);
    scene.isOpen = true;
    get();
    edit();
    await clock.pass(50_000);
    expect(jobs).toHaveLength(1);
    await clock.pass(15_000);
    expect(jobs).toHaveLength(2);
    expect(get()).toBe(`m ${row().updatedAt} light`);
    await clock.pass(600_000);
    expect(jobs).toHaveLength(2);
  });

  it('a new map is drawn at once for the windows that others were opened in lately', async () => {
    const { clock, get, glimpses, add, row, jobs } = createScene();
    add('early', clock.now());
    glimpses.expect('early');
    await clock.pass(10_000);
    expect(jobs).toHaveLength(0);
    get(dark);
    add('new', clock.now());
    glimpses.expect('new');
    await clock.pass(1);
    expect(get(dark, 'new')).toBe(`new ${row('new').updatedAt} dark`);
  });

  it('what cannot be drawn is told once, and tried again for the next one who asks', async () => {
    const { clock, get, scene, warnings, row } = createScene();
    scene.fails = true;
    get();
    await clock.pass(60_000);
    expect(warnings).toEqual(['a glimpse could not be drawn']);
    scene.fails = false;
    expect(get()).toBeNull();
    await clock.pass(5000);
    expect(get()).toBe(`m ${row().updatedAt} light`);
  });

  it('a map in the bin is forgotten, and nothing is done after the end', async () => {
    const { clock, get, remove, jobs, glimpses, add } = createScene();
    get();
    remove();
    await clock.pass(10_000);
    expect(jobs).toHaveLength(0);
    add('other');
    get(wish, 'other');
    await glimpses.stop();
    await clock.pass(10_000);
    expect(jobs).toHaveLength(0);
  });
});
