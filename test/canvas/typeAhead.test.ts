// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { takeTyped, typeAhead } from '../../src/canvas/typeAhead.ts';
import { createScreen } from '../../src/state/screen.ts';

afterEach(() => {
  takeTyped();
  document.body.replaceChildren();
});

function begin() {
  const screen = createScreen({ language: 'en', theme: 'light' });
  const card = document.body.appendChild(document.createElement('button'));
  card.focus();
  screen.setState({ dialog: 'palette' });
  typeAhead(screen);
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) throw new Error('no field has the focus');
  const press = (key: string): void => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  };
  return { screen, card, field, press };
}

describe('what is typed before the palette is there', () => {
  it('goes into a real field; the palette takes text and keys, and the focus is back where it was', () => {
    const { card, field, press } = begin();
    field.value = 'und';
    press('ArrowDown');
    press('Enter');
    expect(takeTyped()).toEqual({ text: 'und', keys: ['ArrowDown', 'Enter'] });
    expect(document.activeElement).toBe(card);
    expect(document.querySelector('input')).toBeNull();
    expect(takeTyped()).toEqual({ text: '', keys: [] });
  });

  it('is given up with Escape: nothing of it is left for the next time', () => {
    const { screen, card, field, press } = begin();
    field.value = 'x';
    press('Escape');
    expect(screen.getState().dialog).toBeNull();
    expect(document.activeElement).toBe(card);
    expect(takeTyped().text).toBe('');
  });
});
