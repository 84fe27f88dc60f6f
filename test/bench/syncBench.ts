/**
 * The sync suite: every workload on our server and on the peers, in turn, round by round in one run; medians over the
 * rounds. Everything stays on this machine; each part is bounded in time and count.
 *
 * Options for a short look: `--rounds=1`, `--only=workshop,idle`, `--names=ours`. A run with options prints its table but
 * leaves RESULTS.md alone.
 */
import { median } from './figures.ts';
import type { Outcome, Row } from './results.ts';
import { coldJoin } from './sync/coldJoin.ts';
import { contestants, oursName, type Contestant } from './sync/contestants.ts';
import { crash } from './sync/crash.ts';
import { idle } from './sync/idle.ts';
import type { Figures } from './sync/load.ts';
import { manyRooms } from './sync/manyRooms.ts';
import { rowShapes } from './sync/rows.ts';
import { slowReaders } from './sync/slowReaders.ts';
import { startUp } from './sync/startUp.ts';
import { workshop } from './sync/workshop.ts';

interface Workload {
  /** Rounds it gets; null for as many as the run has. One where hundreds of rooms or ten kills are an average already. */
  readonly rounds: number | null;
  run(server: Contestant): Promise<Figures>;
}

const workloads: Readonly<Record<string, Workload>> = {
  workshop: { rounds: null, run: (server) => workshop(server, 8, true) },
  workshopOutOfStep: { rounds: 1, run: (server) => workshop(server, 8, false) },
  manyRooms: { rounds: 1, run: (server) => manyRooms(server, 8) },
  coldJoin: { rounds: null, run: coldJoin },
  idle: { rounds: 1, run: (server) => idle(server, 32) },
  crash: { rounds: 1, run: (server) => crash(server, 10, 2.5) },
  slowReaders: { rounds: 1, run: (server) => slowReaders(server, 10) },
};

const startRounds = 5;

const notes = [
  'Hocuspocus 4.7.0 with its database extension 4.7.0 over SQLite (WAL, synchronous FULL), defaults: it stores 2 to 10 s after an edit and asks nobody who he is.',
  '@y/websocket-server 0.1.1 with y-leveldb 0.1.2, its own program, defaults: it stores each update as it comes, without waiting for that.',
  'Ours with share links and roles, every update validated, stored before it is relayed, every edit acknowledged.',
  'One load generator for all, in a process of its own. In the workshop the targets are for people in step (25 edits and 25 cursors arrive together every 50 ms); out of step each acts at a moment of his own. CPU from the kernel’s books, all threads; memory is the resident set after a forced collection, at rest without one.',
];

export interface SyncOptions {
  readonly rounds: number;
  /** Names of workloads and of contestants; empty for all. */
  readonly only: readonly string[];
  readonly names: readonly string[];
}

export async function benchSync({ rounds, only, names }: SyncOptions): Promise<Outcome> {
  const isWanted = (name: string) => only.length === 0 || only.includes(name);
  const found = new Map<string, Map<string, readonly Figures[]>>();
  for (const [name, workload] of Object.entries(workloads)) {
    if (isWanted(name)) found.set(name, await alternate(name, workload, rounds, names));
  }
  if (isWanted('startUp')) {
    const figures = await startUp(Math.min(startRounds, rounds * 2));
    tell('startUp', oursName, figures.at(-1) ?? {});
    found.set('startUp', new Map([[oursName, figures]]));
  }
  return { rows: toRows(found), notes };
}

/** Rounds of one workload, all contestants in each, in another order every time. */
async function alternate(
  name: string,
  workload: Workload,
  rounds: number,
  names: readonly string[],
): Promise<Map<string, readonly Figures[]>> {
  const entrants = Object.entries(contestants).filter(([one]) => names.length === 0 || names.includes(one));
  const found = new Map<string, readonly Figures[]>();
  for (let round = 0; round < (workload.rounds ?? rounds); round += 1) {
    const shift = round % entrants.length;
    for (const [entrant, make] of [...entrants.slice(shift), ...entrants.slice(0, shift)]) {
      const server = make();
      try {
        await server.start();
        const figures = await workload.run(server);
        tell(name, entrant, figures);
        found.set(entrant, [...(found.get(entrant) ?? []), figures]);
      } finally {
        await server.dispose();
      }
    }
  }
  return found;
}

function toRows(found: ReadonlyMap<string, ReadonlyMap<string, readonly Figures[]>>): Row[] {
  return rowShapes.flatMap(({ from: [workload, figure], ...shape }) => {
    const byName = found.get(workload);
    if (!byName) return [];
    const medians = Object.fromEntries(
      [...byName].map(([name, rounds]) => [name, median(rounds.map((one) => one[figure] ?? Number.NaN))]),
    );
    const { [oursName]: ours = Number.NaN, ...peers } = medians;
    return [{ suite: 'sync' as const, ...shape, ours, peers }];
  });
}

/** One line a round, so that a long run can be watched. */
function tell(workload: string, name: string, figures: Figures): void {
  const shown = Object.entries(figures).map(([key, value]) => `${key} ${Number(value.toPrecision(4))}`);
  console.log(`${workload}: ${name}: ${shown.join(', ')}`);
}
