/**
 * Rows of the table of actions that the top bar shows from the first picture on: tools, steps, finding, and what is
 * taken away or brought in. Their words are in words/toolWords.ts. All other rows are fetched when the canvas is live or
 * one of them is wanted: `runAction`.
 */
import type { MapSession } from '../state/mapSession.ts';
import type { ActionWord } from '../words/actions.ts';
import type { ToolWord } from '../words/toolWords.ts';
import { edit, view, type Action } from './actionRow.ts';
import { currentPage, ofPage } from './pageRuns.ts';

export const toolActions: readonly Action[] = [
  view('select', ['V'], 'map', ({ screen }) => screen.setState({ tool: 'select' }), { icon: 'select' }),
  view('hand', ['H'], 'map', ({ screen }) => screen.setState({ tool: 'hand' }), { icon: 'hand' }),
  edit('newTouchpoint', ['N'], 'map', (runs, session) => runs.newTouchpoint(session), { icon: 'touchpoint' }),
  edit('newNote', ['T'], 'map', (runs, session) => runs.newNote(session), { icon: 'note' }),
  edit('newText', [], 'map', (runs, session) => runs.newElement(session, 'text'), { icon: 'text' }),
  edit('newFrame', [], 'map', (runs, session) => runs.newElement(session, 'frame'), { icon: 'frame' }),
  edit('newImage', [], 'map', (runs, session) => runs.newImage(session), { icon: 'image' }),
  edit('link', ['C'], 'map', (runs, session) => runs.startLink(session), { icon: 'link' }),
  edit('undo', ['Mod+Z'], 'map', (runs, session) => runs.undo(session), {
    icon: 'undo',
    enabled: ({ editing }) => editing?.undo.state().undo !== null,
  }),
  edit('redo', ['Mod+Shift+Z', 'Mod+Y'], 'map', (runs, session) => runs.redo(session), {
    icon: 'redo',
    enabled: ({ editing }) => editing?.undo.state().redo !== null,
  }),
  view('find', ['Mod+F'], 'map', ({ screen }) => screen.setState({ finding: true }), {
    icon: 'find',
    inText: true,
  }),
  ofPage('present', (runs) => runs.present(), {
    shortcuts: ['Shift+P'],
    icon: 'present',
    // Whatever is in the hand lands first.
    enabled: ({ screen }) => currentPage() !== null && screen.getState().drag === null,
  }),
  view('export', [], 'map', ({ screen }) => screen.setState({ dialog: 'export' }), { icon: 'export' }),
  ofPage('takePdf', (runs) => runs.takeFile('pdf'), { icon: 'file' }),
  ofPage('takeSvg', (runs) => runs.takeFile('svg'), { icon: 'image' }),
  ofPage('takePptx', (runs) => runs.takeFile('pptx'), { icon: 'file' }),
  view(
    'copyImage',
    [],
    'map',
    (session) => void import('./copyView.ts').then(({ copyViewAsImage }) => copyViewAsImage(session)),
    { icon: 'copy' },
  ),
  ofPage('takeJson', (runs) => runs.takeFile('json'), { icon: 'file' }),
  ofPage('importFile', (runs) => runs.importFile(), { icon: 'import' }),
];

const byId = new Map(toolActions.map((action) => [action.id, action]));

/** A tool of the top bar by its id; every word of the tools has one. */
export function toolOf(id: ToolWord): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no tool ${id}`);
  return action;
}

/** Runs any row of the whole table, as soon as that has been fetched. */
export function runAction(id: ActionWord, session: MapSession): void {
  void import('./actions.ts').then(({ actionOf }) => actionOf(id).run(session));
}
