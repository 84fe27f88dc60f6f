/**
 * The emotion of one or several touchpoints: five faces to press, and a line from −2 to +2 for decimals.
 * Keys on the faces: arrows, 1 to 5, 0 or Delete for "not rated". While the pointer moves on the line only the picture
 * follows; the value is written when it is let go.
 */
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { emotionBand, emotionBands } from '../../../model/emotionBand.ts';
import { useLanguage } from '../../../state/interfaceStore.ts';
import { signed } from '../../../words/scene.ts';
import { inTurn } from '../../../words/together.ts';
import { Face } from '../../Face.tsx';
import { dot, numberText } from '../../shownValues.ts';
import { useInspector } from '../inspectorContext.ts';
import { various } from '../target.ts';
import { Section } from './Section.tsx';
import styles from './EmotionScale.module.css';
import range from './Range.module.css';

export interface EmotionScaleProps {
  readonly value: unknown;
  readonly onChange: (emotion: number | null) => void;
  /** Whose it is; without it everyone's. */
  readonly title?: string;
  /** What taking the value away is called; null where there is none to take away. */
  readonly clear?: string | null;
  readonly children?: ReactNode;
}

export function EmotionScale({ value, onChange, title, clear, children }: EmotionScaleProps) {
  const { words } = useInspector();
  const language = useLanguage();
  const name = title ?? words.emotion;
  const [moving, setMoving] = useState<number | null>(null);
  const stored = typeof value === 'number' ? value : null;
  const shown = moving ?? stored;
  const band = shown === null ? null : emotionBand(shown);
  const clearing = clear === undefined ? (stored === null ? null : words.rateNot) : clear;

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = band === null ? 2 : emotionBands.indexOf(band);
    const move = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const clears = ['Delete', 'Backspace', '0'].includes(event.key);
    const digit = /^[1-5]$/.test(event.key) ? Number(event.key) - 1 : null;
    if (move === undefined && !clears && digit === null) return;
    event.preventDefault();
    event.stopPropagation();
    const index = digit ?? Math.min(4, Math.max(0, at + (move ?? 0)));
    if (clears) onChange(null);
    else onChange(index - 2);
    event.currentTarget.querySelector<HTMLElement>(`[data-face="${clears ? 2 : index}"]`)?.focus();
  };
  const settle = (): void => {
    if (moving !== null && moving !== stored) onChange(moving);
    setMoving(null);
  };

  const summary =
    value === various && moving === null ? words.various : shown === null ? words.notRated : undefined;
  return (
    <Section
      field="emotion"
      title={name}
      aside={
        <span className={styles.value}>
          {summary ?? (shown === null || band === null ? '' : signed(shown) + dot + words.bands[band])}
          {clearing !== null && (
            <IconButton
              small
              icon="close"
              label={clearing}
              className={styles.clear}
              onClick={() => onChange(null)}
            />
          )}
        </span>
      }
    >
      <div role="radiogroup" aria-label={name} className={styles.faces} onKeyDown={handleKeyDown}>
        {emotionBands.map((one, index) => (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={one === band}
            aria-label={inTurn(language, [face(index - 2), words.bands[one]])}
            title={words.bands[one]}
            tabIndex={one === band || (band === null && index === 2) ? 0 : -1}
            data-face={index}
            className={styles.face}
            style={{ background: `var(--emotion-${one})`, color: `var(--on-${one})` }}
            onClick={() => onChange(index - 2)}
          >
            <Face band={one} size={22} ink={`on-${one}`} />
            <span>{face(index - 2)}</span>
          </button>
        ))}
      </div>
      <div className={styles.line}>
        <svg className={styles.ticks} viewBox="0 0 232 14" preserveAspectRatio="none" aria-hidden="true">
          <path d="M.5 7H231.5M.5 3V11M58.25 3V11M116 1V13M173.75 3V11M231.5 3V11" />
        </svg>
        {shown !== null && (
          <svg
            className={`${range.pointer} ${styles.pointer}`}
            style={{ left: `calc(10% + ${((shown + 2) / 4) * 80}%)` }}
            width={12}
            height={9}
            aria-hidden="true"
          >
            <path d="M6 0L12 9H0Z" />
          </svg>
        )}
        <input
          type="range"
          min={-2}
          max={2}
          step={0.1}
          aria-label={words.emotionExact}
          aria-valuetext={shown === null ? words.notRated : signed(shown)}
          className={range.range}
          value={shown ?? 0}
          onChange={(event) => setMoving(Number(event.currentTarget.value))}
          onPointerUp={settle}
          onKeyUp={settle}
          onBlur={settle}
        />
      </div>
      {children}
    </Section>
  );
}

/** "+1", "−2": a face is a whole number. */
function face(value: number): string {
  return value > 0 ? `+${value}` : numberText(value);
}
