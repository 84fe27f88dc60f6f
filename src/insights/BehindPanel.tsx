/**
 * What stands behind a figure: its touchpoints with number, title, address and emotion, each a way to its card on the map.
 * Opens beside the figure (on a phone at the foot of the screen), takes the focus and gives it back.
 */
import { useEffect, useId, useRef } from 'react';
import { emotionBand } from '../model/emotionBand.ts';
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import { Face } from '../panels/Face.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useInsights, type Behind } from './insightsContext.ts';
import { Tag } from './Section.tsx';
import styles from './Behind.module.css';

export interface Opened extends Behind {
  readonly from: HTMLElement;
  /** px in the page's own box. */
  readonly at: { readonly left: number; readonly top: number };
}

export interface BehindPanelProps {
  readonly opened: Opened;
  readonly onGo: (id: string) => void;
  readonly onClose: () => void;
}

export function BehindPanel({ opened, onGo, onClose }: BehindPanelProps) {
  const { map, facts, narrow, personaId } = useInsights();
  const { words, numbers } = facts;
  const panel = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const scores = new Map(scoredTouchpoints(map, personaId).map((node) => [node.id, node.emotion]));
  const known = new Set(map.touchpoints.map(({ id }) => id));
  const ids = opened.ids.filter((id) => known.has(id));

  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('h3')?.focus();
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      opened.from.focus();
      onClose();
    };
    const handlePress = ({ target }: Event) => {
      if (target instanceof Node && !panel.current?.contains(target)) onClose();
    };
    addEventListener('keydown', handleKey, { capture: true });
    addEventListener('pointerdown', handlePress, { capture: true });
    return () => {
      removeEventListener('keydown', handleKey, { capture: true });
      removeEventListener('pointerdown', handlePress, { capture: true });
    };
  }, [opened, onClose]);

  return (
    <div
      ref={panel}
      role="dialog"
      aria-labelledby={titleId}
      className={styles.panel}
      style={narrow ? undefined : opened.at}
      data-testid="behind"
    >
      <div className={styles.head}>
        <h3 id={titleId} className={styles.title} tabIndex={-1}>
          {opened.label}
        </h3>
        <IconButton
          small
          icon="close"
          label={words.behind.close}
          onClick={() => {
            opened.from.focus();
            onClose();
          }}
        />
      </div>
      {ids.length === 0 ? (
        <p className={styles.note}>{opened.why ?? words.behind.nothing}</p>
      ) : (
        <>
          <p className={styles.note}>{words.behind.count(ids.length)}</p>
          <ul className={styles.list}>
            {ids.map((id) => {
              const emotion = scores.get(id) ?? null;
              return (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.row}
                    title={words.behind.show}
                    data-testid="behind-row"
                    data-id={id}
                    onClick={() => onGo(id)}
                  >
                    <Tag id={id} />
                    <span className={styles.name}>{facts.title(id)}</span>
                    {scores.has(id) && (
                      <span className={styles.emotion}>
                        <Face band={emotion === null ? null : emotionBand(emotion)} size={15} />
                        {emotion === null ? '–' : numbers.signed(emotion)}
                      </span>
                    )}
                    <span className={styles.address} aria-label={words.behind.address(facts.address(id))}>
                      {facts.address(id)}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
