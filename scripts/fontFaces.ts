/**
 * The page's fonts come as variable faces: one file a slice holds every weight, 14 MB to install where a file a weight
 * is 170 MB. They are served under the names that scenes and exports know ("Noto Sans SC", not "… Variable"), and
 * each only in the weights the look uses, so that a heavier text is never heavier on screen than in a file.
 * Headings of the page itself (not of the sheet) ask for 500: Source Serif's 600 is blacker than the Latin drawn with Noto
 * Serif's 600, which the look was drawn in. Chinese has its 600 for both.
 */
import type { CSSOptions } from 'vite';

type PostcssOptions = Exclude<NonNullable<CSSOptions['postcss']>, string>;
type PostcssPlugin = NonNullable<PostcssOptions['plugins']>[number];

const variableEnd = / Variable$/;

const weightsOf: Readonly<Record<string, string>> = { 'Source Serif 4': '500 600', 'Noto Serif SC': '600' };

/** A plug-in of the build's style sheets. */
export const fontFaces: PostcssPlugin = {
  postcssPlugin: 'font-faces',
  AtRule: {
    'font-face'(rule) {
      let weights = '';
      rule.walkDecls('font-family', (family) => {
        const name = family.value.replaceAll(/['"]/g, '');
        if (!variableEnd.test(name)) return;
        const plain = name.replace(variableEnd, '');
        weights = weightsOf[plain] ?? '400 700';
        family.value = `'${plain}'`;
      });
      if (weights === '') return;
      rule.walkDecls('font-weight', (weight) => {
        weight.value = weights;
      });
    },
  },
};
