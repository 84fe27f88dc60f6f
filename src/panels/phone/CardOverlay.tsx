/**
 * What the overlay says of a card, in place of its emotion, as on the map: the same blocks in the size a card has here. A card
 * it says nothing of has an empty block. Fetched with the overlay.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { emptyBlock } from '../../layout/overlays/blocks.ts';
import { isMadeOverlay } from '../../layout/overlays/makeOverlay.ts';
import { useScreen } from '../../state/mapSession.ts';
import { SceneSvg } from '../SceneSvg.tsx';
import styles from './PhoneCard.module.css';

export interface CardOverlayProps {
  /** A touchpoint. */
  readonly id: string;
  /** The width of a card's block on the map; the drawing is enlarged to the width there is. */
  readonly width: number;
}

const nothing = emptyBlock();

export function CardOverlay({ id, width }: CardOverlayProps) {
  const overlaid = useScreen((state) => state.overlaid);
  const language = useScreen((state) => state.language);
  const frame = useRef<HTMLSpanElement>(null);
  const ratio = useRatio(frame);
  if (!isMadeOverlay(overlaid)) return null;
  const block = overlaid.figures.blocks.get(id) ?? nothing;
  const height = width * ratio;
  const said = overlaid.spoken(id, language);
  return (
    <span ref={frame} className={styles.overlay} data-part="overlay-block" data-id={id}>
      <svg width="100%" height="100%" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <SceneSvg items={block.draw(width, height, 'full')} />
      </svg>
      {said !== '' && <span className={styles.unseen}>{said}</span>}
    </span>
  );
}

/** Height for one of width: a card is as high as its words. */
function useRatio(frame: { readonly current: HTMLElement | null }): number {
  const [ratio, setRatio] = useState(2);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth > 0) setRatio(clientHeight / clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return ratio;
}
