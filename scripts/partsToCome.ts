/**
 * What is fetched together with a part of the page. Left alone, the bundler writes into every file the names of all that
 * its parts need, also of what has come with the file itself: names with hashes, which do not compress, some 5 KB of what
 * a page loads before its first picture. Here a file names only what is not there when it asks, and only for the parts
 * that a page asks for by itself or at the touch of a button; the rest is found as it comes, one step later.
 */
import type { Plugin } from 'vite';

/** The parts whose needs are fetched beside them: what draws a page, what makes it live, and the menus. */
const beside: ReadonlySet<string> = new Set([
  'start',
  'HomePage',
  'MapPage',
  'wideParts',
  'NarrowMap',
  'seenParts',
  'openLive',
  'LiveCanvas',
  'openEditing',
  'EditingLayer',
  'Menu',
]);
/** `assets/name-hash.js` */
const nameIn = /([^/]+)-.{8}\.js$/;

export interface PartsToCome {
  /** Learns which files import which; its place is before the bundler's own writing of the names. */
  readonly plugin: Plugin;
  /** Vite's `build.modulePreload.resolveDependencies`. Paths are of files in the build. */
  readonly resolve: (file: string, needs: string[], context: { readonly hostId: string }) => string[];
}

export function partsToCome(): PartsToCome {
  let importsOf: ReadonlyMap<string, readonly string[]> = new Map();
  const loadedWith = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const imported of importsOf.get(file) ?? []) loadedWith(imported, seen);
    return seen;
  };
  return {
    plugin: {
      name: 'parts-to-come',
      apply: 'build',
      enforce: 'pre',
      generateBundle(_options, bundle) {
        importsOf = new Map(
          Object.values(bundle).flatMap((part) =>
            part.type === 'chunk' ? [[part.fileName, part.imports] as const] : [],
          ),
        );
      },
    },
    resolve: (file, needs, { hostId }) => {
      if (!beside.has(nameIn.exec(file)?.[1] ?? '')) return [];
      const here = loadedWith(hostId);
      return needs.filter((need) => !here.has(need));
    },
  };
}
