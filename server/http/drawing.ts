/**
 * Exports drawn in a thread of their own: one after the other, a bounded number waiting, each within a time. The
 * thread starts with the first export and ends when there was none for a while.
 */
import { Worker } from 'node:worker_threads';
import type { ExportOptions } from '../../src/export/exportOptions.ts';
import type { FileBytes, FileFormat, StoredPictures } from '../../src/export/fileFormats.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import type { Clock } from '../clock.ts';
import type { ExportAnswer, ExportJob } from './exportWorker.ts';

export interface Drawing {
  /** The map as a file, with its stored pictures by their name in the scene. Rejects with DrawingBusyError, or with what went wrong while making it. */
  file(
    journey: JourneyMap,
    format: FileFormat,
    options: ExportOptions,
    pictures?: StoredPictures,
  ): Promise<FileBytes>;
  stop(): Promise<void>;
}

/** Too many exports wait already; nothing was drawn. */
export class DrawingBusyError extends Error {}

const maxWaiting = 8;
const longestMs = 60_000;
const idleMs = 60_000;

export function createDrawing(clock: Clock): Drawing {
  let worker: Worker | null = null;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let cancelIdle: (() => void) | null = null;

  const end = async () => {
    cancelIdle?.();
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };
  const draw = (job: ExportJob) => {
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
  };

  return {
    file(journey, { format }, options, pictures = new Map()) {
      if (waiting >= maxWaiting) return Promise.reject(new DrawingBusyError('too many exports wait already'));
      waiting++;
      const drawn = last.then(() => draw({ journey, format, options, pictures }));
      last = drawn
        .catch(() => {
          // Told to whoever asked; the next in line is not concerned.
        })
        .finally(() => waiting--);
      return drawn;
    },
    stop: end,
  };
}
