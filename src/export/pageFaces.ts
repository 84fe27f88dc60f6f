/** The faces that the page letters with, as rules that another thread can be told: a worker does not see style sheets. */

/** An `@font-face` rule; `src` with whole addresses. */
export interface FaceRule {
  readonly family: string;
  readonly weight: string;
  readonly unicodeRange: string;
  readonly src: string;
}

/** The faces that the page's own style sheets name. */
export function pageFaces(): readonly FaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => {
    const base = sheet.href ?? document.baseURI;
    return facesIn(sheet.cssRules, base);
  });
}

function facesIn(rules: CSSRuleList, base: string): readonly FaceRule[] {
  return [...rules].flatMap((rule): readonly FaceRule[] => {
    if (rule instanceof CSSFontFaceRule) {
      const { style } = rule;
      const value = (name: string) => style.getPropertyValue(name);
      const src = value('src').replaceAll(
        /url\("?([^")]*)"?\)/g,
        (_all, address: string) => `url("${new URL(address, base).href}")`,
      );
      const family = value('font-family').replaceAll(/^["']|["']$/g, '');
      return [{ family, weight: value('font-weight'), unicodeRange: value('unicode-range'), src }];
    }
    if (rule instanceof CSSImportRule) return rule.styleSheet ? facesIn(rule.styleSheet.cssRules, base) : [];
    return rule instanceof CSSGroupingRule ? facesIn(rule.cssRules, base) : [];
  });
}
