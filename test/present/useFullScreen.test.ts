// @vitest-environment happy-dom
/** Browsers say with the next frame that the full screen has come or gone: what is pressed may be quicker. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useFullScreen } from '../../src/present/useFullScreen.ts';

let full: Element | null = null;
const tell = (): void => act(() => void document.dispatchEvent(new Event('fullscreenchange')));

beforeEach(() => {
  full = null;
  Object.defineProperty(document, 'fullscreenElement', { configurable: true, get: () => full });
  document.documentElement.requestFullscreen = async () => void (full = document.documentElement);
  document.exitFullscreen = async () => void (full = null);
});
afterEach(cleanup);

function present() {
  let left = 0;
  const { result } = renderHook(() => useFullScreen(() => (left += 1)));
  return {
    press: () => act(async () => result.current.toggle()),
    left: () => left,
    isOn: () => result.current.isOn,
  };
}

it('our own key leaves the full screen and not the show, also before the browser has told of the screen', async () => {
  const show = present();
  await show.press();
  await show.press();
  tell();
  tell();
  expect(show.left()).toBe(0);
  expect(show.isOn()).toBe(false);
});

it('whoever leaves it in another way leaves the show, also after our own key has been used', async () => {
  const show = present();
  await show.press();
  tell();
  await show.press();
  tell();
  await show.press();
  tell();
  expect(show.isOn()).toBe(true);
  full = null;
  tell();
  expect(show.left()).toBe(1);
});
