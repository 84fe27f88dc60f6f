/**
 * Menus: a list of things to do beside a button or at a point (context menu). Arrow keys, type-ahead, Escape and
 * focus going back are Base UI's. Heavy: load it lazily (see MenuButton.tsx).
 */
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import type { MenuEntry, MenuPlace } from './menuEntries.ts';
import styles from './Menu.module.css';

export interface MenuProps {
  readonly label: string;
  /** The button it belongs to, or the point of a context menu in client px. */
  readonly place: MenuPlace;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

export function Menu({ label, place, entries, onClose }: MenuProps) {
  const atPoint = !(place instanceof Element);
  const [before] = useState(() => (place instanceof HTMLElement ? place : document.activeElement));
  const isChosen = useRef(false);
  // What is chosen may open a text or a dialog, which then has the focus; else it goes back when the menu is gone.
  const choose = (act: () => void) => {
    isChosen.current = true;
    act();
  };
  useLayoutEffect(
    () => () => {
      if (!isChosen.current) return;
      queueMicrotask(() => {
        const { activeElement } = document;
        if (before instanceof HTMLElement && (activeElement === null || activeElement === document.body))
          before.focus({ preventScroll: true });
      });
    },
    [before],
  );
  return (
    <BaseMenu.Root
      open
      modal={false}
      onOpenChange={(open, details) => {
        // The press that closes a menu through its own button is the button's business.
        if (
          !open &&
          !(
            place instanceof Element &&
            details.event.target instanceof Node &&
            details.reason === 'outside-press' &&
            place.contains(details.event.target)
          )
        )
          onClose();
      }}
    >
      <BaseMenu.Portal container={landmarkOf(place)}>
        <BaseMenu.Positioner
          className={styles.positioner}
          positionMethod="fixed"
          anchor={atPoint ? { getBoundingClientRect: () => new DOMRect(place.x, place.y, 0, 0) } : place}
          side="bottom"
          align="start"
          sideOffset={atPoint ? 2 : 5}
          collisionPadding={8}
        >
          <BaseMenu.Popup
            className={styles.popup}
            aria-label={label}
            finalFocus={() => !isChosen.current && (place instanceof HTMLElement ? place : true)}
            onKeyDown={(event) => event.stopPropagation()}
          >
            <Entries entries={entries} onChoose={choose} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface EntriesProps {
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (act: () => void) => void;
}

function Entries({ entries, onChoose }: EntriesProps): ReactNode {
  return entries.map((entry, index) => {
    switch (entry.kind) {
      case 'separator':
        return <BaseMenu.Separator key={index} className={styles.separator} />;
      case 'heading':
        return (
          <div key={index} role="presentation" className={styles.heading}>
            {entry.label}
          </div>
        );
      case 'check':
        return (
          <BaseMenu.CheckboxItem
            key={entry.id}
            className={styles.item}
            checked={entry.checked}
            disabled={entry.disabled ?? false}
            closeOnClick={false}
            onCheckedChange={entry.onChange}
            data-id={entry.id}
          >
            <span className={styles.mark}>{entry.checked && <Icon name="check" size={16} />}</span>
            <span className={styles.label}>{entry.label}</span>
            {entry.hint && <span className={styles.hint}>{entry.hint}</span>}
          </BaseMenu.CheckboxItem>
        );
      case 'submenu':
        return (
          <BaseMenu.SubmenuRoot key={entry.id}>
            <BaseMenu.SubmenuTrigger className={styles.item} disabled={entry.disabled ?? false}>
              <span className={styles.mark}>{entry.icon && <Icon name={entry.icon} size={16} />}</span>
              <span className={styles.label}>{entry.label}</span>
              <Icon name="chevron-right" size={14} />
            </BaseMenu.SubmenuTrigger>
            <BaseMenu.Portal>
              <BaseMenu.Positioner className={styles.positioner} collisionPadding={8}>
                <BaseMenu.Popup className={styles.popup} onKeyDown={(event) => event.stopPropagation()}>
                  <Entries entries={entry.entries} onChoose={onChoose} />
                </BaseMenu.Popup>
              </BaseMenu.Positioner>
            </BaseMenu.Portal>
          </BaseMenu.SubmenuRoot>
        );
      case 'item':
      case undefined:
        return (
          <BaseMenu.Item
            key={entry.id}
            className={classes(styles.item, entry.dangerous && styles.dangerous)}
            disabled={entry.disabled ?? false}
            onClick={() => onChoose(entry.onSelect)}
            label={entry.label}
            data-id={entry.id}
          >
            <span className={styles.mark}>
              {entry.current ? (
                <Icon name="check" size={16} />
              ) : (
                entry.icon && <Icon name={entry.icon} size={16} />
              )}
            </span>
            <span className={styles.label}>
              {entry.label}
              {entry.note && <span className={styles.note}>{entry.note}</span>}
            </span>
            {entry.keys && <kbd className={styles.keys}>{entry.keys}</kbd>}
          </BaseMenu.Item>
        );
    }
  });
}

/** Where the menu stands in the page: in the part it belongs to, so that a reader who goes by parts finds it. */
function landmarkOf(place: MenuPlace): HTMLElement {
  const near = place instanceof Element ? place.closest<HTMLElement>('dialog, header, footer, main') : null;
  return near ?? document.querySelector('main') ?? document.body;
}
