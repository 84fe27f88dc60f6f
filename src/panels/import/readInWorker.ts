/**
 * Reads a file in a worker of its own (R72), so that the page stays usable and a file that takes too long can be ended. A
 * worker has no memory setting in browsers; what it may hold is bounded by what it may inflate and hand out (import/bounds.ts).
 */
import type { Refused } from '../../import/refusal.ts';
import type { Source } from '../../import/readSource.ts';
import type { ReadingJob } from './importWorker.ts';

/** `signal`: aborted when nobody wants it any more; reading ends then, and the promise rejects. */
export type ReadFile = (job: ReadingJob, signal: AbortSignal) => Promise<Source | Refused>;

const longestSeconds = 10;

/** Rejects when the worker itself cannot be fetched or breaks, and when it is left. */
export const readInWorker: ReadFile = (job, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });
    const leave = (): void => {
      end();
      reject(signal.reason as Error);
    };
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      worker.terminate();
    };
    const timer = setTimeout(() => {
      end();
      resolve({
        ok: false,
        reasons: [{ path: '$', value: null, rule: { code: 'took-too-long', seconds: longestSeconds } }],
      });
    }, longestSeconds * 1000);
    worker.addEventListener('message', ({ data }: MessageEvent<Source | Refused>) => {
      end();
      resolve(data);
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message || 'the reading worker broke'));
    });
    signal.addEventListener('abort', leave);
    worker.postMessage(job, [job.bytes.buffer as ArrayBuffer]);
  });
