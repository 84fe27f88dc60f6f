/** The map as a file: `touchline/1` JSON without loss, and SVG of the whole map from the scene. Each gives the file's name. */
import { writeMapText } from '../../model/writeMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { download } from './download.ts';
import { fileName } from './fileNames.ts';

type Taken = Pick<MapSession, 'projection' | 'screen'>;

export function takeJson({ projection }: Taken, now: Date): string {
  const { journey } = projection.getState();
  const name = fileName(journey.map.title, now, 'json');
  download(name, writeMapText(journey), 'application/json');
  return name;
}
