/**
 * The stages as the fields of a scale bar, 86 px each: a press goes there, the one that is shown is framed. Many stages
 * make the fields narrower, then letters alone name them; where even those have no room the ruler scrolls, and what is
 * shown stays in sight. Before them stands the overview.
 */
import { useEffect, useRef } from 'react';
import { useWords } from '../state/interfaceStore.ts';
import type { SlideName } from '../slides/listSlides.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { presentWords } from '../words/present.ts';
import styles from './PresentBar.module.css';

/** Of a stage, and of the overview with its distance and what stands around the ruler. */
const stagePx = 86;
const besidePx = 62;

export interface StageRulerProps {
  readonly slides: readonly SlideName[];
  readonly at: number;
  readonly onStage: (index: number) => void;
}

export function StageRuler({ slides, at, onStage }: StageRulerProps) {
  const words = useWords(presentWords);
  const current = useRef<HTMLButtonElement>(null);
  const stageId = slides[at]?.stageId ?? null;
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [stageId]);
  const stages = slides.filter(({ letter, part }) => letter !== null && part === 1).length;
  return (
    <ol
      className={styles.ruler}
      style={{ width: stages * stagePx + besidePx }}
      aria-label={words.stages}
      data-testid="stage-ruler"
    >
      {slides.map((slide, index) => {
        if (slide.part > 1) return null;
        const isCurrent = slide.stageId === stageId;
        const name = slide.letter === null ? words.overview : words.stage(slide.letter, slide.title);
        return (
          <li key={slide.id} className={slide.letter === null ? styles.overview : styles.stage}>
            <button
              type="button"
              ref={isCurrent ? current : undefined}
              className={classes(styles.field, isCurrent && styles.current)}
              aria-label={name}
              aria-current={isCurrent ? 'step' : undefined}
              title={name}
              onClick={() => onStage(index)}
              data-stage={slide.stageId ?? 'overview'}
            >
              {slide.letter === null ? (
                <Icon name="map" size={16} />
              ) : (
                <span className={styles.name}>
                  {slide.letter}
                  {isCurrent && <span className={styles.title}> {slide.title}</span>}
                </span>
              )}
              <span className={styles.strip} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
