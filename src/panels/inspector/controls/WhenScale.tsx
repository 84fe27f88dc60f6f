/**
 * When a touchpoint lies in its stage: the stage's scale bar (four parts, ink and card) with the pointer that the map
 * shows above it. Drag or arrow keys; the exact place can be typed beside it, in percent of the stage.
 */
import { useState } from 'react';
import { percent } from '../../../words/scene.ts';
import { useInspector } from '../inspectorContext.ts';
import { NumberRow } from './NumberRow.tsx';
import styles from './WhenScale.module.css';
import range from './Range.module.css';

const spec = { min: 0, max: 1, int: false, decimals: 0, nullable: false };

export function WhenScale({ t, onChange }: { readonly t: number; readonly onChange: (t: number) => void }) {
  const { words } = useInspector();
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? t;
  const settle = (): void => {
    if (moving !== null && moving !== t) onChange(moving);
    setMoving(null);
  };
  return (
    <span className={styles.when}>
      <span className={styles.bar}>
        <svg className={styles.zebra} viewBox="0 0 4 1" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 0H1V1H0ZM2 0H3V1H2Z" />
        </svg>
        <svg
          className={`${range.pointer} ${styles.pointer}`}
          style={{ left: `${shown * 100}%` }}
          width={12}
          height={9}
          aria-hidden="true"
        >
          <path d="M0 0H12L6 9Z" />
        </svg>
        <input
          type="range"
          className={range.range}
          min={0}
          max={1}
          step={0.01}
          value={shown}
          aria-label={words.when}
          aria-valuetext={words.whenAt(percent(shown))}
          onChange={(event) => setMoving(Number(event.currentTarget.value))}
          onPointerUp={settle}
          onKeyUp={settle}
          onBlur={settle}
        />
      </span>
      <span className={styles.number} title={words.whenHint}>
        <NumberRow
          percent
          aria-label={words.whenExact}
          value={t}
          spec={spec}
          onRule={noRule}
          onChange={(value) => value !== null && onChange(value)}
        />
      </span>
    </span>
  );
}

const noRule = (): void => undefined;
