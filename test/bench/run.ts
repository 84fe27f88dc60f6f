/**
 * `npm run bench [-- sync|canvas|page …]`: measures the product as a user gets it, beside what people would otherwise
 * use, on this machine and in one run. A part that hands over rows is printed as a table and kept in RESULTS.md.
 * Short looks while working: `--rounds=1 --only=workshop,idle --names=ours` (sync); they leave RESULTS.md alone.
 */
import { parseArgs } from 'node:util';
import { benchCanvas } from './canvasBench.ts';
import { machineClass, toTable, writeResults, type Outcome, type Suite } from './results.ts';
import { benchSync } from './syncBench.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, only: { type: 'string' }, names: { type: 'string' } },
});
const isWhole = Object.keys(values).length === 0;

/** A part that gives null prints its own lines and has no section yet. */
const parts: Readonly<Partial<Record<Suite, () => Promise<Outcome | null>>>> = {
  sync: () =>
    benchSync({
      rounds: Number(values.rounds ?? 3),
      only: values.only?.split(',') ?? [],
      names: values.names?.split(',') ?? [],
    }),
  canvas: async () => {
    await benchCanvas();
    return null;
  },
};
const wished = positionals.filter((name) => name in parts);

console.log(machineClass());
for (const [name, part] of Object.entries(parts)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  const began = performance.now();
  const outcome = await part();
  if (!outcome) continue;
  if (isWhole) writeResults(name as Suite, outcome, performance.now() - began);
  console.log(`\n${toTable(outcome.rows)}\n`);
}
