/** The rows of the sync suite: which figure of which workload, and the targets it is held to. */
import type { Row, Target } from '../results.ts';
import { peerNames } from './contestants.ts';

type RowShape = Pick<Row, 'workload' | 'figure' | 'unit' | 'targets'> & {
  /** The workload's key and its figure's. */
  readonly from: readonly [workload: string, figure: string];
};

const { hocuspocus, yWebsocket } = peerNames;
const atMost = (against: string, value: number): Target => ({ against, is: '<=', value });
const both = (first: number, second: number): readonly Target[] => [
  atMost(hocuspocus, first),
  atMost(yWebsocket, second),
];
const none: readonly Target[] = [atMost('absolute', 0)];

export const rowShapes: readonly RowShape[] = [
  {
    from: ['workshop', 'cpu'],
    workload: 'workshop of 50, in step',
    figure: 'server CPU per 1,000 deliveries',
    unit: 'ms',
    targets: both(0.55, 0.35),
  },
  {
    from: ['workshop', 'p50'],
    workload: 'workshop of 50, in step',
    figure: 'update latency p50',
    unit: 'ms',
    targets: both(1, 0.2),
  },
  {
    from: ['workshop', 'p99'],
    workload: 'workshop of 50, in step',
    figure: 'update latency p99',
    unit: 'ms',
    targets: both(0.9, 0.2),
  },
  {
    from: ['workshop', 'lost'],
    workload: 'workshop of 50, in step',
    figure: 'lost edits and copies that differ',
    unit: '',
    targets: none,
  },
  {
    from: ['workshopOutOfStep', 'cpu'],
    workload: 'workshop of 50, out of step',
    figure: 'server CPU per 1,000 deliveries',
    unit: 'ms',
    targets: [],
  },
  {
    from: ['workshopOutOfStep', 'p50'],
    workload: 'workshop of 50, out of step',
    figure: 'update latency p50',
    unit: 'ms',
    targets: [],
  },
  {
    from: ['workshopOutOfStep', 'p99'],
    workload: 'workshop of 50, out of step',
    figure: 'update latency p99',
    unit: 'ms',
    targets: [],
  },
  {
    from: ['workshopOutOfStep', 'lost'],
    workload: 'workshop of 50, out of step',
    figure: 'lost edits and copies that differ',
    unit: '',
    targets: none,
  },
  {
    from: ['manyRooms', 'cpu'],
    workload: '300 rooms of 2',
    figure: 'server CPU per 1,000 edits',
    unit: 'ms',
    targets: both(0.65, 0.35),
  },
  {
    from: ['manyRooms', 'perRoom'],
    workload: '300 rooms of 2',
    figure: 'memory per room',
    unit: 'KiB',
    targets: both(0.45, 0.5),
  },
  {
    from: ['manyRooms', 'lost'],
    workload: '300 rooms of 2',
    figure: 'rooms whose last edit did not arrive',
    unit: '',
    targets: none,
  },
  {
    from: ['manyRooms', 'unconfirmed'],
    workload: '300 rooms of 2',
    figure: 'edits not acknowledged as committed',
    unit: '',
    targets: none,
  },
  {
    from: ['coldJoin', 'first'],
    workload: 'cold join, 20,000 edits',
    figure: 'first join until the bytes are there',
    unit: 'ms',
    targets: both(0.35, 0.06),
  },
  {
    from: ['coldJoin', 'cpu'],
    workload: 'cold join, 20,000 edits',
    figure: 'server CPU for 20 joins',
    unit: 'ms',
    targets: both(0.5, 0.15),
  },
  {
    from: ['coldJoin', 'missing'],
    workload: 'cold join, 20,000 edits',
    figure: 'nodes missing or not as last edited',
    unit: '',
    targets: none,
  },
  {
    from: ['idle', 'perConnection'],
    workload: '1,000 quiet clients in 200 rooms',
    figure: 'memory per connection',
    unit: 'KiB',
    targets: [...both(0.4, 0.8), atMost('absolute', 24)],
  },
  {
    from: ['idle', 'cpu'],
    workload: '1,000 quiet clients in 200 rooms',
    figure: 'CPU of one core',
    unit: '%',
    targets: [atMost('absolute', 0.5)],
  },
  {
    from: ['crash', 'acknowledgedMissing'],
    workload: 'kill -9 under load',
    figure: 'edits acknowledged as stored and missing',
    unit: '',
    targets: none,
  },
  {
    from: ['crash', 'shownMissing'],
    workload: 'kill -9 under load',
    figure: 'edits shown to others and missing',
    unit: '',
    targets: none,
  },
  {
    from: ['slowReaders', 'growth'],
    workload: '5 readers stop reading in a busy room',
    figure: 'growth of memory',
    unit: 'MiB',
    targets: both(0.5, 0.3),
  },
  {
    from: ['slowReaders', 'p99'],
    workload: '5 readers stop reading in a busy room',
    figure: "others' latency p99",
    unit: 'ms',
    targets: [],
  },
  {
    from: ['slowReaders', 'p99Ratio'],
    workload: '5 readers stop reading in a busy room',
    figure: "others' latency p99, compared with before",
    unit: '',
    targets: [atMost('absolute', 1.1)],
  },
  {
    from: ['startUp', 'health'],
    workload: 'start with 1,000 maps of 1 MB',
    figure: 'process start to health',
    unit: 'ms',
    targets: [atMost('absolute', 1000)],
  },
  {
    from: ['startUp', 'memory'],
    workload: 'start with 1,000 maps of 1 MB',
    figure: 'memory at rest',
    unit: 'MiB',
    targets: [atMost('absolute', 110)],
  },
];
