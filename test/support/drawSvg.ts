/**
 * An SVG drawn by another program than a browser (resvg), with the faces the page uses as whole font files.
 * Out: PNG bytes at one pixel a unit.
 */
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const fonts = path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');
const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'] as const;
const fontFiles = weights.flatMap((weight) => [
  path.join(fonts, 'source-sans-3', weight, `SourceSans3_${weight}.ttf`),
  path.join(fonts, 'noto-sans-sc', weight, `NotoSansSC_${weight}.ttf`),
]);

export function drawSvg(svg: string): Uint8Array {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
  return new Resvg(svg, { font }).render().asPng();
}
