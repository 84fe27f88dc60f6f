/**
 * What the unit tests came to, for the end of `npm test`: vitest's own JSON knows no second tries. Written to
 * test-results/unit.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export interface Outcome {
  readonly passed: number;
  readonly skipped: number;
  /** Each failed test: its file and name, then the first lines of why; then errors that came outside of every test. */
  readonly failures: readonly string[];
  /** The same of tests that needed their second try: each shows a race that wants mending. */
  readonly flaky: readonly string[];
}

/** A test's name with the first lines of what went wrong, plain (no colours), at most a screenful. */
export function describeFailure(name: string, why: string | undefined): string {
  // oxlint-disable-next-line no-control-regex -- the escape character is what colours begin with
  const plain = (why ?? 'no reason given').replaceAll(/\u001b\[[0-9;]*m/g, '');
  return [name, ...plain.split('\n').slice(0, 8)].join('\n    ');
}

/** `unhandled`: errors that no test caught, such as a promise left alone: vitest fails the run for them and blames no test. */
export function outcomeOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Outcome {
  const count = { passed: 0, skipped: 0 };
  const failures: string[] = [];
  const flaky: string[] = [];
  for (const module of modules) {
    for (const error of module.errors())
      failures.push(describeFailure(module.relativeModuleId, error.message));
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      const entry = () =>
        describeFailure(`${module.relativeModuleId} › ${test.fullName}`, errors?.[0]?.message);
      if (state === 'passed') count.passed++;
      else if (state === 'failed') failures.push(entry());
      else count.skipped++;
      if (test.diagnostic()?.flaky === true) flaky.push(entry());
    }
  }
  for (const { message, stack, VITEST_TEST_PATH: from } of unhandled)
    failures.push(
      describeFailure(
        `An error outside of every test${typeof from === 'string' ? `, ${path.relative('.', from)}` : ''}`,
        [message, ...framesOf(stack)].join('\n'),
      ),
    );
  return { ...count, failures, flaky };
}

/** Where it came from, without the message that begins a stack. */
function framesOf(stack: string | undefined): readonly string[] {
  return (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
}

export default class UnitReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const outcome = outcomeOf(modules, unhandled);
    const folder = path.resolve(import.meta.dirname, '../test-results');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'unit.json'), JSON.stringify(outcome));
  }
}
