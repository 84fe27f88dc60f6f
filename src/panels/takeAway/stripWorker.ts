/** Draws strips of one picture for the worker that makes it (stripThreads.ts), in the order in which they are asked for. */
import type { PackedRows } from '../../export/packRows.ts';
import { openStripPainter, type Strip, type StripJob, type StripPainter } from '../../export/stripPainter.ts';

export type StripAsked =
  | { readonly kind: 'start'; readonly job: StripJob; readonly mostRows: number }
  | { readonly kind: 'strip'; readonly strip: Strip };
export type StripTold =
  | { readonly kind: 'drawn'; readonly rows: PackedRows }
  | { readonly kind: 'failed'; readonly reason: string };

let painter: Promise<StripPainter> | null = null;

addEventListener('message', ({ data }: MessageEvent<StripAsked>) => {
  if (data.kind === 'start') painter = openStripPainter(data.job, data.mostRows);
  else void draw(data.strip);
});

async function draw(strip: Strip): Promise<void> {
  try {
    if (!painter) throw new Error('there is no picture yet');
    const rows = (await painter).draw(strip);
    postMessage({ kind: 'drawn', rows } satisfies StripTold, { transfer: [rows.bytes.buffer] });
  } catch (error) {
    postMessage({ kind: 'failed', reason: String(error) } satisfies StripTold);
  }
}
