// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mayBeShortcut } from '../../src/canvas/keyGuard.ts';

afterEach(() => document.body.replaceChildren());

function pressed(target: Element, init: KeyboardEventInit & { keyCode?: number } = {}): boolean {
  document.body.append(target);
  let answer = false;
  const listen = (event: Event): void => {
    answer = mayBeShortcut(event as KeyboardEvent);
  };
  window.addEventListener('keydown', listen);
  const event = new KeyboardEvent('keydown', { key: 'n', bubbles: true, ...init });
  if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
  target.dispatchEvent(event);
  window.removeEventListener('keydown', listen);
  return answer;
}

const element = (html: string): Element => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  const first = holder.firstElementChild;
  if (!first) throw new Error('no element');
  return first;
};

describe('the guard in front of every shortcut (U3)', () => {
  it('lets a key on the map through', () => {
    expect(pressed(element('<div tabindex="0"></div>'))).toBe(true);
    expect(pressed(element('<button>x</button>'))).toBe(true);
  });

  it('leaves keys to whatever takes text', () => {
    for (const html of [
      '<input>',
      '<textarea></textarea>',
      '<select></select>',
      '<div contenteditable="true"></div>',
    ]) {
      expect(pressed(element(html))).toBe(false);
    }
    expect(pressed(element('<input type="checkbox">'))).toBe(true);
  });

  it('lets commands through where nothing is typed: a list to choose from keeps its letters, not Ctrl+Z', () => {
    for (const html of ['<select></select>', '<input type="range">']) {
      expect(pressed(element(html))).toBe(false);
      expect(pressed(element(html), { key: 'z', ctrlKey: true })).toBe(true);
      expect(pressed(element(html), { key: 'z', metaKey: true })).toBe(true);
    }
    expect(pressed(element('<input type="search">'), { key: 'z', ctrlKey: true })).toBe(false);
  });

  it('leaves keys to an open dialog or menu, wherever the focus is', () => {
    document.body.append(element('<dialog open></dialog>'));
    expect(pressed(element('<div tabindex="0"></div>'))).toBe(false);
    document.body.replaceChildren(element('<div role="menu"></div>'));
    expect(pressed(element('<div tabindex="0"></div>'))).toBe(false);
  });

  it('leaves the confirming Enter to the input method when it comes before the composition ends', () => {
    expect(pressed(element('<div tabindex="0"></div>'), { key: 'Enter', isComposing: true })).toBe(false);
  });

  it('leaves the confirming Enter to the input method when it comes after, marked by keyCode 229 alone', () => {
    expect(
      pressed(element('<div tabindex="0"></div>'), { key: 'Enter', isComposing: false, keyCode: 229 }),
    ).toBe(false);
  });
});
