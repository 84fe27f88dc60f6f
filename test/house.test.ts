/**
 * The house: who may import whom, held as data, so that the folders keep their one duty each.
 * A new arrow is allowed by changing this table in the same commit, with the reason beside it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface Room {
  readonly sees: readonly string[];
  readonly packages: readonly string[];
}

/** `words` (the catalogue of strings) is a room of its own: layout, canvas, panels and app all speak, and none may own the words. */
const house: Readonly<Record<string, Room>> = {
  'src/model': { sees: [], packages: [] },
  'src/theme': { sees: [], packages: ['@fontsource-variable'] },
  'src/words': { sees: ['src/model'], packages: [] },
  'src/protocol': { sees: ['src/model'], packages: [] },
  'src/analysis': { sees: ['src/model'], packages: [] },
  'src/layout': { sees: ['src/model', 'src/analysis', 'src/theme', 'src/words'], packages: [] },
  // lib0 is Yjs' own way of writing bytes.
  'src/document': { sees: ['src/model'], packages: ['yjs', 'lib0'] },
  'src/sync': {
    // How an update is taken apart belongs to the document; page and server both do it.
    sees: ['src/model', 'src/protocol', 'src/document'],
    packages: ['yjs', 'y-websocket', 'y-protocols', 'y-indexeddb', 'lib0', 'zustand'],
  },
  'src/state': {
    // The session is handed down through one React context; the projection keeps the layout beside the journey.
    sees: [
      'src/model',
      'src/analysis',
      'src/layout',
      'src/document',
      'src/sync',
      'src/protocol',
      'src/theme',
      'src/words',
    ],
    packages: ['zustand', 'react', 'yjs'],
  },
  // Messages show inside the dialog that is open: a portal.
  'src/ui': { sees: ['src/theme'], packages: ['react', 'react-dom', '@base-ui/react'] },
  'src/paint': { sees: ['src/layout', 'src/theme'], packages: [] },
  // What the server draws ahead for a page that has no code for it yet.
  'src/glimpse': { sees: ['src/model', 'src/layout', 'src/paint', 'src/theme'], packages: [] },
  'src/export': {
    sees: ['src/model', 'src/analysis', 'src/layout', 'src/theme', 'src/paint', 'src/words', 'src/report'],
    // The letters of a file: fontkit reads glyphs, subset-font cuts fonts down to what is written.
    packages: ['fflate', 'pdfkit', 'fontkit', 'subset-font'],
  },
  // What comes in: its columns are found and its refusals are told by the words of the fields.
  'src/import': { sees: ['src/model', 'src/words'], packages: ['fflate'] },
  'src/canvas': {
    sees: [
      'src/model',
      'src/analysis',
      'src/layout',
      'src/theme',
      'src/paint',
      'src/document',
      'src/sync',
      'src/state',
      'src/ui',
      'src/words',
    ],
    packages: ['react', 'react-dom', '@xyflow/react', 'zustand', 'html-to-image'],
  },
  'src/panels': {
    sees: [
      'src/model',
      'src/analysis',
      'src/layout',
      'src/theme',
      'src/paint',
      'src/protocol',
      'src/document',
      'src/sync',
      'src/state',
      'src/ui',
      'src/export',
      // The dialog shows what a file holds before anything happens.
      'src/import',
      'src/words',
    ],
    packages: ['react', 'zustand'],
  },
  // Charts as primitives of the scene, so that the page and every export draw them alike.
  'src/charts': { sees: ['src/model', 'src/analysis', 'src/layout', 'src/theme', 'src/words'], packages: [] },
  // Slides as primitives of the scene, drawn by the page without React or the DOM of their own, so that files can draw them too.
  'src/slides': { sees: ['src/model', 'src/analysis', 'src/layout', 'src/theme', 'src/words'], packages: [] },
  // What the analyses say as pages: charts, cards and the sheet of the map put together, for the writers of export.
  'src/report': {
    sees: ['src/model', 'src/analysis', 'src/charts', 'src/layout', 'src/theme', 'src/words'],
    packages: [],
  },
  'src/insights': {
    // The third view of the map: drawn by the canvas' writer of scene items; the faces are the panels'. Changed fields are said
    // as a table's cells are, and a chart is saved by the map's own writers.

    sees: [
      'src/model',
      'src/analysis',
      'src/charts',
      'src/layout',
      'src/theme',
      'src/state',
      'src/ui',
      'src/words',
      'src/canvas',
      'src/panels',
      'src/export',
    ],
    packages: ['react'],
  },
  'src/table': {
    // The second view of the map: actions, selection and announcements are the canvas', faces and strips the panels'.
    sees: [
      'src/model',
      'src/analysis',
      'src/layout',
      'src/theme',
      'src/document',
      'src/state',
      'src/ui',
      'src/words',
      'src/canvas',
      'src/panels',
    ],
    packages: ['react', 'react-dom', 'zustand'],
  },
  'src/present': {
    // A map presented: slides drawn by the canvas' writer of scene items, keys matched as on the canvas.
    sees: ['src/slides', 'src/state', 'src/canvas', 'src/ui', 'src/words'],
    packages: ['react', 'zustand'],
  },
  server: {
    sees: [
      'src/model',
      'src/protocol',
      'src/document',
      'src/analysis',
      'src/layout',
      'src/theme',
      'src/export',
      'src/glimpse',
      // `touchline import` reads what the page reads.
      'src/import',
      'src/words',
    ],
    packages: [
      // Decodes WebP, which resvg does not.
      '@jsquash/webp',
      '@resvg/resvg-js',
      'node:',
      'yjs',
      'y-protocols',
      'lib0',
      'hono',
      '@hono/node-server',
      'zod',
      'nanoid',
    ],
  },
};

function filesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

/** Every module a file asks for: static, type-only, re-exported and dynamic. */
function importsOf(file: string): string[] {
  const parsed = parseSync(file, readFileSync(path.join(root, file), 'utf8'));
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const text = readFileSync(path.join(root, file), 'utf8');
  return [
    ...staticImports.map((one) => one.moduleRequest.value),
    ...staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamicImports.map((one) =>
      text.slice(one.moduleRequest.start, one.moduleRequest.end).replaceAll(/['"`]/g, ''),
    ),
  ];
}

function roomOf(file: string): string {
  return file.startsWith('server/') ? 'server' : file.split('/').slice(0, 2).join('/');
}

/** The imports of a file that its folder may not make, as "file -> target". */
function strangersIn(file: string, imports: readonly string[] = importsOf(file)): string[] {
  const home = roomOf(file);
  const room = house[home];
  if (!room) return [`${file} stands in a folder the house does not know`];
  return imports.flatMap((name) => {
    if (name.endsWith('.css')) return [];
    if (name.startsWith('.')) {
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
      const there = roomOf(target);
      return there === home || room.sees.includes(there) ? [] : [`${file} -> ${target}`];
    }
    return room.packages.some((one) => name === one || name.startsWith(one.endsWith(':') ? one : `${one}/`))
      ? []
      : [`${file} -> ${name}`];
  });
}

describe('the house', () => {
  const folders = Object.keys(house);

  it('lets every folder import only what the table allows it', () => {
    expect(folders.flatMap(filesUnder).flatMap((file) => strangersIn(file))).toEqual([]);
  });

  it('knows every folder of src', () => {
    const present = readdirSync(path.join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'app')
      .map((entry) => `src/${entry.name}`);
    expect(present.filter((folder) => !house[folder])).toEqual([]);
  });

  it('notices a stranger', () => {
    expect(importsOf('test/house.test.ts')).toContain('vite');
    expect(strangersIn('src/layout/scene.ts', ['../theme/colours.ts'])).toEqual([]);
    expect(strangersIn('src/layout/scene.ts', ['../canvas/MapCanvas.tsx', 'react'])).toEqual([
      'src/layout/scene.ts -> src/canvas/MapCanvas.tsx',
      'src/layout/scene.ts -> react',
    ]);
  });

  it('imports relative files with their endings and holds no barrels', () => {
    const nameless = [...folders, 'src/app'].flatMap(filesUnder).flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.') && !/\.(tsx?|css|json|svg)(\?.*)?$/.test(name))
        .map((name) => `${file} -> ${name}`),
    );
    expect(nameless).toEqual([]);
  });

  it('keeps one copy of yjs', () => {
    const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
    const packages = Object.keys((JSON.parse(lock) as { packages: object }).packages);
    expect(packages.filter((name) => /(^|\/)node_modules\/yjs$/.test(name))).toEqual(['node_modules/yjs']);
  });
});
