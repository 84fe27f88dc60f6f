/**
 * Five steps for a value from 1 to 5: a press sets it, arrow keys move it, Delete, 0 or the same step again clears it.
 * A value between two steps (3.4) fills the last one in part. A radio group for keyboard and screen reader.
 */
import type { KeyboardEvent } from 'react';
import { useInspector } from '../inspectorContext.ts';
import { various } from '../target.ts';
import { numberText } from '../../shownValues.ts';
import styles from './controls.module.css';

export interface StepsProps {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: number | null) => void;
}

const steps = [1, 2, 3, 4, 5] as const;

export function Steps({ label, value, onChange }: StepsProps) {
  const { words } = useInspector();
  const present = typeof value === 'number' ? value : null;
  const current = present === null ? null : Math.min(5, Math.max(1, Math.round(present)));

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const move = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const clears = event.key === 'Delete' || event.key === 'Backspace' || event.key === '0';
    const typed = steps.find((step) => String(step) === event.key);
    if (move === undefined && !clears && typed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = clears ? null : (typed ?? Math.min(5, Math.max(1, (current ?? 3) + (move ?? 0))));
    if (next !== present) onChange(next);
    const focused = event.currentTarget.querySelector<HTMLElement>(`[data-step="${next ?? 1}"]`);
    focused?.focus();
  };

  return (
    <span className={styles.steps}>
      <span role="radiogroup" aria-label={label} className={styles.stepGroup} onKeyDown={handleKeyDown}>
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            role="radio"
            aria-checked={step === current}
            aria-label={words.step(step)}
            title={words.step(step)}
            data-step={step}
            tabIndex={step === (current ?? 1) ? 0 : -1}
            className={styles.step}
            onClick={() => onChange(step === present ? null : step)}
          >
            <span className={styles.block}>
              <span className={styles.fill} style={{ width: `${filled(present, step)}%` }} />
            </span>
          </button>
        ))}
      </span>
      <span className={styles.stepValue}>
        {value === various ? words.various : present === null ? '–' : numberText(present)}
      </span>
    </span>
  );
}

function filled(value: number | null, step: number): number {
  return value === null ? 0 : Math.round(Math.min(1, Math.max(0, value - step + 1)) * 100);
}
