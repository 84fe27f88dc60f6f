/**
 * The bar below a slide: where one is, previous and next, the stages as a ruler, full screen and exit. A press of the mouse
 * leaves the focus where it is, so that the space bar goes on turning pages and presses no button again.
 */
import type { Ref } from 'react';
import { useStore } from 'zustand';
import { platformOf, writeShortcut } from '../canvas/shortcuts.ts';
import { useMapSession } from '../state/mapSession.ts';
import { useWords } from '../state/interfaceStore.ts';
import type { SlideName } from '../slides/listSlides.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { PageTurn } from '../ui/turnKeys.ts';
import { presentWords } from '../words/present.ts';
import { fullScreenKey } from './keys.ts';
import { StageRuler } from './StageRuler.tsx';
import type { FullScreen } from './useFullScreen.ts';
import type { Room } from './useRoom.ts';
import styles from './PresentBar.module.css';

export interface PresentBarProps {
  readonly slides: readonly SlideName[];
  readonly at: number;
  readonly size: Room['bar'];
  /** Under a black screen: nothing of it is reached. */
  readonly isHidden: boolean;
  readonly fullScreen: FullScreen;
  readonly onTurn: (way: PageTurn) => void;
  /** Goes to the slide of this index. */
  readonly onStage: (index: number) => void;
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLElement>;
}

export function PresentBar({
  slides,
  at,
  size,
  isHidden,
  fullScreen,
  onTurn,
  onStage,
  onLeave,
  ref,
}: PresentBarProps) {
  const words = useWords(presentWords);
  const platform = platformOf(navigator.userAgent);
  return (
    <footer
      ref={ref}
      className={styles.bar}
      style={size}
      inert={isHidden}
      data-testid="present-bar"
      onMouseDown={(event) => event.preventDefault()}
    >
      <Where slides={slides} at={at} />
      <div className={styles.turning}>
        <IconButton
          icon="chevron-left"
          label={words.previous}
          keys="←"
          className={styles.turn}
          aria-disabled={at === 0}
          onClick={() => onTurn('previous')}
          data-testid="previous-slide"
        />
        <StageRuler slides={slides} at={at} onStage={onStage} />
        <IconButton
          icon="chevron-right"
          label={words.next}
          keys="→"
          className={styles.turn}
          aria-disabled={at === slides.length - 1}
          onClick={() => onTurn('next')}
          data-testid="next-slide"
        />
      </div>
      <div className={styles.leaving}>
        {fullScreen.isOffered && (
          <IconButton
            icon="full-screen"
            label={fullScreen.isOn ? words.leaveFullScreen : words.fullScreen}
            keys={writeShortcut(fullScreenKey, platform)}
            className={styles.full}
            onClick={fullScreen.toggle}
            data-testid="full-screen"
          />
        )}
        <button type="button" className={styles.exit} onClick={onLeave} data-testid="leave-present">
          {words.exit}
          <kbd className={styles.key} aria-hidden="true">
            {words.exitKey}
          </kbd>
        </button>
      </div>
    </footer>
  );
}

/** The place of the slide among the stages; and when what is shown may be out of date. */
function Where({ slides, at }: Pick<PresentBarProps, 'slides' | 'at'>) {
  const words = useWords(presentWords);
  const { saveState } = useMapSession();
  const isOffline = useStore(
    saveState,
    (state) => state.kind === 'offline' || (state.kind === 'view-only' && !state.online),
  );
  const stages = [...new Set(slides.flatMap(({ stageId }) => stageId ?? []))];
  const slide = slides[at];
  const { stageId = null, part = 1, parts = 1 } = slide ?? {};
  return (
    <p className={styles.where} data-testid="present-place">
      <span>
        {stageId === null
          ? words.allStages(stages.length)
          : words.stageOf(stages.indexOf(stageId) + 1, stages.length)}
      </span>
      {parts > 1 && <span>{words.part(part, parts)}</span>}
      {isOffline && (
        <span className={styles.offline} data-testid="present-offline">
          <Icon name="offline" size={16} />
          {words.offline}
        </span>
      )}
    </p>
  );
}
