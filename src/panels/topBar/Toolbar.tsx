/**
 * The tools in the middle of the top bar: one tab stop (U7), arrow keys between them, groups set apart by a rule.
 * The three that make things carry word and key.
 */
import { Fragment, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import styles from './TopBar.module.css';

export interface ToolItem {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  /** As this platform writes it: "N", "Ctrl+Z". */
  readonly keys?: string | undefined;
  /** Shown beside the icon while there is room. */
  readonly word?: string | undefined;
  /** For tools one stays in; undefined for those that act at once. */
  readonly current?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onPress: () => void;
}

export function Toolbar({ label, groups }: { label: string; groups: readonly (readonly ToolItem[])[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const items = groups.flat();
  const [stop, setStop] = useState<string | null>(null);
  const stopId = items.find(({ id }) => id === stop)?.id ?? items[0]?.id;

  const handleKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex(({ id }) => id === stopId);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + items.length, Home: 0, End: items.length - 1 }[
      event.key
    ];
    const next = to === undefined ? undefined : items[to % items.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    setStop(next.id);
    bar.current?.querySelector<HTMLElement>(`[data-tool="${next.id}"]`)?.focus();
  };
  return (
    <div
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      ref={bar}
      className={styles.tools}
      data-testid="toolbar"
      onKeyDown={handleKeyDown}
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <span className={styles.rule} aria-hidden="true" />}
            {group.map((item) => (
              <IconButton
                key={item.id}
                data-tool={item.id}
                icon={item.icon}
                label={item.label}
                keys={item.keys}
                word={item.word}
                current={item.current}
                // Focus must not be lost when undo runs out, so a tool that cannot act stays focusable.
                aria-disabled={item.disabled || undefined}
                tabIndex={item.id === stopId ? 0 : -1}
                onFocus={() => setStop(item.id)}
                onClick={() => !item.disabled && item.onPress()}
                className={item.disabled ? styles.disabled : undefined}
              />
            ))}
          </Fragment>
        ))}
    </div>
  );
}
