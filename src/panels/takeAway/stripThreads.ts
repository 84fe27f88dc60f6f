/**
 * Workers of the worker that makes a picture (fileWorker.ts), one for each further core: they lay out the same map and draw
 * strips of it. They stay for the next picture, and end with the worker that started them. None where a browser has no
 * workers inside workers; the picture is the same then, only later.
 */
import type { StripThread } from '../../export/canvasPng.ts';
import type { PackedRows } from '../../export/packRows.ts';
import type { Strip } from '../../export/stripPainter.ts';
import type { FileJob } from './fileJob.ts';

export type StripAsked =
  | { readonly kind: 'start'; readonly job: FileJob }
  /** `emoji`: how many whoever asks found, so that a strip is like the others. */
  | { readonly kind: 'strip'; readonly strip: Strip; readonly emoji: number }
  /** Nothing of the picture is needed any more. */
  | { readonly kind: 'rest' };
export type StripTold =
  | { readonly kind: 'drawn'; readonly rows: PackedRows }
  | { readonly kind: 'failed'; readonly reason: string };

/** More than these would wait for memory rather than for a core. */
const mostThreads = 3;

const resting: Worker[] = [];

export function openStripThreads(job: FileJob): readonly StripThread[] {
  if (typeof Worker === 'undefined') return [];
  const count = Math.min(mostThreads, navigator.hardwareConcurrency - 1);
  return Array.from({ length: Math.max(0, count) }, () => openStripThread(job));
}

function openStripThread(job: FileJob): StripThread {
  // This worker's own script: it is in the cache already, and compiled.
  const worker = resting.pop() ?? new Worker(globalThis.location.href, { type: 'module' });
  const heard = new AbortController();
  const { signal } = heard;
  /** Who waits, in the order in which they asked. */
  const waiting: { readonly give: (rows: PackedRows) => void; readonly fail: (why: Error) => void }[] = [];
  let failure: Error | null = null;
  const fail = (reason: string) => {
    failure = new Error(reason);
    for (const one of waiting.splice(0)) one.fail(failure);
  };
  worker.addEventListener('error', ({ message }) => fail(message), { signal });
  const listen = ({ data }: MessageEvent<StripTold>) => {
    if (data.kind === 'failed') fail(data.reason);
    else waiting.shift()?.give(data.rows);
  };
  worker.addEventListener('message', listen, { signal });
  // The empty list of things to hand over tells workers from windows.
  const ask = (asked: StripAsked) => worker.postMessage(asked, []);
  ask({ kind: 'start', job });
  return {
    draw: (strip, emoji) =>
      new Promise((give, reject) => {
        if (failure) return reject(failure);
        waiting.push({ give, fail: reject });
        ask({ kind: 'strip', strip, emoji });
      }),
    end: () => {
      heard.abort();
      // What is still asked for would be taken for an answer of the next picture.
      if (failure || waiting.length > 0) return worker.terminate();
      ask({ kind: 'rest' });
      resting.push(worker);
    },
  };
}
