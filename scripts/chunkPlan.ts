/**
 * Which of the page's modules travel together. Left alone, every part shared by two lazy parts becomes a file of its
 * own: some sixty, and a request costs a phone more than most of them weigh. Here modules go with the parts that need
 * them: what everybody needs, what a map needs, what draws, what makes it live; nothing goes with a part that a viewer
 * does not use.
 *
 * In: a module's id and the way to ask about others. Out: the name of its chunk; null leaves it to the bundler.
 */

interface ModuleFacts {
  readonly importedIds: readonly string[];
  readonly importers: readonly string[];
}
export interface ModuleGraph {
  getModuleInfo(id: string): ModuleFacts | null;
}

/** The parts that are fetched for themselves, by the module that leads them. */
const leads = {
  entry: 'src/app/main.ts',
  start: 'src/app/start.tsx',
  map: 'src/app/MapPage.tsx',
  narrow: 'src/app/NarrowMap.tsx',
  wide: 'src/app/WideMap.tsx',
  layout: 'src/layout/layoutMap.ts',
  paint: 'src/paint/paintScene.ts',
  home: 'src/panels/home/HomePage.tsx',
  live: 'src/app/openLive.ts',
  touch: 'src/canvas/FirstTouch.tsx',
  canvas: 'src/canvas/LiveCanvas.tsx',
  problem: 'src/app/MapProblem.tsx',
  inspector: 'src/panels/inspector/Inspector.tsx',
  share: 'src/panels/share/ShareDialog.tsx',
  editing: 'src/canvas/editing/EditingLayer.tsx',
  commands: 'src/app/openEditing.ts',
  localCopy: 'src/sync/localCopy.ts',
  files: 'src/panels/takeAway/takeAway.ts',
  palette: 'src/app/PaletteHost.tsx',
} as const;
type Part = keyof typeof leads;

/** The first row whose parts all need a module names its chunk. */
const plan: readonly (readonly [chunk: string, ...parts: Part[]])[] = [
  ['entry', 'entry'],
  ['start', 'start'],
  ['map', 'map'],
  ['views', 'narrow', 'wide'],
  ['narrow', 'narrow'],
  ['paint', 'paint'],
  ['layout', 'layout'],
  // What the live session and the frame share: a phone has no use for the rest of the frame.
  ['map', 'wide', 'live'],
  ['wide', 'wide'],
  ['home', 'home'],
  // Before the actions: what answers the first click comes with the first picture, the table of actions after it.
  ['touch', 'touch'],
  // The table of actions: keys, palette and menus need it.
  ['actions', 'canvas', 'palette'],
  ['live', 'live'],
  ['canvas', 'canvas'],
];

/**
 * Parts that every map, or every wide one, begins with. What only one of them needs at first and lazy parts of no name
 * share with it goes with the others of its kind; else each would be a file of its own before the first picture.
 */
const first: readonly Part[] = ['start', 'map', 'wide'];

/** The plan for one build. */
export function planChunks(root: string): (id: string, graph: ModuleGraph) => string | null {
  let needed: ReadonlyMap<Part, ReadonlySet<string>> | null = null;
  let shared: ReadonlyMap<Part, ReadonlySet<string>> = new Map();
  return (id, graph) => {
    if (!needed) {
      needed = new Map(
        (Object.keys(leads) as Part[]).map((part) => [part, reached(`${root}/${leads[part]}`, graph)]),
      );
      shared = new Map(first.map((part) => [part, usedBeside(needed?.get(part) ?? new Set(), graph)]));
    }
    const parts = new Set([...needed].flatMap(([part, modules]) => (modules.has(id) ? [part] : [])));
    // What one part alone needs is in that part's own file already.
    if (parts.size < 2) return first.find((part) => parts.has(part) && shared.get(part)?.has(id)) ?? null;
    return plan.find(([, ...wanted]) => wanted.every((part) => parts.has(part)))?.[0] ?? null;
  };
}

/** Of the modules of a part, those that others import too, with all these import. */
function usedBeside(modules: ReadonlySet<string>, graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of modules)
    if (graph.getModuleInfo(id)?.importers.some((importer) => !modules.has(importer)))
      reached(id, graph, found);
  return found;
}

/** A module and all it imports statically. */
function reached(id: string, graph: ModuleGraph, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reached(imported, graph, seen);
  return seen;
}
