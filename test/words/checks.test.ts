import { describe, expect, it } from 'vitest';
import type { FindingKind, FindingValues } from '../../src/model/finding.ts';
import { checkCodes } from '../../src/model/checkCodes.ts';
import { checkWords } from '../../src/words/checks.ts';

const values: FindingValues = { name: 'Checkout', others: ['One', 'Two'], amount: 3, limit: 2 };
const kinds = Object.keys(checkWords.en) as FindingKind[];

describe('the words of the checks', () => {
  it('speak about every check there is', () => {
    expect([...new Set(kinds.map((kind) => kind.slice(0, 3)))].toSorted()).toEqual([...checkCodes]);
  });

  it.each(['en', 'zh'] as const)('are whole sentences in %s, with something to do', (language) => {
    const end = language === 'en' ? /\.$/ : /。$/;
    for (const kind of kinds) {
      const { name, says, todo } = checkWords[language][kind];
      expect(name).not.toMatch(/[.。]$/);
      expect([kind, says(values)]).toEqual([kind, expect.stringMatching(end)]);
      expect([kind, todo]).toEqual([kind, expect.stringMatching(end)]);
      expect(`${name}${says(values)}${todo}`).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('offer a remedy in both languages or in none', () => {
    for (const kind of kinds)
      expect([kind, checkWords.zh[kind].remedy === null]).toEqual([
        kind,
        checkWords.en[kind].remedy === null,
      ]);
  });

  it('say how much too much it is', () => {
    expect(checkWords.en.L17.says({ ...values, amount: 1200, limit: 900 })).toContain(
      '1,200 passed although only 900',
    );
    expect(checkWords.en.L05.says({ ...values, amount: -1.5 })).toContain('−1.5');
  });
});
