/**
 * Edits as data for property tests: a kind and a few numbers that pick among what is there when the edit is made, so
 * that every sequence makes sense for every map and shrinks well.
 */
import * as fc from 'fast-check';
import type { Commands, EditableCollection } from '../../src/document/commands.ts';
import { readMap } from '../../src/document/readMap.ts';
import type { JourneyMap, LaneKind } from '../../src/model/journeyMap.ts';
import type { Peer } from './peers.ts';

export interface Edit {
  readonly kind: keyof typeof edits;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

type At = <T>(list: readonly T[], pick: number) => T | undefined;
const at: At = (list, pick) => list[pick % Math.max(1, list.length)];
const idAt = (list: readonly { readonly id: string }[], pick: number): string =>
  at(list, pick)?.id ?? 'nobody';

type Editor = Pick<Peer, 'doc' | 'commands' | 'undo'>;
type Run = (peer: Editor, map: JourneyMap, commands: Commands, edit: Edit) => unknown;

const words = ['', 'a', 'Kettle', '开水壶', '👩‍👩‍👧', 'x'.repeat(30)];
const kinds: readonly LaneKind[] = ['contact', 'thoughts', 'emotion', 'opportunities', 'backstage'];
const collections: readonly EditableCollection[] = [
  'touchpoints',
  'insights',
  'opportunities',
  'actions',
  'links',
  'moments',
  'stages',
  'lanes',
  'personas',
  'tiers',
  'channels',
  'evidence',
  'readings',
  'elements',
  'views',
];

const edits = {
  addTouchpoint: (_peer, map, commands, { a, b, c }) =>
    commands.create('touchpoints', {
      title: words[c % words.length] ?? '',
      stageId: idAt(map.stages, a),
      laneId: idAt(map.lanes, b),
      description: words[a % words.length] ?? '',
    }),
  addOther: (_peer, map, commands, { a, b, c }) => {
    switch (c % 6) {
      case 0:
        return commands.create('stages', { name: 'Stage' }, idAt(map.stages, a));
      case 1:
        return commands.createLane(
          'Lane',
          kinds[a % kinds.length] ?? 'contact',
          b % 2 ? idAt(map.lanes, b) : null,
        );
      case 2:
        return commands.create('personas', { name: 'Ana', primary: a % 2 === 0 });
      case 3:
        return commands.create('channels', { name: 'Shop' });
      case 4:
        return commands.create('moments', {
          touchpointId: idAt(map.touchpoints, a),
          kind: b % 2 ? 'zero' : 'first',
        });
      default:
        return commands.create('insights', {
          kind: 'pain',
          stageId: idAt(map.stages, a),
          laneId: idAt(map.lanes, b),
        });
    }
  },
  edit: (_peer, map, commands, { a, b, c }) =>
    commands.update('touchpoints', [idAt(map.touchpoints, a), idAt(map.touchpoints, b)], {
      emotion: (c % 5) - 2,
      title: words[b % words.length] ?? '',
      ...(c % 2 ? { channelId: idAt(map.channels, c) } : { personaIds: map.personas.map(({ id }) => id) }),
    }),
  editStructure: (_peer, map, commands, { a, b, c }) =>
    c % 2
      ? commands.update('stages', [idAt(map.stages, a)], {
          width: 160 + b,
          goal: words[b % words.length] ?? '',
        })
      : commands.update('lanes', [idAt(map.lanes, a)], {
          kind: kinds[b % kinds.length] ?? 'contact',
          collapsed: b % 2 === 0,
        }),
  difference: (_peer, map, commands, { a, b, c }) =>
    commands.setPersonaDifference(
      [idAt(map.touchpoints, a)],
      idAt(map.personas, b),
      c % 3 ? { emotion: (c % 5) - 2 } : null,
    ),
  move: (_peer, map, commands, { a, b, c }) =>
    commands.move({
      touchpoints: new Map([
        [
          idAt(map.touchpoints, a),
          { stageId: idAt(map.stages, b), laneId: idAt(map.lanes, c), t: (a % 101) / 100, row: c % 21 },
        ],
      ]),
    }),
  moveCells: (_peer, map, commands, { a, b, c }) =>
    commands.move({
      cells: [{ id: idAt(map.insights, a), stageId: idAt(map.stages, b), laneId: idAt(map.lanes, c) }],
    }),
  reorder: (_peer, map, commands, { a, b, c }) =>
    c % 2
      ? commands.reorder('stages', idAt(map.stages, a), b % 3 ? idAt(map.stages, b) : null)
      : commands.reorder('lanes', idAt(map.lanes, a), b % 3 ? idAt(map.lanes, b) : null),
  link: (_peer, map, commands, { a, b }) => commands.link(idAt(map.touchpoints, a), idAt(map.touchpoints, b)),
  remove: (_peer, map, commands, { a, b, c }) =>
    commands.remove([idAt(map.touchpoints, a), idAt(map[collections[c % collections.length] ?? 'links'], b)]),
  deleteStage: (_peer, map, commands, { a, b, c }) =>
    commands.deleteStage(idAt(map.stages, a), c % 2 ? idAt(map.stages, b) : null),
  deleteLane: (_peer, map, commands, { a, b, c }) =>
    commands.deleteLane(idAt(map.lanes, a), c % 2 ? idAt(map.lanes, b) : null),
  duplicate: (_peer, map, commands, { a, b }) =>
    commands.duplicate([idAt(map.touchpoints, a), idAt(map.touchpoints, b), idAt(map.elements, a)]),
  type: (_peer, map, commands, { a, b, c }) =>
    commands
      .openText('touchpoints', idAt(map.touchpoints, a), 'description')
      .splice(b % 40, c % 3, words[c % words.length] ?? ''),
  typeMap: (_peer, _map, commands, { a, b, c }) =>
    commands.openText('map', '', 'goal').splice(a % 40, b % 3, words[c % words.length] ?? ''),
  addElement: (_peer, _map, commands, { a, b, c }) =>
    commands.create('elements', {
      kind: c % 3 ? 'note' : 'frame',
      text: words[c % words.length] ?? '',
      x: a * 10,
      y: b * 10,
    }),
  moveElement: (_peer, map, commands, { a, b, c }) =>
    commands.move({
      elements: new Map([
        [
          idAt(map.elements, a),
          { side: c % 2 ? 'below' : 'right', x: b - 20, y: c, width: 20 + a, height: 20 + b },
        ],
      ]),
    }),
  stackElement: (_peer, map, commands, { a, b, c }) =>
    commands.stackElements(
      [idAt(map.elements, a), idAt(map.elements, b)],
      (['forward', 'backward', 'front', 'back'] as const)[c % 4] ?? 'front',
    ),
  sortElement: (_peer, map, commands, { a, b, c }) =>
    commands.sortElements([
      c % 2
        ? {
            id: idAt(map.elements, a),
            collection: 'touchpoints',
            place: { stageId: idAt(map.stages, b), laneId: idAt(map.lanes, c), t: 0.5, row: 0 },
          }
        : {
            id: idAt(map.elements, a),
            collection: 'insights',
            stageId: idAt(map.stages, b),
            laneId: idAt(map.lanes, c),
            kind: 'need',
          },
    ]),
  addView: (_peer, map, commands, { a, b, c }) =>
    commands.create('views', {
      name: words[c % words.length] ?? '',
      hiddenLaneIds: map.lanes.slice(0, a % 3).map(({ id }) => id),
      personaIds: [idAt(map.personas, b)],
      camera: c % 2 ? { zoom: a / 20, x: b, y: c } : null,
    }),
  divide: (_peer, map, commands, { a, b, c }) => {
    switch (c % 6) {
      case 0:
        return commands.splitStage(idAt(map.stages, a), (b % 101) / 100, 'Part');
      case 1:
        return commands.mergeStage(idAt(map.stages, a));
      case 2:
        return commands.duplicateStage(idAt(map.stages, a), 'Copy');
      case 3:
        return commands.splitLane(idAt(map.lanes, a), b % 5, 'Part');
      case 4:
        return commands.mergeLane(idAt(map.lanes, a));
      default:
        return commands.duplicateLane(idAt(map.lanes, a), 'Copy');
    }
  },
  copyTo: (_peer, map, commands, { a, b, c }) =>
    commands.copyTo({
      touchpoints: new Map([
        [
          idAt(map.touchpoints, a),
          { stageId: idAt(map.stages, b), laneId: idAt(map.lanes, c), t: 0.5, row: 0 },
        ],
      ]),
    }),
  lock: (_peer, map, commands, { a, b, c }) =>
    commands.lock([idAt(map.touchpoints, a), idAt(map.insights, b), idAt(map.elements, b)], c % 2 === 0),
  undo: (peer) => peer.undo.undo(),
  redo: (peer) => peer.undo.redo(),
} satisfies { readonly [kind: string]: Run };

/** Makes one edit on a peer's copy as it stands. */
export function makeEdit(peer: Editor, edit: Edit): void {
  const run: Run = edits[edit.kind];
  run(peer, readMap(peer.doc), peer.commands, edit);
}

const number = fc.nat({ max: 120 });
export const arbitraryEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...(Object.keys(edits) as Edit['kind'][])),
  a: number,
  b: number,
  c: number,
});

/** What happens at one peer: an edit, a delivery, or its line is cut or comes back at the next meeting. */
export type Happening =
  | { readonly peer: number; readonly what: 'edit'; readonly edit: Edit }
  | { readonly peer: number; readonly what: 'deliver'; readonly pick: number }
  | { readonly peer: number; readonly what: 'cut' }
  | { readonly peer: number; readonly what: 'meet' };

const peer = fc.nat({ max: 4 });
export const arbitraryHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ peer, what: fc.constant('edit' as const), edit: arbitraryEdit }) },
  {
    weight: 12,
    arbitrary: fc.record({ peer, what: fc.constant('deliver' as const), pick: fc.nat({ max: 20 }) }),
  },
  { weight: 1, arbitrary: fc.record({ peer, what: fc.constant('cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ peer, what: fc.constant('meet' as const) }) },
);
