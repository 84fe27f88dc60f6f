/** The colours and font families as CSS custom properties: the text of tokens.css. */
import { palettes, type Theme } from './colours.ts';
import { fontFamilies } from './fonts.ts';

function colours(theme: Theme): string {
  return Object.entries(palettes[theme])
    .map(([role, value]) => `    --${role}: ${value};`)
    .join('\n');
}

const longestLine = 110;

function families(script: 'latin' | 'cjk'): string {
  return (['sans', 'serif'] as const)
    .map((face) => {
      const line = `    --font-${face}: ${fontFamilies[face][script]};`;
      // As the formatter of the house breaks it.
      return line.length > longestLine ? line.replace(': ', ':\n      ') : line;
    })
    .join('\n');
}

/**
 * Light is the default, so that a page without a theme yet is readable. Shadows keep the dark ink in both themes: in
 * the dark one its own ink would glow.
 */
export function tokensCss(): string {
  return `/* Made by scripts/makeTokens.ts from colours.ts and fonts.ts: change those, then run it. */
@layer tokens {
  :root {
${colours('light')}
${families('latin')}
    --shadow: ${palettes.light.ink};
  }
  [data-theme='dark'] {
${colours('dark')}
  }
  :lang(zh) {
${families('cjk')}
  }
}
`;
}
