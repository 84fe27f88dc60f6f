/**
 * The list of the page's parts, `parts.json`: a page where people edit fetches all of them once it is at rest, so that what
 * they first ask for without a network is there (app/keepOnDevice.ts). Writers of files whose fonts only the server has
 * are large and left out.
 */
import type { Plugin } from 'vite';

const serversWriters = /\/(lettering|browser-module|pdf)-/;

export function partsList(): Plugin {
  return {
    name: 'parts-list',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const parts = Object.keys(bundle).filter(
          (file) => /\.(js|css)$/.test(file) && !serversWriters.test(`/${file}`),
        );
        const source = JSON.stringify(parts.toSorted().map((file) => `/${file}`));
        this.emitFile({ type: 'asset', fileName: 'parts.json', source });
      },
    },
  };
}
