/**
 * Workers of the worker that makes a picture, one for each further core: they draw strips of it. None where a browser has
 * no workers inside workers; the picture is the same then, only later.
 */
import type { StripThread } from '../../export/canvasPng.ts';
import type { PackedRows } from '../../export/packRows.ts';
import type { StripAsked, StripTold } from './stripWorker.ts';

/** More than these would wait for memory rather than for a core. */
const mostThreads = 3;

export function openStripThreads(): readonly StripThread[] {
  if (typeof Worker === 'undefined') return [];
  const count = Math.min(mostThreads, navigator.hardwareConcurrency - 1);
  return Array.from({ length: Math.max(0, count) }, openStripThread);
}

function openStripThread(): StripThread {
  const worker = new Worker(new URL('./stripWorker.ts', import.meta.url), { type: 'module' });
  /** Who waits, in the order in which they asked. */
  const waiting: { readonly give: (rows: PackedRows) => void; readonly fail: (why: Error) => void }[] = [];
  let failure: Error | null = null;
  const fail = (reason: string) => {
    failure = new Error(reason);
    for (const one of waiting.splice(0)) one.fail(failure);
  };
  worker.addEventListener('error', ({ message }) => fail(message));
  worker.addEventListener('message', ({ data }: MessageEvent<StripTold>) => {
    if (data.kind === 'failed') fail(data.reason);
    else waiting.shift()?.give(data.rows);
  });
  // The empty list of things to hand over tells workers from windows.
  const ask = (asked: StripAsked) => worker.postMessage(asked, []);
  return {
    start: (job, mostRows) => ask({ kind: 'start', job, mostRows }),
    draw: (strip) =>
      new Promise((give, reject) => {
        if (failure) return reject(failure);
        waiting.push({ give, fail: reject });
        ask({ kind: 'strip', strip });
      }),
    end: () => worker.terminate(),
  };
}
