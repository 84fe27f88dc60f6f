/**
 * Rows of the table of actions that the page does: finding, palette, help, sharing, files, language, theme, and the
 * two settings of keys and wheel. What only the page can do it hangs in with `servePage`; until then those are off.
 */
import type { WheelUse } from '../state/interfaceStore.ts';
import type { OverlayKind } from '../model/overlayKinds.ts';
import type { Theme } from '../theme/colours.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { edit, view, type Action } from './actionRow.ts';

export interface PageRuns {
  home(): void;
  /** Goes to the next (1) or the previous match. */
  goToMatch(step: 1 | -1): void;
  /** Null for those whose name nobody sees. */
  readonly askName: (() => void) | null;
  takeFile(format: 'pdf' | 'png' | 'svg' | 'pptx' | 'xlsx' | 'csv' | 'md' | 'json'): void;
  importFile(): void;
  /** A new map to be changed, compared with this one later. */
  makeFuture(): void;
  /** Says something that stays until it is dismissed. */
  tell(text: string): void;
  /** Says something that goes by itself. */
  mention(text: string): void;
  setLanguage(language: InterfaceLanguage): void;
  setTheme(theme: Theme | 'system'): void;
  setLetterKeys(on: boolean): void;
  setWheel(use: WheelUse): void;
}

let page: PageRuns | null = null;

/** The page offers what it can do; gives back its undoing. */
export function servePage(runs: PageRuns): () => void {
  page = runs;
  return () => {
    if (page === runs) page = null;
  };
}

/** Says to the person what could not be done. */
export function tellPage(text: string): void {
  page?.tell(text);
}

/** Says to the person, in passing, why nothing happened; false when no page listens. */
export function mentionToPage(text: string): boolean {
  page?.mention(text);
  return page !== null;
}

const isServed = (): boolean => page !== null;

const isFiltering: Action['enabled'] = ({ screen }) => screen.getState().filter !== null;

const overlays = [
  ['overlayLosses', 'losses'],
  ['overlayPain', 'pain'],
  ['overlayMoments', 'moments'],
  ['overlayOwners', 'owners'],
  ['overlayEvidence', 'evidence'],
  ['overlayTiers', 'tiers'],
  ['overlayNone', null],
] as const satisfies readonly (readonly [Action['id'], OverlayKind | null])[];

function ofPage(id: Action['id'], run: (runs: PageRuns) => void, more: Partial<Action> = {}): Action {
  return view(id, [], 'map', () => page && run(page), { enabled: isServed, ...more });
}

export const pageActions: readonly Action[] = [
  view('find', ['Mod+F'], 'map', ({ screen }) => screen.setState({ finding: true }), {
    icon: 'find',
    inText: true,
  }),
  ofPage('nextMatch', (runs) => runs.goToMatch(1), { shortcuts: ['F3'], enabled: isFiltering, inText: true }),
  ofPage('previousMatch', (runs) => runs.goToMatch(-1), {
    shortcuts: ['Shift+F3'],
    enabled: isFiltering,
    inText: true,
  }),
  view('clearFilter', [], 'map', ({ screen }) => screen.setState({ filter: null, match: null }), {
    enabled: isFiltering,
  }),
  view('checks', ['Shift+L'], 'map', ({ screen }) =>
    screen.setState(({ checking }) => ({ checking: !checking })),
  ),
  ...overlays.map(([id, overlay]) =>
    view(id, [], 'map', ({ screen }) => screen.setState({ view: 'map', overlay }), {
      icon: 'overlay',
      enabled: ({ screen }) => screen.getState().overlay !== overlay,
    }),
  ),
  view('savedViews', [], 'map', ({ screen }) => screen.setState({ dialog: 'views' }), { icon: 'eye' }),
  view('versions', [], 'map', ({ screen }) => screen.setState({ dialog: 'versions' }), { icon: 'clock' }),
  view('palette', ['Mod+K', 'Mod+/'], 'map', ({ screen }) => screen.setState({ dialog: 'palette' }), {
    inText: true,
  }),
  view('help', ['?'], 'map', ({ screen }) => screen.setState({ dialog: 'help' }), { icon: 'help' }),
  view('share', [], 'map', ({ screen }) => screen.setState({ dialog: 'share' })),
  view('export', [], 'map', ({ screen }) => screen.setState({ dialog: 'export' }), { icon: 'export' }),
  ofPage('takePdf', (runs) => runs.takeFile('pdf'), { icon: 'file' }),
  ofPage('takePng', (runs) => runs.takeFile('png'), { icon: 'image' }),
  ofPage('takeSvg', (runs) => runs.takeFile('svg'), { icon: 'image' }),
  ofPage('takePptx', (runs) => runs.takeFile('pptx'), { icon: 'file' }),
  ofPage('takeXlsx', (runs) => runs.takeFile('xlsx'), { icon: 'file' }),
  ofPage('takeCsv', (runs) => runs.takeFile('csv'), { icon: 'file' }),
  ofPage('takeMd', (runs) => runs.takeFile('md'), { icon: 'file' }),
  view(
    'copyImage',
    [],
    'map',
    (session) => void import('./copyView.ts').then(({ copyViewAsImage }) => copyViewAsImage(session)),
    { icon: 'copy' },
  ),
  ofPage('takeJson', (runs) => runs.takeFile('json'), { icon: 'file' }),
  ofPage('importFile', (runs) => runs.importFile(), { icon: 'import' }),
  ofPage('makeFuture', (runs) => runs.makeFuture(), { icon: 'duplicate' }),
  view('compare', [], 'map', ({ screen }) => screen.setState({ view: 'insights', comparing: 'choose' }), {
    icon: 'swap',
    enabled: ({ screen }) => screen.getState().comparing === null,
  }),
  ofPage('home', (runs) => runs.home()),
  edit('newPersona', [], 'map', (runs, session) => runs.newPersona(session), { icon: 'person' }),
  edit('mapFacts', [], 'map', (_runs, { screen }) =>
    screen.setState({ selection: new Set(), panel: 'inspector' }),
  ),
  edit('details', [], 'map', (_runs, { screen }) => screen.setState({ panel: 'inspector' }), {
    enabled: ({ screen }) => screen.getState().selection.size > 0,
  }),
  ofPage('myName', (runs) => runs.askName?.(), { enabled: () => page?.askName != null }),
  ofPage('english', (runs) => runs.setLanguage('en'), { icon: 'language' }),
  ofPage('chinese', (runs) => runs.setLanguage('zh'), { icon: 'language' }),
  ofPage('lightTheme', (runs) => runs.setTheme('light'), { icon: 'sun' }),
  ofPage('darkTheme', (runs) => runs.setTheme('dark'), { icon: 'moon' }),
  ofPage('systemTheme', (runs) => runs.setTheme('system'), { icon: 'system' }),
  ofPage('letterKeysOn', (runs) => runs.setLetterKeys(true), {
    enabled: ({ screen }) => isServed() && !screen.getState().letterKeys,
  }),
  ofPage('letterKeysOff', (runs) => runs.setLetterKeys(false), {
    enabled: ({ screen }) => isServed() && screen.getState().letterKeys,
  }),
  ofPage('wheelPans', (runs) => runs.setWheel('pan'), {
    enabled: ({ screen }) => isServed() && screen.getState().wheel !== 'pan',
  }),
  ofPage('wheelZooms', (runs) => runs.setWheel('zoom'), {
    enabled: ({ screen }) => isServed() && screen.getState().wheel !== 'zoom',
  }),
];
