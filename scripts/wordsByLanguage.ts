/**
 * Splits the words of the first picture by language in the build, so that a page waits for one language only. The files
 * of src/words stay as they are, `{ en, zh }` and typed alike; here each becomes three modules:
 *
 * - `app.ts`: an empty catalogue, which `fetchWords` fills;
 * - `app.ts?in=en`: the words in one language; all of these travel in one file a language;
 * - `app.ts?whole`: what words that are built upon these (`{ ...canvasWords.en, ...en }`) read: they are put together at
 *   once, in both languages, and come later than the first picture.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** The files whose words stand in the first picture. Others must not read their catalogues while they are loaded. */
export const early = ['app', 'topBar', 'canvas', 'crash', 'toolWords'] as const;
const languages = ['en', 'zh'] as const;
type Language = (typeof languages)[number];

const catalogue = /export const (\w+): Catalogue<[^=]+> = \{ en(?:: (\w+))?, zh(?:: (\w+))? \};/g;
const fetching = 'src/words/fetchWords.ts';
const pack = /^\0first-words-(en|zh)$/;

export function wordsByLanguage(): Plugin {
  let folder = '';
  const fileOf = (name: string): string => path.join(folder, `${name}.ts`);
  const isEarly = (file: string): boolean => early.some((name) => fileOf(name) === file);
  return {
    name: 'words-by-language',
    apply: 'build',
    enforce: 'pre',
    configResolved: (config) => {
      folder = path.join(config.root, 'src/words');
    },
    resolveId(source, importer = '') {
      if (/^first-words-(en|zh)$/.test(source)) return `\0${source}`;
      const file = path.resolve(path.dirname(importer), source);
      return path.dirname(importer) === folder && isEarly(file) ? `${file}?whole` : null;
    },
    load(id) {
      if (id.endsWith(fetching)) return fetcher;
      const language = pack.exec(id)?.[1];
      return language === undefined ? null : wordsIn(language as Language, early.map(fileOf));
    },
    transform(code, id) {
      const [file = '', query] = id.split('?');
      if (!isEarly(file) || query === 'whole') return null;
      return {
        code: query === undefined ? emptied(code) : inLanguage(code, query.slice(-2) as Language),
        map: null,
      };
    },
  };
}

/** The module that fetches: one object for all catalogues, filled language by language. */
const fetcher = `
const catalogues = {};
const here = new Set();
const packs = { ${languages.map((one) => `${one}: () => import('first-words-${one}')`).join(', ')} };
export const catalogueOf = (name) => (catalogues[name] ??= {});
export const hasWords = (language) => here.has(language);
export async function fetchWords(language) {
  const words = await packs[language]();
  for (const name of Object.keys(words)) catalogueOf(name)[language] = words[name];
  here.add(language);
}
`;

/** A file of words without them: each of its catalogues begins empty. */
export function emptied(code: string): string {
  const without = code.replace(
    catalogue,
    (_all, name: string) => `export const ${name} = catalogueOf('${name}');`,
  );
  return `import { catalogueOf } from './fetchWords.ts';\n${without}`;
}

/** A file of words with one language of each catalogue in the catalogue's place. */
export function inLanguage(code: string, language: Language): string {
  return code.replace(
    catalogue,
    (_all, name: string, en = 'en', zh = 'zh') => `export const ${name} = ${{ en, zh }[language] as string};`,
  );
}

/** The catalogues a file of words exports; throws when there is none, as nothing would be split then. */
export function catalogueNames(code: string): readonly string[] {
  const names = [...code.matchAll(catalogue)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('a file of early words holds no catalogue written { en, zh }');
  return names;
}

/** The module that holds the words of one language, by the names of their catalogues. */
function wordsIn(language: Language, files: readonly string[]): string {
  return files
    .map((file) => {
      const names = catalogueNames(readFileSync(file, 'utf8'));
      return `export { ${names.join(', ')} } from '${file}?in=${language}';`;
    })
    .join('\n');
}
