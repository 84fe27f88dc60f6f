/** Draws maps as SVG beside the server, so that a large map keeps nobody's edits waiting. Started by drawing.ts. */
import { parentPort } from 'node:worker_threads';
import { drawSvg } from '../../src/export/mapSvg.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import type { Theme } from '../../src/theme/colours.ts';

interface Wish {
  readonly journey: JourneyMap;
  readonly theme: Theme;
  readonly images: ReadonlyMap<string, string>;
}

parentPort?.on('message', ({ journey, theme, images }: Wish) => {
  parentPort?.postMessage(drawSvg(journey, theme, images), []);
});
