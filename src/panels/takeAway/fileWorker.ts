/** The page's worker that makes files, so that the map stays usable meanwhile: one job, then it is ended. */
import { answerJob, type FileJob } from './fileJob.ts';

addEventListener('message', ({ data }: MessageEvent<FileJob>) => {
  void answerJob(data, (told) =>
    postMessage(told, { transfer: told.kind === 'done' ? [told.bytes.buffer] : [] }),
  );
});
