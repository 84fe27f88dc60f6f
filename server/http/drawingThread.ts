/** A thread that draws one thing after the other, each within a time. One that fails or is late is ended; the next gets a new one. */
import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock.ts';

export interface DrawingThread<Job, Drawn> {
  /** Only when it draws nothing. Rejects with what went wrong. */
  draw(job: Job): Promise<Drawn>;
  end(): Promise<void>;
}

/** What the thread's program answers to a job. */
export type DrawingAnswer<Drawn> =
  | { readonly drawn: Drawn; readonly failure: null }
  | { readonly drawn: null; readonly failure: string };

const longestMs = 60_000;
const idleMs = 60_000;

/** `program`: the name of a file beside this one, which answers each message with a DrawingAnswer. */
export function createDrawingThread<Job, Drawn>(clock: Clock, program: string): DrawingThread<Job, Drawn> {
  let worker: Worker | null = null;
  let cancelIdle: (() => void) | null = null;

  const end = async () => {
    cancelIdle?.();
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };
  return {
    draw(job) {
      cancelIdle?.();
      const drawer = (worker ??= new Worker(new URL(program, import.meta.url)));
      return new Promise<Drawn>((resolve, reject) => {
        const finish = (tell: () => void, isBroken: boolean) => {
          cancelLate();
          drawer.off('message', answered);
          drawer.off('error', failed);
          drawer.off('exit', ended);
          if (isBroken) void end();
          else cancelIdle = clock.after(idleMs, () => void end());
          tell();
        };
        const answered = ({ drawn, failure }: DrawingAnswer<Drawn>) =>
          finish(() => (failure === null ? resolve(drawn) : reject(new Error(failure))), false);
        const failed = (error: Error) => finish(() => reject(error), true);
        const ended = () => failed(new Error('the drawing thread ended'));
        const cancelLate = clock.after(longestMs, () => failed(new Error('drawing took too long')));
        drawer.on('message', answered).on('error', failed).on('exit', ended);
        // The empty list of things to hand over tells threads from windows.
        drawer.postMessage(job, []);
      });
    },
    end,
  };
}
