/** A part of home below my maps: its heading with a line about it, and its content. */
import type { ReactNode } from 'react';
import styles from './HomeSection.module.css';

export interface HomeSectionProps {
  /** Of the heading, which names the section. */
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** With a rule below it: more follows. */
  readonly ruled?: boolean;
  readonly children: ReactNode;
}

export function HomeSection({ id, title, note, ruled = false, children }: HomeSectionProps) {
  return (
    <section aria-labelledby={id} className={styles.section} data-ruled={ruled || undefined}>
      <div className={styles.caption}>
        <h2 id={id}>{title}</h2>
        <p>{note}</p>
      </div>
      {children}
    </section>
  );
}
