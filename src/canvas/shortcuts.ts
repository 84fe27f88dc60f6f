/**
 * Shortcuts as written in the table of actions ("Mod+Shift+Z", "N", "Shift+1", "?") against keyboard events (U2, U4).
 *
 * Letters match the key that was produced; where the layout has no Latin letters, the physical key, but never while a
 * text is being typed: there a Cyrillic letter is what it is, and the browser's own keys stay the browser's. Digits match
 * the digit key by position, so that French keyboards need no Shift for them. Symbols match what was produced, whatever
 * Shift it took; a Shift that is written must be held. `Mod` is Cmd on a Mac and Ctrl elsewhere; a modifier that is not written must not be held.
 */
export type Platform = 'mac' | 'other';

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function platformOf(userAgent: string): Platform {
  return /Mac|iPhone|iPad/.test(userAgent) ? 'mac' : 'other';
}

/** Whether a key press is a shortcut; `inText`: a text has the focus. */
export function matchesShortcut(
  event: KeyPress,
  shortcut: string,
  platform: Platform,
  inText = false,
): boolean {
  const { key, mod, shift, alt } = parse(shortcut);
  const modHeld = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const strangeHeld = platform === 'mac' ? event.ctrlKey : event.metaKey;
  if (modHeld !== mod || strangeHeld || event.altKey !== alt) return false;
  if (isSymbol(key)) return event.key === key && (event.shiftKey || !shift);
  return event.shiftKey === shift && keyName(event, inText) === key;
}

/** A shortcut as people read it on their platform: "Ctrl+Shift+Z", "⇧⌘Z". */
export function writeShortcut(shortcut: string, platform: Platform): string {
  const { key, mod, shift, alt } = parse(shortcut);
  const name = shown[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (platform === 'mac') return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** A key that types a character by itself (N, 1, Shift+1, ?): these can be switched off (U8, WCAG 2.1.4). */
export function isCharacterKey(shortcut: string): boolean {
  const { key, mod, alt } = parse(shortcut);
  return key.length === 1 && !mod && !alt;
}

interface Parsed {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

function parse(shortcut: string): Parsed {
  // "Mod++" ends in the key "+", which is also the separator.
  const plus = shortcut.endsWith('+');
  const parts = (plus ? shortcut.slice(0, -1) : shortcut).split('+').filter(Boolean);
  const key = plus ? '+' : (parts.pop() ?? '');
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

/** The digit of a key: by position, as French keyboards have theirs under Shift; on the number pad as produced. */
export function digitOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string | undefined {
  const byPlace = /^Digit(\d)$/.exec(code)?.[1];
  if (byPlace !== undefined) return byPlace;
  return code === `Numpad${key}` && /^\d$/.test(key) ? key : undefined;
}

/** Whether a key is a text it produces, not a name ("Enter"): names are ASCII, a letter may be two characters (Arabic lam-alef). */
export function producesText(key: string): boolean {
  return key.length === 1 || /[^ -~]/.test(key);
}

/** One name a key: letters lower case, digits by position, named keys as they are. */
function keyName(event: KeyPress, inText: boolean): string {
  const digit = digitOf(event);
  if (digit !== undefined) return digit;
  if (!producesText(event.key)) return event.key;
  const isLatin = /^[\u0000-\u024f]$/.test(event.key);
  const letter = event.key.toLowerCase();
  if (isLatin || inText) return letter;
  return /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? letter;
}

function isSymbol(key: string): boolean {
  return key.length === 1 && !/[a-z0-9 ]/.test(key);
}

const shown: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  ContextMenu: 'Menu',
  '-': '−',
};
