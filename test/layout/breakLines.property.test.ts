import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/layout/breakLines.ts';
import { graphemesOf } from '../../src/layout/graphemes.ts';
import { fontFor, measureText } from '../../src/layout/measureText.ts';
import type { Font } from '../../src/layout/scene.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'Wort',
    'touchpoint',
    'e-mail',
    'well-known',
    '24/7',
    '“quoted”',
    '(brackets)',
    'naïve',
    'Łódź',
  ),
  fc.constantFrom(
    '旅',
    '程',
    '接触点',
    '，',
    '。',
    '：',
    '（',
    '）',
    '《',
    '》',
    '“',
    '”',
    '、',
    '…',
    '한',
    'の',
    'ー',
  ),
  fc.constantFrom('6', '第', '6 号', '24 小时'),
  fc.constantFrom(' ', ' ', '  ', '\n', '\t', '\u3000', '\u00A0'),
  fc.constantFrom('😀', '👩‍👩‍👧‍👦', '🇨🇳', '1️⃣', 'e\u0301', '\u200D'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
const font = fc.constantFrom<Font>(
  fontFor('card-title', 'latin').font,
  fontFor('card-title', 'cjk').font,
  fontFor('caps', 'latin').font,
  fontFor('poster-title', 'cjk').font,
);
const width = fc.integer({ min: 1, max: 400 });
const spaces = /[\s\u200B]/gu;

describe('laws of line breaking', () => {
  it('no line is wider than the box unless it is one character', () => {
    fc.assert(
      fc.property(text, font, width, fc.integer({ min: 1, max: 6 }), (whole, face, box, most) => {
        const lines = breakLines(whole, face, box, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) {
          const isSingle = graphemesOf(line.text).length === 1;
          expect(line.width <= box + 1e-6 || isSingle).toBe(true);
        }
      }),
    );
  });

  it('nothing but spaces is lost while there are lines enough', () => {
    fc.assert(
      fc.property(text, font, width, (whole, face, box) => {
        const lines = breakLines(whole, face, box, Number.POSITIVE_INFINITY);
        const kept = lines.map((line) => line.text).join('');
        expect(kept.replaceAll(spaces, '')).toBe(whole.replaceAll(spaces, ''));
      }),
    );
  });

  it('no line starts or ends with a space, and each is as wide as it measures', () => {
    fc.assert(
      fc.property(text, font, width, fc.integer({ min: 1, max: 6 }), (whole, face, box, most) => {
        for (const line of breakLines(whole, face, box, most)) {
          expect(line.text).not.toMatch(/^[ \t\n\u3000]|[ \t\n\u3000]$/u);
          expect(line.width).toBe(measureText(line.text, face));
        }
      }),
    );
  });

  it('a cut text ends in an ellipsis and begins as the text does', () => {
    fc.assert(
      fc.property(text, font, fc.integer({ min: 40, max: 300 }), (whole, face, box) => {
        const all = breakLines(whole, face, box, Number.POSITIVE_INFINITY);
        const [first, ...others] = breakLines(whole, face, box, 2);
        if (all.length <= 2) expect([first, ...others].filter(Boolean)).toEqual(all);
        else {
          expect(first).toEqual(all[0]);
          expect(others[0]?.text.endsWith('…')).toBe(true);
        }
      }),
    );
  });

  it('Chinese lines never begin with closing punctuation', () => {
    const sentence = fc
      .array(
        fc.tuple(
          fc.constantFrom('旅程', '接触点很多', '看'),
          fc.constantFrom('，', '。', '）', '：', '', '、'),
        ),
        {
          minLength: 1,
          maxLength: 20,
        },
      )
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(sentence, fc.integer({ min: 3, max: 12 }), (whole, ems) => {
        const { font: face } = fontFor('card-title', 'cjk');
        const lines = breakLines(whole, face, ems * face.size, Number.POSITIVE_INFINITY);
        for (const line of lines) expect(line.text).not.toMatch(/^[，。）：、]/u);
      }),
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(text, font, width, (whole, face, box) => {
        const once = breakLines(whole, face, box, 3);
        expect(breakLines(whole, { ...face }, box, 3)).toEqual(once);
      }),
    );
  });
});
