/**
 * A dialog over the page: the browser's own `<dialog>` (focus is held inside and given back, Escape closes,
 * the page behind is inert). Head 60 with a serif title, body that scrolls, optional foot (look-more.md, "Dialog").
 * Rendered only while open, so a dialog's contents start fresh each time.
 */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { giveFocusBack } from './focusBack.ts';
import { IconButton } from './IconButton.tsx';
import { dialogOpened } from './openDialogs.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** Beside the title, in ink-2. */
  readonly subtitle?: string | undefined;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** px; narrower screens take all they have. */
  readonly width?: number | undefined;
  readonly testId?: string | undefined;
  readonly bodyClassName?: string | undefined;
}

export function Dialog({
  title,
  subtitle,
  closeLabel,
  onClose,
  children,
  foot,
  width = 560,
  testId,
  bodyClassName,
}: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    const closed = dialog ? dialogOpened(dialog) : undefined;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // The browser would focus the close button; a reader wants the title, a search its field.
      (dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog.querySelector('h2'))?.focus();
    }
    return () => {
      dialog?.close();
      closed?.();
      giveFocusBack();
    };
  }, []);

  return (
    <dialog
      ref={element}
      className={styles.dialog}
      style={{ width }}
      aria-labelledby={titleId}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.sheet}>
        {/* No header and footer: those would be the page's. */}
        <div className={styles.head}>
          <h2 id={titleId} className={styles.title} tabIndex={-1}>
            {title}
          </h2>
          {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
          <IconButton icon="close" label={closeLabel} className={styles.close} onClick={onClose} />
        </div>
        <div className={classes(styles.body, bodyClassName)}>{children}</div>
        {foot && <div className={styles.foot}>{foot}</div>}
      </div>
    </dialog>
  );
}
