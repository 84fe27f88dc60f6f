/** Draws glimpses of a map beside the server, so that nobody's edits wait for them. Started by glimpses.ts. */
import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { drawGlimpse } from '../../src/glimpse/drawGlimpse.ts';
import type { GlimpseWish } from '../../src/glimpse/glimpse.ts';
import { RecordedPath } from '../../src/glimpse/recordCalls.ts';
import { sameDays, type Days } from '../../src/glimpse/sameDays.ts';
import { parseOwn } from '../../src/model/parseOwn.ts';
import { errorText } from '../log.ts';
import type { DrawingAnswer } from './drawingThread.ts';

export interface GlimpseJob {
  /** A map's file as text. */
  readonly content: string;
  readonly wishes: readonly GlimpseWish[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface DrawnGlimpses {
  /** As gzipped JSON, in the order of the wishes. */
  readonly glimpses: readonly Uint8Array<ArrayBuffer>[];
  /** When they are right. */
  readonly days: Days;
}

// The painter draws paths as a browser's.
Object.assign(globalThis, { Path2D: RecordedPath });

parentPort?.on('message', (job: GlimpseJob) => parentPort?.postMessage(answer(job), []));

function answer({ content, wishes, today }: GlimpseJob): DrawingAnswer<DrawnGlimpses> {
  try {
    const parsed = parseOwn(JSON.parse(content));
    if (!parsed.ok) throw new Error('the content is no map');
    const { map } = parsed;
    const glimpses = wishes.map((wish) => gzipSync(JSON.stringify(drawGlimpse(map, wish, today))));
    return { drawn: { glimpses, days: sameDays(map, today) }, failure: null };
  } catch (error) {
    return { drawn: null, failure: errorText(error) };
  }
}
