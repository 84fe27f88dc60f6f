/**
 * The page's build: index.html and src to dist/, hashed files with the parts only editors need in chunks of their own.
 * While developing, `vite` serves the page and hands API and sockets on to the server on PORT.
 */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { planChunks } from './scripts/chunkPlan.ts';
import { classNameOf } from './scripts/classNames.ts';
import { compileAhead } from './scripts/compileAhead.ts';
import { emojiFiles } from './scripts/emojiFiles.ts';
import { fontFaces } from './scripts/fontFaces.ts';
import { partsAhead } from './scripts/partsAhead.ts';
import { partsList } from './scripts/partsList.ts';
import { partsToCome } from './scripts/partsToCome.ts';
import { wordsByLanguage } from './scripts/wordsByLanguage.ts';

const root = import.meta.dirname;
const server = `http://127.0.0.1:${process.env['PORT'] ?? '4321'}`;

/** Every page needs this chunk, which the small entry asks for: told in the document, it comes together with the entry. */
const startsEarly: Plugin = {
  name: 'starts-early',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const chunks = new Map(
        Object.values(bundle ?? {}).flatMap((part) =>
          part.type === 'chunk' ? [[part.fileName, part] as const] : [],
        ),
      );
      const start = [...chunks.values()].find(({ facadeModuleId }) =>
        facadeModuleId?.endsWith('/app/start.tsx'),
      );
      const files = new Set<string>();
      const add = (file: string): void => {
        if (files.has(file)) return;
        files.add(file);
        for (const imported of chunks.get(file)?.imports ?? []) add(imported);
      };
      if (start) add(start.fileName);
      const parts = [...files]
        .flatMap((file) => chunks.get(file) ?? [])
        .filter(({ fileName }) => !html.includes(fileName));
      return parts.flatMap(({ fileName, viteMetadata }) => [
        link({ rel: 'modulepreload', crossorigin: true, href: `/${fileName}` }),
        ...[...(viteMetadata?.importedCss ?? [])].map((file) =>
          link({ rel: 'stylesheet', crossorigin: true, href: `/${file}` }),
        ),
      ]);
    },
  },
};

function link(attrs: Readonly<Record<string, string | boolean>>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs }, injectTo: 'head' };
}

const toCome = partsToCome();

export default defineConfig({
  plugins: [
    wordsByLanguage(),
    toCome.plugin,
    startsEarly,
    react(),
    emojiFiles(),
    partsList(),
    partsAhead(),
    compileAhead(),
  ],
  // The worker that makes files loads each writer when it is asked for.
  worker: { format: 'es' },
  css: {
    postcss: { plugins: [fontFaces] },
    modules: { generateScopedName: (name, file) => classNameOf(name, path.relative(root, file)) },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The first page must not wait for what a lazy part brings along.
    modulePreload: { polyfill: false, resolveDependencies: toCome.resolve },
    // Tests read from it which chunks the entry needs.
    manifest: true,
    // Small fonts stay files: fetched only when a character of theirs is shown.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // A part may give other parts what it holds: else each would come with a file that only points at it.
      preserveEntrySignatures: 'allow-extension',
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: planChunks(import.meta.dirname) }],
        },
      },
    },
  },
  // One yjs only: two copies would not know each other's types.
  resolve: { dedupe: ['yjs', 'react', 'react-dom', 'lib0'] },
  server: {
    port: 4320,
    strictPort: true,
    proxy: {
      '/api': server,
      '/healthz': server,
      '/sync': { target: server, ws: true },
    },
  },
});
