import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FileJob, FileTold } from '../../../src/panels/takeAway/fileJob.ts';

const { opened } = vi.hoisted(() => ({ opened: [] as EventTarget[] }));

/** A worker that answers when the test says so. */
class FakeWorker extends EventTarget {
  jobs = 0;
  isEnded = false;
  constructor() {
    super();
    opened.push(this);
  }
  postMessage(): void {
    this.jobs += 1;
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: FileTold): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
const workers = () => opened as FakeWorker[];
const job = {} as FileJob;
const done: FileTold = { kind: 'done', bytes: new Uint8Array([1]) };

beforeEach(() => {
  opened.length = 0;
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a worker that has made its file makes the next one too, and is heard by whoever asked last', async () => {
  const { openFileThread } = await import('../../../src/panels/takeAway/fileThread.ts');
  const heard: string[] = [];
  for (const name of ['first', 'second']) {
    const thread = openFileThread();
    thread.run(job, ({ kind }) => heard.push(`${name} ${kind}`));
    workers()[0]?.answer({ kind: 'progress', share: 0.5 });
    workers()[0]?.answer(done);
    thread.end();
  }
  expect(workers()).toHaveLength(1);
  expect(heard).toEqual(['first progress', 'first done', 'second progress', 'second done']);
});

it('a worker is ended in the midst of its work, after a failure, and after a minute of rest', async () => {
  const { openFileThread } = await import('../../../src/panels/takeAway/fileThread.ts');
  const ended = (answer: FileTold): FakeWorker | undefined => {
    const thread = openFileThread();
    thread.run(job, () => undefined);
    workers().at(-1)?.answer(answer);
    thread.end();
    return workers().at(-1);
  };
  expect(ended({ kind: 'progress', share: 0.2 })?.isEnded).toBe(true);
  expect(ended({ kind: 'failed', reason: 'no canvas' })?.isEnded).toBe(true);
  const rested = ended(done);
  expect(rested?.isEnded).toBe(false);
  vi.advanceTimersByTime(61_000);
  expect(rested?.isEnded).toBe(true);
});

it('two files at once have a worker each, of which one rests afterwards', async () => {
  const { openFileThread } = await import('../../../src/panels/takeAway/fileThread.ts');
  const threads = [openFileThread(), openFileThread()];
  for (const thread of threads) thread.run(job, () => undefined);
  for (const worker of workers()) worker.answer(done);
  for (const thread of threads) thread.end();
  expect(workers().map(({ isEnded }) => isEnded)).toEqual([true, false]);
});
