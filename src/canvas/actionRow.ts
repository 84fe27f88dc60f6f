/**
 * A row of the one table of actions (actions.ts) and the two ways to write one: `view` for what anybody may do, `edit`
 * for what needs the right to edit. What edits is run by the lazily loaded editing part, so a viewer's page never has it.
 *
 * Shortcuts are written with `Mod` (Ctrl or Cmd). Scope `map` works wherever the focus is on the map's page, `canvas`
 * and `table` only with the focus in that view.
 */
import type { MapSession } from '../state/mapSession.ts';
import type { IconName } from '../ui/Icon.tsx';
import type { ActionWord, TurnWord } from '../words/actions.ts';
import type { ChoiceName } from './editing/choices.ts';
import type { EditRuns } from './editing/editRuns.ts';

export type ActionScope = 'map' | 'canvas' | 'table';

export interface Action {
  /** Also the name of its words (words/actions.ts). */
  readonly id: ActionWord;
  readonly icon?: IconName;
  readonly shortcuts: readonly string[];
  readonly scope: ActionScope;
  /** Needs the right to edit: not shown to viewers at all. */
  readonly edits: boolean;
  /** The browser's own event does it (copy, cut, paste), so the key must reach the browser. */
  readonly native?: boolean;
  /** Its keys work while a text is being typed, too. */
  readonly inText?: boolean;
  /** It works on a stage or lane: the one whose menu it stands in, else the one of what is selected. */
  readonly on?: Structure;
  /** It asks for a further choice: where to move, which emotion … */
  readonly choices?: ChoiceName;
  /** Of two that take turns (collapse, expand), menus show the one that can be done. */
  readonly takesTurns?: boolean;
  /** What it is called just now, where one key does one thing or its opposite (lock, unlock); help tells both. */
  nameNow?(session: MapSession): TurnWord;
  enabled(session: MapSession, on?: string): boolean;
  run(session: MapSession, on?: string): void;
}

export type Structure = 'stages' | 'lanes';
type More = Partial<Omit<Action, 'id' | 'scope' | 'edits' | 'run'>>;

let loaded: EditRuns | null = null;

/** Called by the editing part when it is there, so that from then on actions run within the key press itself. */
export function editingLoaded(runs: EditRuns): void {
  loaded = runs;
}

export const always = (): boolean => true;

export function view(
  id: ActionWord,
  shortcuts: readonly string[],
  scope: ActionScope,
  run: Action['run'],
  more: More = {},
): Action {
  return { id, shortcuts, scope, edits: false, enabled: always, run, ...more };
}

export function edit(
  id: ActionWord,
  shortcuts: readonly string[],
  scope: ActionScope,
  run: (runs: EditRuns, session: MapSession, on: string) => void,
  { enabled = always, ...more }: More = {},
): Action {
  return {
    id,
    shortcuts,
    scope,
    edits: true,
    ...more,
    enabled: (session, on) => session.editing !== null && enabled(session, on),
    run(session, on) {
      withEditing(session, (runs) => run(runs, session, on ?? ''));
    },
  };
}

/** Runs with the editing part: now, or as soon as it has been fetched; never without the right to edit. */
export function withEditing(session: MapSession, run: (runs: EditRuns) => void): void {
  if (!session.editing) return;
  if (loaded) run(loaded);
  else void import('./editing/editRuns.ts').then(({ editRuns }) => run(editRuns));
}
