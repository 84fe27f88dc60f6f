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
  readonly dynamicImporters: readonly string[];
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
  wide: 'src/app/wideParts.ts',
  present: 'src/app/presentParts.ts',
  layout: 'src/layout/layOut.ts',
  paint: 'src/paint/paintScene.ts',
  home: 'src/app/HomeHost.tsx',
  seen: 'src/canvas/seenParts.ts',
  frame: 'src/app/seenParts.ts',
  live: 'src/app/openLive.ts',
  canvas: 'src/canvas/LiveCanvas.tsx',
  problem: 'src/app/MapProblem.tsx',
  inspector: 'src/panels/inspector/Inspector.tsx',
  share: 'src/panels/share/ShareDialog.tsx',
  editing: 'src/canvas/editing/EditingLayer.tsx',
  commands: 'src/app/openEditing.ts',
  localCopy: 'src/sync/localCopy.ts',
  files: 'src/panels/takeAway/takeAway.ts',
  palette: 'src/app/PaletteHost.tsx',
  table: 'src/table/TableView.tsx',
} as const;
type Part = keyof typeof leads;

/** The first row whose parts all need a module names its chunk; also that of the module that leads the part. */
const plan: readonly (readonly [chunk: string, ...parts: Part[]])[] = [
  ['entry', 'entry', 'start'],
  ['entry', 'entry', 'map'],
  ['start', 'start'],
  // What the wide and the narrow view share goes with what is under both.
  ['map', 'map'],
  ['map', 'narrow', 'wide'],
  ['draw', 'layout'],
  ['draw', 'paint'],
  // Slides are drawn by what draws a map, without its frame.
  ['draw', 'wide', 'present'],
  // What the live session and the frame share: a phone has no use for the rest of the frame.
  ['map', 'wide', 'live'],
  // Nor has home.
  ['map', 'wide', 'home'],
  // Small pieces of what surrounds a map that is seen.
  ['map', 'frame', 'home'],
  ['map', 'seen', 'narrow'],
  ['wide', 'wide'],
];

/**
 * The same for what lies in no row above and is needed by more than one of these parts, or by one of them and by lazy
 * parts of no name (dialogs, the menus of the table): else it would be a file for each module.
 */
const shared: readonly (readonly [chunk: string, ...parts: Part[]])[] = [
  ['narrow', 'narrow'],
  ['home', 'home'],
  ['live', 'live'],
  // The table of actions: keys, palette and menus need it.
  ['actions', 'canvas'],
  ['tools', 'editing', 'palette'],
  ['tools', 'editing', 'inspector'],
  ['seen', 'frame'],
  ['editing', 'editing'],
  ['commands', 'commands'],
];

/** Where lazy parts of no name count. */
const withNameless: readonly Part[] = ['live', 'frame', 'editing', 'commands'];

/** The plan for one build. */
export function planChunks(root: string): (id: string, graph: ModuleGraph) => string | null {
  let needed: ReadonlyMap<Part, ReadonlySet<string>> | null = null;
  let ofNameless: ReadonlySet<string> = new Set();
  return (id, graph) => {
    if (!needed) {
      needed = new Map(
        (Object.keys(leads) as Part[]).map((part) => [part, reached(`${root}/${leads[part]}`, graph)]),
      );
      ofNameless = new Set(
        withNameless.flatMap((part) => [
          ...usedBeside(`${root}/${leads[part]}`, needed?.get(part) ?? new Set(), graph),
        ]),
      );
    }
    const parts = new Set([...needed].flatMap(([part, modules]) => (modules.has(id) ? [part] : [])));
    const chunkIn = (rows: typeof plan) =>
      rows.find(([, ...wanted]) => wanted.every((part) => parts.has(part)))?.[0];
    const early = chunkIn(plan);
    if (early !== undefined) return early;
    // What one part alone needs is in that part's own file already.
    return parts.size > 1 || ofNameless.has(id) ? (chunkIn(shared) ?? null) : null;
  };
}

/** Of the modules of a part, those that others import too, with all these import; whoever asks for the part does so by its lead. */
function usedBeside(lead: string, modules: ReadonlySet<string>, graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of modules) {
    if (id === lead) continue;
    const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(id) ?? {};
    if (dynamicImporters.length > 0 || importers.some((importer) => !modules.has(importer)))
      reached(id, graph, found);
  }
  return found;
}

/** A module and all it imports statically. */
function reached(id: string, graph: ModuleGraph, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reached(imported, graph, seen);
  return seen;
}
