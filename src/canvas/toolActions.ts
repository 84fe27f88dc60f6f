/**
 * Rows of the table of actions that stand in the top bar. They are here from the first picture on; all others
 * (actions.ts) come with what makes the map live.
 */
import type { ActionWord } from '../words/actions.ts';
import { edit, view, type Action } from './actionRow.ts';
import { pageActions } from './pageActions.ts';

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
];

const byId = new Map([...toolActions, ...pageActions].map((action) => [action.id, action]));

/** An action of the top bar, or of the page, by its id. */
export function toolOf(id: ActionWord): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no tool ${id}`);
  return action;
}
