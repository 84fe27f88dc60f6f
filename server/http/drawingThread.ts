/** A thread that draws one file after the other, each within a time. One that fails or is late is ended; the next gets a new one. */
import { Worker } from 'node:worker_threads';
import type { FileBytes } from '../../src/export/fileFormats.ts';
import type { Clock } from '../clock.ts';
import type { ExportAnswer, ExportJob } from './exportWorker.ts';

export interface DrawingThread {
  /** Only when it draws nothing. Rejects with what went wrong. */
  draw(job: ExportJob): Promise<FileBytes>;
  end(): Promise<void>;
}

const longestMs = 60_000;
const idleMs = 60_000;

export function createDrawingThread(clock: Clock): DrawingThread {
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
      const drawer = (worker ??= new Worker(new URL('exportWorker.ts', import.meta.url)));
      return new Promise<FileBytes>((resolve, reject) => {
        const finish = (tell: () => void, isBroken: boolean) => {
          cancelLate();
          drawer.off('message', drawn);
          drawer.off('error', failed);
          drawer.off('exit', ended);
          if (isBroken) void end();
          else cancelIdle = clock.after(idleMs, () => void end());
          tell();
        };
        const drawn = ({ bytes, failure }: ExportAnswer) =>
          finish(() => (bytes ? resolve(bytes) : reject(new Error(failure))), false);
        const failed = (error: Error) => finish(() => reject(error), true);
        const ended = () => failed(new Error('the drawing thread ended'));
        const cancelLate = clock.after(longestMs, () => failed(new Error('drawing took too long')));
        drawer.on('message', drawn).on('error', failed).on('exit', ended);
        // The empty list of things to hand over tells threads from windows.
        drawer.postMessage(job, []);
      });
    },
    end,
  };
}
