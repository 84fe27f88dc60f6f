/**
 * An SVG drawn by another program than a browser (resvg), with the faces the page uses as whole font files.
 * Out: PNG bytes at one pixel a unit.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { readFontFile } from '../../server/exports/fontFiles.ts';
import type { CutName } from '../../src/export/fontCuts.ts';

const weights = [400, 500, 600, 700] as const;
const cuts = weights.flatMap((weight): CutName[] => [`source-sans-3-${weight}`, `noto-sans-sc-${weight}`]);

export async function drawSvg(svg: string): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchline-fonts-'));
  try {
    const fontFiles = cuts.map((cut) => path.join(folder, `${cut}.ttf`));
    for (const [index, cut] of cuts.entries()) writeFileSync(fontFiles[index] ?? '', await readFontFile(cut));
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
    return new Resvg(svg, { font }).render().asPng();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
