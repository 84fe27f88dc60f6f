/**
 * Binds a text box to a live text, so that two people may type in one field (U26).
 *
 * What is typed goes to the text as one splice; what others type comes into the box with the caret kept where
 * it was in the sentence. While an input method composes, the box is left alone: edits of others are held back
 * and applied when the composition ends, and only then is the composed text written. When the record goes, the box keeps
 * what stands in it: it is all that is left of the text (U24).
 * In: a text box that is on the page, a LiveText. Out: a function that unbinds. Never blurs, never throws.
 */
import type { LiveText } from '../document/commands.ts';

export interface TextEdit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

type TextBox = HTMLTextAreaElement | HTMLInputElement;

/** Binds; `onText` hears the box's text after every change, and whether it was made here. */
export function bindLiveText(
  box: TextBox,
  live: LiveText,
  onText: (text: string, mine: boolean) => void = () => {},
): () => void {
  let known = live.read();
  let composing = false;
  let held: TextEdit[] = [];
  box.value = known;

  const show = (text: string, start: number, end: number, mine: boolean): void => {
    known = text;
    if (box.value !== text) {
      box.value = text;
      // Setting a selection in a box without focus would take the focus in some browsers.
      if (box.ownerDocument.activeElement === box) box.setSelectionRange(start, end);
    }
    onText(text, mine);
  };

  const write = (): void => {
    if (!live.exists()) {
      onText(box.value, true);
      return;
    }
    const caret = box.selectionEnd ?? box.value.length;
    const mine = editBetween(known, box.value, caret);
    const others = held;
    held = [];
    if (mine) {
      const at = carry(mine.at, others);
      const end = Math.max(at, carry(mine.at + mine.remove, others));
      live.splice(at, end - at, mine.insert);
      const place = at + Math.max(0, caret - mine.at);
      show(live.read(), place, place, true);
    } else {
      const place = carry(caret, others);
      show(live.read(), place, place, true);
    }
  };

  const handleInput = (): void => {
    if (composing) onText(box.value, true);
    else write();
  };
  const handleCompositionStart = (): void => {
    composing = true;
  };
  const handleCompositionEnd = (): void => {
    composing = false;
    write();
  };
  const stopHearing = live.subscribe((edits) => {
    if (!live.exists()) return;
    if (composing) {
      held.push(...edits);
      return;
    }
    const start = carry(box.selectionStart ?? 0, edits);
    const end = carry(box.selectionEnd ?? 0, edits);
    show(live.read(), start, end, false);
  });
  box.addEventListener('input', handleInput);
  box.addEventListener('compositionstart', handleCompositionStart);
  box.addEventListener('compositionend', handleCompositionEnd);
  return () => {
    if (composing) write();
    box.removeEventListener('input', handleInput);
    box.removeEventListener('compositionstart', handleCompositionStart);
    box.removeEventListener('compositionend', handleCompositionEnd);
    stopHearing();
  };
}

/**
 * The one edit that leads from a text to another, given where the caret stands afterwards: without the caret,
 * a letter typed into a row of equal letters would be found at the wrong place. Never splits a surrogate pair.
 */
export function editBetween(before: string, after: string, caret: number): TextEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let tail = 0;
  const tailMost = Math.min(most, after.length - caret);
  while (tail < tailMost && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head++;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { at: head, remove: before.length - tail - head, insert: after.slice(head, after.length - tail) };
}

/**
 * Where a position lies after edits made one after the other. It stays before what is put in exactly there, so that
 * two people who type at one place each keep their words together.
 */
export function carry(position: number, edits: readonly TextEdit[]): number {
  let at = position;
  for (const edit of edits) {
    if (at <= edit.at) continue;
    if (at >= edit.at + edit.remove) at += edit.insert.length - edit.remove;
    else at = edit.at + edit.insert.length;
  }
  return at;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
