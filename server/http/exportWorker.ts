/** Makes files of maps beside the server, so that a large map keeps nobody's edits waiting. Started by drawing.ts. */
import { parentPort } from 'node:worker_threads';
import { chooseOptions, type ExportOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf, type FileBytes, type StoredPictures } from '../../src/export/fileFormats.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { drawTools } from '../exports/drawTools.ts';
import { errorText } from '../log.ts';
import type { DrawingAnswer } from './drawingThread.ts';

export interface ExportJob {
  readonly journey: JourneyMap;
  readonly format: string;
  readonly options: ExportOptions;
  readonly pictures: StoredPictures;
}

parentPort?.on('message', (job: ExportJob) => {
  void answer(job).then((told) => parentPort?.postMessage(told, told.drawn ? [told.drawn.buffer] : []));
});

async function answer({ journey, format, options, pictures }: ExportJob): Promise<DrawingAnswer<FileBytes>> {
  try {
    const row = formatOf(format);
    if (!row) throw new Error(`there is no format ${format}`);
    const tools = { ...drawTools, pictures };
    return { drawn: await drawFile(journey, row, chooseOptions({ ...options }), tools), failure: null };
  } catch (error) {
    return { drawn: null, failure: errorText(error) };
  }
}
