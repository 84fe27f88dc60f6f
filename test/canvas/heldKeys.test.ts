// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdKeys, takeHeldKeys } from '../../src/canvas/heldKeys.ts';
import { pressHeldKeys } from '../../src/canvas/pressHeldKeys.ts';

afterEach(() => {
  takeHeldKeys();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

const held = (): string[] => takeHeldKeys().map(({ key }) => key);

describe('keys pressed before the canvas is there', () => {
  it('are held in order, palette and find among them, and handed out once', () => {
    holdKeys('m1');
    for (const key of ['n', 'Delete', 'ArrowLeft']) expect(press(key).defaultPrevented).toBe(true);
    expect(press('k', { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(press('f', { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(press('л', { ctrlKey: true, code: 'KeyK' }).defaultPrevented).toBe(true);
    expect(held()).toEqual(['n', 'Delete', 'ArrowLeft', 'k', 'f', 'л']);
    expect(held()).toEqual([]);
    expect(press('n').defaultPrevented).toBe(false);
  });

  it('are left to the browser, a button, a text and an input method where they are theirs (U3, U12)', () => {
    holdKeys('m1');
    const button = document.body.appendChild(document.createElement('button'));
    const field = document.body.appendChild(document.createElement('input'));
    for (const event of [
      press('Tab'),
      press('r', { ctrlKey: true }),
      press('K', { ctrlKey: true, shiftKey: true, code: 'KeyK' }),
      press('f', { metaKey: true, code: 'KeyF' }),
      press('ArrowLeft', { altKey: true }),
      press('Enter', {}, button),
      press('n', {}, field),
    ])
      expect(event.defaultPrevented).toBe(false);
    const composing = new KeyboardEvent('keydown', { key: 'Process', bubbles: true, cancelable: true });
    Object.defineProperty(composing, 'keyCode', { value: 229 });
    document.body.dispatchEvent(composing);
    expect(held()).toEqual([]);
  });

  it('are forgotten when the pointer is pressed, and for another map; not when the page is drawn anew', () => {
    holdKeys('m1');
    press('Delete');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(held()).toEqual([]);
    const end = holdKeys('m1');
    press('n');
    end();
    expect(press('x').defaultPrevented).toBe(false);
    holdKeys('m1');
    press('c');
    expect(held()).toEqual(['n', 'c']);
    holdKeys('m1');
    press('n');
    holdKeys('m2');
    expect(held()).toEqual([]);
  });

  it('are pressed again one after another; what the one before has opened takes the letters', async () => {
    const field = document.createElement('textarea');
    const seen: string[] = [];
    const open = (event: KeyboardEvent): void => {
      seen.push(event.key);
      if (event.key !== 'n' || event.target === field) return;
      event.preventDefault();
      queueMicrotask(() => {
        document.body.append(field);
        field.focus();
      });
    };
    // The page of the tests has no such command.
    document.execCommand = (command, _ui, text) => {
      field.value = command === 'insertText' ? field.value + String(text) : field.value.slice(0, -1);
      return true;
    };
    holdKeys('m1');
    for (const key of ['n', 'B', 'n', 'x', 'Backspace']) press(key);
    window.addEventListener('keydown', open);
    await pressHeldKeys();
    window.removeEventListener('keydown', open);
    expect(seen).toEqual(['n', 'B', 'n', 'x', 'Backspace']);
    expect(field.value).toBe('Bn');
  });
});
