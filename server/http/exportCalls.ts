/** Calls that give a map as a file: one address a row of the table of formats, with the options in the query or posted. */
import type { Hono } from 'hono';
import { chooseOptions, type ExportOptions } from '../../src/export/exportOptions.ts';
import { fileFormats, type FileFormat } from '../../src/export/fileFormats.ts';
import { fileName } from '../../src/export/fileNames.ts';
import { isTooLarge, mostPixels } from '../../src/export/pngFile.ts';
import { sliceFaults, type SliceFault } from '../../src/export/slice.ts';
import { requireAccess, type Call, type Env, type HttpWorld } from './context.ts';
import { DrawingBusyError, type DrawingTurn } from './drawing.ts';
import type { ExportJob } from './exportWorker.ts';
import { imagesOf } from './imageCalls.ts';
import { readJourney } from './mapCalls.ts';
import * as problems from './problems.ts';
import { checked, readBody } from './readBody.ts';
import { exportOptions, longestPosted } from './schemas.ts';

/** What is posted: the longest option and as much again for all others. */
const mostPostedBytes = 2 * longestPosted;

export function addExportCalls(app: Hono<Env>, world: HttpWorld): void {
  for (const format of fileFormats) {
    const address = `/api/maps/:id/export.${format.format}`;
    const query = exportOptions(format);
    const posted = exportOptions(format, longestPosted);
    app.get(address, async (c) => {
      const { mapId, link } = await requireAccess(world, c, 'viewer', 'export the map');
      const wished = checked(query, c.req.query(), 'The query');
      return answerFile(world, c, { mapId, linkId: link.id }, format, wished);
    });
    // Writes nothing: it is there for selections that are too long for an address.
    app.post(address, async (c) => {
      const { mapId, link } = await requireAccess(world, c, 'viewer', 'export the map');
      const wished = await readBody(c.req.raw, posted, mostPostedBytes);
      return answerFile(world, c, { mapId, linkId: link.id }, format, wished);
    });
  }
}

async function answerFile(
  world: HttpWorld,
  c: Call,
  { mapId, linkId }: DrawingTurn,
  format: FileFormat,
  wished: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const options = chooseOptions(wished);
  let title = '';
  const prepare = async (): Promise<ExportJob> => {
    // Without the discussion, whatever the role: the page's export has none either.
    const journey = await readJourney(world, mapId, false);
    refuseFaults(sliceFaults(journey, options));
    title = journey.map.title;
    return { journey, format: format.format, options, pictures: await imagesOf(world, mapId, journey) };
  };
  const turn = { mapId, linkId, signal: c.req.raw.signal };
  const bytes = await world.drawing.file(turn, prepare).catch((error: unknown) => {
    if (error instanceof DrawingBusyError) throw problems.tooMany('Many exports are being made.', 10);
    if (error instanceof Error && isTooLarge(error.message)) throw pictureTooLarge(options);
    throw error;
  });
  const name = fileName(title, new Date(world.clock.now()), format.ending);
  return c.body(bytes, 200, {
    'Content-Type': format.mediaType,
    'Content-Disposition': asDownload(name, `map.${format.ending}`),
  });
}

/** A picture nobody could open (R75). */
function pictureTooLarge({ width, scale }: ExportOptions): problems.ProblemError {
  const [option, value] = width === null ? ['scale', scale] : ['width', width];
  const message = `${value} makes a picture of more than ${mostPixels.toLocaleString('en')} pixels; ask for a smaller one, or for a part of the map`;
  return problems.wrongContent('The query', [{ path: `$.${option}`, code: 'request', values: {}, message }]);
}

/** Throws ProblemError when the query names what the map does not have. */
function refuseFaults(faults: readonly SliceFault[]): void {
  if (faults.length === 0) return;
  throw problems.wrongContent(
    'The query',
    faults.map(({ option, value }) => ({
      path: `$.${option}`,
      code: 'request' as const,
      values: {},
      message: `the map has no "${value}"`,
    })),
  );
}

/** RFC 6266: the name in UTF-8 for all browsers, and a plain one for whoever cannot read that. */
function asDownload(name: string, plainName: string): string {
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`;
}
