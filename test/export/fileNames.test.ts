import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, safeName } from '../../src/export/fileNames.ts';
import { runs } from '../support/runs.ts';

describe('file names (U54)', () => {
  it('come from title and date and keep Chinese', () => {
    const date = new Date(2025, 2, 1, 12);
    expect(fileName('家装顾客旅程：从看图心动到晒新家', date, 'svg')).toBe(
      '家装顾客旅程 从看图心动到晒新家 2025-03-01.svg',
    );
    expect(fileName('SaaS onboarding: a service blueprint', date, 'json')).toBe(
      'SaaS onboarding a service blueprint 2025-03-01.json',
    );
  });

  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['a\u202Egnp.exe', 'a gnp.exe'],
    ['CON', 'Touchline'],
    ['  ', 'Touchline'],
    ['.hidden', 'hidden'],
    ['what?<>|"*', 'what'],
    ['end. . .', 'end'],
    ['line\nbreak\u0000', 'line break'],
  ])('drop what is unsafe: %j becomes %j (R76)', (title, name) => {
    expect(safeName(title)).toBe(name);
  });

  it('are safe whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = safeName(title);
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+$/u);
        expect(name).not.toMatch(/^[.\s]|[.\s]$/);
        expect([...new Intl.Segmenter().segment(name)].length).toBeLessThanOrEqual(80);
        expect(name.isWellFormed()).toBe(true);
      }),
      runs(500),
    );
  });
});
