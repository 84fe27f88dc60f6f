/** The worker that reads a file: bytes in, what was read (or why not) out. One file, then it is ended from outside. */
import type { JourneyNames } from '../../import/mermaid.ts';
import { readSource } from '../../import/readSource.ts';

export interface ReadingJob {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly names: JourneyNames;
}

addEventListener('message', ({ data }: MessageEvent<ReadingJob>) => {
  postMessage(readSource(data.bytes, data.fileName, data.names));
});
