/** Progress as the map's scale bar: eight fields that fill with ink. `share` 0 to 1, or null while nobody can say. */
import styles from './ProgressZebra.module.css';

export function ProgressZebra({ label, share }: { label: string; share: number | null }) {
  const value = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={100}
      className={styles.zebra}
    >
      <div className={styles.ink} style={{ width: `${value ?? 50}%` }} />
      {Array.from({ length: 7 }, (_, index) => (
        <div key={index} className={styles.tick} style={{ left: `${(index + 1) * 12.5}%` }} />
      ))}
    </div>
  );
}
