import { describe, expect, it } from 'vitest';
import { breakLines, fitLine } from '../../src/layout/breakLines.ts';
import { fontFor, measureText } from '../../src/layout/measureText.ts';

const { font: latin } = fontFor('card-title', 'latin');
const { font: chinese } = fontFor('card-title', 'cjk');
const em = chinese.size;

function lines(text: string, width: number, most = Number.POSITIVE_INFINITY, font = latin): string[] {
  return breakLines(text, font, width, most).map((line) => line.text);
}

describe('breaking lines', () => {
  it('breaks English between words and keeps words whole', () => {
    expect(lines('Imports projects from a spreadsheet', 136)).toEqual([
      'Imports projects from',
      'a spreadsheet',
    ]);
  });

  it('breaks a word only when it is alone wider than the box', () => {
    const parts = lines('Donaudampfschifffahrtsgesellschaft', 80);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('')).toBe('Donaudampfschifffahrtsgesellschaft');
  });

  it('breaks behind hyphens and slashes, but not in e-mail, 24/7 or -5', () => {
    expect(lines('customer-centred', measureText('customer-', latin))).toEqual(['customer-', 'centred']);
    expect(lines('price/quality', measureText('price/', latin) + 1)[0]).toBe('price/');
    expect(lines('an e-mail', measureText('e-mail', latin) + 1)).toEqual(['an', 'e-mail']);
    expect(lines('open 24/7', measureText('open 24/', latin) + 1)).toEqual(['open', '24/7']);
  });

  it('breaks Chinese anywhere except before closing and after opening punctuation', () => {
    expect(lines('家装顾客旅程：从看图', 6 * em, 9, chinese)).toEqual(['家装顾客旅', '程：从看图']);
    expect(lines('一二三（四五）', 4 * em, 9, chinese)).toEqual(['一二三', '（四五）']);
  });

  it('keeps a number with what it counts, with or without a space, and brackets with what they hold', () => {
    expect(lines('改善方案（6 号）', 6 * em, 9, chinese)).toEqual(['改善方案', '（6 号）']);
    expect(lines('等候回复3天', 5 * em, 9, chinese)).toEqual(['等候回复', '3天']);
    expect(lines('最迟二十四即24小时内', 6.3 * em, 9, chinese)).toEqual(['最迟二十四即', '24小时内']);
    expect(lines('这一步是第 3 次联系', 4.2 * em, 9, chinese)).toEqual(['这一步是', '第 3 次联', '系']);
    // The number of a name counts nothing.
    expect(lines('系统是CRM2上线', 6.2 * em, 9, chinese)).toEqual(['系统是CRM2', '上线']);
  });

  it('breaks a number from what it counts where the box is too narrow for both, without a space at an end', () => {
    expect(lines('2026 年', 2.4 * em, 9, chinese)).toEqual(['2026', '年']);
  });

  it('breaks between Chinese and Latin, and keeps the Latin word', () => {
    expect(lines('购买与CRM提醒', 4 * em, 9, chinese)).toEqual(['购买与', 'CRM提', '醒']);
  });

  it('keeps line feeds of the text and drops empty lines at both ends', () => {
    expect(lines('\n one\r\n\ntwo \n', 200)).toEqual(['one', '', 'two']);
  });

  it('counts runs of spaces as one and trims the ends', () => {
    expect(lines('  a \t  b\u3000c  ', 200)).toEqual(['a b c']);
  });

  it('keeps a no-break space inside its word', () => {
    expect(lines('to 10\u00A0km', measureText('10\u00A0km', latin) + 1)).toEqual(['to', '10\u00A0km']);
  });

  it('ends in one measured ellipsis when lines run out', () => {
    const [first, second] = breakLines(
      'Imports projects from a spreadsheet with many columns',
      latin,
      136,
      2,
    );
    expect(first?.text).toBe('Imports projects from');
    expect(second?.text).toBe('a spreadsheet with…');
    expect(second?.width).toBeLessThanOrEqual(136);
    expect(second?.width).toBe(measureText('a spreadsheet with…', latin));
  });

  it('says that whole paragraphs are missing', () => {
    expect(lines('one\ntwo', 200, 1)).toEqual(['one…']);
  });

  it('puts no comma, space or opening bracket before the ellipsis', () => {
    expect(lines('One, two (three)', measureText('One, two (…', latin) + 0.1, 1)).toEqual(['One, two…']);
    expect(lines('旅程：从看图', 4 * em, 1, chinese)).toEqual(['旅程…']);
  });

  it('never cuts an emoji or a letter with its marks in two', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(lines(family.repeat(3), latin.size * 1.5)).toEqual([family, family, family]);
    expect(lines('e\u0301e\u0301', measureText('e', latin) * 1.5)).toEqual(['e\u0301', 'e\u0301']);
  });

  it('lets a lone character be wider than its box rather than lose it', () => {
    expect(lines('旅程', 5, 9, chinese)).toEqual(['旅', '程']);
    expect(lines('旅', 5, 1, chinese)).toEqual(['旅']);
  });

  it('has no lines for a text without content or a box without lines', () => {
    expect(lines(' \n ', 100)).toEqual([]);
    expect(lines('text', 100, 0)).toEqual([]);
  });

  it('fits one line', () => {
    expect(fitLine('Growth\nengineering', latin, 75)?.text).toBe('Growth e…');
    expect(fitLine('   ', latin, 60)).toBeNull();
  });
});
