/**
 * The laws with many more runs: every property test, `FUZZ_RUNS` (default 2,000) cases each.
 * Property tests read the number from the environment through test/support/runs.ts.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const runs = process.env['FUZZ_RUNS'] ?? '2000';
const done = spawnSync('vitest', ['run', 'property', '--testTimeout=3600000'], {
  cwd: path.resolve(import.meta.dirname, '..'),
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: runs },
  shell: process.platform === 'win32',
});
process.exit(done.status ?? 1);
