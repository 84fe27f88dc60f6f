/**
 * The map as a file: `touchline/1` JSON without loss, and SVG of the whole map (all lanes, whatever this screen hides)
 * drawn from the scene, in the light or dark of the screen. Each saves the file and gives its name.
 */
import { toSvg } from '../../export/svg.ts';
import { layoutOptionsFor } from '../../layout/defaultOptions.ts';
import { layoutMap } from '../../layout/layoutMap.ts';
import { layoutSheet } from '../../layout/sheet.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { writeMapText } from '../../model/writeMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import type { Theme } from '../../theme/colours.ts';
import { sceneWordsFor } from '../../words/scene.ts';
import { sheetWordsFor } from '../../words/sheet.ts';
import { download } from './download.ts';
import { fileName } from './fileNames.ts';

type Taken = Pick<MapSession, 'projection' | 'screen'>;

export function takeJson({ projection }: Taken, now: Date): string {
  const { journey } = projection.getState();
  const name = fileName(journey.map.title, now, 'json');
  download(name, writeMapText(journey), 'application/json');
  return name;
}

export function takeSvg({ projection, screen }: Taken, now: Date): string {
  const { journey } = projection.getState();
  const name = fileName(journey.map.title, now, 'svg');
  download(name, drawSvg(journey, screen.getState().theme), 'image/svg+xml');
  return name;
}

/** The sheet of a map as SVG. */
export function drawSvg(journey: JourneyMap, theme: Theme): string {
  const layout = layoutMap(journey, layoutOptionsFor(journey));
  const { language } = journey.map;
  const sheet = layoutSheet(journey, layout, { words: sheetWordsFor(language), sceneWords: sceneWordsFor(language) });
  return toSvg(sheet, { theme });
}
