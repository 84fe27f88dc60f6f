/**
 * The pictures of emoji as files beside the built page, one each, so that a page that draws a file fetches the few its map
 * shows and not the set of nine megabytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const set = '@iconify-json/fluent-emoji-flat';

export function emojiFiles(): Plugin {
  let folder = '';
  return {
    name: 'emoji-files',
    apply: 'build',
    configResolved: (config) => {
      folder = path.resolve(config.root, config.build.outDir, 'emoji');
    },
    closeBundle() {
      const names = readJson(`${set}/chars.json`) as Readonly<Record<string, string>>;
      const { icons } = readJson(`${set}/icons.json`) as {
        readonly icons: Readonly<Record<string, { readonly body: string }>>;
      };
      mkdirSync(folder, { recursive: true });
      for (const [key, name] of Object.entries(names)) {
        const body = icons[name]?.body;
        if (body === undefined) continue;
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${body}</svg>\n`;
        writeFileSync(path.join(folder, `${key}.svg`), svg);
      }
    },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(require.resolve(file), 'utf8'));
}
