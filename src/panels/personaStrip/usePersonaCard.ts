/**
 * When a persona's card is open: after the mouse has rested on the chip, at once when the keyboard comes to it, and by
 * a press on the portrait, which holds it open until the next press elsewhere. Escape closes the card and nothing else.
 * A finger opens it by the portrait alone, as it cannot hover.
 */
import { useEffect, useRef, useState, type FocusEvent, type MouseEvent, type PointerEvent } from 'react';

/** ms the mouse rests before the card opens, and is away before it closes (the way over to the card). */
const openAfterMs = 300;
const closeAfterMs = 200;
const margin = 8;

export function usePersonaCard(widthPx: number) {
  const chip = useRef<HTMLSpanElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const isNear = useRef(false);
  /** What the browser says, at once; it tells of opening and closing later, when a key may have come in between. */
  const isShown = useRef(false);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState({ left: 0, top: 0 });

  const soon = (act: () => void, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, afterMs);
  };
  const show = () => {
    clearTimeout(timer.current);
    if (!isShown.current) card.current?.showPopover();
  };
  const hide = () => {
    clearTimeout(timer.current);
    card.current?.hidePopover();
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!isOpen) return;
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      card.current?.hidePopover();
    };
    addEventListener('keydown', handleKey, { capture: true });
    return () => removeEventListener('keydown', handleKey, { capture: true });
  }, [isOpen]);

  return {
    isOpen,
    hide,
    /** Of the chip, which holds the card too: moving into the card is not leaving. */
    around: {
      ref: chip,
      // A chip that comes to lie under a mouse at rest, as a new one does, is entered too, but not wanted.
      onPointerMove: ({ pointerType, buttons }: PointerEvent) => {
        if (isNear.current || pointerType !== 'mouse') return;
        isNear.current = true;
        if (buttons === 0) soon(show, openAfterMs);
      },
      onPointerLeave: ({ pointerType }: PointerEvent) => {
        if (pointerType !== 'mouse') return;
        isNear.current = false;
        soon(() => held.current || hide(), closeAfterMs);
      },
      onFocus: ({ target }: FocusEvent) => {
        if (target.matches(':focus-visible')) show();
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) hide();
      },
    },
    /** A press on the switch is meant for the curve, so the card waits no longer. */
    onSwitch: () => clearTimeout(timer.current),
    onPortrait: (event: MouseEvent) => {
      // The browser shows the card by itself; only closing it again is ours.
      if (isOpen && held.current) {
        event.preventDefault();
        hide();
      } else held.current = true;
    },
    card: {
      ref: card,
      style: { ...at, width: widthPx },
      onBeforeToggle: ({ newState }: { readonly newState: string }) => {
        isShown.current = newState === 'open';
        if (!isShown.current) held.current = false;
        const box = chip.current?.getBoundingClientRect();
        if (newState !== 'open' || !box) return;
        const left = Math.min(box.left, innerWidth - widthPx - margin);
        setAt({ left: Math.max(margin, left), top: box.bottom + margin });
        setOpen(true);
      },
      onToggle: ({ newState }: { readonly newState: string }) => {
        if (newState !== 'open') setOpen(false);
      },
    },
  };
}
