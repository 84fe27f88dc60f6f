/**
 * Pages of a PDF as poppler draws them. Handed over as they are (PPM), which spares both sides the packing of a PNG:
 * that takes longer than the drawing.
 */
import { spawnSync } from 'node:child_process';
import type { Picture } from './sceneLayers.ts';

/** `asked`: what pdftoppm takes, such as `-r 48`. */
export function drawnPages(file: string, ...asked: readonly (string | number)[]): Picture[] {
  const { stdout } = spawnSync('pdftoppm', [...asked.map(String), file], { maxBuffer: 2 ** 31 });
  const pages: Picture[] = [];
  for (let at = 0; at < stdout.length;) {
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', at, at + 40));
    if (!head) throw new Error(`no picture at ${at} of what pdftoppm made of ${file}`);
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    const data = Buffer.alloc(width * height * 4, 255);
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      data[4 * pixel] = stdout[from + 3 * pixel] ?? 0;
      data[4 * pixel + 1] = stdout[from + 3 * pixel + 1] ?? 0;
      data[4 * pixel + 2] = stdout[from + 3 * pixel + 2] ?? 0;
    }
    pages.push({ width, height, data });
    at = from + 3 * width * height;
  }
  return pages;
}
