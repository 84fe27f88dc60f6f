/**
 * Exports drawn in threads of their own, two at most. Whoever asks takes turns: the links one after the other, one
 * drawing of a map at a time, so that neither a link with many wishes nor a map that takes long keeps the others
 * waiting. What waits is only the wish: the map is read when its turn comes, so a long queue costs no memory. A thread
 * starts when it is needed and ends when there was nothing for it for a while.
 */
import type { ExportJob } from './exportWorker.ts';
import type { FileBytes } from '../../src/export/fileFormats.ts';
import type { Clock } from '../clock.ts';
import { createDrawingThread, type DrawingThread } from './drawingThread.ts';

/** Whose wish it is. */
export interface DrawingTurn {
  readonly mapId: string;
  readonly linkId: string;
  /** Aborted when nobody waits for the file any more; it is not drawn then. */
  readonly signal?: AbortSignal | undefined;
}

export interface Drawing {
  /**
   * The file of what `prepare` gives when it is this wish's turn. Rejects with DrawingBusyError, with what `prepare`
   * throws, or with what went wrong while drawing.
   */
  file(turn: DrawingTurn, prepare: () => Promise<ExportJob>): Promise<FileBytes>;
  stop(): Promise<void>;
}

/** Too many exports wait already; nothing was drawn. */
export class DrawingBusyError extends Error {}

/** More would help nobody: one thread of the machine belongs to the people who edit. */
const maxThreads = 2;
/** Waiting or being drawn: enough for each format once. */
const maxOfLink = 12;
const maxOfAll = 48;

interface Wish extends DrawingTurn {
  readonly prepare: () => Promise<ExportJob>;
  readonly resolve: (bytes: FileBytes) => void;
  readonly reject: (reason: unknown) => void;
}

const exportThread = (clock: Clock): DrawingThread<ExportJob, FileBytes> =>
  createDrawingThread(clock, 'exportWorker.ts');

/** `startThread`: what draws, replaced by tests of the turns. */
export function createDrawing(clock: Clock, startThread = exportThread): Drawing {
  const threads = Array.from({ length: maxThreads }, () => startThread(clock));
  /** The one that worked last is at the end: it is warm. */
  const free = [...threads];
  /** By link, in the order of their turns. */
  const waiting = new Map<string, Wish[]>();
  const drawn = new Map<string, number>();
  const maps = new Set<string>();
  let all = 0;

  const count = (linkId: string, by: number) => {
    all += by;
    const now = (drawn.get(linkId) ?? 0) + by;
    if (now > 0) drawn.set(linkId, now);
    else drawn.delete(linkId);
  };
  const takeNext = (): Wish | null => {
    for (const [linkId, wishes] of waiting) {
      const [wish] = wishes;
      if (!wish || maps.has(wish.mapId)) continue;
      wishes.shift();
      // To the end of the row.
      waiting.delete(linkId);
      if (wishes.length > 0) waiting.set(linkId, wishes);
      return wish;
    }
    return null;
  };
  const draw = async (thread: DrawingThread<ExportJob, FileBytes>, wish: Wish) => {
    try {
      if (wish.signal?.aborted) throw new DrawingBusyError('nobody waits for it any more');
      wish.resolve(await thread.draw(await wish.prepare()));
    } catch (error) {
      wish.reject(error);
    } finally {
      maps.delete(wish.mapId);
      count(wish.linkId, -1);
      free.push(thread);
      goOn();
    }
  };
  const goOn = () => {
    while (free.length > 0) {
      const wish = takeNext();
      const thread = wish && free.pop();
      if (!thread) return;
      maps.add(wish.mapId);
      void draw(thread, wish);
    }
  };

  return {
    file(turn, prepare) {
      if (all >= maxOfAll || (drawn.get(turn.linkId) ?? 0) >= maxOfLink)
        return Promise.reject(new DrawingBusyError('too many exports wait already'));
      return new Promise((resolve, reject) => {
        count(turn.linkId, 1);
        const wishes = waiting.get(turn.linkId) ?? [];
        wishes.push({ ...turn, prepare, resolve, reject });
        waiting.set(turn.linkId, wishes);
        goOn();
      });
    },
    async stop() {
      for (const wish of [...waiting.values()].flat())
        wish.reject(new DrawingBusyError('the server is stopping'));
      waiting.clear();
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}
