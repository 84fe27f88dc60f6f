/**
 * The cuts (one family in one weight) that a scene's fonts are drawn with, and which cut draws which character: the
 * face of the font first, then the one that stands in for letters it lacks, as in fontFamilies and the tables of
 * advances.
 */
import type { Font, Weight } from '../layout/scene.ts';

type Family = 'noto-sans-sc' | 'noto-serif-sc' | 'source-sans-3' | 'source-serif-4';
/** Also the name of its file. */
export type CutName = `${Family}-${Weight}`;

/** Gives the whole font file (TrueType) of a cut. */
export type ReadCut = (cut: CutName) => Promise<Uint8Array>;

/** The cuts that draw a font's characters, the first choice first. The serif is kept in its one weight. */
export function cutsOf({ face, script, weight }: Font): readonly [CutName, CutName] {
  const latin: CutName = face === 'sans' ? `source-sans-3-${weight}` : 'source-serif-4-600';
  const cjk: CutName = face === 'sans' ? `noto-sans-sc-${weight}` : 'noto-serif-sc-600';
  return script === 'latin' ? [latin, cjk] : [cjk, latin];
}

const families: Readonly<Record<Family, string>> = {
  'noto-sans-sc': 'Noto Sans SC',
  'noto-serif-sc': 'Noto Serif SC',
  'source-sans-3': 'Source Sans 3',
  'source-serif-4': 'Source Serif 4',
};

/** The family's name in CSS, and the weight. */
export function cssOf(cut: CutName): { readonly family: string; readonly weight: number } {
  const family = cut.slice(0, -4) as Family;
  return { family: families[family], weight: Number(cut.slice(-3)) };
}
