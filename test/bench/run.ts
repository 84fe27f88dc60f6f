/**
 * `npm run bench [sync] [canvas]`: measures the product as a user gets it and prints one JSON line a result
 * (medians over rounds). Figures belong to the machine and the moment; compare only within one run.
 */
import os from 'node:os';
import { benchCanvas } from './canvasBench.ts';
import { benchSync } from './syncBench.ts';

const parts: Readonly<Record<string, () => Promise<void>>> = { sync: benchSync, canvas: benchCanvas };
const wished = process.argv.slice(2).filter((name) => name in parts);

console.log(
  JSON.stringify({
    bench: 'machine',
    cores: os.cpus().length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
  }),
);
for (const [name, part] of Object.entries(parts)) {
  if (wished.length === 0 || wished.includes(name)) await part();
}
