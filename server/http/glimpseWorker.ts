/** Draws glimpses of a map beside the server, so that nobody's edits wait for them. Started by glimpses.ts. */
import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { drawGlimpse } from '../../src/glimpse/drawGlimpse.ts';
import type { GlimpseWish } from '../../src/glimpse/glimpse.ts';
import { RecordedPath } from '../../src/glimpse/recordStrokes.ts';
import { parseOwn } from '../../src/model/parseOwn.ts';
import { errorText } from '../log.ts';
import type { DrawingAnswer } from './drawingThread.ts';

export interface GlimpseJob {
  /** A map's file as text. */
  readonly content: string;
  readonly wishes: readonly GlimpseWish[];
}

// The painter draws paths as a browser's.
Object.assign(globalThis, { Path2D: RecordedPath });

parentPort?.on('message', (job: GlimpseJob) => parentPort?.postMessage(answer(job), []));

function answer({ content, wishes }: GlimpseJob): DrawingAnswer<readonly Uint8Array<ArrayBuffer>[]> {
  try {
    const parsed = parseOwn(JSON.parse(content));
    if (!parsed.ok) throw new Error('the content is no map');
    const { map } = parsed;
    return {
      drawn: wishes.map((wish) => gzipSync(JSON.stringify(drawGlimpse(map, wish)))),
      failure: null,
    };
  } catch (error) {
    return { drawn: null, failure: errorText(error) };
  }
}
