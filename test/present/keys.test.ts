// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { presentKey, type KeyNeeds } from '../../src/present/keys.ts';

const letters = ['A', 'B', 'F', 'AA'];

interface Press {
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly keyCode?: number;
  readonly isComposing?: boolean;
}

function press(
  key: string,
  { keyCode, ...more }: Press = {},
  needs: Partial<KeyNeeds> = {},
  target: Element = document.body,
) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...more });
  if (keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: keyCode });
  target.dispatchEvent(event);
  return presentKey(event, { platform: 'other', letterKeys: true, letters, ...needs });
}

/** Each row: a key as it is pressed, and what it turns. */
const turning = [
  ['ArrowRight', 'next'],
  ['ArrowDown', 'next'],
  ['PageDown', 'next'],
  [' ', 'next'],
  ['Enter', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowUp', 'previous'],
  ['PageUp', 'previous'],
  ['Backspace', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
] as const;

describe.each(['other', 'mac'] as const)('the keys of a presentation, platform %s', (platform) => {
  it.each(turning)('%j turns to the %s', (key, turn) => {
    expect(press(key, {}, { platform })).toEqual({ kind: 'turn', turn });
  });

  it('goes back with Shift and the space bar', () => {
    expect(press(' ', { shiftKey: true }, { platform })).toEqual({ kind: 'turn', turn: 'previous' });
  });

  it('goes to a stage by its letter, F and B among them, and knows no stage that is not there', () => {
    for (const key of ['a', 'B', 'f'])
      expect(press(key, {}, { platform }), key).toEqual({ kind: 'stage', letter: key.toUpperCase() });
    expect(press('g', {}, { platform })).toBeNull();
  });

  it('fills the screen with Shift+F and blackens it with the full stop', () => {
    expect(press('F', { shiftKey: true }, { platform })).toEqual({ kind: 'full-screen' });
    expect(press('.', {}, { platform })).toEqual({ kind: 'black' });
  });

  it('leaves to the browser whatever is pressed with Ctrl, Cmd or Alt: Alt+Left goes back, Ctrl+F finds', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
      for (const key of [...turning.map(([name]) => name), 'a', 'f', '.'])
        expect(press(key, { [held]: true }, { platform }), `${held} ${key}`).toBeNull();
  });
});

it('types nothing and edits nothing: keys of the canvas mean nothing here', () => {
  for (const key of ['Delete', 'Tab', 'Escape', 'F2', 'n', 'v', 't', '0', '1', '5', '/'])
    expect(press(key), key).toBeNull();
});

it('tells its keys when asked as on the map (U11)', () => {
  expect(press('?', { shiftKey: true })).toEqual({ kind: 'help' });
});

it('without single-letter keys only keys that type nothing are left (U8)', () => {
  for (const key of ['a', 'f', '.']) expect(press(key, {}, { letterKeys: false }), key).toBeNull();
  expect(press('F', { shiftKey: true }, { letterKeys: false })).toBeNull();
  for (const [key, turn] of turning)
    expect(press(key, {}, { letterKeys: false })).toEqual({ kind: 'turn', turn });
});

it('no key of an input method is taken, in whichever order it comes (U3)', () => {
  for (const key of ['Enter', ' ', 'a', '.', 'ArrowDown', 'Backspace']) {
    expect(press(key, { isComposing: true }), key).toBeNull();
    expect(press(key, { keyCode: 229 }), key).toBeNull();
  }
});

it('a button keeps its Enter and Space; the arrows go on turning', () => {
  const button = document.createElement('button');
  document.body.append(button);
  expect(press(' ', {}, {}, button)).toBeNull();
  expect(press('Enter', {}, {}, button)).toBeNull();
  expect(press('ArrowRight', {}, {}, button)).toEqual({ kind: 'turn', turn: 'next' });
});
