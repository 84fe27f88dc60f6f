/**
 * The page's worker that makes files, so that the map stays usable meanwhile, one after another. For a picture it starts
 * further ones of itself (stripThreads.ts), which draw strips of it in the order in which they are asked for.
 */
import type { StripPainter } from '../../export/stripPainter.ts';
import { answerJob, openJobStrips, type FileJob } from './fileJob.ts';
import { openStripThreads, type StripAsked, type StripTold } from './stripThreads.ts';

let strips: Promise<{ readonly painter: StripPainter; readonly emoji: number }> | null = null;

addEventListener('message', ({ data }: MessageEvent<FileJob | StripAsked>) => {
  if (!('kind' in data)) makeFile(data);
  else if (data.kind === 'start') strips = openJobStrips(data.job);
  else if (data.kind === 'rest') strips = null;
  else void drawStrip(data);
});

function makeFile(job: FileJob): void {
  const tell: Parameters<typeof answerJob>[1] = (told) =>
    postMessage(told, { transfer: told.kind === 'done' ? [told.bytes.buffer] : [] });
  void answerJob(job, tell, openStripThreads);
}

async function drawStrip({ strip, emoji }: Extract<StripAsked, { kind: 'strip' }>): Promise<void> {
  try {
    if (!strips) throw new Error('there is no picture yet');
    const { painter, emoji: found } = await strips;
    if (found !== emoji) throw new Error('some emoji could not be read here');
    const rows = painter.draw(strip);
    postMessage({ kind: 'drawn', rows } satisfies StripTold, { transfer: [rows.bytes.buffer] });
  } catch (error) {
    postMessage({ kind: 'failed', reason: String(error) } satisfies StripTold);
  }
}
