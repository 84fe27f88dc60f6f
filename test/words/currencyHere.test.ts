import { describe, expect, it } from 'vitest';
import { currencyHere } from '../../src/words/currencyHere.ts';

describe('the currency a new map counts in', () => {
  it.each([
    ['en', ['en-GB', 'en'], 'GBP'],
    ['en', ['en'], 'USD'],
    ['en', ['de', 'en'], 'EUR'],
    ['en', ['fr-CH'], 'CHF'],
    ['en', ['zh-CN'], 'CNY'],
    ['en', ['not a language'], 'USD'],
    ['en', ['eo'], 'USD'],
    ['en', [], 'USD'],
    ['zh', ['zh-CN'], 'CNY'],
    ['zh', ['en-US', 'zh'], 'CNY'],
    ['zh', ['zh-TW'], 'TWD'],
    ['zh', ['zh-Hant-HK'], 'HKD'],
    ['zh', ['en-GB'], 'CNY'],
  ] as const)('in %s, with a browser that prefers %j, is %s', (language, tags, currency) => {
    expect(currencyHere(language, tags)).toBe(currency);
  });
});
