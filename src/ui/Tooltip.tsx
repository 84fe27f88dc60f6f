/**
 * A word beside something that has none, after a moment of hovering or at once on keyboard focus. Only says what the
 * element's own name says already, so it is hidden from screen readers. Escape hides it. Uses the browser's popover,
 * so it is never cut off by a scrolling parent.
 */
import { useRef, useState, type ReactNode } from 'react';
import styles from './Tooltip.module.css';

export function Tooltip({
  text,
  keys,
  children,
}: {
  text: string;
  keys?: string | undefined;
  children: ReactNode;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);

  const show = () => {
    const box = anchor.current?.firstElementChild?.getBoundingClientRect();
    if (box) setAt({ x: box.left + box.width / 2, y: box.bottom + 6 });
  };
  const hide = () => {
    clearTimeout(timer.current);
    setAt(null);
  };
  return (
    <span
      ref={anchor}
      className={styles.anchor}
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') timer.current = setTimeout(show, 500);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      {at && (
        <span
          aria-hidden="true"
          popover="manual"
          ref={(element) => element?.showPopover?.()}
          className={styles.tip}
          style={{ left: at.x, top: at.y }}
        >
          {text}
          {keys && <kbd className={styles.keys}>{keys}</kbd>}
        </span>
      )}
    </span>
  );
}
