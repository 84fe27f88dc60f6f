/**
 * Pictures drawn anew in a process of their own, one at a time: what a hostile file does to a decoder ends that process
 * and nothing else. It is given a time and no way to the map, the store or the settings.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../clock.ts';

export interface Redrawing {
  /** Null when it cannot be decoded. Rejects with RedrawingBusyError when many wait. */
  redraw(bytes: Uint8Array): Promise<Uint8Array | null>;
  stop(): Promise<void>;
}

/** Too many pictures wait already; nothing was drawn. */
export class RedrawingBusyError extends Error {}

const program = fileURLToPath(new URL('redrawProcess.ts', import.meta.url));
const longestMs = 20_000;
/** Each holds its picture in memory while it waits. */
const mostWaiting = 8;

/** `file`: what is started, replaced by tests. */
export function createRedrawing(clock: Clock, file = program): Redrawing {
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let working: ChildProcess | null = null;
  let isStopped = false;

  const draw = (bytes: Uint8Array) =>
    new Promise<Uint8Array | null>((resolve) => {
      if (isStopped) return resolve(null);
      const drawer = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
      working = drawer;
      const parts: Buffer[] = [];
      const cancelLate = clock.after(longestMs, () => drawer.kill('SIGKILL'));
      const end = (drawn: Uint8Array | null) => {
        cancelLate();
        working = null;
        resolve(drawn);
      };
      drawer.stdout.on('data', (part: Buffer) => parts.push(part));
      drawer.on('error', () => end(null));
      drawer.on('close', (code) => end(code === 0 ? new Uint8Array(Buffer.concat(parts)) : null));
      // One that has ended reads no more; that it ended is told above.
      drawer.stdin.on('error', () => undefined);
      drawer.stdin.end(bytes);
    });

  return {
    async redraw(bytes) {
      if (waiting >= mostWaiting) throw new RedrawingBusyError('too many pictures wait already');
      waiting += 1;
      const drawn = turn.then(() => draw(bytes));
      turn = drawn;
      try {
        return await drawn;
      } finally {
        waiting -= 1;
      }
    },
    async stop() {
      isStopped = true;
      working?.kill('SIGKILL');
      await turn;
    },
  };
}
