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
