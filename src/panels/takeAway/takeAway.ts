/**
 * The map as a file of any format (export/fileFormats.ts): all of it, whatever this screen hides, drawn in the light or
 * dark of the screen. Saves the file and gives its name.
 */
import { chooseOptions, type ExportOptions } from '../../export/exportOptions.ts';
import { formatOf, type FileFormatName } from '../../export/fileFormats.ts';
import { drawPersonaSvg } from '../../export/personaPoster.ts';
import { fileName } from '../../export/fileNames.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { download } from './download.ts';
import { drawOnPage, picturesOf, type Drawable, type PageDrawing } from './drawOnPage.ts';

type Taken = Drawable & Pick<MapSession, 'screen'>;

interface TakeHow extends PageDrawing {
  /** Options beside the usual ones. */
  readonly wished?: Partial<ExportOptions>;
}

export async function takeFile(
  session: Taken,
  name: FileFormatName,
  now: Date,
  { wished = {}, ...how }: TakeHow = {},
): Promise<string> {
  const format = formatOf(name);
  if (!format) throw new Error(`there is no format ${name}`);
  const { title } = session.projection.getState().journey.map;
  const options = chooseOptions({ theme: session.screen.getState().theme, ...wished });
  const saved = fileName(title, now, format.ending);
  download(saved, await drawOnPage(session, format, options, how), format.mediaType);
  return saved;
}

/** One persona's card, to print. */
export async function takePersonaCard(
  { projection, screen, images }: Pick<MapSession, 'projection' | 'screen' | 'images'>,
  personaId: string,
  now: Date,
): Promise<string> {
  const { journey } = projection.getState();
  const pictures = await picturesOf(journey, images);
  const svg = drawPersonaSvg(journey, personaId, screen.getState().theme, pictures);
  const persona = journey.personas.find(({ id }) => id === personaId);
  if (svg === null || !persona) throw new Error(`there is no persona ${personaId}`);
  const saved = fileName(persona.name, now, 'svg');
  download(saved, svg, 'image/svg+xml');
  return saved;
}
