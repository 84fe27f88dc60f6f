import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { repairMap } from '../../src/model/repair.ts';
import { replacedSince } from '../../src/model/replaced.ts';
import { collectionNames } from '../../src/model/schema.ts';
import { createProjection } from '../../src/state/projection.ts';
import { arbitraryMap, buildMap } from '../support/arbitraryMap.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap, layoutSteps } from '../../src/layout/layoutMap.ts';
import { emptyLayout } from '../../src/layout/mapLayout.ts';
import { largeMap } from '../support/largeMap.ts';
import { createPeers } from '../support/peers.ts';
import { arbitraryEdit, makeEdit } from '../support/randomEdits.ts';
import { runs } from '../support/runs.ts';
import { templates } from '../support/templates.ts';

function open(map: JourneyMap) {
  const doc = new Y.Doc();
  writeContent(doc, map, 'file');
  const far = new Y.Doc();
  Y.applyUpdate(far, Y.encodeStateAsUpdate(doc));
  let made = 0;
  const commandsOf = (one: Y.Doc) => createCommands(one, { newId: () => `new${(made += 1)}` });
  let frame: (() => void) | null = null;
  const projection = createProjection(doc, {
    layout: () => emptyLayout,
    schedule(act) {
      frame = act;
      return () => (frame = null);
    },
  });
  far.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update));
  return {
    doc,
    projection,
    near: commandsOf(doc),
    far: commandsOf(far),
    journey: () => projection.getState().journey,
    nextFrame: () => frame?.(),
    waits: () => frame !== null,
  };
}

/** Somebody else renames a touchpoint. */
function retitleFromAfar(doc: Y.Doc, id: string, title: string): void {
  const far = new Y.Doc();
  Y.applyUpdate(far, Y.encodeStateAsUpdate(doc));
  createCommands(far, { newId: () => 'x' }).update('touchpoints', [id], { title });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(far));
}

/** How many records of `after` are not the objects they were. */
function replaced(before: JourneyMap, after: JourneyMap): number {
  let count = 0;
  for (const name of collectionNames) {
    const old = new Set<unknown>(before[name]);
    for (const record of after[name]) if (!old.has(record)) count += 1;
  }
  return count;
}

/** Counts how often anything of the document is read while `act` runs. */
function readsDuring(doc: Y.Doc, act: () => void): number {
  let reads = 0;
  // oxlint-disable-next-line typescript/unbound-method -- called with its map below
  const { get, forEach } = Y.Map.prototype;
  const count = (map: Y.Map<unknown>) => {
    if (map.doc === doc) reads += 1;
  };
  vi.spyOn(Y.Map.prototype, 'get').mockImplementation(function (this: Y.Map<unknown>, key) {
    count(this);
    return get.call(this, key);
  });
  vi.spyOn(Y.Map.prototype, 'forEach').mockImplementation(function (this: Y.Map<unknown>, visit) {
    count(this);
    forEach.call(this, visit);
  });
  try {
    act();
  } finally {
    vi.restoreAllMocks();
  }
  return reads;
}

function large(touchpoints: number): JourneyMap {
  const parsed = parseMap(largeMap(touchpoints));
  if (!parsed.ok) throw new Error('the large map is not a map');
  return parsed.map;
}

describe('the projection', () => {
  it('shows the map of the document', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        expect(open(map).journey()).toEqual(repairMap({ ...map, comments: [], votes: [] }));
      }),
      runs(50),
    );
  });

  it("shows my own edits at once and others' with the next frame, many in one", () => {
    const { near, far, journey, nextFrame, projection } = open(buildMap({ touchpoints: ['t1', 't2'] }));
    near.update('touchpoints', ['t1'], { title: 'Mine' });
    expect(journey().touchpoints[0]?.title).toBe('Mine');
    let told = 0;
    projection.subscribe(() => (told += 1));
    far.update('touchpoints', ['t2'], { title: 'Theirs' });
    far.update('touchpoints', ['t2'], { emotion: 1 });
    far.create('stages', { name: 'New' });
    expect(told).toBe(0);
    nextFrame();
    expect(told).toBe(1);
    expect(journey().touchpoints[1]).toMatchObject({ title: 'Theirs', emotion: 1 });
    expect(journey().stages).toHaveLength(2);
  });

  it('replaces exactly one record for one remote edit on a map of 2,000 touchpoints', () => {
    const { far, journey, nextFrame } = open(large(2000));
    const before = journey();
    far.update('touchpoints', ['t1000'], { emotion: -2 });
    nextFrame();
    expect(replaced(before, journey())).toBe(1);
    expect(journey().touchpoints.find(({ id }) => id === 't1000')?.emotion).toBe(-2);
    expect(journey().links).toBe(before.links);
    expect(journey().stages).toBe(before.stages);
  });

  it('reads as much of the document for one edit on a large map as on a small one', () => {
    const costs = [20, 2000].map((count) => {
      const { doc, far, nextFrame } = open(large(count));
      return readsDuring(doc, () => {
        far.update('touchpoints', ['t10'], { emotion: -2 });
        nextFrame();
        far.move({ touchpoints: new Map([['t10', { stageId: 's1', laneId: 'l1', t: 0.3, row: 2 }]]) });
        nextFrame();
        far.openText('touchpoints', 't10', 'description').splice(0, 0, 'words');
        nextFrame();
      });
    });
    expect(costs[0]).toBeGreaterThan(0);
    expect(costs[1]).toBe(costs[0]);
  });

  it('finds records and their collection by id, also after records come and go', () => {
    const { near, projection } = open(
      buildMap({ touchpoints: ['t1', 't2'], links: [{ id: 'k1', from: 't1', to: 't2' }] }),
    );
    const made = near.create('insights', { kind: 'pain' });
    expect(made.ok && projection.collectionOf(made.value)).toBe('insights');
    expect(projection.find('touchpoints', 't1')).toBe(projection.getState().journey.touchpoints[0]);
    near.remove(['t1']);
    expect(projection.find('touchpoints', 't1')).toBeUndefined();
    expect(projection.collectionOf('k1')).toBeUndefined();
    expect(projection.collectionOf('t2')).toBe('touchpoints');
  });

  it('keeps ordered collections in the order of their ranks', () => {
    const { near, journey } = open(buildMap({ stages: ['s1', 's2', 's3'] }));
    const before = journey();
    near.reorder('stages', 's3', 's1');
    expect(journey().stages.map(({ id }) => id)).toEqual(['s3', 's1', 's2']);
    expect(journey().stages[1]).toBe(before.stages[0]);
  });

  it('shows broken states repaired and writes nothing (R62, R64)', () => {
    const { doc, far, journey, nextFrame } = open(
      buildMap({ stages: ['s1', 's2'], touchpoints: [{ id: 't1', stageId: 's2' }] }),
    );
    doc.getMap('stages').delete('s2');
    expect(journey().touchpoints[0]).toMatchObject({ stageId: 's1', tags: ['unplaced'] });
    const shown = journey().touchpoints[0];
    let updates = 0;
    doc.on('update', () => (updates += 1));
    far.updateMap({ title: 'Other' });
    nextFrame();
    expect(updates).toBe(1);
    expect(journey().touchpoints[0]).toBe(shown);
    far.create('touchpoints', { title: 'Sound', stageId: 's1', laneId: 'l1' });
    nextFrame();
    expect(journey().touchpoints).toHaveLength(2);
    expect(journey().touchpoints).toContain(shown);
  });

  it('is loaded when the first content is there', () => {
    const doc = new Y.Doc();
    const projection = createProjection(doc, { layout: () => emptyLayout });
    expect(projection.getState().loaded).toBe(false);
    writeContent(doc, buildMap({ stages: [], lanes: [] }), 'file');
    expect(projection.getState().loaded).toBe(true);
    projection.dispose();
  });

  it('takes over what the page shows already: the first content that says the same is the same objects, and nothing is laid out', () => {
    for (const { name, map } of templates) {
      const shown = { ...map, comments: [], votes: [] };
      const options = layoutOptionsFor(shown);
      const layout = layoutMap(shown, options);
      const doc = new Y.Doc();
      const projection = createProjection(doc, {
        layout: (journey) => layoutMap(journey, options, layout),
        shown: () => shown,
      });
      const far = new Y.Doc();
      writeContent(far, map, 'file');
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(far));
      projection.flush();
      const { journey } = projection.getState();
      expect(replaced(shown, journey), name).toBe(0);
      expect(projection.getState().layout, name).toBe(layout);
      projection.dispose();
    }
  });

  it('shows what the document says, whatever was shown before', () => {
    fc.assert(
      fc.property(
        arbitraryMap(),
        fc.array(arbitraryEdit, { maxLength: 12 }),
        fc.array(arbitraryEdit, { maxLength: 6 }),
        (map, edits, later) => {
          const [peer] = createPeers(1, map).all;
          if (!peer) return;
          for (const edit of edits) makeEdit(peer, edit);
          const shown = repairMap({ ...map, comments: [], votes: [] });
          const doc = new Y.Doc();
          const projection = createProjection(doc, {
            layout: () => emptyLayout,
            schedule: () => () => {},
            shown: () => shown,
          });
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.doc));
          projection.flush();
          const { journey } = projection.getState();
          expect(journey).toEqual(repairMap(readMap(peer.doc)));
          for (const edit of later) makeEdit(peer, edit);
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.doc));
          projection.flush();
          expect(projection.getState().journey).toEqual(repairMap(readMap(peer.doc)));
          projection.dispose();
        },
      ),
      runs(40),
    );
  });

  it('gives layout what it made last time', () => {
    const given: unknown[] = [];
    const doc = new Y.Doc();
    const projection = createProjection(doc, {
      layout(_journey, previous) {
        given.push(previous);
        return { ...emptyLayout, width: given.length };
      },
    });
    createCommands(doc, { newId: () => 'x' }).create('stages', { name: 'A' });
    expect(given).toEqual([null, { ...emptyLayout, width: 1 }]);
    expect(projection.getState().layout.width).toBe(2);
  });

  it('hears nothing more after dispose', () => {
    const { near, far, projection, journey, waits } = open(buildMap());
    const before = journey();
    far.updateMap({ title: 'Waiting' });
    expect(waits()).toBe(true);
    projection.dispose();
    expect(waits()).toBe(false);
    near.updateMap({ title: 'Other' });
    expect(journey()).toBe(before);
  });

  it('equals a fresh reading after any edits, undo included', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.array(arbitraryEdit, { maxLength: 20 }), (map, edits) => {
        const [peer] = createPeers(1, map).all;
        if (!peer) return;
        const projection = createProjection(peer.doc, {
          layout: () => emptyLayout,
          schedule: () => () => {},
        });
        for (const edit of edits) {
          const before = projection.getState().journey;
          makeEdit(peer, edit);
          const { journey } = projection.getState();
          expect(journey).toEqual(repairMap(readMap(peer.doc)));
          // What the projection notes of a list it copied is what comparing it would find.
          for (const name of collectionNames)
            expect(replacedSince(journey[name], before[name])).toEqual(
              replacedSince([...journey[name]], before[name]),
            );
        }
        for (const name of collectionNames) {
          for (const record of projection.getState().journey[name]) {
            expect(projection.find(name, record.id)).toBe(record);
            expect(projection.collectionOf(record.id)).toBe(name);
          }
        }
        projection.dispose();
      }),
      runs(40),
    );
  });

  it('shows an undo at once', () => {
    const { doc, near, journey } = open(buildMap({ touchpoints: ['t1'] }));
    const undo = createUndo(doc);
    near.update('touchpoints', ['t1'], { title: 'After' });
    undo.undo();
    expect(journey().touchpoints[0]?.title).toBe('t1');
    undo.dispose();
  });
});

describe('much at once', () => {
  /** A small map, shown, into which somebody else brings `count` touchpoints. The clock says a step takes 5 ms. */
  function openLarge(count: number, { breaksAt = Number.POSITIVE_INFINITY } = {}) {
    const doc = new Y.Doc();
    writeContent(doc, large(12), 'file');
    const far = new Y.Doc();
    Y.applyUpdate(far, Y.encodeStateAsUpdate(doc));
    const waiting: (() => void)[] = [];
    const later = (act: () => void) => {
      waiting.push(act);
      return () => void waiting.splice(0, waiting.length, ...waiting.filter((one) => one !== act));
    };
    let time = 0;
    let steps = 0;
    const projection = createProjection(doc, {
      layout: (journey, previous) => layoutMap(journey, layoutOptionsFor(journey), previous ?? undefined),
      *layoutSteps(journey, previous) {
        for (const work = layoutSteps(journey, layoutOptionsFor(journey), previous ?? undefined); ;) {
          const { done, value } = work.next();
          if (done) return value;
          steps += 1;
          if (steps === breaksAt) throw new Error('a fault in the laying out');
          yield;
        }
      },
      schedule: later,
      pause: later,
      now: () => (time += 5),
    });
    const before = projection.getState();
    const { touchpoints, links, lanes, stages } = large(count);
    const had = new Set(readMap(doc).touchpoints.map(({ id }) => id));
    const fresh = touchpoints.filter(({ id }) => !had.has(id));
    const map = readMap(far);
    writeContent(far, { ...map, stages, lanes, touchpoints: [...map.touchpoints, ...fresh], links }, 'file');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(far));
    return {
      doc,
      projection,
      before,
      waiting,
      steps: () => steps,
      /** What the browser runs next. */
      next: () => waiting.shift()?.(),
      mine: createCommands(doc, { newId: () => 'mine' }),
      expectWhole() {
        const { journey, layout } = projection.getState();
        expect(journey.touchpoints).toHaveLength(count);
        const whole = layoutMap(journey, layoutOptionsFor(journey));
        expect(layout.groups.map(({ id, origin }) => ({ id, origin }))).toEqual(
          whole.groups.map(({ id, origin }) => ({ id, origin })),
        );
      },
    };
  }

  it('is laid out in pieces of 12 ms, shown as it was until all of it is there, then whole (U43)', () => {
    const { projection, before, steps, next, waiting, expectWhole } = openLarge(300);
    let longest = 0;
    let pieces = 0;
    for (; waiting.length > 0; pieces += 1) {
      expect(projection.getState()).toBe(before);
      const done = steps();
      next();
      longest = Math.max(longest, steps() - done);
    }
    expect(longest).toBeLessThanOrEqual(3);
    expect(pieces).toBeGreaterThan(10);
    expectWhole();
  });

  it('is laid out in pieces too when it is a map whose first picture is on the screen', () => {
    const doc = new Y.Doc();
    const far = new Y.Doc();
    writeContent(far, large(300), 'file');
    const waiting: (() => void)[] = [];
    const later = (act: () => void) => {
      waiting.push(act);
      return () => void waiting.splice(0, waiting.length, ...waiting.filter((one) => one !== act));
    };
    let time = 0;
    const projection = createProjection(doc, {
      layout: (journey) => layoutMap(journey, layoutOptionsFor(journey)),
      layoutSteps: (journey) => layoutSteps(journey, layoutOptionsFor(journey)),
      shown: () => large(300),
      schedule: later,
      pause: later,
      now: () => (time += 5),
    });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(far));
    let pieces = 0;
    for (; waiting.length > 0; pieces += 1) {
      expect(projection.getState().loaded).toBe(false);
      waiting.shift()?.();
    }
    expect(pieces).toBeGreaterThan(10);
    expect(projection.getState().loaded).toBe(true);
    expect(projection.getState().layout.links).toHaveLength(large(300).links.length);
    projection.dispose();
  });

  it('is hurried by what this person does meanwhile, which is seen at once', () => {
    const { projection, next, waiting, mine, expectWhole } = openLarge(300);
    for (let piece = 0; piece < 4; piece += 1) next();
    mine.update('touchpoints', ['t1'], { title: 'Mine' });
    expect(projection.find('touchpoints', 't1')?.title).toBe('Mine');
    expect(waiting).toEqual([]);
    expectWhole();
  });

  it('lets what others do meanwhile come right behind it', () => {
    const { doc, projection, next, waiting, expectWhole } = openLarge(300);
    for (let piece = 0; piece < 4; piece += 1) next();
    retitleFromAfar(doc, 't1', 'Theirs');
    while (waiting.length > 0) next();
    expect(projection.find('touchpoints', 't1')?.title).toBe('Theirs');
    expectWhole();
  });

  it('does not stand in the way of what comes after it when a piece fails', () => {
    const { doc, projection, next, waiting, expectWhole } = openLarge(300, { breaksAt: 5 });
    expect(() => {
      while (waiting.length > 0) next();
    }).toThrow('a fault in the laying out');
    retitleFromAfar(doc, 't1', 'Theirs');
    while (waiting.length > 0) next();
    expect(projection.find('touchpoints', 't1')?.title).toBe('Theirs');
    expectWhole();
  });

  it('is let go when the page closes in the middle of it', () => {
    const { projection, before, next, waiting } = openLarge(300);
    for (let piece = 0; piece < 4; piece += 1) next();
    projection.dispose();
    expect(waiting).toEqual([]);
    expect(projection.getState()).toBe(before);
  });

  it('shows a few records with the next frame, in one go', () => {
    const { next, waiting, expectWhole } = openLarge(40);
    next();
    expect(waiting).toEqual([]);
    expectWhole();
  });

  it('of one’s own is shown in pieces when it is in no hurry, and what waits for it is told then', () => {
    const { projection, next, waiting, mine, expectWhole } = openLarge(300);
    while (waiting.length > 0) next();
    const before = projection.getState();
    const told = vi.fn();
    projection.unhurried(() => mine.update('touchpoints', ['t1'], { emotion: 2 }), told);
    let pieces = 0;
    for (; waiting.length > 0; pieces += 1) {
      expect(projection.getState()).toBe(before);
      expect(told).not.toHaveBeenCalled();
      next();
    }
    expect(pieces).toBeGreaterThan(1);
    expect(told).toHaveBeenCalledOnce();
    expect(projection.find('touchpoints', 't1')?.emotion).toBe(2);
    expectWhole();
    // The next one is at once again.
    mine.update('touchpoints', ['t1'], { emotion: 1 });
    expect(projection.find('touchpoints', 't1')?.emotion).toBe(1);
  });

  it('in no hurry is hurried by the next edit, or when asked to', () => {
    const { projection, next, waiting, mine } = openLarge(300);
    while (waiting.length > 0) next();
    const told = vi.fn();
    const edit = (emotion: number) => () => void mine.update('touchpoints', ['t1'], { emotion });
    projection.unhurried(edit(2), told);
    mine.update('touchpoints', ['t2'], { emotion: -1 });
    expect(told).toHaveBeenCalledOnce();
    expect(projection.find('touchpoints', 't1')?.emotion).toBe(2);
    const hurry = projection.unhurried(edit(1), told);
    hurry();
    expect(told).toHaveBeenCalledTimes(2);
    expect(projection.find('touchpoints', 't1')?.emotion).toBe(1);
    hurry();
    projection.unhurried(() => undefined, told);
    expect(told).toHaveBeenCalledTimes(3);
    expect(waiting).toEqual([]);
  });

  it('in no hurry keeps nobody waiting when a piece fails or the page closes', () => {
    const { projection, next, waiting, mine } = openLarge(40, { breaksAt: 3 });
    while (waiting.length > 0) next();
    const told = vi.fn();
    projection.unhurried(() => mine.update('touchpoints', ['t1'], { emotion: 2 }), told);
    expect(() => {
      while (waiting.length > 0) next();
    }).toThrow('a fault in the laying out');
    expect(told).toHaveBeenCalledOnce();
    projection.unhurried(() => mine.update('touchpoints', ['t1'], { emotion: 1 }), told);
    projection.dispose();
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('in no hurry keeps nobody waiting when it fails while it is hurried', () => {
    const { projection, next, waiting, mine } = openLarge(40, { breaksAt: 3 });
    while (waiting.length > 0) next();
    const told = vi.fn();
    const hurry = projection.unhurried(() => mine.update('touchpoints', ['t1'], { emotion: 2 }), told);
    expect(hurry).toThrow('a fault in the laying out');
    expect(told).toHaveBeenCalledOnce();
  });
});
