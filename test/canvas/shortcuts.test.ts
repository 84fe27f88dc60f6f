import { describe, expect, it } from 'vitest';
import { matchesShortcut, platformOf, writeShortcut } from '../../src/canvas/shortcuts.ts';

function press(
  key: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) {
  return { key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('shortcuts match by layout (U4)', () => {
  it.each([
    ['US', 'z', 'KeyZ'],
    ['German, where Z and Y change places', 'z', 'KeyY'],
    ['French, where Z lies on W', 'z', 'KeyW'],
    ['Russian, which has no Latin letters', 'я', 'KeyZ'],
    ['Chinese, typed as Latin', 'z', 'KeyZ'],
  ])('undo on a keyboard: %s', (_name, key, code) => {
    expect(matchesShortcut(press(key, code, { ctrlKey: true }), 'Mod+Z', 'other')).toBe(true);
    expect(matchesShortcut(press(key, code, { metaKey: true }), 'Mod+Z', 'mac')).toBe(true);
  });

  /** [keyboard, what the key of K produces, where it lies, F, where; C, where]: as browsers tell keys held with Ctrl. */
  const keyboards = [
    ['US', 'k', 'KeyK', 'f', 'KeyF', 'c', 'KeyC', true],
    ['US, capitals locked', 'K', 'KeyK', 'F', 'KeyF', 'C', 'KeyC', true],
    ['German', 'k', 'KeyK', 'f', 'KeyF', 'c', 'KeyC', true],
    ['French', 'k', 'KeyK', 'f', 'KeyF', 'c', 'KeyC', true],
    ['Dvorak', 'k', 'KeyV', 'f', 'KeyY', 'c', 'KeyI', true],
    ['Chinese, an input method that leaves commands alone', 'k', 'KeyK', 'f', 'KeyF', 'c', 'KeyC', true],
    ['Russian', 'л', 'KeyK', 'а', 'KeyF', 'с', 'KeyC', false],
    ['Greek', 'κ', 'KeyK', 'φ', 'KeyF', 'ψ', 'KeyC', false],
    ['Hebrew', 'ל', 'KeyK', 'כ', 'KeyF', 'ב', 'KeyC', false],
    ['Arabic', 'ن', 'KeyK', 'ب', 'KeyF', 'ؤ', 'KeyC', false],
    ['Chinese, zhuyin', 'ㄜ', 'KeyK', 'ㄑ', 'KeyF', 'ㄏ', 'KeyC', false],
    ['Russian on a Mac, which gives Latin letters with Cmd', 'k', 'KeyK', 'f', 'KeyF', 'c', 'KeyC', true],
  ] as const;

  it.each(keyboards)(
    'on a keyboard that is %s letters are found out of text; in text only where they are produced',
    (_name, k, codeOfK, f, codeOfF, c, codeOfC, inText) => {
      for (const platform of ['mac', 'other'] as const) {
        const held = platform === 'mac' ? { metaKey: true } : { ctrlKey: true };
        for (const [key, code, shortcut] of [
          [k, codeOfK, 'Mod+K'],
          [f, codeOfF, 'Mod+F'],
        ] as const) {
          expect(matchesShortcut(press(key, code, held), shortcut, platform)).toBe(true);
          expect(matchesShortcut(press(key, code, held), shortcut, platform, true)).toBe(inText);
        }
        // A key by itself.
        expect(matchesShortcut(press(c, codeOfC), 'C', platform)).toBe(true);
        expect(matchesShortcut(press(c, codeOfC), 'C', platform, true)).toBe(inText);
      }
    },
  );

  it('a letter of two characters lies where it lies, a key with a name is no letter', () => {
    expect(matchesShortcut(press('لا', 'KeyB', { ctrlKey: true }), 'Mod+B', 'other')).toBe(true);
    expect(matchesShortcut(press('Enter', 'KeyB', { ctrlKey: true }), 'Mod+B', 'other')).toBe(false);
    expect(matchesShortcut(press('Dead', 'KeyB', { ctrlKey: true }), 'Mod+B', 'other')).toBe(false);
  });

  it('in text, too, digits match by position and symbols as produced', () => {
    expect(matchesShortcut(press('à', 'Digit0', { ctrlKey: true }), 'Mod+0', 'other', true)).toBe(true);
    expect(matchesShortcut(press('/', 'KeyQ', { ctrlKey: true }), 'Mod+/', 'other', true)).toBe(true);
    expect(matchesShortcut(press('.', 'Slash', { ctrlKey: true }), 'Mod+/', 'other', true)).toBe(false);
  });

  it('a German Y is not undo, although it lies where the US has Z', () => {
    expect(matchesShortcut(press('y', 'KeyZ', { ctrlKey: true }), 'Mod+Z', 'other')).toBe(false);
  });

  it('digits match by position: a French keyboard needs no Shift for them', () => {
    expect(matchesShortcut(press('&', 'Digit1'), '1', 'other')).toBe(true);
    expect(matchesShortcut(press('1', 'Digit1', { shiftKey: true }), 'Shift+1', 'other')).toBe(true);
    expect(matchesShortcut(press('!', 'Digit1', { shiftKey: true }), 'Shift+1', 'other')).toBe(true);
    expect(matchesShortcut(press('!', 'Digit1', { shiftKey: true }), '1', 'other')).toBe(false);
  });

  it('digits of the number pad count, its arrows do not', () => {
    expect(matchesShortcut(press('1', 'Numpad1'), '1', 'other')).toBe(true);
    expect(matchesShortcut(press('End', 'Numpad1'), '1', 'other')).toBe(false);
  });

  it('symbols match what was produced, whatever Shift it took', () => {
    expect(matchesShortcut(press('?', 'Slash', { shiftKey: true }), '?', 'other')).toBe(true);
    expect(matchesShortcut(press('?', 'Minus', { shiftKey: true }), '?', 'other')).toBe(true);
    expect(matchesShortcut(press('+', 'Equal', { shiftKey: true, ctrlKey: true }), 'Mod++', 'other')).toBe(
      true,
    );
  });

  it('a modifier that is not written must not be held', () => {
    expect(matchesShortcut(press('n', 'KeyN', { altKey: true }), 'N', 'other')).toBe(false);
    expect(matchesShortcut(press('n', 'KeyN', { ctrlKey: true }), 'N', 'other')).toBe(false);
    expect(matchesShortcut(press('N', 'KeyN', { shiftKey: true }), 'N', 'other')).toBe(false);
    expect(matchesShortcut(press('z', 'KeyZ', { ctrlKey: true, metaKey: true }), 'Mod+Z', 'other')).toBe(
      false,
    );
  });

  it('Mod is Cmd on a Mac, and Ctrl alone is not', () => {
    expect(matchesShortcut(press('d', 'KeyD', { metaKey: true }), 'Mod+D', 'mac')).toBe(true);
    expect(matchesShortcut(press('d', 'KeyD', { ctrlKey: true }), 'Mod+D', 'mac')).toBe(false);
    expect(platformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('mac');
    expect(platformOf('Mozilla/5.0 (X11; Linux x86_64)')).toBe('other');
  });
});

describe('how shortcuts are written', () => {
  it('as the platform does', () => {
    expect(writeShortcut('Mod+Shift+Z', 'other')).toBe('Ctrl+Shift+Z');
    expect(writeShortcut('Mod+Shift+Z', 'mac')).toBe('⇧⌘Z');
    expect(writeShortcut('Mod++', 'other')).toBe('Ctrl++');
    expect(writeShortcut('ArrowLeft', 'other')).toBe('←');
  });
});
