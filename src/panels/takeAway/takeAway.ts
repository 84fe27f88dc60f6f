/**
 * The map as a file: `touchline/1` JSON without loss, and SVG of the whole map (all lanes, whatever this screen hides)
 * drawn from the scene, in the light or dark of the screen. Each saves the file and gives its name.
 */
import { drawSvg } from '../../export/mapSvg.ts';
import { storedImage } from '../../layout/storedImages.ts';
import { writeMapText } from '../../model/writeMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { download } from './download.ts';
import { fileName } from '../../export/fileNames.ts';

type Taken = Pick<MapSession, 'projection' | 'screen' | 'images'>;

export function takeJson({ projection }: Taken, now: Date): string {
  const { journey } = projection.getState();
  const name = fileName(journey.map.title, now, 'json');
  download(name, writeMapText(journey), 'application/json');
  return name;
}

export async function takeSvg({ projection, screen, images }: Taken, now: Date): Promise<string> {
  const { journey } = projection.getState();
  const name = fileName(journey.map.title, now, 'svg');
  const pictures = new Map<string, string>();
  for (const hash of new Set(journey.elements.flatMap(({ image }) => image ?? []))) {
    const blob = await images.blobOf(hash);
    if (blob) pictures.set(storedImage(hash), await toDataUrl(blob));
  }
  download(name, drawSvg(journey, screen.getState().theme, pictures), 'image/svg+xml');
  return name;
}

async function toDataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:${blob.type};base64,${btoa(text)}`;
}
