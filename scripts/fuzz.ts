/**
 * The laws with many more runs: every test that asks test/support/runs.ts how often to run, whatever its file is
 * called, with `FUZZ_RUNS` (default 2,000) cases each.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const runs = process.env['FUZZ_RUNS'] ?? '2000';
const root = path.resolve(import.meta.dirname, '..');
const laws = globSync('test/**/*.test.{ts,tsx}', { cwd: root }).filter((file) =>
  readFileSync(path.join(root, file), 'utf8').includes('/support/runs.ts'),
);
const done = spawnSync('vitest', ['run', ...laws, '--testTimeout=3600000'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: runs },
  shell: process.platform === 'win32',
});
process.exit(done.status ?? 1);
