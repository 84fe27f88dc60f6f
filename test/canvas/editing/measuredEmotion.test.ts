// @vitest-environment happy-dom
/** An emotion that is set where a measured one counts: it is kept, and the person is told why nothing moves (2.8). */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setEmotion } from '../../../src/canvas/editing/editActions.ts';
import { writeEmotion } from '../../../src/canvas/editing/gestures.ts';
import * as pageRuns from '../../../src/canvas/pageRuns.ts';
import { editingWords } from '../../../src/words/editing.ts';
import { buildMap } from '../../support/buildMap.ts';
import { buildSession } from '../support/buildSession.ts';

const mention = vi.spyOn(pageRuns, 'mentionToPage');
beforeEach(() => void mention.mockReset().mockReturnValue(true));

function measuredSession() {
  const map = buildMap({
    stages: ['s1'],
    lanes: ['l1'],
    touchpoints: [{ id: 't1', emotion: 0.5 }, { id: 't2' }],
    personas: [{ id: 'p1' }],
    readings: [{ id: 'r1', touchpointId: 't1', metric: 'emotion', value: -1.5, at: '2026-01-01' }],
  });
  const session = buildSession({ map });
  const { editing } = session;
  if (!editing) throw new Error('nobody edits');
  return { session, editing };
}

const told = [editingWords.en.said.measuredCounts('−1.5')];

describe('an emotion set where a measured one counts', () => {
  it('by key is kept, and said not to count; of others nothing is said', () => {
    const { session } = measuredSession();
    session.screen.setState({ selection: new Set(['t1']) });
    setEmotion(session, 1);
    expect(session.projection.find('touchpoints', 't1')?.emotion).toBe(1);
    expect(mention.mock.calls).toEqual([told]);
    session.screen.setState({ selection: new Set(['t2']) });
    setEmotion(session, 1);
    expect(mention).toHaveBeenCalledOnce();
  });

  it('by dragging its point too; what one persona feels counts for her', () => {
    const { session, editing } = measuredSession();
    const point = { laneId: 'l1', ids: ['t1'], value: -1.5 };
    writeEmotion(session, editing, { ...point, personaId: 'p1' }, 2);
    expect(mention).not.toHaveBeenCalled();
    writeEmotion(session, editing, { ...point, personaId: null }, 2);
    expect(mention.mock.calls).toEqual([told]);
  });
});
