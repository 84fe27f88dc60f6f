import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptEach } from '../../src/analysis/keptEach.ts';
import { runs } from '../support/runs.ts';

interface Thing {
  readonly value: number;
}

describe('answers kept record by record', () => {
  it('are those of the records as they are, in their order, whatever came, went or moved', () => {
    const pool: readonly Thing[] = Array.from({ length: 12 }, (_, value) => ({ value }));
    const list = fc.uniqueArray(fc.constantFrom(...pool));
    fc.assert(
      fc.property(fc.array(list, { maxLength: 8 }), (lists) => {
        const each = keptEach<Thing, number>();
        const owner = {};
        for (const things of lists)
          expect(each(owner, [], things, ({ value }) => value * 3)).toEqual(
            things.map(({ value }) => value * 3),
          );
      }),
      runs(200),
    );
  });

  it('are worked out once for a record that stays, and anew when what else counts has changed', () => {
    const things: readonly Thing[] = [{ value: 1 }, { value: 2 }, { value: 3 }];
    const each = keptEach<Thing, number>();
    const owner = {};
    let worked = 0;
    const run = (list: readonly Thing[], key: string, slot?: string) => {
      worked = 0;
      const answers = each(owner, [key], list, ({ value }) => ((worked += 1), value), slot);
      return [answers, worked] as const;
    };
    const [first] = run(things, 'a');
    expect(run(things, 'a')).toEqual([first, 0]);
    expect(run(things.toSpliced(1, 1, { value: 9 }), 'a')).toEqual([[1, 9, 3], 1]);
    expect(run(things.slice(1), 'a')[1]).toBe(1);
    expect(run(things.slice(1), 'a', 'other')[1]).toBe(2);
    expect(run(things.slice(1), 'b')[1]).toBe(2);
  });
});
