/** Contrast of the palette as look.md 2 promises it (WCAG 2 relative luminance). */
import { describe, expect, it } from 'vitest';
import { emotionBands } from '../../src/model/emotionBand.ts';
import { palettes, resolvePaint, type ColourRole, type Theme } from '../../src/theme/colours.ts';
import { baseSign, peopleInk, personaSign } from '../../src/theme/inks.ts';

const themes: readonly Theme[] = ['light', 'dark'];
const text = 4.5;
const shape = 3;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: Theme, a: ColourRole, b: ColourRole): number {
  const [high = 0, low = 0] = [luminance(palettes[theme][a]), luminance(palettes[theme][b])].toSorted(
    (x, y) => y - x,
  );
  return (high + 0.05) / (low + 0.05);
}

/** Pairs below a ratio, as sentences; rounded to one decimal as the look states them. */
function below(theme: Theme, least: number, pairs: readonly (readonly [ColourRole, ColourRole])[]): string[] {
  return pairs.flatMap(([ink, ground]) => {
    const ratio = Math.round(contrast(theme, ink, ground) * 10) / 10;
    return ratio >= least ? [] : [`${theme}: ${ink} on ${ground} is ${ratio}`];
  });
}

const grounds: readonly ColourRole[] = ['paper', 'paper-2', 'card'];
const across = (inks: readonly ColourRole[], papers: readonly ColourRole[]) =>
  inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const));

describe.each(themes)('U58: contrast in the %s theme', (theme) => {
  it('texts reach 4.5 on every paper they stand on', () => {
    expect(below(theme, text, across(['ink', 'ink-2', 'ink-3', 'signal'], grounds))).toEqual([]);
    expect(below(theme, text, across(['ink', 'ink-2'], ['land', 'water', 'signal-tint', 'desk']))).toEqual(
      [],
    );
    expect(below(theme, text, [['on-signal', 'signal']])).toEqual([]);
  });

  it('faces and numbers reach 4.5 on the block of their own band', () => {
    expect(
      below(
        theme,
        text,
        emotionBands.map((band) => [`on-${band}`, `emotion-${band}`] as const),
      ),
    ).toEqual([]);
  });

  it('outlines of fields, assumed cards and dependencies reach 3', () => {
    expect(below(theme, shape, across(['line'], grounds))).toEqual([]);
  });

  it('every curve reaches 3 on paper, land and water, and its name reads as text on paper or card', () => {
    const inks = [baseSign.ink, ...[0, 1, 2, 3, 4].map((index) => personaSign(index).ink)];
    expect(below(theme, shape, across(inks, ['paper', 'land', 'water', 'card']))).toEqual([]);
    expect(below(theme, text, across(inks, ['paper', 'card']))).toEqual([]);
  });

  it("names on people's flags read as text", () => {
    const inks = [0, 1, 2, 3].map(peopleInk);
    expect(
      below(
        theme,
        text,
        inks.map((ink) => ['paper', ink] as const),
      ),
    ).toEqual([]);
  });

  it('water lines reach 3 on paper', () => {
    expect(below(theme, shape, [['water-line', 'paper']])).toEqual([]);
  });

  it('every colour is six lower-case digits, so that every file format can take it', () => {
    for (const value of Object.values(palettes[theme])) expect(value).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe('lines of personas', () => {
  it('U58: twelve personas and everyone are told apart without colour', () => {
    const signs = [baseSign, ...Array.from({ length: 12 }, (_, index) => personaSign(index))];
    const shapes = signs.map(({ dash, marker, double }) => JSON.stringify([dash, marker, double]));
    expect(new Set(shapes).size).toBe(13);
  });
});

it('a colour from the map itself is taken as it is', () => {
  expect(resolvePaint('#12ab34', 'dark')).toBe('#12ab34');
  expect(resolvePaint('ink', 'dark')).toBe(palettes.dark.ink);
});
