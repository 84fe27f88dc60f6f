/**
 * Every check of the project in turn, each named, all of them run even when one fails; at the end what
 * failed or needed a second try is named once more, and the last line counts tests.
 * `npm test` runs this. `--quick` leaves the browser tests out (`npm run check`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describeFailure, type Outcome } from './unitReport.ts';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
const quick = process.argv.includes('--quick');

interface BrowserSuite {
  readonly suites?: readonly BrowserSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

function run(name: string, command: string, args: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${done.status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return done.status === 0;
}

/** What a runner has left behind; null when it did not get so far (its exit code has failed the run already). */
function readJson(file: string): unknown {
  const at = path.join(results, file);
  return existsSync(at) ? JSON.parse(readFileSync(at, 'utf8')) : null;
}

function browserOutcome(report: BrowserSuite | null): Outcome {
  const count = { passed: 0, skipped: 0 };
  const failures: string[] = [];
  const flaky: string[] = [];
  const walk = (suite: BrowserSuite): void => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const name = `${spec.file} › ${spec.title}`;
        const why = test.results.map(({ error }) => error?.message).find((message) => message !== undefined);
        if (test.status === 'skipped') count.skipped++;
        else if (test.status === 'unexpected') failures.push(describeFailure(name, why));
        else count.passed++;
        if (test.status === 'flaky') flaky.push(describeFailure(name, why));
      }
    }
    suite.suites?.forEach(walk);
  };
  if (report !== null) walk(report);
  return { ...count, failures, flaky };
}

function printList(title: string, entries: readonly string[]): void {
  if (entries.length > 0) console.log(`\n${title}\n${entries.map((entry) => `- ${entry}`).join('\n')}`);
}

rmSync(results, { recursive: true, force: true });
const verdicts = [
  run('formatting', 'oxfmt', ['--check', '.']),
  run('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  run('types', 'tsc', ['-p', '.']),
  run('dead code', 'knip', []),
  run('unit tests', 'vitest', ['run', '--reporter=default', '--reporter=./scripts/unitReport.ts']),
];
if (!quick) verdicts.push(run('browser tests', 'playwright', ['test']));

const outcomes = [
  (readJson('unit.json') as Outcome | null) ?? browserOutcome(null),
  browserOutcome(readJson('browser.json') as BrowserSuite | null),
];
const failures = outcomes.flatMap((outcome) => outcome.failures);
const sum = (key: 'passed' | 'skipped') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const ok = verdicts.every(Boolean);
printList(
  'Needed a second try (a race that wants mending):',
  outcomes.flatMap((outcome) => outcome.flaky),
);
printList('Failed:', failures);
console.log(ok ? '\nAll checks are green.' : '\nSome checks failed; see above.');
console.log(`${sum('passed')} passed, ${failures.length} failed, ${sum('skipped')} skipped`);
process.exit(ok ? 0 : 1);
