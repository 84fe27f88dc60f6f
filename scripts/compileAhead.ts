/**
 * Files of which a first picture runs nearly everything. Browsers compile a function when it is first called, on the
 * thread that draws; told so by this comment, which must be the first line, Chromium compiles all of such a file beside
 * the network instead. Not for the file with React: most of it is never called, and code that lies ready takes memory.
 */
import type { Plugin } from 'vite';

const drawsAtOnce: ReadonlySet<string> = new Set(['map', 'wide', 'draw']);

export function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    apply: 'build',
    // After the names of what a file asks for are written into its first line.
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const part of Object.values(bundle))
          if (part.type === 'chunk' && drawsAtOnce.has(part.name))
            part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
      },
    },
  };
}
