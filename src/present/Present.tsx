/**
 * A map presented (U50; look-more.md, "Present"; picture present-dark-zh): an overview and the stages as slides, one drawing
 * in the whole window, and a bar that goes when nobody needs it. For every role, live: what others change shows at once.
 *
 * A modal dialog of the browser's own over the page: what lies behind takes no keys, and nothing of it is read; Esc, and
 * Back on a phone, close it. Turning the wheel does nothing: its notches and inertia would skip slides.
 */
import { useEffect, useMemo, useRef, useState, type MouseEvent, type PointerEvent } from 'react';
import { platformOf } from '../canvas/shortcuts.ts';
import { useMapSession, useProjection, useScreen } from '../state/mapSession.ts';
import { useWords } from '../state/interfaceStore.ts';
import { layoutSlide } from '../slides/layoutSlide.ts';
import { listSlides } from '../slides/listSlides.ts';
import { classes } from '../ui/classes.ts';
import { topDialog } from '../ui/openDialogs.ts';
import { useSwipe } from '../ui/swipe.ts';
import type { PageTurn } from '../ui/turnKeys.ts';
import { useSpoken } from '../ui/useSpoken.ts';
import { presentWords } from '../words/present.ts';
import { presentKey, type PresentKey } from './keys.ts';
import { PresentBar } from './PresentBar.tsx';
import { SlideView } from './SlideView.tsx';
import { slideName } from './slideName.ts';
import { useFullScreen } from './useFullScreen.ts';
import { useModal } from './useModal.ts';
import { usePlace } from './usePlace.ts';
import { useRest } from './useRest.ts';
import { useRoom } from './useRoom.ts';
import styles from './Present.module.css';

export interface PresentProps {
  /** Id of the slide to begin with, or of a stage; null: the overview. */
  readonly start: string | null;
  /** A slide has been shown for a moment; null: the overview. */
  readonly onShown: (slide: string | null) => void;
  readonly onLeave: () => void;
}

/** Slides turned past are not kept in the address. */
const shownAfterMs = 300;

export function Present({ start, onShown, onLeave }: PresentProps) {
  const { screen } = useMapSession();
  const words = useWords(presentWords);
  const language = useScreen((state) => state.language);
  const persona = useScreen((state) => state.lead);
  const hiddenLanes = useScreen((state) => state.hiddenLanes);
  const journey = useProjection((state) => state.journey);
  const slides = useMemo(() => listSlides(journey, hiddenLanes), [journey, hiddenLanes]);
  const { at, slide, goTo } = usePlace(slides, start);
  const room = useRoom();
  const drawing = useMemo(
    () => layoutSlide(journey, slide, { language, persona, hiddenLanes, size: room }),
    [journey, slide, language, persona, hiddenLanes, room],
  );
  const [isBlack, setBlack] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const isResting = useRest(bar);
  const fullScreen = useFullScreen(onLeave);
  const dialog = useModal();
  const name = slideName(slide, words);
  const said = useSpoken(isBlack ? words.black : name);

  useEffect(() => {
    const timer = setTimeout(() => onShown(slide.kind === 'overview' ? null : slide.id), shownAfterMs);
    return () => clearTimeout(timer);
  }, [slide.kind, slide.id, onShown]);

  const turn = (way: PageTurn): void => {
    // As everywhere: the first turn only brings the light back.
    if (isBlack) setBlack(false);
    else goTo({ next: at + 1, previous: at - 1, first: 0, last: slides.length - 1 }[way]);
  };
  const goToStage = (letter: string): void => {
    setBlack(false);
    goTo(slides.findIndex((other) => other.letter === letter));
  };
  const answer = (key: PresentKey): void => {
    if (key.kind === 'turn') turn(key.turn);
    else if (key.kind === 'stage') goToStage(key.letter);
    else if (key.kind === 'black') setBlack(!isBlack);
    else if (key.kind === 'help') screen.setState({ dialog: 'help' });
    else fullScreen.toggle();
  };
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      // What lies over the slides has its own keys.
      if (topDialog() !== dialog.current) return;
      const key = presentKey(event, {
        platform: platformOf(navigator.userAgent),
        letterKeys: screen.getState().letterKeys,
        letters: slides.flatMap(({ letter }) => letter ?? []),
      });
      if (!key) return;
      event.preventDefault();
      answer(key);
    };
    addEventListener('keydown', handleKey);
    return () => removeEventListener('keydown', handleKey);
  });

  const swipe = useSwipe((step) => turn(step > 0 ? 'next' : 'previous'));
  const pressedBy = useRef('');
  const click = {
    onPointerDown: ({ pointerType }: PointerEvent) => {
      pressedBy.current = pointerType;
    },
    onClick: ({ button }: MouseEvent) => {
      if (button === 0 && pressedBy.current !== 'touch') turn('next');
    },
  };
  return (
    <dialog
      ref={dialog}
      className={classes(styles.present, isResting && styles.resting)}
      aria-label={words.presenting(journey.map.title || words.untitled)}
      data-testid="present"
      data-presenting
      data-resting={isResting || undefined}
      onCancel={(event) => {
        event.preventDefault();
        if (isBlack) setBlack(false);
        else onLeave();
      }}
    >
      <section
        className={styles.slide}
        role="group"
        aria-roledescription={words.slide}
        aria-label={name}
        tabIndex={-1}
        data-autofocus
        data-testid="slide"
        data-slide={slide.id}
        {...swipe}
        {...click}
      >
        <SlideView slide={drawing} room={room} />
      </section>
      <PresentBar
        ref={bar}
        size={room.bar}
        slides={slides}
        at={at}
        isHidden={isBlack}
        fullScreen={fullScreen}
        onTurn={turn}
        onStage={(index) => goTo(index)}
        onLeave={onLeave}
      />
      {isBlack && (
        <div className={styles.black} data-testid="black-screen" onPointerDown={() => setBlack(false)} />
      )}
      <p role="status" aria-live="polite" className={styles.unseen} data-testid="present-status">
        {said}
      </p>
    </dialog>
  );
}
