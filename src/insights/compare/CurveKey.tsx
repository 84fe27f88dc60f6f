/** Which line is whose, and what the two tints of the band say. */
import type { KeyEntry } from '../../charts/chartKey.ts';
import { Drawing } from '../ChartView.tsx';
import styles from './Compare.module.css';

export function CurveKey({ entries }: { readonly entries: readonly KeyEntry[] }) {
  return (
    <p className={styles.key}>
      {entries.map(({ sample, text }) => (
        <span key={text} className={styles.keyEntry}>
          {sample && <Drawing {...sample} />}
          {text}
        </span>
      ))}
    </p>
  );
}
