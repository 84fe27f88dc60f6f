/** Text of a slide: paragraphs in the deck's own typefaces, which people can change in one place (the theme). */
import { xmlText } from './xml.ts';

export interface RunLook {
  /** Points. */
  readonly size: number;
  /** `#rrggbb`. */
  readonly colour: string;
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

export function runXml(
  text: string,
  { size, colour, bold = false, serif = false, spacing = 0 }: RunLook,
): string {
  const language = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en-US';
  const face = serif ? 'mj' : 'mn';
  const attributes = [
    `lang="${language}"`,
    `sz="${Math.round(Math.max(leastSize, size) * 100)}"`,
    bold ? 'b="1"' : '',
    spacing === 0 ? '' : `spc="${Math.round(spacing * 100)}"`,
  ].filter((attribute) => attribute !== '');
  return (
    `<a:r><a:rPr ${attributes.join(' ')}>${colourXml(colour)}<a:latin typeface="+${face}-lt"/>` +
    `<a:ea typeface="+${face}-ea"/></a:rPr><a:t>${xmlText(text)}</a:t></a:r>`
  );
}

/** Room above in points; `bullet` for the items of a list. */
export function paragraphXml(
  runs: string,
  { above = 0, bullet = false }: { readonly above?: number; readonly bullet?: boolean } = {},
): string {
  const mark = bullet ? '<a:buChar char="•"/>' : '<a:buNone/>';
  const indent = bullet ? ' marL="171450" indent="-171450"' : '';
  return `<a:p><a:pPr${indent}><a:spcBef><a:spcPts val="${Math.round(above * 100)}"/></a:spcBef>${mark}</a:pPr>${runs}</a:p>`;
}
