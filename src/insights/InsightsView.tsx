/**
 * Insights: the third view of a map, beside Map and Table. One page of what the map says (look-more, "Insights"), live
 * while people edit, for every role: what stands out; along the journey the sieve, the moments of truth, the coverage and the questions
 * answered; beside it experience, priorities, pains and opportunities; below it service, brand and work.
 *
 * Every figure leads to the touchpoints behind it and on to the map (`onGo`). Fetched only when it is opened.
 */
import {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { actionOf } from '../canvas/actions.ts';
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import type { InsightsWords } from '../words/insights.ts';
import { Button } from '../ui/Button.tsx';
import { useLanguage, useWords } from '../state/interfaceStore.ts';
import { checkListWords } from '../words/checkList.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { BehindPanel, type Opened } from './BehindPanel.tsx';
import { ChecksSection } from './ChecksSection.tsx';
import { ConsistencySection } from './ConsistencySection.tsx';
import { ControlSection, FiveWsSection, FormalitySection, KindsSection } from './ContactCards.tsx';
import { CompareBar, ComparePage } from './compare/ComparePage.tsx';
import type { OtherMaps } from './compare/otherMaps.ts';
import { chartFactsOf } from '../charts/chartFacts.ts';
import { ExperienceSection } from './ExperienceSection.tsx';
import { HeadlinesPart } from './HeadlinesPart.tsx';
import { InsightsContext, type Behind, type Insights } from './insightsContext.ts';
import { JourneyPart } from './JourneyPart.tsx';
import { OpportunitiesSection } from './OpportunitiesSection.tsx';
import { PainsSection } from './PainsSection.tsx';
import { PointsBar } from './PointsBar.tsx';
import { QuadrantSection } from './QuadrantSection.tsx';
import { MediaSection, PressureSection, ResponseSection, TierSection } from './ServiceCards.tsx';
import { Figure } from './Section.tsx';
import { InformationSection, OwnershipSection } from './WorkCards.tsx';
import { useAnalyses } from './useAnalyses.ts';
import { useBalance } from './useBalance.ts';
import styles from './Insights.module.css';

export interface InsightsViewProps {
  /** One column. */
  readonly narrow: boolean;
  /** `YYYY-MM-DD`: the day dated topics are held against. */
  readonly today: string;
  /** Shows a touchpoint on the map. */
  readonly onGo: (id: string) => void;
  readonly others: OtherMaps;
  /** Stands beside the page. */
  readonly aside?: ReactNode;
}

const sideWidth = 362;
const padding = 18;
const panelSize = { width: 344, height: 380 };

export function InsightsView({ narrow, today, onGo, others, aside }: InsightsViewProps) {
  const language = useLanguage();
  const session = useMapSession();
  const { screen } = session;
  const comparing = useScreen((state) => state.comparing);
  const [persona, setPersona] = useState<string | null>(null);
  const [tier, setTier] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [page, width] = useWidth(narrow ? 390 : 1440);
  const { map, analyses } = useAnalyses(persona, tier, today);
  // Whoever was deleted meanwhile is looked from no longer.
  if (persona !== null && !map.personas.some(({ id }) => id === persona)) setPersona(null);
  if (tier !== null && !map.tiers.some(({ id }) => id === tier)) setTier(null);
  const facts = useMemo(() => chartFactsOf(map, language), [map, language]);

  const handleBehind = useCallback(
    (behind: Behind, from: HTMLElement) => {
      const box = from.getBoundingClientRect();
      const frame = page.current;
      const around = frame?.getBoundingClientRect() ?? box;
      const left = Math.max(8, Math.min(box.left - around.left, around.width - panelSize.width - 24));
      const isLow = box.bottom + panelSize.height > around.bottom && box.top - around.top > panelSize.height;
      const top = isLow ? box.top - panelSize.height - 6 : box.bottom + 6;
      setOpened({ ...behind, from, at: { left, top: top - around.top + (frame?.scrollTop ?? 0) } });
    },
    [page],
  );
  const insights: Insights = {
    map,
    analyses,
    facts,
    language,
    narrow,
    personaId: persona,
    tierId: tier,
    onBehind: handleBehind,
  };
  const close = useCallback(() => setOpened(null), []);
  const card = narrow ? width - 2 * padding : Math.floor((width - 6 * padding) / 3);
  const twoCards = narrow ? card : 2 * card + 2 * padding;
  const isSplit = !narrow && width >= 1000;
  const balance = useBalance();
  const lowered = isSplit && balance.isLastTooMuch;
  const beside = isSplit ? sideWidth - 2 * padding : narrow ? card : Math.min(440, width - 2 * padding);
  return (
    <InsightsContext value={insights}>
      {comparing !== null && <CompareBar comparing={comparing} others={others} />}
      {comparing !== 'personas' && comparing !== 'tiers' && (
        <PointsBar
          personas={map.personas}
          tiers={comparing === null ? map.tiers : []}
          words={facts.words}
          numbers={facts.numbers}
          personaId={persona}
          tierId={tier}
          onPersona={setPersona}
          onTier={setTier}
          end={
            comparing === null && (
              <>
                <Button
                  kind="text"
                  data-testid="compare"
                  onClick={() => screen.setState({ comparing: 'choose' })}
                >
                  {facts.words.compare.name}
                </Button>
                <Button
                  kind="text"
                  data-testid="take-report"
                  onClick={() => actionOf('takeReport').run(session)}
                >
                  {facts.words.report}
                </Button>
                <ToChecks
                  count={analyses.lint.filter(({ dismissed }) => dismissed === null).length}
                  page={page}
                />
              </>
            )
          }
        />
      )}
      <div className={styles.around}>
        <main
          ref={page}
          className={styles.page}
          data-narrow={narrow || undefined}
          data-testid="insights-view"
          aria-label={facts.words.title}
          tabIndex={-1}
        >
          {comparing !== null ? (
            <ComparePage comparing={comparing} others={others} width={width - 2 * padding} />
          ) : (
            <>
              <HeadlinesPart />
              <div className={isSplit ? styles.split : styles.stack}>
                <div className={styles.along}>
                  <div ref={balance.along}>
                    <JourneyPart width={isSplit ? width - sideWidth : narrow ? card : width} />
                  </div>
                </div>
                <div className={isSplit ? styles.beside : styles.besideFlat}>
                  <div ref={balance.beside}>
                    <ExperienceSection />
                    <QuadrantSection width={beside} />
                    <PainsSection />
                  </div>
                  {!lowered && (
                    <div ref={balance.last}>
                      <OpportunitiesSection />
                    </div>
                  )}
                </div>
              </div>
              <div className={styles.cards}>
                {lowered && <OpportunitiesSection wide />}
                <MediaSection width={card} />
                <TierSection width={twoCards} />
                <ConsistencySection width={twoCards} />
                <ResponseSection />
                <PressureSection />
                <OwnershipSection />
                <InformationSection />
                <FiveWsSection />
                <ControlSection width={card} />
                <FormalitySection width={card} />
                <KindsSection width={narrow ? card : width - 2 * padding} />
                <ChecksSection onGo={onGo} />
              </div>
              <Facts map={map} words={facts.words} />
            </>
          )}
          {opened && <BehindPanel opened={opened} onGo={onGo} onClose={close} />}
        </main>
        {aside}
      </div>
    </InsightsContext>
  );
}

/** From the top of the page to its checks. */
function ToChecks({ count, page }: { readonly count: number; readonly page: RefObject<HTMLElement | null> }) {
  const words = useWords(checkListWords);
  const handleClick = () => {
    const section = page.current?.querySelector<HTMLElement>('[data-testid="insights-checks"]');
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('button, summary')?.focus();
  };
  return (
    <Button kind="text" onClick={handleClick} data-testid="to-checks">
      {words.count(count)}
    </Button>
  );
}

/** How many touchpoints the page rests on, and how well they are known. */
function Facts({ map, words }: { readonly map: JourneyMap; readonly words: InsightsWords }) {
  const all = scoredTouchpoints(map, null);
  const nodes = all.filter(({ emotion }) => emotion !== null);
  const known = (level: Touchpoint['evidenceLevel']): number =>
    nodes.filter(({ touchpoint }) => touchpoint.evidenceLevel === level).length;
  return (
    <p className={styles.facts}>
      <Figure quiet ids={all.map(({ id }) => id)} text={words.status.journey(all.length)} />
      {nodes.length > 0 && (
        <Figure
          quiet
          ids={nodes.map(({ id }) => id)}
          text={words.status.evidence(known('measured'), known('observed'), known('assumed'))}
        />
      )}
    </p>
  );
}

/** The inner width of an element, followed; `guess` until it is known. */
function useWidth(guess: number) {
  const element = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(guess);
  useLayoutEffect(() => {
    const frame = element.current;
    if (!frame) return;
    const measure = () => {
      if (frame.clientWidth > 0) setWidth(frame.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}
