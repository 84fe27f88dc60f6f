/**
 * Small hints of the first minutes (U34), one at a time at the lower edge of the canvas: how to begin, how to rate, where
 * everything else is, what the link tool waits for. Each goes by itself when what it tells has been done, and for good when it is put away. Maps that
 * hold more than a beginner's show none but the tool's. It takes no clicks but its button's, and never the focus.
 */
import { lazy, memo, Suspense } from 'react';
import { useStore } from 'zustand';
import { isBlank } from '../../model/isBlank.ts';
import { useMapSession, useOutline, useScreen, type Editing } from '../../state/mapSession.ts';
import { useInterface, useWords } from '../../state/interfaceStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { hintWords } from '../../words/hints.ts';
import type { ActionWord } from '../../words/actions.ts';
import { actionOf } from '../actions.ts';
import { platformOf, writeShortcut } from '../shortcuts.ts';
import styles from './Editing.module.css';

const StartStrip = lazy(() => import('./StartStrip.tsx'));

type HintName = 'link' | 'begin' | 'feel' | 'names';

/** Whoever has more than these on a map knows the way. */
const few = { least: 4, most: 8 };

export const Hint = memo(function Hint({ editing }: { readonly editing: Editing }) {
  const { projection } = useMapSession();
  const look = useInterface();
  const gone = useStore(look, (state) => state.hintsGone);
  const count = useOutline((state) => state.journey.touchpoints.length);
  const isEmpty = useOutline(({ journey }) => isBlank(journey));
  const isRated = useOutline((state) => state.journey.touchpoints.some(({ emotion }) => emotion !== null));
  const isChosen = useScreen(({ selection }) =>
    [...selection].some((id) => projection.collectionOf(id) === 'touchpoints'),
  );
  const isBusy = useScreen(({ editing, drag }) => editing !== null || drag !== null);
  const isLinking = useScreen(({ tool }) => tool === 'link');
  const hasKeys = useScreen((state) => state.letterKeys) && !isTouched();
  const wanted: readonly (readonly [HintName, boolean])[] = [
    ['link', isLinking],
    ['begin', count === 0],
    ['feel', hasKeys && isChosen && !isRated && count <= few.most],
    ['names', hasKeys && count >= few.least && count <= few.most],
  ];
  const shown = wanted.find(([name, applies]) => applies && !gone.includes(name))?.[0];
  if (isBusy) return null;
  return (
    <div className={styles.firstSteps}>
      {isEmpty && !gone.includes('start') && (
        <Suspense fallback={null}>
          <StartStrip editing={editing} onClose={() => look.putAway('start')} />
        </Suspense>
      )}
      {shown && <Shown name={shown} onClose={() => look.putAway(shown)} />}
    </div>
  );
});

function Shown({ name, onClose }: { readonly name: HintName; readonly onClose: () => void }) {
  const words = useWords(hintWords);
  const letterKeys = useScreen((state) => state.letterKeys);
  const text = {
    link: () => words.link,
    begin: () =>
      isTouched() ? words.beginTouch : letterKeys ? words.begin(keyOf('newTouchpoint')) : words.beginPointer,
    feel: () => words.feel(keyOf('emotionVeryNegative'), keyOf('emotionVeryPositive')),
    names: () => words.names(keyOf('palette'), keyOf('help')),
  }[name]();
  return (
    <div role="note" aria-label={words.label} className={styles.hint} data-testid="hint" data-hint={name}>
      <span>{text}</span>
      <span className={styles.hintClose} data-own-press="">
        <IconButton small icon="close" label={words.close} onClick={onClose} />
      </span>
    </div>
  );
}

function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

function keyOf(id: ActionWord): string {
  return writeShortcut(actionOf(id).shortcuts[0] ?? '', platformOf(navigator.userAgent));
}
