import { describe, expect, it } from 'vitest';
import type { ReasonCode, Rule } from '../../src/model/reasons.ts';
import { reasonWords, ruleText } from '../../src/words/reasons.ts';

/** One of every rule, with values that can be found again in its sentence; typed, so that none can be missing. */
const rules: { readonly [C in ReasonCode]: Rule<C> } = {
  'file-too-large': { code: 'file-too-large', mebibytes: 17 },
  'broken-json': { code: 'broken-json', line: 17, column: 23 },
  'not-plain-json': { code: 'not-plain-json' },
  'too-deep': { code: 'too-deep', levels: 17 },
  'forbidden-key': { code: 'forbidden-key' },
  'half-character': { code: 'half-character' },
  'not-finite': { code: 'not-finite' },
  'not-a-map': { code: 'not-a-map', format: 'kettle/1' },
  'other-format': { code: 'other-format', named: 'pot/7', format: 'kettle/1' },
  'unreadable-text': { code: 'unreadable-text' },
  'took-too-long': { code: 'took-too-long', seconds: 17 },
  'not-a-workbook': { code: 'not-a-workbook' },
  'old-workbook': { code: 'old-workbook' },
  'inflates-too-much': { code: 'inflates-too-much', mebibytes: 17 },
  'packed-too-tightly': { code: 'packed-too-tightly', ratio: 17 },
  'too-many-parts': { code: 'too-many-parts', max: 17, found: 23 },
  'too-many-rows': { code: 'too-many-rows', max: 17 },
  'too-many-columns': { code: 'too-many-columns', max: 17 },
  'no-rows': { code: 'no-rows' },
  'broken-xml': { code: 'broken-xml', line: 17 },
  'xml-with-doctype': { code: 'xml-with-doctype' },
  'not-cjml': { code: 'not-cjml', named: 'kettle' },
  'other-cjml': { code: 'other-cjml', named: '1.7', version: '2.3' },
  'no-journey': { code: 'no-journey' },
  'not-a-task': { code: 'not-a-task' },
  'no-touchpoint': { code: 'no-touchpoint' },
  'several-touchpoints': { code: 'several-touchpoints', found: 17 },
  required: { code: 'required' },
  'not-null': { code: 'not-null' },
  'not-an-object': { code: 'not-an-object' },
  'not-a-list': { code: 'not-a-list' },
  'not-entries': { code: 'not-entries' },
  'not-a-text': { code: 'not-a-text' },
  'not-a-boolean': { code: 'not-a-boolean' },
  'not-a-number': { code: 'not-a-number', whole: true, min: 17, max: 23 },
  'not-a-choice': { code: 'not-a-choice', choices: ['kettle', 'pot'] },
  'not-an-id': { code: 'not-an-id' },
  'not-a-currency': { code: 'not-a-currency' },
  'not-a-colour': { code: 'not-a-colour' },
  'not-a-date': { code: 'not-a-date' },
  'not-a-time': { code: 'not-a-time' },
  'not-an-address': { code: 'not-an-address' },
  'not-an-image': { code: 'not-an-image', characters: 1723 },
  'not-an-image-hash': { code: 'not-an-image-hash' },
  'too-long': { code: 'too-long', max: 17, found: 23 },
  'too-many-items': { code: 'too-many-items', max: 17, found: 23 },
  'too-many-records': { code: 'too-many-records', collection: 'kettles', max: 17, found: 23 },
  'wrong-sum': { code: 'wrong-sum', fields: ['kettle', 'pot'], sum: 17 },
  'id-used': { code: 'id-used', firstPath: '$.kettles[17].id' },
  'refers-to-nothing': { code: 'refers-to-nothing', kinds: ['kettles', 'pots'] },
  'not-in-snapshots': { code: 'not-in-snapshots', key: 'kettles' },
  'lane-without-touchpoints': { code: 'lane-without-touchpoints', laneKind: 'kettle' },
  'second-primary': { code: 'second-primary' },
  'link-to-itself': { code: 'link-to-itself' },
  'image-without-picture': { code: 'image-without-picture' },
  'second-moment': { code: 'second-moment' },
  'second-vote': { code: 'second-vote' },
  'second-reading': { code: 'second-reading', firstPath: '$[17]' },
  'too-many-dots': { code: 'too-many-dots', dots: 17 },
  'reading-out-of-range': {
    code: 'reading-out-of-range',
    metric: 'kettle',
    whole: false,
    min: 17,
    max: null,
  },
  'wrong-counts': { code: 'wrong-counts', metric: 'kettle', answers: 17, found: 23 },
};

function valuesOf({ code: _code, ...values }: Rule): readonly string[] {
  return Object.values(values)
    .flat()
    .filter((value) => value !== null && typeof value !== 'boolean')
    .map(String);
}

describe('the reasons of a refused file in words', () => {
  it.each(Object.values<Rule>(rules))(
    '$code has a sentence in both languages, with every value in it',
    (rule) => {
      for (const language of ['en', 'zh'] as const) {
        const text = ruleText(rule, language);
        expect(text).not.toMatch(/undefined|\[object|\$\{|NaN/);
        for (const value of valuesOf(rule)) expect(text, language).toContain(value);
      }
      expect(ruleText(rule, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(ruleText(rule, 'en')).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it('are there for every code of the words, and for no other', () => {
    for (const language of ['en', 'zh'] as const)
      expect(Object.keys(reasonWords[language].rules).toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  it('say each rule apart: no two sentences of a language are equal', () => {
    for (const language of ['en', 'zh'] as const) {
      const texts = Object.values<Rule>(rules).map((rule) => ruleText(rule, language));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it.each([
    [{ whole: false, min: 1, max: 5 }, 'must be a number from 1 to 5', '必须是 1 到 5 之间的数字'],
    [{ whole: true, min: 0, max: null }, 'must be a whole number, 0 or more', '必须是不小于 0 的整数'],
    [{ whole: false, min: -2, max: 2 }, 'must be a number from −2 to 2', '必须是 −2 到 2 之间的数字'],
    [{ whole: false, min: null, max: 9 }, 'must be a number, 9 or less', '必须是不大于 9 的数字'],
    [{ whole: true, min: null, max: null }, 'must be a whole number', '必须是整数'],
  ])('speak of a range with two ends, one or none: %j', (range, en, zh) => {
    const rule: Rule = { code: 'not-a-number', ...range };
    expect([ruleText(rule, 'en'), ruleText(rule, 'zh')]).toEqual([en, zh]);
  });

  it('speak of any record where any would do, and of a format that is not named', () => {
    const nothing: Rule = { code: 'refers-to-nothing', kinds: [] };
    const nameless: Rule = { code: 'other-format', named: null, format: 'touchline/1' };
    expect(ruleText(nothing, 'en')).toContain('no record of this id');
    expect(ruleText(nothing, 'zh')).toContain('没有使用这个 id 的记录');
    expect(ruleText(nameless, 'en')).toContain('missing');
    expect(ruleText(nameless, 'zh')).toContain('缺少');
  });

  it('of a newer server have a sentence too', () => {
    expect(ruleText(null, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(ruleText(null, 'en')).not.toMatch(/\p{Script=Han}/u);
  });
});
