// @vitest-environment happy-dom
/** Aligning what is selected, as one does it: cards whose rows came of themselves get one, in one step, and one is told. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as announcing from '../../../src/canvas/announce.ts';
import { alignSelection } from '../../../src/canvas/editing/arrange.ts';
import { undo } from '../../../src/canvas/editing/editActions.ts';
import * as pageRuns from '../../../src/canvas/pageRuns.ts';
import { editingWords } from '../../../src/words/editing.ts';
import { buildMap } from '../../support/buildMap.ts';
import { buildSession } from '../support/buildSession.ts';

const { said } = editingWords.en;
const announce = vi.spyOn(announcing, 'announce');
const mention = vi.spyOn(pageRuns, 'mentionToPage');
beforeEach(() => {
  announce.mockReset();
  mention.mockReset().mockReturnValue(true);
});

function crowdedSession(selected: readonly string[]) {
  const map = buildMap({
    stages: [{ id: 's1', width: 1000 }],
    lanes: [{ id: 'l1', kind: 'contact' }],
    touchpoints: [
      { id: 'a', t: 0.1 },
      { id: 'b', t: 0.15 },
      { id: 'c', t: 0.9 },
    ],
  });
  const session = buildSession({ map });
  session.screen.setState({ selection: new Set(selected) });
  const rows = () => {
    const { cards } = session.projection.getState().layout;
    return ['a', 'b', 'c'].map((id) => cards.get(id)?.drawnRow);
  };
  return { session, rows };
}

describe('aligning the selection', () => {
  it('brings cards in automatic rows into one row, says which, and one undo puts them back', () => {
    const { session, rows } = crowdedSession(['b', 'c']);
    expect(rows()).toEqual([0, 1, 0]);
    alignSelection(session, 'top');
    expect(rows()).toEqual([0, 1, 1]);
    expect(announce.mock.calls).toEqual([[said.alignedInRow(2, 2)]]);
    undo(session);
    expect(rows()).toEqual([0, 1, 0]);
    expect(session.projection.find('touchpoints', 'b')?.row).toBe(0);
  });

  it('says where it can be seen that cards at one time cannot share a row', () => {
    const { session, rows } = crowdedSession(['a', 'b']);
    alignSelection(session, 'bottom');
    expect(rows()).toEqual([0, 1, 0]);
    expect(mention.mock.calls).toEqual([[said.alignedLower(0, 1)]]);
  });
});
