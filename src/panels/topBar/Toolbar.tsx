/**
 * The tools in the middle of the top bar: one tab stop (U7), arrow keys between them, groups set apart by a rule.
 * The three that make things carry word and key.
 */
import { Fragment, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
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
  /** Gives way first where it gets narrow: then it is in a menu. */
  readonly spare?: boolean | undefined;
  readonly onPress: () => void;
}

export interface ToolbarProps {
  readonly label: string;
  /** Names the menu of those that have given way. */
  readonly more: string;
  readonly groups: readonly (readonly ToolItem[])[];
}

export function Toolbar({ label, more, groups }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const items = groups.flat();
  const [stop, setStop] = useState<string | null>(null);
  const stopId = items.find(({ id }) => id === stop)?.id ?? items[0]?.id;

  const handleKeyDown = (event: KeyboardEvent) => {
    const seen = items.filter(({ id }) => isSeen(bar.current?.querySelector(`[data-tool="${id}"]`)));
    const at = seen.findIndex(({ id }) => id === stopId);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + seen.length, Home: 0, End: seen.length - 1 }[
      event.key
    ];
    const next = to === undefined ? undefined : seen[to % seen.length];
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
                data-spare={item.spare || undefined}
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
            {group.some((item) => item.spare) && (
              <span className={styles.spare}>
                <MenuButton label={more} testId="more-tools" entries={asEntries(group)} />
              </span>
            )}
          </Fragment>
        ))}
    </div>
  );
}

function asEntries(group: readonly ToolItem[]): readonly MenuEntry[] {
  return group
    .filter((item) => item.spare)
    .map(({ id, icon, label, disabled, onPress }) => ({ id, icon, label, disabled, onSelect: onPress }));
}

/** A tool in the menu is not on the bar. */
function isSeen(tool: Element | null | undefined): boolean {
  return !!tool && getComputedStyle(tool).display !== 'none';
}
