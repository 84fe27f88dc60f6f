/**
 * A number within the range of its field. Out of range is clamped and the rule is said, so that nobody wonders where
 * their number went. `percent` shows a share of 1 as a share of 100, `first` is what 0 is shown as.
 */
import { NumberField, parseNumber } from '../../../ui/NumberField.tsx';
import { useInspector } from '../inspectorContext.ts';
import type { NumberSpec } from '../../../model/fieldSpec.ts';
import { various } from '../target.ts';
import { numberText } from '../../shownValues.ts';
import styles from './controls.module.css';

export interface NumberRowProps {
  readonly value: unknown;
  readonly spec: Pick<NumberSpec, 'min' | 'max' | 'int' | 'decimals' | 'nullable'>;
  readonly onChange: (value: number | null) => void;
  readonly onRule: (rule: string | null) => void;
  readonly percent?: boolean | undefined;
  readonly first?: number | undefined;
  readonly unit?: string | undefined;
  readonly id?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
}

/** Beyond this a limit is no limit a person could meet. */
const endless = 1e15;
/** Digits kept where the model keeps what it gets. */
const anyDecimals = 4;

export function NumberRow({
  value,
  spec,
  onChange,
  onRule,
  percent,
  first = 0,
  unit,
  ...rest
}: NumberRowProps) {
  const { words } = useInspector();
  const scale = percent ? 100 : 1;
  const min = spec.min * scale + first;
  const max = Math.min(spec.max * scale + first, endless);
  const digits = spec.decimals ?? (percent ? 2 : anyDecimals);
  const shown = typeof value === 'number' ? tidy(value * scale) + first : null;

  const judge = (text: string): void => {
    const typed = parseNumber(text);
    const out = typed !== null && (typed < min || typed > max);
    if (!out) onRule(null);
    else
      onRule(
        max === endless ? words.atLeast(numberText(min)) : words.between(numberText(min), numberText(max)),
      );
  };
  return (
    <span
      className={styles.number}
      onBlurCapture={(event) => event.target instanceof HTMLInputElement && judge(event.target.value)}
    >
      <NumberField
        {...rest}
        value={shown}
        min={min}
        max={max}
        digits={digits}
        step={spec.int || percent || max - min > 4 ? 1 : 0.1}
        optional={spec.nullable}
        placeholder={value === various ? words.various : undefined}
        onCommit={(next) => onChange(next === null ? null : tidy((next - first) / scale))}
      />
      {(percent || unit) && <span className={styles.unit}>{percent ? '%' : unit}</span>}
    </span>
  );
}

/** Without the dust of binary fractions: 0.29 × 100 is 29. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
