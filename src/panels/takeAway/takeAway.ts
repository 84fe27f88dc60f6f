/**
 * The map as a file of any format (export/fileFormats.ts): all of it, whatever this screen hides, drawn in the light or
 * dark of the screen. Saves the file and gives its name.
 */
import { chooseOptions } from '../../export/exportOptions.ts';
import { drawFile, formatOf, type FileFormatName } from '../../export/fileFormats.ts';
import { drawPersonaSvg } from '../../export/personaPoster.ts';
import { fileName } from '../../export/fileNames.ts';
import { storedImage } from '../../layout/storedImages.ts';
import { imagesShown } from '../../model/imagesShown.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { download } from './download.ts';

type Taken = Pick<MapSession, 'projection' | 'screen' | 'images'>;

export async function takeFile(
  { projection, screen, images }: Taken,
  name: FileFormatName,
  now: Date,
): Promise<string> {
  const format = formatOf(name);
  if (!format) throw new Error(`there is no format ${name}`);
  const { journey } = projection.getState();
  const pictures = await picturesOf(journey, images);
  const options = chooseOptions({ theme: screen.getState().theme });
  const saved = fileName(journey.map.title, now, format.ending);
  download(saved, await drawFile(journey, format, options, { pictures }), format.mediaType);
  return saved;
}

/** One persona's card, to print. */
export async function takePersonaCard(
  { projection, screen, images }: Taken,
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

/** The stored pictures of a map by their names in a scene. */
async function picturesOf(
  journey: JourneyMap,
  images: MapSession['images'],
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  for (const hash of imagesShown(journey)) {
    const blob = await images.blobOf(hash);
    if (blob) pictures.set(storedImage(hash), await toDataUrl(blob));
  }
  return pictures;
}

async function toDataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:${blob.type};base64,${btoa(text)}`;
}
