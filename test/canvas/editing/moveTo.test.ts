import { describe, expect, it } from 'vitest';
import { asItIs, chosenOf, lanesFor, movesTo } from '../../../src/canvas/editing/moveTo.ts';
import { buildMap } from '../../support/buildMap.ts';
import { buildSession } from '../support/buildSession.ts';

const session = buildSession({
  map: buildMap({
    stages: ['s1', 's2'],
    lanes: ['l1', { id: 'l2', kind: 'backstage' }, { id: 'ln', kind: 'thoughts' }],
    touchpoints: [
      { id: 'a', t: 0.9, row: 2 },
      { id: 'b', t: 0.3, stageId: 's2', laneId: 'l2' },
    ],
    insights: [{ id: 'n', kind: 'thought', stageId: 's1', laneId: 'ln' }],
    elements: [
      { id: 'e', kind: 'note', x: 40, y: 20 },
      { id: 'f', kind: 'note', x: 240, y: 120 },
    ],
  }),
});
const { projection } = session;
const { journey } = projection.getState();
const chosen = (...ids: string[]) => chosenOf(projection, ids);

describe('move to… (U19)', () => {
  it('takes cards to a stage, a lane, a time and a row; what is not chosen stays as it is', () => {
    const { touchpoints } = movesTo(chosen('a', 'b'), { ...asItIs, stageId: 's2', time: 'at', t: 0.25 });
    expect(touchpoints?.get('a')).toEqual({ stageId: 's2', laneId: 'l1', t: 0.25, row: 2 });
    expect(touchpoints?.get('b')).toEqual({ stageId: 's2', laneId: 'l2', t: 0.25, row: 0 });
    expect(movesTo(chosen('a'), { ...asItIs, laneId: 'l2', row: 1 }).touchpoints?.get('a')).toEqual({
      stageId: 's1',
      laneId: 'l2',
      t: 0.9,
      row: 1,
    });
  });

  it('spreads them evenly in their order', () => {
    const { touchpoints } = movesTo(chosen('a', 'b'), { ...asItIs, time: 'spread' });
    expect([touchpoints?.get('b')?.t, touchpoints?.get('a')?.t]).toEqual([0.25, 0.75]);
  });

  it('takes notes to another cell and free elements to another side or distance, their arrangement kept', () => {
    const { cells, elements } = movesTo(chosen('n', 'e', 'f'), {
      ...asItIs,
      stageId: 's2',
      side: 'right',
      x: 0,
    });
    expect(cells).toEqual([{ id: 'n', stageId: 's2', laneId: 'ln' }]);
    expect(elements?.get('e')).toMatchObject({ side: 'right', x: 0, y: 20 });
    expect(elements?.get('f')).toMatchObject({ side: 'right', x: 200, y: 120 });
  });

  it('offers the lanes that hold all that is selected, none for things of different kinds', () => {
    const ids = (...selected: string[]) =>
      lanesFor(journey, projection, chosen(...selected)).map(({ id }) => id);
    expect(ids('a', 'b')).toEqual(['l1', 'l2']);
    expect(ids('n')).toEqual(['ln']);
    expect(ids('a', 'n')).toEqual([]);
  });
});
