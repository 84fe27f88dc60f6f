// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSession, type TestSession } from '../support/buildSession.ts';
import { giveElementsSize, openCanvas } from '../support/openCanvas.tsx';

beforeEach(giveElementsSize);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function openText(session: TestSession, id: string, field: string): Promise<HTMLTextAreaElement> {
  const container = await openCanvas(session);
  act(() => session.screen.setState({ editing: { id, field } }));
  const box = container.querySelector<HTMLTextAreaElement>('[data-testid="canvas-text"]');
  if (!box) throw new Error('no text box');
  return box;
}

function type(box: HTMLTextAreaElement, text: string): void {
  act(() => {
    box.value = text;
    box.setSelectionRange(text.length, text.length);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(box: HTMLTextAreaElement, init: KeyboardEventInit & { keyCode?: number }): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
  act(() => void box.dispatchEvent(event));
  return event;
}

const titleOf = (session: TestSession): string | undefined =>
  session.projection.find('touchpoints', 't1')?.title;
const textOf = (session: TestSession): string | undefined => session.projection.find('insights', 'n1')?.text;

describe('a title', () => {
  it('has the focus and all its text selected, so that typing replaces it', async () => {
    const box = await openText(buildSession(), 't1', 'title');
    expect(document.activeElement).toBe(box);
    expect([box.selectionStart, box.selectionEnd]).toEqual([0, 'Reads reviews'.length]);
  });

  it.each(['Enter', 'Escape'])('is written once, by %s (U25)', async (key) => {
    const session = buildSession();
    const box = await openText(session, 't1', 'title');
    type(box, 'Reads three reviews');
    expect(titleOf(session)).toBe('Reads reviews');
    press(box, { key });
    expect(titleOf(session)).toBe('Reads three reviews');
    expect(session.screen.getState().editing).toBeNull();
    act(() => void session.editing?.undo.undo());
    expect(titleOf(session)).toBe('Reads reviews');
  });

  it('keeps what somebody else does to it meanwhile, whether anything was typed here or not', async () => {
    const session = buildSession();
    const elsewhere = (title: string) =>
      act(() => void session.editing?.commands.update('touchpoints', ['t1'], { title }));
    const box = await openText(session, 't1', 'title');
    elsewhere('Reads reviews at home');
    press(box, { key: 'Escape' });
    expect(titleOf(session)).toBe('Reads reviews at home');
    cleanup();
    const again = await openText(session, 't1', 'title');
    elsewhere('Reads reviews at home, late');
    type(again, 'Often reads reviews at home');
    press(again, { key: 'Enter' });
    expect(titleOf(session)).toBe('Often reads reviews at home, late');
  });

  it('is not committed by the Enter of an input method, whichever way the browser marks it (U3)', async () => {
    const session = buildSession();
    const box = await openText(session, 't1', 'title');
    type(box, '看评');
    press(box, { key: 'Enter', isComposing: true });
    press(box, { key: 'Enter', keyCode: 229 });
    expect(session.screen.getState().editing).not.toBeNull();
    expect(titleOf(session)).toBe('Reads reviews');
    press(box, { key: 'Enter' });
    expect(titleOf(session)).toBe('看评');
  });

  it('breaks its line with Shift and Enter', async () => {
    const session = buildSession();
    const box = await openText(session, 't1', 'title');
    expect(press(box, { key: 'Enter', shiftKey: true }).defaultPrevented).toBe(false);
    expect(session.screen.getState().editing).not.toBeNull();
  });

  it('of a card that somebody deletes stays in its box, to be copied or made anew (U24)', async () => {
    const session = buildSession();
    const box = await openText(session, 't1', 'title');
    type(box, 'My own words');
    act(() => void session.remote.remove(['t1']));
    expect(box.isConnected).toBe(true);
    expect(box.value).toBe('My own words');
    const [restore, copy] = document.querySelectorAll<HTMLButtonElement>('[role="alert"] button');
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    act(() => copy?.click());
    expect(writeText).toHaveBeenCalledWith('My own words');
    expect(box.isConnected).toBe(true);
    act(() => restore?.click());
    const { touchpoints } = session.projection.getState().journey;
    expect(touchpoints.map(({ title }) => title)).toContain('My own words');
  });
});

describe('what lies beside the grid', () => {
  it.each(['note', 'text', 'frame'] as const)(
    'deleted while it is named comes back as the %s it was, in its place, size and ink (U24)',
    async (kind) => {
      const session = buildSession();
      const place = { side: 'right', x: 40, y: 120, width: 260, height: 180 } as const;
      const made = session.editing?.commands.create('elements', { kind, ...place, text: 'Old', ink: 'plum' });
      const id = made?.ok ? made.value : '';
      const box = await openText(session, id, 'text');
      type(box, 'What I named it');
      act(() => void session.remote.remove([id]));
      const [restore] = document.querySelectorAll<HTMLButtonElement>('[role="alert"] button');
      act(() => restore?.click());
      const { elements } = session.projection.getState().journey;
      expect(elements).toMatchObject([{ kind, ...place, text: 'What I named it', ink: 'plum' }]);
      expect(session.screen.getState().selection).toEqual(new Set(elements.map((one) => one.id)));
    },
  );
});

describe('a note', () => {
  it.each([false, true])(
    'that somebody deletes leaves its words in the box, to be made anew (U24); in a composition: %s',
    async (composing) => {
      const session = buildSession();
      const box = await openText(session, 'n1', 'text');
      if (composing) box.dispatchEvent(new Event('compositionstart'));
      type(box, 'Is it worth it? 值得');
      act(() => void session.remote.remove(['n1']));
      expect(box.value).toBe('Is it worth it? 值得');
      if (composing) box.dispatchEvent(new Event('compositionend'));
      const [restore] = document.querySelectorAll<HTMLButtonElement>('[role="alert"] button');
      act(() => restore?.click());
      const { insights } = session.projection.getState().journey;
      expect(insights.map(({ text }) => text)).toContain('Is it worth it? 值得');
    },
  );

  it('is live: letters are written as they come, and Enter only breaks the line (U25)', async () => {
    const session = buildSession();
    const box = await openText(session, 'n1', 'text');
    type(box, 'Is it worth it? Yes');
    expect(textOf(session)).toBe('Is it worth it? Yes');
    expect(press(box, { key: 'Enter' }).defaultPrevented).toBe(false);
    press(box, { key: 'Enter', ctrlKey: true });
    expect(session.screen.getState().editing).toBeNull();
  });

  it('takes in what others type, with the caret kept at its word (U26)', async () => {
    const session = buildSession();
    const box = await openText(session, 'n1', 'text');
    box.setSelectionRange(5, 5);
    act(() => session.remote.openText('insights', 'n1', 'text').splice(0, 0, 'Hm. '));
    expect(box.value).toBe('Hm. Is it worth it?');
    expect(box.selectionStart).toBe(9);
  });

  it('never breaks a composition: others’ letters wait until it ends (U26)', async () => {
    const session = buildSession();
    const box = await openText(session, 'n1', 'text');
    act(() => void box.dispatchEvent(new Event('compositionstart')));
    type(box, 'Is it worth it?zhi');
    act(() => session.remote.openText('insights', 'n1', 'text').splice(0, 0, 'Hm. '));
    expect(box.value).toBe('Is it worth it?zhi');
    box.value = 'Is it worth it?值';
    box.setSelectionRange(box.value.length, box.value.length);
    act(() => void box.dispatchEvent(new Event('compositionend')));
    expect(box.value).toBe('Hm. Is it worth it?值');
    expect(textOf(session)).toBe('Hm. Is it worth it?值');
  });
});
