/**
 * The page's build: index.html and src to dist/, hashed files with the parts only editors need in chunks of their own.
 * While developing, `vite` serves the page and hands API and sockets on to the server on PORT.
 */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env['PORT'] ?? '4321'}`;

/** Every browser we serve reads woff2: without this each face would be built twice. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource')) return null;
    return code.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '');
  },
};

export default defineConfig({
  plugins: [woff2Only, react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The first page must not wait for what a lazy part brings along.
    modulePreload: { polyfill: false },
    // Tests read from it which chunks the entry needs.
    manifest: true,
    // Small fonts stay files: fetched only when a character of theirs is shown.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
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
