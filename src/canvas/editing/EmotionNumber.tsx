/** The number of a point of the emotion curve, typed: −2 to +2, one decimal; Enter writes, Escape and leaving do not. */
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useMapSession, useScreen, type Editing } from '../../state/mapSession.ts';
import { isComposing } from '../../ui/composing.ts';
import { editingWords } from '../../words/editing.ts';
import type { CanvasHost } from '../host.ts';
import styles from './Editing.module.css';
import { editingStore, type EditingState } from './editingStore.ts';
import { writeEmotion } from './gestures.ts';

interface Props {
  readonly host: CanvasHost;
  readonly editing: Editing;
  readonly open: NonNullable<EditingState['number']>;
}

export function EmotionNumber({ host, editing, open }: Props) {
  const session = useMapSession();
  const words = editingWords[useScreen((state) => state.language)];
  const field = useRef<HTMLInputElement>(null);
  const layer = host.frame.querySelector('.react-flow__viewport-portal');
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  if (!layer) return null;
  const close = (): void => editingStore.setState({ number: null });
  return createPortal(
    <input
      ref={field}
      className={`${styles.number ?? ''} nodrag nopan nokey`}
      style={{ left: open.at.x, top: open.at.y }}
      inputMode="decimal"
      aria-label={words.emotionValue}
      data-testid="emotion-number"
      onBlur={close}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Escape') close();
        if (event.key !== 'Enter') return;
        event.preventDefault();
        const value = parseEmotion(event.currentTarget.value);
        close();
        if (value !== null) writeEmotion(session, editing, { ...open, value: Number.NaN }, value);
      }}
    />,
    layer,
  );
}

/** "+1.5", "−0,5", "2" as an emotion inside the scale; null when it is no number. */
export function parseEmotion(text: string): number | null {
  const plain = text.trim().replace(/[−–]/g, '-').replace(',', '.').replace(/^\+/, '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? Math.round(Math.min(2, Math.max(-2, value)) * 10) / 10 + 0 : null;
}
