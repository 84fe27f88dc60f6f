/**
 * The command palette (U10): a field, and below it everything that can be done and every place one can go to. Arrows
 * choose, Enter does it, Escape closes; an entry that asks for a further choice shows its choices in the same list.
 * The entries come as plain data from whoever wires the page.
 */
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../state/interfaceStore.ts';
import { classes } from '../../ui/classes.ts';
import { isComposing } from '../../ui/composing.ts';
import control from '../../ui/control.module.css';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { appWords } from '../../words/app.ts';
import { paletteWords } from '../../words/palette.ts';
import { matchPalette, type Findable } from './matchPalette.ts';
import styles from './Palette.module.css';

export interface PaletteEntry extends Findable {
  readonly id: string;
  /** As it is shown. */
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** As this platform writes them. */
  readonly keys: readonly string[];
  /** A quiet word at the end: what kind of thing it is. */
  readonly kind?: string | undefined;
  readonly disabled: boolean;
  /** A further list to choose from, or undefined when it is done at once. */
  readonly choices?: (() => Promise<readonly PaletteEntry[]>) | undefined;
  readonly run: () => void;
}

export interface PaletteProps {
  readonly entries: readonly PaletteEntry[];
  /** What was typed for it before it was there: its first text, and keys to go on with. */
  readonly begun?: { readonly text: string; readonly keys: readonly string[] };
  /** Closes the palette and then does it. */
  readonly onRun: (entry: PaletteEntry) => void;
  readonly onClose: () => void;
}

/** All actions there are, and more touchpoints than anybody reads; typing narrows it. */
const mostShown = 200;
const nothingTyped = { text: '', keys: [] };

export function Palette({ entries, begun = nothingTyped, onRun, onClose }: PaletteProps) {
  const words = useWords(paletteWords);
  const { close } = useWords(appWords);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(begun.text);
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState<{ readonly of: string; readonly from: readonly PaletteEntry[] } | null>(
    null,
  );
  const shown = matchPalette(asked?.from ?? entries, text).slice(0, mostShown);
  const current = shown[Math.min(at, shown.length - 1)];

  const ask = (entry: PaletteEntry, from: readonly PaletteEntry[]): void => {
    setAsked({ of: entry.label, from });
    // Who typed the name of a choice has found it already.
    const isOfChoice = matchPalette([{ ...entry, names: [entry.label] }], text).length === 0;
    setText(isOfChoice && matchPalette(from, text).length > 0 ? text : '');
    setAt(0);
  };
  const choose = (entry: PaletteEntry | undefined): void => {
    if (!entry || entry.disabled) return;
    if (entry.choices) void entry.choices().then((from) => ask(entry, from));
    else onRun(entry);
  };
  const goTo = (next: number): void => {
    const index = Math.min(shown.length - 1, Math.max(0, next));
    setAt(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const index = Math.min(at, shown.length - 1);
    switch (event.key) {
      case 'ArrowDown':
        goTo(index === shown.length - 1 ? 0 : index + 1);
        break;
      case 'ArrowUp':
        goTo(index <= 0 ? shown.length - 1 : index - 1);
        break;
      case 'PageDown':
        goTo(index + 8);
        break;
      case 'PageUp':
        goTo(index - 8);
        break;
      case 'Enter':
        choose(current);
        break;
      case 'Escape':
        // One thing a press (U9): out of the choices, then out of the palette.
        if (asked) setAsked(null);
        else onClose();
        break;
      case 'Backspace':
        if (!asked || text !== '') return;
        setAsked(null);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const goOn = useEffectEvent(() => pressInTurn(field.current, begun.keys));
  useEffect(() => void goOn(), []);

  return (
    <Dialog
      title={asked?.of ?? words.title}
      closeLabel={close}
      onClose={onClose}
      width={620}
      testId="palette"
      bodyClassName={styles.body}
    >
      <div className={styles.field}>
        <input
          ref={field}
          type="text"
          role="combobox"
          data-autofocus
          className={classes(control.control, control.large)}
          aria-label={asked?.of ?? words.title}
          placeholder={asked ? words.choose : words.placeholder}
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={handleKeyDown}
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={asked?.of ?? words.title}
        className={styles.list}
        tabIndex={-1}
      >
        {shown.map((entry, index) => (
          // Keys are the field's (the listbox is driven from there); a press on an option is the pointer's way.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={entry.id}
            id={`${listId}-${entry.id}`}
            role="option"
            aria-selected={entry === current}
            aria-disabled={entry.disabled || undefined}
            data-id={entry.id}
            className={classes(
              styles.entry,
              entry === current && styles.current,
              entry.disabled && styles.disabled,
            )}
            onPointerMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(entry)}
          >
            <span className={styles.mark}>
              {entry.address === undefined ? (
                entry.icon && <Icon name={entry.icon} size={16} />
              ) : (
                <span className={styles.address}>{entry.address}</span>
              )}
            </span>
            <span className={styles.name}>{entry.label}</span>
            {entry.kind && <span className={styles.kind}>{entry.kind}</span>}
            {entry.keys.map((key) => (
              <kbd key={key} className={styles.keys}>
                {key}
              </kbd>
            ))}
            {entry.choices && <Icon name="chevron-right" size={14} />}
          </div>
        ))}
      </div>
      <p role="status" className={shown.length > 0 ? styles.unseen : styles.nothing}>
        {shown.length > 0
          ? words.found(shown.length)
          : text.trim() === ''
            ? words.nothingHere
            : words.nothing(text.trim())}
      </p>
    </Dialog>
  );
}

/** Presses keys one after the other, each when what the one before has done is drawn. */
async function pressInTurn(field: HTMLElement | null, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop -- in turn
    await Promise.resolve();
    field?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
}
