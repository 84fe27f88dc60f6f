/** Laws of the commands that divide the grid anew, lock, move and copy: nothing is lost, nothing dangles, undo is whole. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Commands } from '../../src/document/commands.ts';
import { readMap } from '../../src/document/readMap.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { effectivePhase, inSequence } from '../../src/model/sequence.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { createPeers } from '../support/peers.ts';
import { runs } from '../support/runs.ts';

interface Gesture {
  readonly name: string;
  readonly run: (commands: Commands, map: JourneyMap, a: number, b: number) => unknown;
}
const idAt = (list: readonly { readonly id: string }[], pick: number): string =>
  list[pick % Math.max(1, list.length)]?.id ?? 'nobody';

const divisions: readonly Gesture[] = [
  { name: 'splitStage', run: (c, m, a, b) => c.splitStage(idAt(m.stages, a), (b % 101) / 100, 'Second') },
  { name: 'splitLane', run: (c, m, a, b) => c.splitLane(idAt(m.lanes, a), b % 6, 'Second') },
  { name: 'mergeStage', run: (c, m, a) => c.mergeStage(idAt(m.stages, a)) },
  { name: 'mergeLane', run: (c, m, a) => c.mergeLane(idAt(m.lanes, a)) },
];
const copies: readonly Gesture[] = [
  { name: 'duplicateStage', run: (c, m, a) => c.duplicateStage(idAt(m.stages, a), 'Copy') },
  { name: 'duplicateLane', run: (c, m, a) => c.duplicateLane(idAt(m.lanes, a), 'Copy') },
  {
    name: 'copyTo',
    run: (c, m, a, b) =>
      c.copyTo({
        touchpoints: new Map(
          m.touchpoints.slice(a % 4).map((one) => [one.id, { ...one, stageId: idAt(m.stages, b) }]),
        ),
        cells: m.insights.map((one) => ({
          id: one.id,
          stageId: one.stageId ?? idAt(m.stages, b),
          laneId: one.laneId ?? 'nobody',
        })),
        elements: new Map(m.elements.map((one) => [one.id, { ...one, x: one.x + 8 }])),
      }),
  },
];
const others: readonly Gesture[] = [
  { name: 'lock', run: (c, m, a, b) => c.lock([idAt(m.touchpoints, a), idAt(m.elements, b)], a % 2 === 0) },
];

const cases = (gestures: readonly Gesture[]) =>
  fc.tuple(
    // Texts of any length are in it, so that "too long together" is met as well.
    arbitraryMap({ maxTouchpoints: 10 }),
    fc.constantFrom(...gestures),
    fc.nat({ max: 50 }),
    fc.nat({ max: 120 }),
  );

function open(map: JourneyMap) {
  const [peer] = createPeers(1, { ...map, map: { ...map.map, structureLocked: false } }).all;
  if (!peer) throw new Error('nobody');
  return { ...peer, map: (): JourneyMap => readMap(peer.doc) };
}

/** Everything that is not a stage or lane, without what a division changes: places, and phases that became the own. */
function heart(map: JourneyMap): unknown {
  const cell = <R extends { readonly stageId: string | null; readonly laneId: string | null }>(
    record: R,
  ) => ({
    ...record,
    stageId: record.stageId === null,
    laneId: record.laneId === null,
  });
  const stages = new Set(map.stages.map(({ id }) => id));
  const lanes = new Set(map.lanes.map(({ id }) => id));
  const known = (id: string): boolean => !stages.has(id) && !lanes.has(id);
  return {
    touchpoints: map.touchpoints.map((touchpoint) => ({
      ...touchpoint,
      stageId: '',
      laneId: '',
      t: 0,
      row: 0,
      phase: effectivePhase(touchpoint, map),
    })),
    insights: map.insights.map(cell),
    opportunities: map.opportunities.map(cell),
    actions: map.actions.map(cell),
    moments: map.moments,
    links: map.links,
    readings: map.readings,
    evidence: map.evidence,
    elements: map.elements,
    dismissals: map.dismissals.filter(({ targetId }) => known(targetId) && targetId !== ''),
  };
}

/** Every word of the stages, in one bag. */
const words = ({ stages }: JourneyMap): string[] =>
  stages
    .flatMap(({ name, goal, description }) => [name, goal, description])
    .join(' / ')
    .split(/\s|\/|\n/)
    .filter(Boolean)
    .toSorted();

/** The file, with the records of collections without an order by their ids (D11). */
function fileOf(map: JourneyMap): string {
  const { links, moments, insights, readings, touchpoints, dismissals } = map;
  const byId = <R extends { readonly id: string }>(records: readonly R[]): readonly R[] =>
    records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify(
    writeMap({
      ...map,
      touchpoints: byId(touchpoints),
      links: byId(links),
      moments: byId(moments),
      insights: byId(insights),
      readings: byId(readings),
      dismissals: byId(dismissals),
    }),
  );
}

function isSound(map: JourneyMap): void {
  const parsed = parseMap(writeMap(map));
  expect(parsed.ok ? [] : parsed.reasons).toEqual([]);
}

describe('splitting and merging stages and lanes', () => {
  it('lose nothing but where things lie: each touchpoint keeps all it says, its phase too', () => {
    fc.assert(
      fc.property(cases(divisions), ([start, gesture, a, b]) => {
        const { commands, map } = open(start);
        const before = map();
        const gone = new Set(before.stages.map(({ id }) => id));
        gesture.run(commands, before, a, b);
        const after = map();
        for (const { id } of after.stages) gone.delete(id);
        const kept = {
          ...before,
          dismissals: before.dismissals.filter(({ targetId }) => !gone.has(targetId)),
        };
        expect(heart(after)).toEqual(heart(kept));
        isSound(after);
      }),
      runs(80),
    );
  });

  it('keep the journey in its order', () => {
    fc.assert(
      fc.property(cases(divisions.slice(0, 1).concat(divisions.slice(2, 3))), ([start, gesture, a, b]) => {
        const { commands, map } = open(start);
        const order = inSequence(map()).map(({ id }) => id);
        gesture.run(commands, map(), a, b);
        expect(inSequence(map()).map(({ id }) => id)).toEqual(order);
      }),
      runs(80),
    );
  });

  it('keep every word of the stages: texts too long together refuse the merge', () => {
    fc.assert(
      fc.property(cases(divisions.slice(2, 3)), ([start, gesture, a, b]) => {
        const { commands, map } = open(start);
        const before = map();
        const names = new Set(words(before));
        gesture.run(commands, before, a, b);
        const present = new Set(words(map()));
        expect([...names].filter((word) => !present.has(word))).toEqual([]);
      }),
      runs(80),
    );
  });
});

describe('every structure gesture', () => {
  it('is one step: undone it leaves the map as it was, redone as it became', () => {
    fc.assert(
      fc.property(cases([...divisions, ...copies, ...others]), ([start, gesture, a, b]) => {
        const { commands, undo, map } = open(start);
        const before = fileOf(map());
        gesture.run(commands, map(), a, b);
        const after = fileOf(map());
        if (after === before) return;
        expect(undo.undo(), gesture.name).not.toBeNull();
        expect(fileOf(map()), gesture.name).toBe(before);
        expect(undo.undo()).toBeNull();
        undo.redo();
        expect(fileOf(map()), gesture.name).toBe(after);
      }),
      runs(120),
    );
  });

  it('leaves a map that can be exported and imported, also a copy with all that hangs on it', () => {
    fc.assert(
      fc.property(cases(copies), ([start, gesture, a, b]) => {
        const { commands, map } = open(start);
        const before = map();
        gesture.run(commands, before, a, b);
        isSound(map());
        // What was there is untouched.
        const old = new Map(before.touchpoints.map((one) => [one.id, one]));
        for (const [id, one] of old) expect(map().touchpoints.find((other) => other.id === id)).toEqual(one);
      }),
      runs(80),
    );
  });
});
