/**
 * From what was measured to rows with the targets of the canvas: medians over rounds, each size on its own; first the
 * plain rows, then the slowed ones, which carry the targets that the screen bounds on the plain ones.
 */
import { median } from '../figures.ts';
import type { Row, Target } from '../results.ts';
import { programNames, type ProgramName } from './programs.ts';
import { isBoundByScreen } from './screenBound.ts';
import { slowdown, type Figures } from './script.ts';

export type Pass = 'plain' | 'slowed';
/** By `keyOf`: one set of figures a round. */
export type Samples = Map<string, readonly Figures[]>;

export function keyOf(size: number, name: ProgramName, pass: Pass): string {
  return `${size} ${name} ${pass}`;
}

interface Wish {
  readonly workload: string;
  /** Name in the samples. */
  readonly sample: string;
  readonly figure: string;
  readonly unit: string;
  /** Per size: 200, 1,000, 3,000. */
  readonly targets?: readonly {
    readonly against: ProgramName | 'best peer';
    readonly is: Target['is'];
    readonly values: readonly [number, number, number];
  }[];
}

const sizesOfTargets = [200, 1000, 3000] as const;

const gestures = ['pan', 'zoom', 'pan at fit', 'drag one', 'marquee', 'drag 100'] as const;
const workloads: Readonly<Record<(typeof gestures)[number], string>> = {
  pan: 'pan',
  zoom: 'zoom to fit and back',
  'pan at fit': 'pan at fit',
  'drag one': 'drag one',
  marquee: 'marquee over 100',
  'drag 100': 'drag 100 selected',
};
const figuresOf = [
  ['fps', 'frames a second', '1/s'],
  ['p95', 'p95 frame', 'ms'],
  ['worst', 'worst frame', 'ms'],
  ['cpu', 'CPU, all processes', 'ms'],
  ['main', 'CPU, main thread', 'ms'],
] as const;

const targets: Readonly<Record<string, NonNullable<Wish['targets']>>> = {
  load: [
    { against: 'Excalidraw', is: '<=', values: [0.6, 0.6, 0.6] },
    { against: 'React Flow', is: '<=', values: [1, 0.6, 0.35] },
    { against: 'tldraw', is: '<=', values: [0.35, 0.2, 0.1] },
  ],
  'pan p95': [{ against: 'Excalidraw', is: '<=', values: [1, 1, 0.75] }],
  'zoom p95': [
    { against: 'Excalidraw', is: '<=', values: [1.15, 0.8, 0.3] },
    { against: 'React Flow', is: '<=', values: [0.6, 0.2, 0.08] },
  ],
  'pan at fit fps': [{ against: 'Excalidraw', is: '>=', values: [0.9, 1.05, 2.5] }],
  'drag one p95': [{ against: 'React Flow', is: '<=', values: [1.05, 1.05, 1.1] }],
  'drag one cpu': [{ against: 'Excalidraw', is: '<=', values: [0.5, 0.5, 0.5] }],
  'marquee p95': [{ against: 'Excalidraw', is: '<=', values: [0.95, 0.8, 0.65] }],
  'drag 100 fps': [{ against: 'best peer', is: '>=', values: [1.5, 1.25, 1.2] }],
  'drag 100 p95': [{ against: 'Excalidraw', is: '<=', values: [0.5, 0.5, 0.5] }],
  typing: [{ against: 'React Flow', is: '<=', values: [1, 1, 1] }],
  heap: [{ against: 'Excalidraw', is: '<=', values: [0.9, 0.8, 0.7] }],
};

const gestureWishes: readonly Wish[] = gestures.flatMap((gesture) =>
  figuresOf.map(([sample, figure, unit]) =>
    withTargets({ workload: workloads[gesture], sample: `${gesture} ${sample}`, figure, unit }),
  ),
);
const wishes: readonly Wish[] = [
  withTargets({ workload: 'load until usable', sample: 'load', figure: 'time', unit: 'ms' }),
  withTargets({
    workload: 'load until every gesture is answered',
    sample: 'live',
    figure: 'time',
    unit: 'ms',
  }),
  ...gestureWishes,
  withTargets({ workload: 'typing', sample: 'typing', figure: 'key to paint, p95', unit: 'ms' }),
  withTargets({ workload: 'after all that', sample: 'heap', figure: 'heap', unit: 'MB' }),
];
/** Slowed, the processes that are not slowed say nothing. */
const slowedWishes = gestureWishes.filter(({ sample }) => !sample.endsWith(' cpu'));

/** Rows of every size that was run, in the order of the script. */
export function canvasRows(sizes: readonly number[], samples: Samples): readonly Row[] {
  return [
    ...wishes.flatMap((wish) => sizes.map((size) => plainRow(wish, size, samples))),
    ...slowedWishes.flatMap((wish) => sizes.map((size) => slowedRow(wish, size, samples))),
  ];
}

/** No frame over 50 ms, in any round. */
export function smoothRows(sizes: readonly number[], samples: Samples): readonly Row[] {
  return sizes.flatMap((size) =>
    (['pan', 'pan at fit', 'drag one'] as const).map((gesture): Row => {
      const rounds = samples.get(keyOf(size, 'Touchline', 'plain')) ?? [];
      const worst = Math.max(...rounds.map((figures) => figures[`${gesture} worst`] ?? Number.NaN));
      return {
        suite: 'canvas',
        workload: `${workloads[gesture]}, ${size}`,
        figure: 'worst frame of all rounds',
        unit: 'ms',
        ours: rounds.length > 0 ? worst : Number.NaN,
        peers: {},
        targets: [{ against: 'absolute', is: '<=', value: 50 }],
      };
    }),
  );
}

function withTargets(wish: Wish): Wish {
  const wanted = targets[wish.sample];
  return wanted ? { ...wish, targets: wanted } : wish;
}

/** Targets that nobody could reach for the screen are marked so. */
function plainRow(wish: Wish, size: number, samples: Samples): Row {
  const row = toRow(wish, size, samples, 'plain');
  return {
    ...row,
    targets: row.targets.map((target) =>
      isBoundByScreen(row, target) ? { ...target, by: 'screen' } : target,
    ),
  };
}

/** With the targets that the plain row is not judged by, and no others. */
function slowedRow(wish: Wish, size: number, samples: Samples): Row {
  const plain = plainRow(wish, size, samples);
  const row = toRow(wish, size, samples, 'slowed');
  return {
    ...row,
    workload: `${row.workload}, slowed ${slowdown}x`,
    targets: row.targets
      .filter((_, index) => plain.targets[index]?.by === 'screen')
      .map((target) => ({ ...target, by: 'slowed' })),
  };
}

function toRow(wish: Wish, size: number, samples: Samples, pass: Pass): Row {
  const of = (name: ProgramName): number =>
    median((samples.get(keyOf(size, name, pass)) ?? []).map((figures) => figures[wish.sample] ?? Number.NaN));
  const peers = Object.fromEntries(
    programNames.filter((name) => name !== 'Touchline').map((name) => [name, of(name)]),
  );
  const column = sizesOfTargets.indexOf(size as (typeof sizesOfTargets)[number]);
  return {
    suite: 'canvas',
    workload: `${wish.workload}, ${size}`,
    figure: wish.figure,
    unit: wish.unit,
    ours: of('Touchline'),
    peers,
    targets: (wish.targets ?? []).flatMap(({ against, is, values }) => {
      const value = values[column];
      if (value === undefined) return [];
      return [{ against: against === 'best peer' ? fastest(peers) : against, is, value }];
    }),
  };
}

/** The peer with the highest figure; one that was not measured when any is missing, since it might have been the best. */
function fastest(peers: Readonly<Record<string, number>>): string {
  const missing = Object.entries(peers).find(([, value]) => !Number.isFinite(value));
  if (missing) return missing[0];
  return Object.entries(peers).reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
