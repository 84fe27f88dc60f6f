/**
 * A text a person types. Keeps what is typed to itself and hands it out once (`onCommit`) when the field is left,
 * on Enter (one line) or Mod+Enter (several), which also sends the form it stands in; Escape also commits and leaves, as U25 wants for titles.
 * A composing input method is never cut short. While nobody types here, a new `value` from outside is shown at once.
 */
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { flushSync } from 'react-dom';
import { classes } from './classes.ts';
import { isComposing, keepFromEmptying } from './composing.ts';
import styles from './control.module.css';

export interface TextFieldProps extends Pick<
  InputHTMLAttributes<HTMLElement>,
  | 'id'
  | 'placeholder'
  | 'disabled'
  | 'readOnly'
  | 'maxLength'
  | 'autoFocus'
  | 'className'
  | 'aria-label'
  | 'aria-describedby'
  | 'aria-invalid'
  | 'list'
> {
  readonly value: string;
  /** `opened`: what stood here when typing began; others may have changed it since. */
  readonly onCommit: (value: string, opened: string) => void;
  /** Every keystroke, for search fields. */
  readonly onType?: ((value: string) => void) | undefined;
  readonly multiline?: boolean | undefined;
  readonly large?: boolean | undefined;
  readonly type?: 'text' | 'search' | 'url' | 'date' | undefined;
  readonly testId?: string | undefined;
  /** A dialog that opens puts the focus here. */
  readonly 'data-autofocus'?: boolean | undefined;
  /** Which field of which record it is, where what is typed is kept on the device (app/keepDrafts.ts). */
  readonly 'data-draft'?: string | undefined;
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
}

export function TextField({
  value,
  onCommit,
  onType,
  multiline,
  large,
  type = 'text',
  testId,
  className,
  ref,
  ...rest
}: TextFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  // What is typed and not handed out, at once: Enter commits and then leaves, which would commit again.
  const typed = useRef<string | null>(null);
  const opened = useRef(value);

  const handOut = () => {
    const text = typed.current;
    typed.current = null;
    if (text !== null && text !== value && text !== opened.current) onCommit(text, opened.current);
  };
  const commit = () => {
    handOut();
    setDraft(null);
  };
  // A field that is taken away while somebody types (panel closed, other record) must not lose the text.
  const handOutLast = useEffectEvent(handOut);
  useEffect(() => () => handOutLast(), []);

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent)) {
      keepFromEmptying(event);
      return;
    }
    const leave =
      event.key === 'Escape' || (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey));
    if (!leave) return;
    event.stopPropagation();
    if (event.key === 'Enter') event.preventDefault();
    const form = event.key === 'Enter' ? event.currentTarget.closest('form') : null;
    if (form) {
      // The form is sent with what was just typed, and the focus stays where the next one would be typed.
      flushSync(commit);
      form.requestSubmit();
      return;
    }
    commit();
    event.currentTarget.blur();
  };

  const shared = {
    ...rest,
    ref,
    className: classes(styles.control, large && styles.large, className),
    'data-testid': testId,
    value: draft ?? value,
    onChange: (event: { currentTarget: { value: string } }) => {
      if (typed.current === null) opened.current = value;
      typed.current = event.currentTarget.value;
      setDraft(event.currentTarget.value);
      onType?.(event.currentTarget.value);
    },
    onBlur: commit,
    onKeyDown: handleKeyDown,
  };
  return multiline ? <textarea {...shared} /> : <input type={type} {...shared} />;
}
