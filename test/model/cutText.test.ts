import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutInsert, cutText } from '../../src/model/cutText.ts';
import { runs } from '../support/runs.ts';

const family = '👨‍👩‍👧‍👦';
const wave = '👋🏽';
const flag = '🇨🇳';
const characters = (text: string): readonly string[] =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
const piece = fc.constantFrom('a', '字', 'e\u0301', family, wave, flag, ' ');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('a limit (U60)', () => {
  it('never cuts a character or an emoji in half, and cuts as little as it can', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '字'), minLength: 1, maxLength: 3 }),
        text,
        fc.nat(60),
        (head, rest, max) => {
          const whole = head + rest;
          const cut = cutText(whole, Math.max(1, max));
          const all = characters(whole);
          const kept = characters(cut);
          expect(all.slice(0, kept.length)).toEqual(kept);
          expect(cut.length).toBeLessThanOrEqual(Math.max(1, max));
          const next = all[kept.length];
          if (next !== undefined) expect(cut.length + next.length).toBeGreaterThan(Math.max(1, max));
        },
      ),
      runs(200),
    );
  });

  it('lets in what fits of an insertion, and nothing of a character that does not', () => {
    expect(cutInsert('ab', `c${family}`, 5)).toBe('c');
    expect(cutInsert('', family, 4)).toBe('');
    expect(cutInsert('', wave, wave.length)).toBe(wave);
    expect(cutInsert('ab', flag, 2)).toBe('');
    expect(cutInsert('ab', 'c', 0)).toBe('');
    expect(cutInsert('ab', 'cd', -3)).toBe('');
    fc.assert(
      fc.property(text, text, fc.nat(30), (before, insert, room) => {
        const added = cutInsert(before, insert, room);
        expect(insert.startsWith(added)).toBe(true);
        expect(added.length).toBeLessThanOrEqual(room);
        const all = characters(insert);
        expect(all.slice(0, characters(added).length)).toEqual(characters(added));
      }),
      runs(200),
    );
  });
});
