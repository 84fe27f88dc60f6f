/**
 * The open cell: a text box over it. Enter commits and goes down, Tab commits and goes on, Escape gives back what was
 * there; leaving commits. Keys of an input method are its own (U3). Fields with something to choose from list it below,
 * narrowed by what is typed; the emotion has its faces there.
 */
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { plainText } from '../model/searchText.ts';
import { classes } from '../ui/classes.ts';
import { isComposing } from '../ui/composing.ts';
import type { TableWords } from '../words/table.ts';
import { EmotionPicker } from './EmotionPicker.tsx';
import styles from './Table.module.css';

export type Leave = 'down' | 'up' | 'next' | 'previous' | 'stay';

export interface CellEditorProps {
  readonly label: string;
  /** What the cell shows now; others may change it while this is open. */
  readonly shown: string;
  readonly start: string;
  readonly rule: string | null;
  readonly options: readonly string[] | null;
  /** The title above the faces; null for every other field. */
  readonly emotionOf: string | null;
  readonly numeric: boolean;
  readonly maxLength: number | undefined;
  readonly words: TableWords;
  /** Where the text belongs, for keeping it on the device. */
  readonly draft: string | undefined;
  /** `opened`: what the cell showed when it was opened. True when the text was taken. */
  readonly onCommit: (text: string, leave: Leave, opened: string) => boolean;
  readonly onCancel: () => void;
}

export function CellEditor(props: CellEditorProps) {
  const { label, start, rule, options, emotionOf, numeric, maxLength, words, onCommit, onCancel } = props;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(start);
  const [opened] = useState(props.shown);
  const [at, setAt] = useState(-1);
  const done = useRef(false);
  const shown = options ? matching(options, text === start ? '' : text) : [];

  // Before the browser delivers the key that opened the editor, so that it lands here, composition and all.
  useLayoutEffect(() => {
    box.current?.focus({ preventScroll: true });
    const end = box.current?.value.length ?? 0;
    box.current?.setSelectionRange(end, end);
  }, []);

  const commit = (value: string, leave: Leave): void => {
    if (done.current) return;
    done.current = true;
    if (!onCommit(value, leave, opened)) done.current = false;
  };
  // A table that is taken away while somebody types (other view, map closed) must not lose the text.
  const commitLast = useEffectEvent(() => {
    if (!done.current && text !== start) onCommit(text, 'stay', opened);
  });
  useEffect(() => () => commitLast(), []);

  const handleKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    const value = shown[at] ?? text;
    switch (event.key) {
      case 'Enter':
        commit(value, event.shiftKey ? 'up' : 'down');
        break;
      case 'Tab':
        commit(value, event.shiftKey ? 'previous' : 'next');
        break;
      case 'Escape':
        done.current = true;
        onCancel();
        break;
      case 'ArrowDown':
      case 'ArrowUp': {
        if (shown.length === 0) return;
        const next = at + (event.key === 'ArrowDown' ? 1 : -1);
        setAt(next < -1 ? shown.length - 1 : next >= shown.length ? -1 : next);
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <span className={styles.editor}>
      <input
        ref={box}
        type="text"
        className={classes(styles.input, numeric && styles.numeric)}
        aria-label={label}
        aria-invalid={rule !== null || undefined}
        aria-describedby={rule === null ? undefined : `${id}-rule`}
        {...(options && {
          role: 'combobox',
          'aria-expanded': shown.length > 0,
          'aria-controls': `${id}-list`,
          'aria-autocomplete': 'list' as const,
          'aria-activedescendant': at >= 0 ? `${id}-${at}` : undefined,
        })}
        inputMode={numeric ? 'decimal' : undefined}
        autoComplete="off"
        maxLength={maxLength}
        data-testid="cell-editor"
        data-draft={props.draft}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(-1);
        }}
        onBlur={() => commit(text, 'stay')}
        onKeyDown={handleKeyDown}
      />
      {rule !== null && (
        <span id={`${id}-rule`} role="alert" className={styles.rule}>
          {rule}
        </span>
      )}
      {options && (
        <span
          role="listbox"
          id={`${id}-list`}
          aria-label={words.options}
          className={classes(styles.options, shown.length === 0 && styles.none)}
        >
          {shown.map((option, index) => (
            // Keys are the text box's; a press is the pointer's way.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <span
              key={option}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => commit(option, 'stay')}
            >
              {option}
            </span>
          ))}
        </span>
      )}
      {emotionOf !== null && (
        <EmotionPicker
          title={emotionOf}
          text={text}
          words={words}
          onPick={(value) => commit(value, 'stay')}
        />
      )}
    </span>
  );
}

/** Options that hold the text, those that begin with it first. */
function matching(options: readonly string[], text: string): readonly string[] {
  const wanted = plainText(text.trim());
  if (wanted === '') return options;
  const held = options.filter((option) => plainText(option).includes(wanted));
  return held.toSorted(
    (a, b) => Number(plainText(b).startsWith(wanted)) - Number(plainText(a).startsWith(wanted)),
  );
}
