/**
 * A map on a phone (look, section 9; picture phone-view): the profile of the whole journey stays on top, below it one
 * stage as a route of touchpoints, the neighbouring stages at the bottom. For reading, live, for every role; it loads
 * nothing that edits. Below 640 px wide the app shows it in place of the canvas, and in place of slides: presented, it has
 * no tools.
 */
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { parseAddress, stageLetter } from '../../model/address.ts';
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { useBackCloses } from '../../ui/useBackCloses.ts';
import { phoneWords } from '../../words/phone.ts';
import { findBox } from '../find/part.ts';
import type { Going } from '../find/useMatches.ts';
import { Neighbour } from './Neighbour.tsx';
import { PhoneBar, type PhoneBarProps } from './PhoneBar.tsx';
import { PointChips } from './PointChips.tsx';
import { PresentedBar } from './PresentedBar.tsx';
import { Profile } from './Profile.tsx';
import { RouteView } from './RouteView.tsx';
import { useSwipe } from '../../ui/swipe.ts';
import { TouchpointDetails } from './TouchpointDetails.tsx';
import { usePageKeys } from './usePageKeys.ts';
import { useReading } from './useReading.ts';
import styles from './PhoneView.module.css';

const FindBox = findBox.Part;

type BarDoes = Omit<PhoneBarProps, 'onFind' | 'over'>;

export interface PhoneViewProps {
  /** What the tools of the bar do; null: the map is shown without bar and tools. */
  readonly tools: BarDoes | null;
  /** Says what is filtered; goes to what was found as the phone does. */
  readonly bar?: (going: Going) => ReactNode;
  /** What the signs of the overlay mean. */
  readonly legend?: ReactNode;
  /** As in the bar; nothing stands around it when not given. */
  readonly over?: PhoneBarProps['over'];
  /** Comes back from another view: what was selected there shows its stage and is not opened. */
  readonly isBack?: boolean | undefined;
  /** The map is presented: keys turn the stages, tools are gone, and this leads back. */
  readonly onLeave?: (() => void) | undefined;
}

const waiting = (part: ReactNode): ReactNode => <Suspense fallback={null}>{part}</Suspense>;

export function PhoneView({ tools, bar, legend, over = waiting, isBack = false, onLeave }: PhoneViewProps) {
  const { editing, screen } = useMapSession();
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const loaded = useOutline((state) => state.loaded);
  const stages = useOutline((state) => state.journey.stages);
  const [wanted, setWanted] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const index = Math.max(
    0,
    stages.findIndex(({ id }) => id === wanted),
  );
  const stage = stages[index];
  const previous = stages[index - 1];
  const next = stages[index + 1];

  const show = (id: string | undefined): void => {
    if (id !== undefined) setWanted(id);
  };
  const swipe = useSwipe((step) => show(stages[index + step]?.id));
  usePageKeys((turn) => {
    const to = { next: index + 1, previous: index - 1, first: 0, last: stages.length - 1 }[turn];
    show(stages[to]?.id);
  }, onLeave);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [stage?.id]);
  const read = useReading(setWanted, setOpen, isBack);
  useBackCloses(open !== null, () => setOpen(null));
  const [finding, setFinding] = useState(false);
  const going: Going = {
    onGo: (id) => {
      if (read(id)) setFinding(false);
    },
    onAddress: (text) => {
      const found = parseAddress(text);
      const column = found && stages[found.stageIndex];
      if (!column) return false;
      show(column.id);
      setFinding(false);
      return true;
    },
  };

  return (
    <div className={styles.view} data-testid="phone-view">
      {onLeave ? (
        <PresentedBar onLeave={onLeave} />
      ) : (
        tools && <PhoneBar {...tools} onFind={() => setFinding(true)} over={over} />
      )}
      {finding &&
        over(<FindBox {...going} covers onClose={() => setFinding(false)} />, () => setFinding(false))}
      <PointChips />
      {stage ? (
        <>
          <Profile current={stage.id} onStage={show} />
          <main ref={scroller} className={styles.scroller} tabIndex={-1} aria-label={words.view} {...swipe}>
            <RouteView key={stage.id} stage={stage} letter={stageLetter(index)} onOpen={setOpen} />
          </main>
          {legend}
          {!onLeave && bar?.(going)}
          <nav className={styles.around} aria-label={words.around}>
            <Neighbour stage={previous} index={index - 1} way="previous" onShow={show} />
            <Neighbour stage={next} index={index + 1} way="next" onShow={show} />
          </nav>
        </>
      ) : (
        <main className={styles.scroller} aria-label={words.view}>
          <p className={styles.empty}>{loaded ? words.noStages : words.loading}</p>
        </main>
      )}
      {open !== null && (
        <TouchpointDetails
          key={open}
          id={open}
          onClose={() => setOpen(null)}
          onOpen={setOpen}
          foot={
            editing &&
            !onLeave && (
              <Button
                kind="second"
                icon="table"
                onClick={() => screen.setState({ view: 'table', selection: new Set([open]) })}
              >
                {words.editInTable}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
