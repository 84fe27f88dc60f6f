/**
 * A map on a phone (look, section 9; picture phone-view): the profile of the whole journey stays on top, below it one
 * stage as a route of touchpoints, the neighbouring stages at the bottom. For reading, live, for every role; it loads
 * nothing that edits. Below 640 px wide the app shows it in place of the canvas.
 */
import { Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Persona, Stage } from '../../model/journeyMap.ts';
import { parseAddress, stageLetter } from '../../model/address.ts';
import { useInterface } from '../../state/interfaceStore.ts';
import { useMapSession, useProjection, useScreen, type Projection } from '../../state/mapSession.ts';
import { compareCurves } from '../../state/screen.ts';
import { baseSign, personaSign, type LineSign } from '../../theme/inks.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { useBackCloses } from '../../ui/useBackCloses.ts';
import { appWords } from '../../words/app.ts';
import { mapStateWords } from '../../words/mapStates.ts';
import { phoneWords } from '../../words/phone.ts';
import { topBarWords } from '../../words/topBar.ts';
import { shortName } from '../../words/shortName.ts';
import { findBox } from '../find/part.ts';
import { ChipPortrait } from '../personaStrip/ChipPortrait.tsx';
import type { Going } from '../find/useMatches.ts';
import { Brand } from '../topBar/Brand.tsx';
import { SaveStateLine } from '../topBar/SaveStateLine.tsx';
import { overlayMenu } from '../overlays/part.ts';
import { stageOfElement } from './besideStage.ts';
import { Profile } from './Profile.tsx';
import { RouteView } from './RouteView.tsx';
import { useSwipe } from './swipe.ts';
import { TouchpointDetails } from './TouchpointDetails.tsx';
import styles from './PhoneView.module.css';

const FindBox = findBox.Part;
const OverlayMenu = overlayMenu.Part;

export interface PhoneViewProps {
  /** Leads to the home page. */
  readonly onHome: () => void;
  /** Opens the share dialog. */
  readonly onShare: () => void;
  /** Chooses a file to be imported; null for who may not. */
  readonly onImport: (() => void) | null;
  /** Says what is filtered; goes to what was found as the phone does. */
  readonly bar?: (going: Going) => ReactNode;
  /** What the signs of the overlay mean. */
  readonly legend?: ReactNode;
  /** Stands around what is opened over the page and fetched then: `onClose` takes back the wish for it. */
  readonly over?: (part: ReactNode, onClose: () => void) => ReactNode;
  /** Comes back from another view: what was selected there shows its stage and is not opened. */
  readonly isBack?: boolean | undefined;
}

const waiting = (part: ReactNode): ReactNode => <Suspense fallback={null}>{part}</Suspense>;

export function PhoneView({
  onHome,
  onShare,
  onImport,
  bar,
  legend,
  over = waiting,
  isBack = false,
}: PhoneViewProps) {
  const { editing, screen } = useMapSession();
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const loaded = useProjection((state) => state.loaded);
  const stages = useProjection((state) => state.journey.stages);
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
      <Bar
        onHome={onHome}
        onShare={onShare}
        onImport={onImport}
        onFind={() => setFinding(true)}
        over={over}
      />
      {finding &&
        over(<FindBox {...going} covers onClose={() => setFinding(false)} />, () => setFinding(false))}
      <Chips />
      {stage ? (
        <>
          <Profile current={stage.id} onStage={show} />
          <main ref={scroller} className={styles.scroller} tabIndex={-1} aria-label={words.view} {...swipe}>
            <RouteView key={stage.id} stage={stage} letter={stageLetter(index)} onOpen={setOpen} />
          </main>
          {legend}
          {bar?.(going)}
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
            editing && (
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

type Wanted = Required<Pick<PhoneViewProps, 'onHome' | 'onShare' | 'onImport' | 'over'>>;

function Bar({ onHome, onShare, onImport, onFind, over }: Wanted & { readonly onFind: () => void }) {
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
          <span className={styles.mapState}>{mapStateWords[language][state]}</span>
          <span className={styles.mapState} aria-hidden="true">
            •
          </span>
          <SaveStateLine />
        </div>
      </div>
      <IconButton icon="find" label={topBarWords[language].find} className={styles.tool} onClick={onFind} />
      <MoreMenu onShare={onShare} onImport={onImport} over={over} />
    </header>
  );
}

/** Points of view: legend and switch of the curves at once, 44 high. */
function Chips() {
  const words = phoneWords[useScreen((state) => state.language)];
  const personas = useProjection((state) => state.journey.personas);
  return (
    <section className={styles.chips} aria-label={words.pointsOfView} data-testid="persona-strip">
      <Chip id="base" name={words.everyone} title={words.everyone} sign={baseSign} />
      {personas.map((persona, index) => (
        <Chip
          key={persona.id}
          id={persona.id}
          name={shortName(persona.name) || words.untitled}
          title={persona.name}
          sign={personaSign(index)}
          persona={persona}
        />
      ))}
    </section>
  );
}

function Chip({
  id,
  name,
  title,
  sign,
  persona,
}: {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly sign: LineSign;
  /** Not of everyone's curve. */
  readonly persona?: Persona;
}) {
  const { screen } = useMapSession();
  const off = useScreen((state) => state.hiddenCurves.has(id));
  const leads = useScreen((state) => state.lead === id);
  const toggle = (): void => {
    const hiddenCurves = new Set(screen.getState().hiddenCurves);
    if (!hiddenCurves.delete(id)) hiddenCurves.add(id);
    screen.setState({ hiddenCurves });
  };
  const words = phoneWords[useScreen((state) => state.language)];
  return (
    <span className={styles.point} data-leads={leads || undefined}>
      <button
        type="button"
        className={styles.chip}
        aria-pressed={!off}
        title={title}
        onClick={toggle}
        data-testid={id === 'base' ? undefined : 'persona'}
        data-id={id}
      >
        <LineSample sign={sign} off={off} />
        {name}
      </button>
      {persona && (
        <button
          type="button"
          className={styles.who}
          aria-label={words.about(title)}
          title={words.about(title)}
          onClick={() => screen.setState({ card: id })}
        >
          <ChipPortrait persona={persona} sign={sign} size={30} />
        </button>
      )}
    </span>
  );
}

function Neighbour({
  stage,
  index,
  way,
  onShow,
}: {
  readonly stage: Stage | undefined;
  readonly index: number;
  readonly way: 'previous' | 'next';
  readonly onShow: (id: string) => void;
}) {
  const words = phoneWords[useScreen((state) => state.language)];
  if (!stage) return <span className={styles.neighbour} />;
  const name = stage.name || words.untitled;
  return (
    <button type="button" className={styles.neighbour} data-way={way} onClick={() => onShow(stage.id)}>
      <span className={styles.hidden}>{words[way]}: </span>
      <span className={styles.neighbourName}>
        {way === 'previous' && <Icon name="chevron-left" size={16} />}
        <span>{name}</span>
        {way === 'next' && <Icon name="chevron-right" size={16} />}
      </span>
      <span className={styles.neighbourStage}>{words.stageShort(stageLetter(index))}</span>
    </button>
  );
}

/** What this visit may do, sharing, language, and light or dark: what the bars offer on a wide screen. */
function MoreMenu({ onShare, onImport, over }: Pick<Wanted, 'onShare' | 'onImport' | 'over'>) {
  const { role, screen } = useMapSession();
  const isCompared = useScreen((state) => state.ribbons !== null);
  const hasPersonas = useProjection(({ journey }) => journey.personas.length > 0);
  const [overlays, setOverlays] = useState<Element | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  const store = useInterface();
  const { language, themeChoice } = useStore(store);
  const words = appWords[language];
  const { views, versions, export: takeAway } = topBarWords[language];
  const entries: readonly MenuEntry[] = [
    { id: 'table', icon: 'table', label: views.table, onSelect: () => screen.setState({ view: 'table' }) },
    {
      id: 'insights',
      icon: 'insights',
      label: views.insights,
      onSelect: () => screen.setState({ view: 'insights' }),
    },
    ...(hasPersonas
      ? [
          {
            id: 'compare',
            kind: 'check' as const,
            label: phoneWords[language].compare,
            checked: isCompared,
            onChange: (on: boolean) => void compareCurves(screen, on),
          },
        ]
      : []),
    {
      id: 'overlay',
      icon: 'overlay',
      label: phoneWords[language].overlay,
      onSelect: () => setOverlays(place.current),
    },
    { id: 'views', icon: 'eye', label: views.saved, onSelect: () => screen.setState({ dialog: 'views' }) },
    {
      id: 'versions',
      icon: 'clock',
      label: versions,
      onSelect: () => screen.setState({ dialog: 'versions' }),
    },
    {
      id: 'export',
      icon: 'export',
      label: takeAway.menu,
      onSelect: () => screen.setState({ dialog: 'export' }),
    },
    ...(onImport
      ? [
          {
            id: 'import',
            icon: 'import' as const,
            label: phoneWords[language].importFile,
            onSelect: onImport,
          },
        ]
      : []),
    { kind: 'separator' },
    { kind: 'heading', label: phoneWords[language].yourLink(words.roles[role]) },
    { id: 'share', label: phoneWords[language].share, onSelect: onShare },
    { kind: 'heading', label: words.language },
    ...(['en', 'zh'] as const).map((id) => ({
      id,
      label: words.languageNames[id],
      current: id === language,
      onSelect: () => store.setLanguage(id),
    })),
    { kind: 'heading', label: words.theme },
    ...(['system', 'light', 'dark'] as const).map((id) => ({
      id,
      label: words.themes[id],
      current: id === themeChoice,
      onSelect: () => store.setTheme(id),
    })),
  ];
  return (
    <span ref={place}>
      <MenuButton
        label={phoneWords[language].more}
        entries={entries}
        className={styles.tool}
        testId="phone-menu"
      />
      {overlays &&
        over(<OverlayMenu place={overlays} onClose={() => setOverlays(null)} />, () => setOverlays(null))}
    </span>
  );
}

/**
 * Shows a record where it is read: a touchpoint opens in its stage, a stage or note shows its stage. Something selected
 * before the screen became narrow is what one wants to read, too.
 */
function useReading(
  onStage: (id: string) => void,
  onOpen: (id: string) => void,
  isBack: boolean,
): (id: string) => boolean {
  const { screen, projection } = useMapSession();
  const read = useCallback(
    (id: string): boolean => {
      const touchpoint = projection.find('touchpoints', id);
      const note =
        projection.find('insights', id) ??
        projection.find('opportunities', id) ??
        projection.find('actions', id);
      const stageId =
        touchpoint?.stageId ??
        note?.stageId ??
        projection.find('stages', id)?.id ??
        stageBeside(projection, id);
      if (stageId) onStage(stageId);
      if (touchpoint) onOpen(id);
      // Its stage is drawn first.
      else if (stageId)
        requestAnimationFrame(() => document.getElementById(`beside-${id}`)?.scrollIntoView());
      return Boolean(stageId);
    },
    [projection, onStage, onOpen],
  );
  useEffect(() => {
    const { selection } = screen.getState();
    const [id] = selection;
    if (id === undefined || selection.size !== 1) return;
    const stageId = isBack ? projection.find('touchpoints', id)?.stageId : undefined;
    if (stageId) onStage(stageId);
    else read(id);
  }, [screen, projection, read, onStage, isBack]);
  return read;
}

/** The stage with which something beside the map is read. */
function stageBeside(projection: Projection, id: string): string | null {
  const element = projection.find('elements', id);
  return element ? stageOfElement(projection.getState().journey, element) : null;
}
