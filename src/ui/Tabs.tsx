/** Tabs with a 2 px signal rule under the current one; arrow keys, Home and End move between them. */
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Tabs.module.css';

export interface Tab<K extends string> {
  readonly id: K;
  readonly label: string;
  /** A number after the label ("Notes 2"). */
  readonly count?: number | undefined;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<K>[];
  readonly current: K;
  readonly onChange: (id: K) => void;
  /** The panel of the current tab. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

export function Tabs<K extends string>({
  label,
  tabs,
  current,
  onChange,
  children,
  className,
}: TabsProps<K>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);

  const handleKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[
      event.key
    ];
    const tab = next === undefined ? undefined : tabs[next % tabs.length];
    if (!tab) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  };

  return (
    <div className={classes(styles.tabs, className)}>
      <div
        role="tablist"
        tabIndex={-1}
        aria-label={label}
        className={styles.list}
        ref={list}
        onKeyDown={handleKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === current}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === current ? 0 : -1}
            className={styles.tab}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}> {tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${current}`}
        className={styles.panel}
      >
        {children}
      </div>
    </div>
  );
}
