import { expect, it, vi } from 'vitest';
import { chooseOptions } from '../../../src/export/exportOptions.ts';
import { fileFormats } from '../../../src/export/fileFormats.ts';
import type { Preview } from '../../../src/export/preview.ts';
import { drawOnPage, previewOnPage } from '../../../src/panels/takeAway/drawOnPage.ts';
import type { FileThread } from '../../../src/panels/takeAway/fileThread.ts';
import { answerJob, type FileJob } from '../../../src/panels/takeAway/fileJob.ts';
import type { MapSession } from '../../../src/state/mapSession.ts';
import { templates } from '../../support/templates.ts';

const { worked } = vi.hoisted(() => ({ worked: { here: [] as string[] } }));
/** Whoever lays out, cuts, draws or writes a file in this thread is heard. */
async function heard(original: () => Promise<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const part = await original();
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      ['layoutMap', 'layoutSheets', 'sliceMap', 'drawFile', 'drawPreview'].includes(name)
        ? (...given: readonly unknown[]): unknown => {
            worked.here.push(name);
            return (value as (...all: readonly unknown[]) => unknown)(...given);
          }
        : value,
    ]),
  );
}
vi.mock('../../../src/layout/layoutMap.ts', heard);
vi.mock('../../../src/export/sheets.ts', heard);
vi.mock('../../../src/export/slice.ts', heard);
vi.mock('../../../src/export/fileFormats.ts', heard);
vi.mock('../../../src/export/preview.ts', heard);

it('the page’s own thread lays out and draws nothing of a file or its preview: each format is one job for another thread or the server (U43)', async () => {
  const bytes = new Uint8Array([1]);
  const preview = { kind: 'text' } as unknown as Preview;
  const jobs: FileJob[] = [];
  const openWorker = (): FileThread => ({
    run(job, tell) {
      jobs.push(job);
      tell(job.preview ? { kind: 'preview', preview } : { kind: 'done', bytes });
    },
    end: () => undefined,
  });
  const askExport = vi.fn<MapSession['askExport']>(() => Promise.resolve(bytes));
  const session = {
    projection: { getState: () => ({ journey: templates[0]?.map }) },
    images: { blobOf: () => Promise.resolve(null) },
    saveState: { getState: () => ({ kind: 'saved' }) },
    askExport,
  } as unknown as MapSession;
  const options = chooseOptions({});
  // Faces are read from style sheets, which are not here; what paints them is another thread's.
  vi.stubGlobal('document', { styleSheets: [] });
  for (const format of fileFormats) {
    expect(await drawOnPage(session, format, options, { openWorker }), format.format).toBe(bytes);
    const wish = { sheet: 0, width: 300, language: 'en' } as never;
    expect(await previewOnPage(session, format, options, wish, { openWorker }), format.format).toBe(preview);
  }
  vi.unstubAllGlobals();
  expect(worked.here).toEqual([]);
  expect(askExport).toHaveBeenCalledTimes(
    fileFormats.filter((format) => format.wants(options).includes('readCut')).length,
  );
  expect(jobs).toHaveLength(2 * fileFormats.length - askExport.mock.calls.length);
  // The same job is heard where it is done.
  const [csv] = jobs.filter((job) => job.format === 'csv' && job.preview === null);
  if (!csv) throw new Error('no table was asked for');
  await answerJob(csv, () => undefined);
  expect(worked.here).toContain('drawFile');
});
