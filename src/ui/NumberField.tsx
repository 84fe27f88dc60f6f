/**
 * A number a person types: shows a real minus sign, takes both minus signs, comma or point; out of range is clamped,
 * not a number is put back. Empty means null ("not assessed"). Arrow up and down change it by one `step`.
 */
import { useState, type KeyboardEvent } from 'react';
import { classes } from './classes.ts';
import { isComposing } from './composing.ts';
import styles from './control.module.css';

export interface NumberFieldProps {
  readonly value: number | null;
  readonly onCommit: (value: number | null) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number | undefined;
  /** Digits after the point that are kept. */
  readonly digits?: number | undefined;
  /** False when the value must not be empty. */
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly id?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
  readonly testId?: string | undefined;
}

export function NumberField({
  value,
  onCommit,
  min,
  max,
  step = 1,
  digits = 0,
  optional = true,
  className,
  testId,
  ...rest
}: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);

  const give = (next: number | null) => {
    setDraft(null);
    if (next !== value) onCommit(next);
  };
  const commit = () => {
    if (draft === null) return;
    const parsed = parseNumber(draft);
    if (parsed === null && optional && draft.trim() === '') give(null);
    else if (parsed === null) setDraft(null);
    else give(fit(parsed, min, max, digits));
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.stopPropagation();
      event.currentTarget.blur();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const from = (draft === null ? value : parseNumber(draft)) ?? Math.max(min, Math.min(max, 0));
      give(fit(from + (event.key === 'ArrowUp' ? step : -step), min, max, digits));
    }
  };

  return (
    <input
      type="text"
      inputMode={digits > 0 || min < 0 ? 'decimal' : 'numeric'}
      role="spinbutton"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value ?? undefined}
      autoComplete="off"
      {...rest}
      data-testid={testId}
      className={classes(styles.control, className)}
      value={draft ?? (value === null ? '' : String(value).replace('-', '−'))}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={handleKeyDown}
    />
  );
}

/** The number in a text as people write it, null when there is none. */
export function parseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(/[−–]/g, '-').replace(',', '.');
  if (plain === '') return null;
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}

function fit(number: number, min: number, max: number, digits: number): number {
  const scale = 10 ** digits;
  const rounded = Math.round(Math.min(max, Math.max(min, number)) * scale) / scale;
  // Never −0: it would be written out as a change.
  return rounded === 0 ? 0 : rounded;
}
