/**
 * Glimpses of maps, drawn ahead: whoever opens a map gets the one of its stored state at once, or none. What was asked
 * for is drawn for those who come next, in a thread of its own: when the map has been left alone for a moment and
 * nobody has it open, and now and then while people do. A new map is drawn for the windows that others were opened in
 * lately. All that a server has kept is gone when it ends.
 */
import type { GlimpseWish } from '../../src/glimpse/glimpse.ts';
import type { Clock } from '../clock.ts';
import { errorText, type Log } from '../log.ts';
import type { MapRow, Store } from '../storage/store.ts';
import { createDrawingThread, type DrawingThread } from './drawingThread.ts';
import type { GlimpseJob } from './glimpseWorker.ts';

export interface Glimpses {
  /** A glimpse as gzipped JSON; null while there is none of the map in this state, which is drawn soon. */
  get(map: MapRow, wish: GlimpseWish): Uint8Array<ArrayBuffer> | null;
  /** A map was made, and will be opened. */
  expect(mapId: string): void;
  stop(): Promise<void>;
}

export interface GlimpseWorld {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Pick<Store, 'findMap'>;
  /** Whether somebody has the map open. */
  readonly isOpen: (mapId: string) => boolean;
  /** The map's file as text. */
  readonly contentOf: (map: MapRow) => Promise<string>;
}

type Thread = DrawingThread<GlimpseJob, readonly Uint8Array<ArrayBuffer>[]>;

/** How often maps whose glimpse may be behind are looked at. */
const lookMs = 3000;
/** So long nobody has changed a map that is drawn. */
const quietMs = 2000;
/** While people have it open it is drawn at most so often. */
const openMs = 60_000;
/** Of one map: sizes of windows, themes, days. */
const mostWishes = 6;
/** A new map is drawn for so many. */
const mostExpected = 2;
/** Each some 10 KB. */
const mostMaps = 200;

interface Kept {
  /** By what was asked for, the longest ago first. */
  readonly wishes: Map<string, GlimpseWish>;
  drawn: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  state: string | null;
  drawnAtMs: number;
}

export function createGlimpses(
  { clock, log, store, isOpen, contentOf }: GlimpseWorld,
  thread: Thread = createDrawingThread(clock, 'glimpseWorker.ts'),
): Glimpses {
  /** The one that was asked for the longest ago first. */
  const kept = new Map<string, Kept>();
  /** What was asked for last, of any map. */
  const lately = new Map<string, GlimpseWish>();
  /** Maps that may change, or wait to be drawn. */
  const watched = new Set<string>();
  let cancelLook: (() => void) | null = null;
  let isLooking = false;
  let isStopped = false;

  const lookIn = (ms: number): void => {
    if (isStopped || isLooking || watched.size === 0) return;
    cancelLook?.();
    cancelLook = clock.after(ms, () => void lookAtAll());
  };
  const lookAtAll = async (): Promise<void> => {
    cancelLook = null;
    isLooking = true;
    for (const mapId of watched) {
      try {
        if (await look(mapId)) watched.delete(mapId);
      } catch (error) {
        watched.delete(mapId);
        if (!isStopped)
          log.warn('a glimpse could not be drawn', { map: mapId.slice(0, 8), reason: errorText(error) });
      }
    }
    isLooking = false;
    lookIn(lookMs);
  };
  /** Whether nothing more is to be done for a map. */
  const look = async (mapId: string): Promise<boolean> => {
    const one = kept.get(mapId);
    const map = one && (await store.findMap(mapId));
    if (!map || map.deletedAt !== null) {
      kept.delete(mapId);
      return true;
    }
    const isDrawn = one.state === stateOf(map) && [...one.wishes.keys()].every((key) => one.drawn.has(key));
    if (isDrawn) return !isOpen(mapId);
    const isNew = map.updatedAt === map.createdAt;
    if (!isNew && clock.now() - map.updatedAt < quietMs) return false;
    if (isOpen(mapId) && clock.elapsed() - one.drawnAtMs < openMs) return false;
    await draw(one, map);
    return false;
  };
  const draw = async (one: Kept, map: MapRow): Promise<void> => {
    one.drawnAtMs = clock.elapsed();
    const content = await contentOf(map);
    const wishes = [...one.wishes];
    const drawn = await thread.draw({ content, wishes: wishes.map(([, wish]) => wish) });
    one.drawn = new Map(
      wishes.flatMap(([key], index) => (drawn[index] ? [[key, drawn[index]] as const] : [])),
    );
    one.state = stateOf(map);
  };

  const watch = (mapId: string): Kept => {
    const one = kept.get(mapId) ?? {
      wishes: new Map(),
      drawn: new Map(),
      state: null,
      drawnAtMs: Number.NEGATIVE_INFINITY,
    };
    renew(kept, mapId, one, mostMaps);
    watched.add(mapId);
    return one;
  };

  return {
    get(map, wish) {
      const key = Object.values(wish).join(' ');
      const one = watch(map.id);
      renew(one.wishes, key, wish, mostWishes);
      renew(lately, key, wish, mostExpected);
      if (!cancelLook) lookIn(lookMs);
      return one.state === stateOf(map) ? (one.drawn.get(key) ?? null) : null;
    },
    expect(mapId) {
      if (lately.size === 0) return;
      const one = watch(mapId);
      for (const [key, wish] of lately) one.wishes.set(key, wish);
      lookIn(0);
    },
    async stop() {
      isStopped = true;
      cancelLook?.();
      await thread.end();
    },
  };
}

/** To the end of the row, whose first one goes when it is too long. */
function renew<T>(row: Map<string, T>, key: string, value: T, most: number): void {
  row.delete(key);
  row.set(key, value);
  const [first] = row.keys();
  if (row.size > most && first !== undefined) row.delete(first);
}

/** Another one after every edit: what is drawn has been left alone for longer than two edits may lie apart. */
function stateOf({ generation, updatedAt }: MapRow): string {
  return `${generation} ${updatedAt}`;
}
