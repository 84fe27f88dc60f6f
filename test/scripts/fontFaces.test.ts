import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { preprocessCSS, resolveConfig } from 'vite';
import { describe, expect, it } from 'vitest';
import { fontFaces } from '../../scripts/fontFaces.ts';
import { fontFamilies } from '../../src/theme/fonts.ts';

const root = path.resolve(import.meta.dirname, '../..');

async function facesOf(file: string): Promise<{ family: string; weight: string }[]> {
  const config = await resolveConfig(
    { configFile: false, logLevel: 'silent', css: { postcss: { plugins: [fontFaces] } } },
    'build',
  );
  const { code } = await preprocessCSS(
    readFileSync(path.join(root, file), 'utf8'),
    path.join(root, file),
    config,
  );
  return [...code.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule = '']) => ({
    family: /font-family:\s*['"]?([^;'"]+)/.exec(rule)?.[1] ?? '',
    weight: /font-weight:\s*([^;]+)/.exec(rule)?.[1] ?? '',
  }));
}

/** Bytes of all files below a folder. */
function weigh(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const place = path.join(folder, entry.name);
    return sum + (entry.isDirectory() ? weigh(place) : statSync(place).size);
  }, 0);
}

describe('the page’s fonts', () => {
  it('are served under the names that scenes ask for, each in the weights that files have too', async () => {
    const faces = [
      ...(await facesOf('src/theme/fontsLatin.css')),
      ...(await facesOf('src/theme/fontsChinese.css')),
    ];
    const kinds = [...new Set(faces.map(({ family, weight }) => `${family}: ${weight}`))];
    expect(kinds).toEqual([
      'Source Sans 3: 400 700',
      'Source Serif 4: 500 600',
      'Noto Sans SC: 400 700',
      'Noto Serif SC: 600',
    ]);
    const asked = Object.values(fontFamilies).flatMap((scripts) => Object.values(scripts));
    for (const { family } of faces) expect(asked.some((list) => list.includes(`'${family}'`))).toBe(true);
  });

  it('and those of files are at most 45 MB to install, with the licence of each', () => {
    const installed = path.join(root, 'node_modules');
    const ours = readdirSync(installed).filter((name) => name.startsWith('@fontsource'));
    expect(ours).toEqual(['@fontsource-variable']);
    const packages = path.join(installed, '@fontsource-variable');
    expect(weigh(packages) + weigh(path.join(root, 'fonts'))).toBeLessThan(45e6);
    for (const name of readdirSync(packages))
      expect(readFileSync(path.join(packages, name, 'LICENSE'), 'utf8')).toContain('SIL OPEN FONT LICENSE');
  });
});
