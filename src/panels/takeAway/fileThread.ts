/**
 * The page's worker for files. One that has done its job rests for a while before it is ended: it has its code compiled and
 * its faces at hand, so the file after a preview, and the next file, come in about half the time.
 */
import type { FileJob, FileTold } from './fileJob.ts';

/** A thread that answers one job. */
export interface FileThread {
  run(job: FileJob, tell: (told: FileTold) => void): void;
  /** Nobody waits for an answer any more. */
  end(): void;
}

/** Somebody who takes several files, or looks at the preview first, asks again within this time. */
const longestRestMs = 60_000;

let resting: { readonly worker: Worker; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** The worker that rests, or a new one. */
export function openFileThread(): FileThread {
  const worker = awake() ?? new Worker(new URL('./fileWorker.ts', import.meta.url), { type: 'module' });
  const heard = new AbortController();
  const { signal } = heard;
  let isFree = true;
  return {
    run(job, tell) {
      isFree = false;
      const listen = ({ data }: MessageEvent<FileTold>) => {
        isFree = data.kind === 'done' || data.kind === 'preview';
        tell(data);
      };
      worker.addEventListener('message', listen, { signal });
      worker.addEventListener('error', ({ message }) => tell({ kind: 'failed', reason: message }), {
        signal,
      });
      // The empty list of things to hand over tells workers from windows.
      worker.postMessage(job, []);
    },
    end() {
      heard.abort();
      if (isFree) rest(worker);
      else worker.terminate();
    },
  };
}

function awake(): Worker | null {
  const found = resting;
  resting = null;
  if (found) clearTimeout(found.timer);
  return found?.worker ?? null;
}

/** One at a time: memory is not held for more. */
function rest(worker: Worker): void {
  awake()?.terminate();
  resting = { worker, timer: setTimeout(() => awake()?.terminate(), longestRestMs) };
}
