/**
 * The title in the panel's head, edited in place: Enter or Escape commits, Shift+Enter breaks the line (U25); leaving
 * commits too. Wraps as it grows. Long ones (a note's text, a moment's question) are live texts.
 */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { mergeTexts } from '../../../model/mergeTexts.ts';
import { useMapSession, useScreen } from '../../../state/mapSession.ts';
import { isComposing } from '../../../ui/composing.ts';
import { useInspector } from '../inspectorContext.ts';
import type { Target } from '../target.ts';
import { LongText } from './LongText.tsx';
import styles from './controls.module.css';

export function TitleField({ target, field }: { readonly target: Target; readonly field: string }) {
  const { words } = useInspector();
  const label = target.labels[field] ?? field;
  if (target.openText(field)) {
    return (
      <LongText
        target={target}
        field={field}
        className={styles.title}
        aria-label={label}
        placeholder={words.untitled}
      />
    );
  }
  return <Title key={target.key} target={target} field={field} label={label} />;
}

function Title({
  target,
  field,
  label,
}: {
  readonly target: Target;
  readonly field: string;
  readonly label: string;
}) {
  const { words, draft } = useInspector();
  const [typed, setTyped] = useState<string | null>(null);
  const value = target.read(field);
  const shown = typed ?? (typeof value === 'string' ? value : '');
  const box = useRef<HTMLTextAreaElement>(null);
  const { screen } = useMapSession();
  // What has just been made has its name open for typing; the canvas opens those that are drawn there itself.
  const isNew = useScreen(
    ({ editing }) => editing !== null && editing.field === field && target.key === `personas/${editing.id}`,
  );
  useEffect(() => {
    if (!isNew) return;
    box.current?.focus();
    box.current?.select();
    screen.setState({ editing: null });
  }, [isNew, screen]);
  const latest = useRef({ typed, value, target, opened: value });
  latest.current = { typed, value, target, opened: typed === null ? value : latest.current.opened };

  const commit = (): void => {
    const now = latest.current;
    write(now, field);
    latest.current = { ...now, typed: null };
    setTyped(null);
  };
  // Another selection takes the field away while somebody types: what was typed counts.
  useEffect(
    () => () => {
      write(latest.current, field);
    },
    [field],
  );
  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.blur();
  };
  return (
    <textarea
      ref={box}
      rows={1}
      className={styles.title}
      aria-label={label}
      placeholder={words.untitled}
      data-field={field}
      data-draft={`${target.key}#${field}`}
      data-testid="inspector-title"
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        draft.current = { key: target.key, field, label, text: event.currentTarget.value };
      }}
      onKeyDown={handleKeyDown}
      onBlur={() => {
        draft.current = null;
        commit();
      }}
    />
  );
}

interface Typing {
  /** Null while nobody types here. */
  readonly typed: string | null;
  readonly value: unknown;
  /** The value when typing began: what others have done to it since is kept where that goes. */
  readonly opened: unknown;
  readonly target: Target;
}

function write({ typed, value, opened, target }: Typing, field: string): void {
  if (typed === null || typed === opened) return;
  const merged =
    typeof value === 'string' && typeof opened === 'string' ? mergeTexts(opened, typed, value) : null;
  const wanted = merged ?? typed;
  if (wanted !== value) target.write({ [field]: wanted });
}
