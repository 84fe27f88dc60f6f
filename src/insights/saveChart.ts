/** A chart saved as a file: vectors, or a picture at twice its size. Fetched when somebody asks for it. */
import { canvasPainter } from '../export/canvasPng.ts';
import { fileName } from '../export/fileNames.ts';
import { toSvg } from '../export/svg.ts';
import type { Scene } from '../layout/scene.ts';
import { download } from '../panels/takeAway/download.ts';
import type { Theme } from '../theme/colours.ts';

const pngScale = 2;

/** Gives the name of the file. */
export async function saveChart(scene: Scene, kind: 'svg' | 'png', theme: Theme): Promise<string> {
  const saved = fileName(scene.title, new Date(), kind);
  if (kind === 'svg') download(saved, toSvg(scene, { theme }), 'image/svg+xml');
  else {
    const paint = canvasPainter();
    download(saved, await paint(scene, { theme, size: { scale: pngScale }, emoji: new Map() }), 'image/png');
  }
  return saved;
}
