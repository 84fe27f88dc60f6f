import { describe, expect, it } from 'vitest';
import { plainText, searchWords } from '../../src/model/searchText.ts';

describe('texts as they are searched (U60)', () => {
  it.each([
    ['ＡＢＣ １２３', 'abc 123'],
    ['ｶﾀｶﾅ', 'カタカナ'],
    ['你好，世界！', '你好,世界!'],
    ['（体验店）：第二次？', '(体验店):第二次?'],
    ['到店。量房、签约；', '到店.量房,签约;'],
    ['“值吗”', '"值吗"'],
    ['「值吗」『值吗』', '"值吗""值吗"'],
    ['《家居》杂志', '"家居"杂志'],
    ['【重点】', '[重点]'],
    ['It’s 1–2', "it's 1-2"],
    ['−1.5', '-1.5'],
    ['等待……', '等待......'],
    ['５０％～６０％', '50%~60%'],
    ['Ａ／Ｂ', 'a/b'],
  ])('%s is alike %s', (one, other) => {
    expect(plainText(one)).toBe(plainText(other));
  });

  it('keeps apart what is not the same sign', () => {
    expect(plainText('你好，')).not.toBe(plainText('你好。'));
    expect(plainText('值吗？')).not.toBe(plainText('值吗！'));
  });

  it('are looked for word by word, also between full-width spaces', () => {
    expect(searchWords('到店　“Ａ”  b')).toEqual(['到店', '"a"', 'b']);
  });
});
