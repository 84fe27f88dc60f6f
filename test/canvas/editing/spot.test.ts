import { describe, expect, it } from 'vitest';
import { inOneStage, nearestSpot, spotAt, steppedPlace } from '../../../src/canvas/editing/spot.ts';
import { landingOf, spotsOf } from '../../../src/canvas/editing/landing.ts';
import { buildSession } from '../support/buildSession.ts';

const session = () => buildSession({ role: 'viewer' });
const layoutOf = () => session().projection.getState().layout;

describe('places under a point', () => {
  it('are stage, time and row in lanes that hold touchpoints', () => {
    const layout = layoutOf();
    const lane = layout.lanes[0];
    expect(spotAt(layout, { x: 960, y: (lane?.y ?? 0) + 50 })).toMatchObject({
      stageId: 's2',
      laneId: 'l1',
      t: 0.5,
      row: 0,
      collection: 'touchpoints',
    });
  });

  it('are cells for notes, and nothing where the lane is drawn from data', () => {
    const layout = layoutOf();
    const middle = (id: string): number => {
      const lane = layout.lanes.find((row) => row.id === id);
      return (lane?.y ?? 0) + (lane?.height ?? 0) / 2;
    };
    expect(spotAt(layout, { x: 700, y: middle('l4') })).toMatchObject({
      collection: 'insights',
      stageId: 's2',
      laneId: 'l4',
    });
    expect(spotAt(layout, { x: 700, y: middle('l3') })).toBeNull();
    expect(spotAt(layout, { x: -5, y: middle('l1') })).toBeNull();
  });

  it('are the nearest lane that holds the kind when the point is elsewhere', () => {
    const layout = layoutOf();
    expect(nearestSpot(layout, { x: 700, y: 9000 }, 'touchpoints')).toMatchObject({
      laneId: 'l2',
      stageId: 's2',
      // The last row the lane has room for, however far below the point lies.
      row: 2,
    });
    expect(nearestSpot(layout, { x: 700, y: 0 }, 'actions')).toBeNull();
  });
});

describe('steps by keys', () => {
  it('for something new leave a card wholly in one stage, where it has room', () => {
    const layout = layoutOf();
    const [first, second] = layout.stages;
    if (!first || !second) throw new Error('too few stages');
    const half = 104;
    const y = 10;
    expect(inOneStage(layout, { x: second.x + 5, y })).toEqual({ x: second.x + half + 8, y });
    expect(inOneStage(layout, { x: second.x - 5, y })).toEqual({ x: second.x - half - 8, y });
    expect(inOneStage(layout, { x: first.x + 200, y })).toEqual({ x: first.x + 200, y });
    const narrow = { ...layout, stages: [{ ...first, width: 120 }] };
    expect(inOneStage(narrow, { x: 10, y })).toEqual({ x: 10, y });
  });

  it('go a tenth of a stage, over into the next stage, and stop at the ends', () => {
    const { projection } = session();
    const { layout } = projection.getState();
    const one = projection.find('touchpoints', 't2');
    const last = projection.find('touchpoints', 't3');
    if (!one || !last) throw new Error('the sample has t2 and t3');
    expect(steppedPlace(layout, one, 1, 0)).toMatchObject({ stageId: 's1', t: 0.9 });
    expect(steppedPlace(layout, one, 5, 0)).toMatchObject({ stageId: 's2', t: 0.3 });
    expect(steppedPlace(layout, { ...last, t: 0.95 }, 1, 0)).toMatchObject({ stageId: 's2', t: 1 });
  });

  it('go a row down, then into the next lane that holds touchpoints', () => {
    const { projection } = session();
    const { layout } = projection.getState();
    const one = projection.find('touchpoints', 't1');
    if (!one) throw new Error('the sample has t1');
    expect(steppedPlace(layout, one, 0, 1)).toMatchObject({ laneId: 'l1', row: 1 });
    expect(steppedPlace(layout, one, 0, 2)).toMatchObject({ laneId: 'l2', row: 0 });
    expect(steppedPlace(layout, one, 0, -1)).toMatchObject({ laneId: 'l1', row: 0 });
  });
});

describe('the landing of a drag', () => {
  it('is what the layout makes of the drop: the same corners for every card', () => {
    const editing = buildSession();
    const { layout, journey } = editing.projection.getState();
    const { places, boxes } = landingOf(layout, journey, spotsOf(layout, ['t1'], 180, 0));
    editing.editing?.commands.move({ touchpoints: places });
    const after = editing.projection.getState().layout;
    for (const [id, corner] of boxes) expect(after.cards.get(id)).toMatchObject(corner);
    expect(boxes.size).toBeGreaterThan(1);
  });

  it('leaves out what is no longer on the map', () => {
    const { projection } = session();
    const { layout, journey } = projection.getState();
    expect(landingOf(layout, journey, spotsOf(layout, ['gone'], 10, 10)).places.size).toBe(0);
  });

  it('takes notes to the cell under them', () => {
    const { projection } = session();
    const { layout, journey } = projection.getState();
    expect(landingOf(layout, journey, spotsOf(layout, ['n1'], 640, 0)).cells).toEqual([
      { id: 'n1', stageId: 's2', laneId: 'l4' },
    ]);
  });

  it('of a note is shown: below what is in the cell, and at its own place while it stays in its own', () => {
    const { projection } = session();
    const { layout, journey } = projection.getState();
    const own = layout.cells.get('n1');
    const stage = layout.stages.find(({ id }) => id === 's2');
    if (!own || !stage) throw new Error('the sample has a note and two stages');
    const { x, y } = landingOf(layout, journey, spotsOf(layout, ['n1'], 640, 0)).boxes.get('n1') ?? {
      x: 0,
      y: 0,
    };
    expect(x).toBeGreaterThan(stage.x);
    expect(y).toBeGreaterThanOrEqual(layout.lanes.find(({ id }) => id === 'l4')?.y ?? Number.NaN);
    expect(landingOf(layout, journey, spotsOf(layout, ['n1'], 4, 4)).boxes.get('n1')).toMatchObject({
      x: own.x,
      y: own.y,
    });
  });
});
