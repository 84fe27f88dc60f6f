import { describe, expect, it } from 'vitest';
import type { TestModule } from 'vitest/node';
import { outcomeOf } from '../../scripts/unitReport.ts';

interface FakeTest {
  readonly fullName: string;
  readonly state: string;
  readonly errors?: readonly { readonly message: string }[];
  readonly flaky?: boolean;
}

/** As much of vitest's module as the report reads. */
function moduleOf(tests: readonly FakeTest[]): TestModule {
  const fake = {
    relativeModuleId: 'test/a.test.ts',
    errors: () => [],
    children: {
      allTests: () =>
        tests.map(({ fullName, state, errors, flaky = false }) => ({
          fullName,
          result: () => ({ state, errors }),
          diagnostic: () => ({ flaky }),
        })),
    },
  };
  return fake as unknown as TestModule;
}

describe('what the unit tests came to', () => {
  it('counts what passed, and names what failed or needed a second try', () => {
    const outcome = outcomeOf(
      [
        moduleOf([
          { fullName: 'good', state: 'passed' },
          { fullName: 'racing', state: 'passed', errors: [{ message: 'too late' }], flaky: true },
          { fullName: 'bad', state: 'failed', errors: [{ message: 'is 1, not 2' }] },
          { fullName: 'left out', state: 'skipped' },
        ]),
      ],
      [],
    );
    expect(outcome).toEqual({
      passed: 2,
      skipped: 1,
      failures: ['test/a.test.ts › bad\n    is 1, not 2'],
      flaky: ['test/a.test.ts › racing\n    too late'],
    });
  });

  it('names an error that no test caught, with where it came from', () => {
    const { failures, passed } = outcomeOf(
      [moduleOf([{ fullName: 'good', state: 'passed' }])],
      [{ message: 'left alone', stack: 'Error: left alone\n    at later (src/a.ts:3:1)' }],
    );
    expect(passed).toBe(1);
    expect(failures).toEqual([
      'An error outside of every test\n    left alone\n        at later (src/a.ts:3:1)',
    ]);
  });
});
