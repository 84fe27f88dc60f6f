/**
 * A map on a phone (look, section 9; picture phone-view): the profile of the whole journey stays on top, below it one
 * stage as a route of touchpoints, the neighbouring stages at the bottom. For reading, live, for every role; it loads
 * nothing that edits. Below 640 px wide the app shows it in place of the canvas.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Stage } from '../../model/journeyMap.ts';
import { stageLetter } from '../../model/address.ts';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { baseSign, personaSign, type LineSign } from '../../theme/inks.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { homeWords } from '../../words/home.ts';
import { phoneWords } from '../../words/phone.ts';
import { topBarWords } from '../../words/topBar.ts';
import { shortName } from '../shortName.ts';
import { Brand } from '../topBar/Brand.tsx';
import { SaveStateLine } from '../topBar/SaveStateLine.tsx';
import { Profile } from './Profile.tsx';
import { RouteView } from './RouteView.tsx';
import { useSwipe } from './swipe.ts';
import { TouchpointDetails } from './TouchpointDetails.tsx';
import styles from './PhoneView.module.css';

export interface PhoneViewProps {
  /** Leads to the home page. */
  readonly onHome: () => void;
  /** Tools of the page (language, theme, share …) at the right of the bar. */
  readonly tools?: ReactNode;
}

export function PhoneView({ onHome, tools }: PhoneViewProps) {
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const loaded = useProjection((state) => state.loaded);
  const stages = useProjection((state) => state.journey.stages);
  const [wanted, setWanted] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const index = Math.max(0, stages.findIndex(({ id }) => id === wanted));
  const stage = stages[index];
  const previous = stages[index - 1];
  const next = stages[index + 1];

  const show = (id: string | undefined): void => {
    if (id !== undefined) setWanted(id);
  };
  const swipe = useSwipe((step) => show(stages[index + step]?.id));
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [stage?.id]);
  useFollowSelection(setWanted, setOpen);

  return (
    <div className={styles.view} data-testid="phone-view">
      <Bar onHome={onHome} tools={tools} />
      <Chips />
      {stage ? (
        <>
          <Profile current={stage.id} onStage={show} />
          <main ref={scroller} className={styles.scroller} tabIndex={-1} aria-label={words.view} {...swipe}>
            <RouteView key={stage.id} stage={stage} letter={stageLetter(index)} onOpen={setOpen} />
          </main>
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
      {open !== null && <TouchpointDetails key={open} id={open} onClose={() => setOpen(null)} onOpen={setOpen} />}
    </div>
  );
}

function Bar({ onHome, tools }: PhoneViewProps) {
  const language = useScreen((state) => state.language);
  const { title, state } = useProjection(({ journey }) => journey.map);
  return (
    <header className={styles.bar} data-testid="top-bar">
      <Brand label={topBarWords[language].home} onOpen={onHome} />
      <div className={styles.titles}>
        <h1 className={styles.title} title={title}>
          {title || topBarWords[language].untitled}
        </h1>
        <div className={styles.state}>
          <span>{homeWords[language].states[state]}</span>
          <span aria-hidden="true">•</span>
          <SaveStateLine />
        </div>
      </div>
      {tools}
    </header>
  );
}

/** Points of view: legend and switch of the curves at once, 44 high. */
function Chips() {
  const words = phoneWords[useScreen((state) => state.language)];
  const personas = useProjection((state) => state.journey.personas);
  return (
    <div className={styles.chips} role="group" aria-label={words.pointsOfView} data-testid="persona-strip">
      <Chip id="base" name={words.everyone} title={words.everyone} sign={baseSign} />
      {personas.map((persona, index) => (
        <Chip key={persona.id} id={persona.id} name={shortName(persona.name) || words.untitled} title={persona.name} sign={personaSign(index)} />
      ))}
    </div>
  );
}

function Chip({ id, name, title, sign }: { readonly id: string; readonly name: string; readonly title: string; readonly sign: LineSign }) {
  const { screen } = useMapSession();
  const off = useScreen((state) => state.hiddenCurves.has(id));
  const toggle = (): void => {
    const hiddenCurves = new Set(screen.getState().hiddenCurves);
    if (!hiddenCurves.delete(id)) hiddenCurves.add(id);
    screen.setState({ hiddenCurves });
  };
  return (
    <button type="button" className={styles.chip} aria-pressed={!off} title={title} onClick={toggle} data-testid={id === 'base' ? undefined : 'persona'} data-id={id}>
      <LineSample sign={sign} off={off} />
      {name}
    </button>
  );
}

function Neighbour({ stage, index, way, onShow }: { readonly stage: Stage | undefined; readonly index: number; readonly way: 'previous' | 'next'; readonly onShow: (id: string) => void }) {
  const words = phoneWords[useScreen((state) => state.language)];
  if (!stage) return <span className={styles.neighbour} />;
  const name = stage.name || words.untitled;
  return (
    <button type="button" className={styles.neighbour} data-way={way} aria-label={`${words[way]}: ${words.stage(stageLetter(index), name)}`} onClick={() => onShow(stage.id)}>
      <span className={styles.neighbourName}>
        {way === 'previous' && <Icon name="chevron-left" size={16} />}
        <span>{name}</span>
        {way === 'next' && <Icon name="chevron-right" size={16} />}
      </span>
      <span className={styles.neighbourStage}>{words.stageShort(stageLetter(index))}</span>
    </button>
  );
}

/** Something selected before the screen became narrow (or by a search) is what one wants to read. */
function useFollowSelection(onStage: (id: string) => void, onOpen: (id: string) => void): void {
  const { screen, projection } = useMapSession();
  useEffect(() => {
    const follow = (selection: ReadonlySet<string>): void => {
      const [id] = selection;
      if (id === undefined || selection.size !== 1) return;
      const touchpoint = projection.find('touchpoints', id);
      if (touchpoint) {
        onStage(touchpoint.stageId);
        onOpen(id);
      } else if (projection.find('stages', id)) onStage(id);
    };
    follow(screen.getState().selection);
    return screen.subscribe((state, before) => {
      if (state.selection !== before.selection) follow(state.selection);
    });
  }, [screen, projection, onStage, onOpen]);
}
