/**
 * Every check of the project in turn, each named, all of them run even when one fails; the last line counts tests.
 * `npm test` runs this. `--quick` leaves the browser tests out (`npm run check`).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
const quick = process.argv.includes('--quick');

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

function run(name: string, command: string, args: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${done.status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return done.status === 0;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(results, file), 'utf8'));
  } catch {
    // The runner did not get far enough to write its report; its exit code has already failed the run.
    return null;
  }
}

function countVitest(): Count {
  const report = readJson('unit.json') as Record<string, number> | null;
  return {
    passed: report?.['numPassedTests'] ?? 0,
    failed: report?.['numFailedTests'] ?? 0,
    skipped: (report?.['numPendingTests'] ?? 0) + (report?.['numTodoTests'] ?? 0),
  };
}

function countPlaywright(): Count {
  const report = readJson('browser.json') as { stats?: Record<string, number> } | null;
  return {
    passed: (report?.stats?.['expected'] ?? 0) + (report?.stats?.['flaky'] ?? 0),
    failed: report?.stats?.['unexpected'] ?? 0,
    skipped: report?.stats?.['skipped'] ?? 0,
  };
}

rmSync(results, { recursive: true, force: true });
const verdicts = [
  run('formatting', 'oxfmt', ['--check', '.']),
  run('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  run('types', 'tsc', ['-p', '.']),
  run('dead code', 'knip', []),
  run('unit tests', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=test-results/unit.json',
  ]),
];
if (!quick) verdicts.push(run('browser tests', 'playwright', ['test']));

const counts = quick ? [countVitest()] : [countVitest(), countPlaywright()];
const total = counts.reduce((sum, one) => ({
  passed: sum.passed + one.passed,
  failed: sum.failed + one.failed,
  skipped: sum.skipped + one.skipped,
}));
const ok = verdicts.every(Boolean);
console.log(ok ? '\nAll checks are green.' : '\nSome checks failed; see above.');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(ok ? 0 : 1);
