/**
 * What the page of a map asks for by itself, `ahead.json`: the server tells it with the page (header `Link`), so that the
 * parts of the first picture come together with the entry instead of after it.
 *
 * Out: the header for a map and for a map that is presented, each by language, as a page begins with the words of one;
 * what only the wide or only the narrow page is drawn by stands under the width that decides it.
 */
import type { Plugin } from 'vite';
import { narrowQuery } from '../src/app/narrowQuery.ts';

/** What is asked of a file of the build: the names of its own kind, those it imports, its style sheets. */
export interface BuiltFile {
  readonly imports: readonly string[];
  readonly sheets: readonly string[];
  /** The module it begins with. */
  readonly lead: string | null;
}
export type BuiltFiles = ReadonlyMap<string, BuiltFile>;

/** Proxies take 4 KB of headers, and there are others. */
const mostLength = 3000;

/** Named by the document itself, and first wanted: told first, too, or it would stand in line behind the rest. */
const entry = ['index.html', 'src/app/start.tsx'];
const everywhere = ['src/app/MapPage.tsx'];
const wide = ['src/app/wideParts.ts'];
const presented = ['src/app/presentParts.ts'];
const narrow = ['src/app/NarrowMap.tsx'];

export function partsAhead(): Plugin {
  return {
    name: 'parts-ahead',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files: BuiltFiles = new Map(
          Object.values(bundle).flatMap((part) =>
            part.type === 'chunk'
              ? [
                  [
                    part.fileName,
                    {
                      imports: part.imports,
                      sheets: [...(part.viteMetadata?.importedCss ?? [])],
                      lead: part.facadeModuleId ?? null,
                    },
                  ],
                ]
              : [],
          ),
        );
        const both = (parts: readonly string[]) => ({
          en: aheadOf(files, 'en', parts),
          zh: aheadOf(files, 'zh', parts),
        });
        const source = JSON.stringify({ map: both(wide), presented: both(presented) });
        this.emitFile({ type: 'asset', fileName: 'ahead.json', source });
      },
    },
  };
}

/** The header for a page that begins in this language; `parts` draw it where it is wide. */
export function aheadOf(files: BuiltFiles, language: 'en' | 'zh', parts: readonly string[] = wide): string {
  const neededBy = (leads: readonly string[]): ReadonlySet<string> => {
    const found = new Set<string>();
    const add = (name: string): void => {
      if (found.has(name)) return;
      found.add(name);
      for (const imported of files.get(name)?.imports ?? []) add(imported);
    };
    for (const lead of leads) {
      const name = [...files.keys()].find((file) => files.get(file)?.lead?.endsWith(lead));
      if (name === undefined) throw new Error(`the build has no part of its own for ${lead}`);
      add(name);
    }
    return found;
  };
  const here = neededBy(entry);
  const ofWide = neededBy(parts);
  const ofNarrow = neededBy(narrow);
  const shared = [...ofWide].filter((name) => ofNarrow.has(name));
  const told = new Set([...here, ...neededBy([`first-words-${language}`, ...everywhere]), ...shared]);
  const onlyIn = (names: ReadonlySet<string>): readonly string[] =>
    [...names].filter((name) => !told.has(name));
  const linksTo = (names: Iterable<string>, media: string): readonly string[] =>
    [...names].flatMap((name) => [
      `</${name}>; rel=modulepreload${media}`,
      ...(files.get(name)?.sheets ?? []).map(
        (sheet) => `</${sheet}>; rel=preload; as=style; crossorigin${media}`,
      ),
    ]);
  const header = [
    ...linksTo(told, ''),
    ...linksTo(onlyIn(ofWide), `; media="not all and ${narrowQuery}"`),
    ...linksTo(onlyIn(ofNarrow), `; media="${narrowQuery}"`),
  ].join(', ');
  if (header.length > mostLength)
    throw new Error(`too many parts to tell ahead: ${header.length} characters`);
  return header;
}
