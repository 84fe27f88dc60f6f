/**
 * A text two people may type in at once: bound to the live document, so nothing is committed and nothing overwritten.
 * Enter breaks the line; Escape and Mod+Enter leave. Where there is no live text (brand, several records) the text is
 * written when it is left.
 */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { bindLiveText } from '../../../state/bindLiveText.ts';
import { isComposing } from '../../../ui/composing.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useInspector } from '../inspectorContext.ts';
import { various, type Target } from '../target.ts';
import styles from './controls.module.css';

export interface LongTextProps {
  readonly target: Target;
  readonly field: string;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  /** Instead of a label beside it. */
  readonly 'aria-label'?: string | undefined;
  readonly placeholder?: string | undefined;
}

export function LongText({ target, field, id, className, placeholder, ...rest }: LongTextProps) {
  const { words, draft } = useInspector();
  const box = useRef<HTMLTextAreaElement>(null);
  const live = target.canEdit && target.openText(field) !== null;
  const present = useRef(target);
  present.current = target;

  // Bound once per record and field: the live text follows the document by itself.
  useEffect(() => {
    const text = present.current.openText(field);
    const element = box.current;
    if (!text || !element) return;
    const note = (value: string, mine: boolean): void => {
      if (element.ownerDocument.activeElement !== element) return;
      // A text somebody else emptied went with its record, perhaps: what stood there is what is given back (U24).
      if (!mine && value === '') return;
      const { key, labels } = present.current;
      draft.current = { key, field, label: labels[field] ?? field, text: value };
    };
    return bindLiveText(element, text, note);
  }, [target.key, field, live, draft]);

  if (!live) {
    const value = target.read(field);
    return (
      <TextField
        {...rest}
        id={id}
        multiline
        className={styles.compact}
        key={target.key}
        value={typeof value === 'string' ? value : ''}
        placeholder={value === various ? words.various : placeholder}
        onCommit={(text) => target.write({ [field]: text })}
      />
    );
  }

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.blur();
  };
  return (
    <textarea
      {...rest}
      ref={box}
      id={id}
      rows={1}
      className={className ?? styles.text}
      placeholder={placeholder}
      data-field={field}
      onKeyDown={handleKeyDown}
      onFocus={(event) => {
        draft.current = {
          key: target.key,
          field,
          label: target.labels[field] ?? field,
          text: event.currentTarget.value,
        };
      }}
      onBlur={() => {
        draft.current = null;
      }}
    />
  );
}
