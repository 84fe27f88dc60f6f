// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LiveText } from '../../src/document/commands.ts';
import { bindLiveText, carry, editBetween, type TextEdit } from '../../src/state/bindLiveText.ts';

/** A text whose other writer is the test. */
function sharedText(start: string): LiveText & { other(edit: TextEdit): void } {
  let text = start;
  let listeners: ((edits: readonly TextEdit[]) => void)[] = [];
  const put = (edit: TextEdit): void => {
    text = text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.remove);
  };
  return {
    exists: () => true,
    read: () => text,
    splice: (at, remove, insert) => put({ at, remove, insert }),
    subscribe: (listener) => {
      listeners.push(listener);
      return () => {
        listeners = listeners.filter((one) => one !== listener);
      };
    },
    other: (edit) => {
      put(edit);
      for (const listener of listeners) listener([edit]);
    },
  };
}

let box: HTMLTextAreaElement;
beforeEach(() => {
  box = document.createElement('textarea');
  document.body.append(box);
  box.focus();
});
afterEach(() => box.remove());

function type(text: string, caret: number): void {
  box.value = text;
  box.setSelectionRange(caret, caret);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('a text box bound to a live text', () => {
  test('writes what is typed as one edit', () => {
    const live = sharedText('Good tea');
    bindLiveText(box, live);
    type('Good green tea', 11);
    expect(live.read()).toBe('Good green tea');
  });

  test('[U26] keeps the caret in its sentence when others type before it', () => {
    const live = sharedText('tea and milk');
    bindLiveText(box, live);
    box.setSelectionRange(3, 3);
    live.other({ at: 0, remove: 0, insert: 'Green ' });
    expect(box.value).toBe('Green tea and milk');
    expect(box.selectionStart).toBe(9);
  });

  test('[U26] a running composition is not broken by what others type, and both texts survive', () => {
    const live = sharedText('Tea: ');
    bindLiveText(box, live);
    box.dispatchEvent(new Event('compositionstart'));
    type('Tea: lv', 7);
    live.other({ at: 0, remove: 0, insert: '>> ' });
    expect(box.value).toBe('Tea: lv');
    type('Tea: 绿茶', 7);
    expect(live.read()).toBe('>> Tea: ');
    box.dispatchEvent(new Event('compositionend'));
    expect(live.read()).toBe('>> Tea: 绿茶');
    expect(box.value).toBe('>> Tea: 绿茶');
    expect(box.selectionStart).toBe(10);
  });

  test('two people typing at the same place keep their words together', () => {
    const live = sharedText('');
    bindLiveText(box, live);
    type('ab', 2);
    live.other({ at: 2, remove: 0, insert: 'XY' });
    expect(box.selectionStart).toBe(2);
    type('abcXY', 3);
    expect(live.read()).toBe('abcXY');
  });

  test('shows the text as it was cut at its limit', () => {
    const live = sharedText('12345');
    const cut: LiveText = {
      ...live,
      splice: (at, remove, insert) =>
        live.splice(at, remove, insert.slice(0, Math.max(0, 5 - live.read().length + remove))),
    };
    bindLiveText(box, cut);
    type('123456', 6);
    expect(box.value).toBe('12345');
  });

  test('hears and writes nothing after it was unbound', () => {
    const live = sharedText('a');
    const unbind = bindLiveText(box, live);
    unbind();
    live.other({ at: 0, remove: 0, insert: 'b' });
    type('zzz', 3);
    expect(live.read()).toBe('ba');
    expect(box.value).toBe('zzz');
  });
});

describe('the edit between two texts', () => {
  test('leads from the one to the other, wherever the caret stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.nat(),
        (before, after, place) => {
          const edit = editBetween(before, after, after.length === 0 ? 0 : place % (after.length + 1));
          const made = edit
            ? before.slice(0, edit.at) + edit.insert + before.slice(edit.at + edit.remove)
            : before;
          expect(made).toBe(after);
        },
      ),
    );
  });

  test('is found at the caret in a row of equal letters', () => {
    expect(editBetween('aaaa', 'aaaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' });
  });

  test('never splits an emoji', () => {
    expect(editBetween('😀', '😁', 2)).toEqual({ at: 0, remove: 2, insert: '😁' });
  });
});

test('a position inside a deleted part moves to the end of what replaced it', () => {
  expect(carry(5, [{ at: 3, remove: 4, insert: 'xy' }])).toBe(5);
  expect(carry(9, [{ at: 3, remove: 4, insert: '' }])).toBe(5);
});
