/**
 * The tools of the top bar and the rows of the help, drawn from the canvas' one table of actions (U1), in the person's
 * words and with the keys of their platform. Undo and redo name the step they would take back (U29).
 */
import { canvasAction, canvasActions } from '../canvas/actions.ts';
import { platformOf, writeShortcut } from '../canvas/shortcuts.ts';
import type { StepName } from '../document/commands.ts';
import type { HelpRow } from '../panels/help/HelpDialog.tsx';
import type { ToolItem } from '../panels/topBar/Toolbar.tsx';
import type { MapSession } from '../state/mapSession.ts';
import type { Tool } from '../state/screen.ts';
import { actionWords, type ActionWord } from '../words/actions.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { topBarWords } from '../words/topBar.ts';

export interface ToolState {
  readonly tool: Tool;
  /** Null when there is nothing to take back. */
  readonly undo: StepName | null;
  readonly redo: StepName | null;
}

export function toolGroups(
  session: MapSession,
  language: InterfaceLanguage,
  state: ToolState,
  onFind: () => void,
): readonly (readonly ToolItem[])[] {
  const words = topBarWords[language];
  const names = actionWords[language];
  const item = (id: ActionWord, more: Partial<ToolItem> = {}): ToolItem => {
    const action = canvasAction(id);
    return {
      id,
      icon: action.icon ?? 'more',
      label: names[action.word],
      keys: keysOf(action.shortcuts)[0],
      onPress: () => action.run(session),
      ...more,
    };
  };
  const find: ToolItem = {
    id: 'find',
    icon: 'find',
    label: words.find,
    keys: keysOf(['Mod+F'])[0],
    onPress: onFind,
  };
  const step = (name: 'undo' | 'redo') => {
    const next = state[name];
    return item(name, {
      label: next ? `${words[name]} ${words.step[next.what](next.count)}` : words[name],
      disabled: next === null,
    });
  };
  const look = [
    item('select', { current: state.tool === 'select' }),
    item('hand', { current: state.tool === 'hand' }),
  ];
  if (!session.editing) return [look, [find]];
  return [
    look,
    [
      item('newTouchpoint', { word: names.newTouchpoint }),
      item('newNote', { word: names.newNote }),
      item('link', { word: names.link, current: state.tool === 'link' }),
    ],
    [step('undo'), step('redo'), find],
  ];
}

/** What the help lists: everything this person may do. */
export function helpRows(session: MapSession, language: InterfaceLanguage): readonly HelpRow[] {
  const find: HelpRow = { id: 'find', label: topBarWords[language].find, keys: keysOf(['Mod+F']) };
  return [
    ...canvasActions
      .filter(({ edits }) => !edits || session.editing !== null)
      .map(({ id, word, shortcuts }) => ({
        id,
        label: actionWords[language][word],
        keys: keysOf(shortcuts),
      })),
    find,
  ];
}

function keysOf(shortcuts: readonly string[]): readonly string[] {
  const platform = platformOf(navigator.userAgent);
  return shortcuts.map((shortcut) => writeShortcut(shortcut, platform));
}
