/** The faces that the page letters with, as rules that another thread can be told: a worker does not see style sheets. */
import { threadFaces } from './threadFaces.ts';

/** An `@font-face` rule; `src` with whole addresses. */
export interface FaceRule {
  readonly family: string;
  readonly weight: string;
  readonly unicodeRange: string;
  readonly src: string;
  /** The page shows letters of it. */
  readonly isLoaded: boolean;
}

/** The faces that the page's own style sheets name. */
export function pageFaces(): readonly FaceRule[] {
  const loaded = new Set<string>();
  for (const face of threadFaces() ?? []) if (face.status === 'loaded') loaded.add(faceKey(face));
  return [...document.styleSheets].flatMap((sheet) => {
    const base = sheet.href ?? document.baseURI;
    return facesIn(sheet.cssRules, base, loaded);
  });
}

function facesIn(rules: CSSRuleList, base: string, loaded: ReadonlySet<string>): readonly FaceRule[] {
  return [...rules].flatMap((rule): readonly FaceRule[] => {
    if (rule instanceof CSSFontFaceRule) {
      const { style } = rule;
      const value = (name: string) => style.getPropertyValue(name);
      const src = value('src').replaceAll(
        /url\("?([^")]*)"?\)/g,
        (_all, address: string) => `url("${new URL(address, base).href}")`,
      );
      const face = {
        family: value('font-family').replaceAll(quotes, ''),
        weight: value('font-weight'),
        unicodeRange: value('unicode-range'),
      };
      return [{ ...face, src, isLoaded: loaded.has(faceKey(face)) }];
    }
    if (rule instanceof CSSImportRule)
      return rule.styleSheet ? facesIn(rule.styleSheet.cssRules, base, loaded) : [];
    return rule instanceof CSSGroupingRule ? facesIn(rule.cssRules, base, loaded) : [];
  });
}

const quotes = /^["']|["']$/g;
const everyLetter = 'U+0-10FFFF';

/** What tells faces apart, alike for a rule and for what the browser made of it. */
function faceKey({
  family,
  weight,
  unicodeRange,
}: Pick<FaceRule, 'family' | 'weight' | 'unicodeRange'>): string {
  return [family.replaceAll(quotes, ''), weight, unicodeRange.toUpperCase() || everyLetter].join('|');
}
