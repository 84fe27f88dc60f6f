// @vitest-environment happy-dom
/** What a person is told and shown by undo and redo (U29). The document's side of it is in test/document/undo.test.ts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toolGroups } from '../../../src/app/toolItems.ts';
import { canvasCamera } from '../../../src/canvas/camera.ts';
import { moveSelection, redo, undo } from '../../../src/canvas/editing/editActions.ts';
import * as pageRuns from '../../../src/canvas/pageRuns.ts';
import { editingWords } from '../../../src/words/editing.ts';
import { buildSession, type TestSession } from '../support/buildSession.ts';

const { said } = editingWords.en;
const mention = vi.spyOn(pageRuns, 'mentionToPage');
const reveal = vi.spyOn(canvasCamera, 'reveal');

beforeEach(() => void mention.mockReturnValue(true));
afterEach(() => void vi.clearAllMocks());

function editingOf({ editing }: TestSession) {
  if (!editing) throw new Error('this person may not edit');
  return editing;
}

/** What the two buttons of the top bar say. */
function tipsOf(session: TestSession): string[] {
  return toolGroups(session, 'en', { tool: 'select', ...editingOf(session).undo.state() })
    .flat()
    .filter(({ id }) => id === 'undo' || id === 'redo')
    .map(({ label }) => label);
}

const selectionOf = (session: TestSession) => [...session.screen.getState().selection].toSorted();

describe('undo and redo (U29)', () => {
  it('name the step they would take back, with how many it was done to', () => {
    const session = buildSession();
    expect(tipsOf(session)).toEqual(['Undo', 'Redo']);
    session.screen.setState({ selection: new Set(['t1', 't2', 't3']) });
    moveSelection(session, 0, 1);
    expect(tipsOf(session)).toEqual(['Undo move 3 items', 'Redo']);
    undo(session);
    expect(tipsOf(session)).toEqual(['Undo', 'Redo move 3 items']);
  });

  it('take a whole move at once, select what they touched and bring it into view', () => {
    const session = buildSession();
    const rowOf = (id: string) => session.projection.find('touchpoints', id)?.row;
    const before = ['t1', 't2'].map(rowOf);
    session.screen.setState({ selection: new Set(['t1', 't2']) });
    moveSelection(session, 0, 1);
    expect(['t1', 't2'].map(rowOf)).not.toEqual(before);
    session.screen.setState({ selection: new Set() });
    reveal.mockClear();
    undo(session);
    expect(['t1', 't2'].map(rowOf)).toEqual(before);
    expect(selectionOf(session)).toEqual(['t1', 't2']);
    expect(reveal).toHaveBeenCalledOnce();
    session.screen.setState({ selection: new Set() });
    redo(session);
    expect(['t1', 't2'].map(rowOf)).not.toEqual(before);
    expect(selectionOf(session)).toEqual(['t1', 't2']);
  });

  it('leave what others did, and say so when that is all there was', () => {
    const session = buildSession();
    editingOf(session).commands.update('touchpoints', ['t1'], { emotion: 2 });
    session.remote.update('touchpoints', ['t1'], { emotion: -2 });
    undo(session);
    expect(session.projection.find('touchpoints', 't1')?.emotion).toBe(-2);
    expect(mention.mock.calls).toEqual([[said.changedByOthers]]);
  });

  it('say how much of a step stays because others have worked on it', () => {
    const session = buildSession();
    const made = editingOf(session).commands.create('touchpoints', { stageId: 's1', laneId: 'l1', t: 0.5 });
    const id = made.ok ? made.value : '';
    session.remote.update('touchpoints', [id], { emotion: 1 });
    undo(session);
    expect(session.projection.find('touchpoints', id)?.emotion).toBe(1);
    expect(mention.mock.calls).toEqual([[said.keptForOthers(1)]]);
  });

  it('speak softly when nothing stood in the way', () => {
    const session = buildSession();
    editingOf(session).commands.update('touchpoints', ['t1'], { emotion: 2 });
    undo(session);
    expect(mention).not.toHaveBeenCalled();
  });
});
