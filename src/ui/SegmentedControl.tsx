/** One of a few, side by side in one frame: the chosen part is filled with ink. A radio group for keyboard and screen reader. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './SegmentedControl.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Drawn instead of the label, which then only names it. */
  readonly picture?: ReactNode;
}

export interface SegmentedControlProps<V extends string> {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  /** Null when nothing is chosen (several records differ). */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean | undefined;
  readonly large?: boolean | undefined;
  readonly className?: string | undefined;
  readonly testId?: string | undefined;
}

export function SegmentedControl<V extends string>({
  label,
  segments,
  value,
  onChange,
  disabled,
  large,
  className,
  testId,
}: SegmentedControlProps<V>) {
  const group = useRef<HTMLDivElement>(null);

  const handleKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    const at = segments.findIndex((segment) => segment.value === value);
    const next = segments[(at + step + segments.length) % segments.length];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(next.value)}"]`)?.focus();
  };

  return (
    <div
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      ref={group}
      className={classes(styles.group, large && styles.large, className)}
      data-testid={testId}
      onKeyDown={handleKeyDown}
    >
      {segments.map((segment, index) => (
        <button
          key={segment.value}
          type="button"
          role="radio"
          aria-checked={segment.value === value}
          aria-label={segment.picture ? segment.label : undefined}
          title={segment.picture ? segment.label : undefined}
          data-value={segment.value}
          disabled={disabled}
          tabIndex={segment.value === value || (value === null && index === 0) ? 0 : -1}
          className={styles.segment}
          onClick={() => onChange(segment.value)}
        >
          {segment.picture ?? segment.label}
        </button>
      ))}
    </div>
  );
}
