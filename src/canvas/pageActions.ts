/**
 * Rows of the table of actions that the page does: matches, palette, help, sharing, files, language, theme, and the
 * settings of keys, wheel and others' cursors. What only the page can do it hangs in (pageRuns.ts); until then those are off.
 */
import type { OverlayKind } from '../model/overlayKinds.ts';
import type { ScreenStore } from '../state/screen.ts';
import { edit, view, type Action } from './actionRow.ts';
import { currentPage, ofPage } from './pageRuns.ts';
import { typeAhead } from './typeAhead.ts';

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

export const pageActions: readonly Action[] = [
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
  view(
    'nextOverlay',
    ['O'],
    'map',
    ({ screen }) =>
      screen.setState(({ overlay }) => {
        const at = overlays.findIndex(([, kind]) => kind === overlay);
        return { view: 'map', overlay: overlays[(at + 1) % overlays.length]?.[1] ?? null };
      }),
    { icon: 'overlay' },
  ),
  view('savedViews', [], 'map', ({ screen }) => screen.setState({ dialog: 'views' }), { icon: 'eye' }),
  view('versions', [], 'map', ({ screen }) => screen.setState({ dialog: 'versions' }), { icon: 'clock' }),
  view('palette', ['Mod+K', 'Mod+/'], 'map', ({ screen }) => openPalette(screen), { inText: true }),
  view('help', ['?'], 'map', ({ screen }) => screen.setState({ dialog: 'help' }), { icon: 'help' }),
  view('share', [], 'map', ({ screen }) => screen.setState({ dialog: 'share' })),
  ofPage('takePng', (runs) => runs.takeFile('png'), { icon: 'image' }),
  ofPage('takeReport', (runs) => runs.takeReport(), { icon: 'file' }),
  ofPage('takeXlsx', (runs) => runs.takeFile('xlsx'), { icon: 'file' }),
  ofPage('takeCsv', (runs) => runs.takeFile('csv'), { icon: 'file' }),
  ofPage('takeMd', (runs) => runs.takeFile('md'), { icon: 'file' }),
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
  ofPage('myName', (runs) => runs.askName?.(), { enabled: () => currentPage()?.askName != null }),
  ofPage('english', (runs) => runs.setLanguage('en'), { icon: 'language' }),
  ofPage('chinese', (runs) => runs.setLanguage('zh'), { icon: 'language' }),
  ofPage('lightTheme', (runs) => runs.setTheme('light'), { icon: 'sun' }),
  ofPage('darkTheme', (runs) => runs.setTheme('dark'), { icon: 'moon' }),
  ofPage('systemTheme', (runs) => runs.setTheme('system'), { icon: 'system' }),
  ofPage('letterKeysOn', (runs) => runs.setLetterKeys(true), {
    enabled: ({ screen }) => currentPage() !== null && !screen.getState().letterKeys,
  }),
  ofPage('letterKeysOff', (runs) => runs.setLetterKeys(false), {
    enabled: ({ screen }) => currentPage() !== null && screen.getState().letterKeys,
  }),
  ofPage('wheelPans', (runs) => runs.setWheel('pan'), {
    enabled: ({ screen }) => currentPage() !== null && screen.getState().wheel !== 'pan',
  }),
  ofPage('wheelZooms', (runs) => runs.setWheel('zoom'), {
    enabled: ({ screen }) => currentPage() !== null && screen.getState().wheel !== 'zoom',
  }),
  ofPage('cursorsShow', (runs) => runs.setCursors(true), {
    enabled: ({ screen }) => currentPage() !== null && !screen.getState().cursors,
    icon: 'eye',
  }),
  ofPage('cursorsHide', (runs) => runs.setCursors(false), {
    enabled: ({ screen }) => currentPage() !== null && screen.getState().cursors,
    icon: 'eye',
  }),
];

/** What is typed before the palette has been fetched and drawn is for it. */
function openPalette(screen: ScreenStore): void {
  screen.setState({ dialog: 'palette' });
  typeAhead(screen);
}
