/**
 * Glimpses of maps, drawn ahead: whoever opens a map gets the one of its stored state at once, or none. What was asked
 * for is drawn for those who come next, in a thread of its own: when the map has been left alone for a moment and
 * nobody has it open, and now and then while people do. A map that was made, or that somebody enters who did not ask
 * (a device with a copy of its own), is drawn for the windows that others were opened in lately. All that a server has
 * kept is gone when it ends.
 */
import type { GlimpseWish } from '../../src/glimpse/glimpse.ts';
import { isAmong, type Days } from '../../src/glimpse/sameDays.ts';
import type { Clock } from '../clock.ts';
import { errorText, type Log } from '../log.ts';
import type { MapRow, Store } from '../storage/store.ts';
import { createDrawingThread, type DrawingThread } from './drawingThread.ts';
import type { DrawnGlimpses, GlimpseJob } from './glimpseWorker.ts';

export interface Glimpses {
  /**
   * A glimpse as gzipped JSON; null while there is none of the map as it is stored (`state`, of mapContent.ts) and
   * looks on the day of who asks, which is drawn soon.
   */
  get(mapId: string, state: string, wish: GlimpseWish, today: string): Uint8Array<ArrayBuffer> | null;
  /** A map was made, and will be opened. */
  made(mapId: string): void;
  /** Somebody edits or looks at a map. */
  entered(mapId: string): void;
  /** Nothing is read or drawn any more. */
  stop(): Promise<void>;
}

export interface GlimpseWorld {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Pick<Store, 'findMap'>;
  /** Whether somebody has the map open. */
  readonly isOpen: (mapId: string) => boolean;
  /** Changes with everything that is stored in a map. */
  readonly stateOf: (map: MapRow) => Promise<string>;
  /** The map's file as text. */
  readonly contentOf: (map: MapRow) => Promise<string>;
}

type Thread = DrawingThread<GlimpseJob, DrawnGlimpses>;

/** How often maps whose glimpse may be behind are looked at. */
const lookMs = 3000;
/** So long nobody has changed a map that is drawn. */
const quietMs = 2000;
/** While people have it open it is drawn at most so often, but for windows of another size. */
const openMs = 60_000;
/** Of one map: sizes of windows, themes. */
const mostWishes = 6;
/** A map nobody asked for is drawn for so many. */
const mostExpected = 2;
const mostMaps = 200;
const mostBytes = 16 * 1024 * 1024;

interface Drawn {
  /** Null when it could not be drawn; it is tried again when the map has changed. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly days: Days | null;
}

interface Kept {
  /** By what was asked for, the longest ago first. */
  readonly wishes: Map<string, GlimpseWish>;
  readonly drawn: Map<string, Drawn>;
  /** That `drawn` shows. */
  state: string | null;
  /** While people have it open it is not looked at before then, by the elapsed time. */
  restsUntilMs: number;
}

export function createGlimpses(
  { clock, log, store, isOpen, stateOf, contentOf }: GlimpseWorld,
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
        tell(mapId, error);
      }
      if (isStopped) return;
    }
    isLooking = false;
    lookIn(lookMs);
  };
  /** Whether nothing more is to be done for a map. */
  const look = async (mapId: string): Promise<boolean> => {
    const one = kept.get(mapId);
    if (!one) return true;
    if (isOpen(mapId) && clock.elapsed() < one.restsUntilMs) return false;
    const map = await store.findMap(mapId);
    if (!map || map.deletedAt !== null) {
      kept.delete(mapId);
      return true;
    }
    const isNew = map.updatedAt === map.createdAt;
    if (isStopped || (!isNew && clock.now() - map.updatedAt < quietMs)) return false;
    one.restsUntilMs = clock.elapsed() + openMs;
    const state = await stateOf(map);
    if (one.state !== state) one.drawn.clear();
    one.state = state;
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const missing = [...one.wishes].filter(([key]) => !isRight(one.drawn.get(key), today));
    if (missing.length === 0) return !isOpen(mapId);
    const content = await contentOf(map);
    if (isStopped) return true;
    const job = { content, wishes: missing.map(([, wish]) => wish), today };
    const drawn = await thread.draw(job).catch((error: unknown) => tell(mapId, error));
    for (const [index, [key]] of missing.entries())
      one.drawn.set(key, { bytes: drawn?.glimpses[index] ?? null, days: drawn?.days ?? null });
    forgetBeyond();
    return false;
  };
  const tell = (mapId: string, error: unknown): void => {
    if (!isStopped)
      log.warn('a glimpse could not be drawn', { map: mapId.slice(0, 8), reason: errorText(error) });
  };
  const forgetBeyond = (): void => {
    let room = mostBytes;
    for (const [mapId, { drawn }] of [...kept].toReversed()) {
      for (const { bytes } of drawn.values()) room -= bytes?.length ?? 0;
      if (room < 0) kept.delete(mapId);
    }
  };

  const watch = (mapId: string): Kept => {
    const one = kept.get(mapId) ?? {
      wishes: new Map(),
      drawn: new Map(),
      state: null,
      restsUntilMs: Number.NEGATIVE_INFINITY,
    };
    renew(kept, mapId, one, mostMaps);
    watched.add(mapId);
    return one;
  };
  const expect = (mapId: string, inMs: number): void => {
    if (lately.size === 0 && !kept.has(mapId)) return;
    const { wishes } = watch(mapId);
    for (const [key, wish] of lately) if (!wishes.has(key)) renew(wishes, key, wish, mostWishes);
    if (!cancelLook || inMs === 0) lookIn(inMs);
  };

  return {
    get(mapId, state, wish, today) {
      const key = Object.values(wish).join(' ');
      const one = watch(mapId);
      if (!one.wishes.has(key)) one.restsUntilMs = Number.NEGATIVE_INFINITY;
      renew(one.wishes, key, wish, mostWishes);
      renew(lately, key, wish, mostExpected);
      if (!cancelLook) lookIn(lookMs);
      const drawn = one.state === state ? one.drawn.get(key) : undefined;
      return drawn?.days && isAmong(drawn.days, today) ? drawn.bytes : null;
    },
    made: (mapId) => expect(mapId, 0),
    entered: (mapId) => expect(mapId, lookMs),
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

/** Nothing more can be drawn for that day. */
function isRight(drawn: Drawn | undefined, today: string): boolean {
  return drawn !== undefined && (drawn.days === null || isAmong(drawn.days, today));
}
