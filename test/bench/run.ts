/**
 * `npm run bench [-- sync|canvas|page|analysis|exports …]`: measures the product as a user gets it, beside what people would otherwise
 * use, on this machine and in one run. Each part is printed as a table and as one JSON line a result, and kept in RESULTS.md.
 * Short looks while working leave RESULTS.md alone: `--rounds=1 --only=workshop,idle --names=ours` (sync),
 * `--rounds=1 --sizes=200 --names=Touchline,Excalidraw` (canvas).
 */
import { parseArgs } from 'node:util';
import { benchAnalysis } from './analysisBench.ts';
import { benchCanvas } from './canvas/canvasBench.ts';
import { programNames } from './canvas/programs.ts';
import { benchExport } from './exportBench.ts';
import { machineClass, toSummary, toTable, writeResults, type Outcome, type Suite } from './results.ts';
import { benchPage } from './pageBench.ts';
import { benchSync } from './syncBench.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    only: { type: 'string' },
    names: { type: 'string' },
    sizes: { type: 'string' },
  },
});
const isWhole = Object.keys(values).length === 0;
const names = values.names?.split(',') ?? [];

const parts: Readonly<Partial<Record<Suite, () => Promise<Outcome>>>> = {
  sync: () => benchSync({ rounds: Number(values.rounds ?? 3), only: values.only?.split(',') ?? [], names }),
  canvas: () =>
    benchCanvas({
      sizes: values.sizes?.split(',').map(Number) ?? [200, 1000, 3000],
      rounds: Number(values.rounds ?? 5),
      programs: programNames.filter((name) => names.length === 0 || names.includes(name)),
    }),
  analysis: benchAnalysis,
  page: () => benchPage(Number(values.rounds ?? 5)),
  export: () => benchExport(Number(values.rounds ?? 3)),
};
const wished = positionals
  .map((name) => (name === 'exports' ? 'export' : name))
  .filter((name) => name in parts);

console.log(machineClass());
for (const [name, part] of Object.entries(parts)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  const began = performance.now();
  const outcome = await part();
  const tookMs = performance.now() - began;
  if (isWhole) writeResults(name as Suite, outcome, tookMs);
  for (const row of outcome.rows) console.log(JSON.stringify(row));
  console.log(
    `\n${toTable(outcome.rows)}\n\n${toSummary(outcome.rows)} ${(tookMs / 60_000).toFixed(1)} minutes.`,
  );
}
