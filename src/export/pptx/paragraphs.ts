/** Text of a slide: paragraphs in the deck's own typefaces, which people can change in one place (the theme). */
import { xmlText } from '../xml.ts';

export interface RunLook {
  /** Points. */
  readonly size: number;
  /** `#rrggbb`; without, the deck's ink. */
  readonly colour?: string;
  readonly bold?: boolean;
  readonly serif?: boolean;
  /** Points between characters. */
  readonly spacing?: number;
}

/** Office knows no smaller size. */
const leastSize = 1;

export function colourXml(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:solidFill>`;
}

/** In which a program checks its spelling. */
export function languageOf(text: string): 'zh-CN' | 'en-US' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US';
}

/** What a run does not say it has from the deck's own style (packageParts.ts): English, sans, ink, no bullet, no room above. */
export function runXml(
  text: string,
  { size, colour, bold = false, serif = false, spacing = 0 }: RunLook,
): string {
  const weight = bold ? ' b="1"' : '';
  const spaced = spacing === 0 ? '' : ` spc="${Math.round(spacing * 100)}"`;
  const language = languageOf(text);
  const attributes = `${language === 'en-US' ? '' : `lang="${language}" `}sz="${Math.round(Math.max(leastSize, size) * 100)}"${weight}${spaced}`;
  const face = serif ? '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/>' : '';
  const inner = (colour === undefined ? '' : colourXml(colour)) + face;
  const properties = inner === '' ? `<a:rPr ${attributes}/>` : `<a:rPr ${attributes}>${inner}</a:rPr>`;
  return `<a:r>${properties}<a:t>${xmlText(text)}</a:t></a:r>`;
}

/** `align`: of its lines in their box; at the start unless it is said. */
export function paragraphXml(runs: string, align: 'start' | 'middle' | 'end' = 'start'): string {
  const properties = align === 'start' ? '' : `<a:pPr algn="${align === 'end' ? 'r' : 'ctr'}"/>`;
  return `<a:p>${properties}${runs}</a:p>`;
}
