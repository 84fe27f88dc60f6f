/**
 * The tools of the top bar, drawn from the one table of actions (U1), in the person's
 * words and with the keys of their platform. Undo and redo name the step they would take back (U29).
 */
import { platformOf, writeShortcut } from '../canvas/shortcuts.ts';
import { toolOf } from '../canvas/toolActions.ts';
import type { StepName } from '../document/commands.ts';
import type { ToolItem } from '../panels/topBar/Toolbar.tsx';
import { hasRole } from '../protocol/roles.ts';
import type { MapSession } from '../state/mapSession.ts';
import type { Tool } from '../state/screen.ts';

import type { InterfaceLanguage } from '../words/language.ts';
import { toolWords, type ToolWord } from '../words/toolWords.ts';
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
): readonly (readonly ToolItem[])[] {
  const words = topBarWords[language];
  const names = toolWords[language];
  // Whoever may edit sees all tools from the first picture on; they wait for the session that can use them.
  const waits = session.isFirst === true && hasRole(session.role, 'editor');
  const item = (id: ToolWord, more: Partial<ToolItem> = {}): ToolItem => {
    const action = toolOf(id);
    return {
      id,
      icon: action.icon ?? 'more',
      label: names[id],
      keys: keysOf(action.shortcuts)[0],
      onPress: () => action.run(session),
      ...(waits && { disabled: true }),
      ...more,
    };
  };
  const step = (name: 'undo' | 'redo') => {
    const next = state[name];
    return item(name, {
      label: next ? `${names[name]} ${words.step[next.what](next.count)}` : names[name],
      disabled: next === null,
    });
  };
  const look = [
    item('select', { current: state.tool === 'select' }),
    item('hand', { current: state.tool === 'hand' }),
  ];
  const steps = [step('undo'), step('redo')];
  const rest = [item('find'), item('present')];
  const canEdit = session.editing !== null || waits;
  const { view } = session.screen.getState();
  if (view === 'insights') return [];
  if (view === 'table') return [canEdit ? [...steps, ...rest] : rest];
  if (!canEdit) return [look, rest];
  return [
    look,
    [
      item('newTouchpoint', { word: names.newTouchpoint }),
      item('newNote', { word: names.newNote }),
      item('newText', { spare: true }),
      item('newFrame', { spare: true }),
      item('newImage', { spare: true }),
      item('link', { word: names.link, current: state.tool === 'link' }),
    ],
    [...steps, ...rest],
  ];
}

/** Shortcuts as this platform writes them. */
export function keysOf(shortcuts: readonly string[]): readonly string[] {
  const platform = platformOf(navigator.userAgent);
  return shortcuts.map((shortcut) => writeShortcut(shortcut, platform));
}
