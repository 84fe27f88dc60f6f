import { describe, expect, it } from 'vitest';
import { futureWords, titleOfFuture, withoutSuffix } from '../../src/words/futureWords.ts';

describe('the title of a future state', () => {
  it('says what it is in the language of the map, once', () => {
    const made = titleOfFuture({ title: 'Kettle', language: 'en' });
    expect(made).toBe('Kettle (future state)');
    expect(titleOfFuture({ title: made, language: 'en' })).toBe(made);
    expect(titleOfFuture({ title: '买水壶', language: 'zh' })).toBe('买水壶（未来状态）');
    expect(titleOfFuture({ title: '买水壶', language: 'zh-en' })).toBe('买水壶（未来状态）');
  });

  it('can do without it, where other words say so', () => {
    const titles = ['Kettle (future state)', '买水壶（未来状态）', 'Kettle', '（未来状态）'];
    expect(titles.map(withoutSuffix)).toEqual(['Kettle', '买水壶', 'Kettle', '']);
  });

  it('keeps the suffix whole where the title is as long as may be', () => {
    const title = titleOfFuture({ title: 'k'.repeat(120), language: 'en' });
    expect(title).toHaveLength(120);
    expect(title).toMatch(/k \(future state\)$/);
  });

  it('is told in both languages, with a name for a map without a title', () => {
    expect(futureWords.en.made('')).toContain('“Untitled map”');
    expect(futureWords.zh.made('')).toContain('未命名的旅程图');
  });
});
