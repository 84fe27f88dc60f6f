/** A section of the inspector: a caps title, perhaps something at its right, and a hair line above. */
import { useId, type ReactNode } from 'react';
import styles from './controls.module.css';

export interface SectionProps {
  readonly title: string | null;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={title === null ? undefined : id}>
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
