// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { canvasAction, canvasActions } from '../../src/canvas/actions.ts';
import { actionFor } from '../../src/canvas/keys.ts';
import { actionWords } from '../../src/words/actions.ts';
import { buildSession } from './support/buildSession.ts';

/** U1's key table, as far as this part of the program has it. */
const keyTable = [
  ['V', 'select'],
  ['H', 'hand'],
  ['N', 'newTouchpoint'],
  ['T', 'newNote'],
  ['C', 'link'],
  ['Enter', 'edit'],
  ['F2', 'edit'],
  ['Escape', 'back'],
  ['Delete', 'remove'],
  ['Backspace', 'remove'],
  ['Mod+Z', 'undo'],
  ['Mod+Shift+Z', 'redo'],
  ['Mod+Y', 'redo'],
  ['Mod+X', 'cut'],
  ['Mod+C', 'copy'],
  ['Mod+V', 'paste'],
  ['Mod+Shift+V', 'pastePlain'],
  ['Mod+D', 'duplicate'],
  ['Mod+A', 'selectAll'],
  ['Shift+1', 'fitAll'],
  ['Shift+2', 'fitSelection'],
  ['Shift+0', 'zoomActual'],
  ['Mod+0', 'zoomActual'],
  ['Shift+F10', 'contextMenu'],
  ['ContextMenu', 'contextMenu'],
  ['?', 'help'],
  ['1', 'emotionVeryNegative'],
  ['5', 'emotionVeryPositive'],
  ['0', 'emotionNone'],
] as const;

describe('the table of actions (U1)', () => {
  it('has no shortcut twice: what works on the whole map is not taken again on the canvas', () => {
    const shortcuts = canvasActions.flatMap((action) => action.shortcuts);
    expect(shortcuts.length).toBe(new Set(shortcuts).size);
  });

  it('holds every key of the key table', () => {
    for (const [shortcut, id] of keyTable) expect(canvasAction(id).shortcuts).toContain(shortcut);
  });

  it('names every action in both languages', () => {
    for (const { word } of canvasActions) {
      expect(actionWords.en[word]).not.toBe('');
      expect(actionWords.zh[word]).not.toBe('');
    }
  });

  it('never lets a viewer edit', () => {
    const session = buildSession({ role: 'viewer' });
    session.screen.setState({ selection: new Set(['t1']) });
    const open = canvasActions.filter((action) => action.edits && action.enabled(session));
    expect(open).toEqual([]);
  });

  it('knows no key that is not in it, so the browser keeps its own (U12)', () => {
    const session = buildSession();
    const reload = new KeyboardEvent('keydown', { key: 'r', code: 'KeyR', ctrlKey: true });
    expect(actionFor(reload, session, 'other', true)).toBeUndefined();
  });

  it('keeps what belongs to the canvas from keys pressed elsewhere', () => {
    const session = buildSession();
    session.screen.setState({ selection: new Set(['t1']) });
    const remove = new KeyboardEvent('keydown', { key: 'Delete', code: 'Delete' });
    expect(actionFor(remove, session, 'other', false)).toBeUndefined();
    expect(actionFor(remove, session, 'other', true)?.id).toBe('remove');
  });

  it('takes back one thing a press: text, tool, selection (U9)', () => {
    const session = buildSession();
    const { screen } = session;
    screen.setState({ editing: { id: 't1', field: 'title' }, selection: new Set(['t1']), tool: 'hand' });
    const back = canvasAction('back');
    back.run(session);
    expect(screen.getState()).toMatchObject({ editing: null, tool: 'hand' });
    expect(screen.getState().selection.size).toBe(1);
    back.run(session);
    expect(screen.getState().selection.size).toBe(0);
    expect(screen.getState().tool).toBe('hand');
    back.run(session);
    expect(screen.getState().tool).toBe('select');
  });
});
