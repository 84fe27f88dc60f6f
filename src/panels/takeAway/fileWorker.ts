/** The page's worker that makes files, so that the map stays usable meanwhile: one job, then it is ended. */
import { answerJob, type FileJob } from './fileJob.ts';
import { openStripThreads } from './stripThreads.ts';

addEventListener('message', ({ data }: MessageEvent<FileJob>) => {
  const tell: Parameters<typeof answerJob>[1] = (told) =>
    postMessage(told, { transfer: told.kind === 'done' ? [told.bytes.buffer] : [] });
  void answerJob(data, tell, openStripThreads);
});
