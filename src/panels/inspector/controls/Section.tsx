/** A section of the inspector: a caps title, perhaps something at its right, and a hair line above. */
import { useId, type ReactNode } from 'react';
import styles from './controls.module.css';

export interface SectionProps {
  readonly title: string | null;
  readonly aside?: ReactNode;
  /** What can be asked for by this name (screen.field). */
  readonly field?: string;
  readonly children: ReactNode;
}

export function Section({ title, aside, field, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} data-field={field} aria-labelledby={title === null ? undefined : id}>
      {title !== null && (
        <header className={styles.sectionHead}>
          <h3 id={id} className={styles.caps}>
            {title}
          </h3>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
