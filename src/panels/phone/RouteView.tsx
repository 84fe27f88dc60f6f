/** The touchpoints of one stage as a route from top to bottom, what leads from one to the next, and what lies behind. */
import type { LinkKind, Stage, Touchpoint } from '../../model/journeyMap.ts';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldWords } from '../../words/fields.ts';
import { phoneWords } from '../../words/phone.ts';
import { sceneWordsFor } from '../../words/scene.ts';
import { notesOfStage } from '../notesOf.ts';
import { dot } from '../shownValues.ts';
import { Beside } from './Beside.tsx';
import { linkFacts } from './linkFacts.ts';
import { NoteLine, OverlayBlock, PhoneCard } from './PhoneCard.tsx';
import { stageRoute, type RouteStop } from './stageRoute.ts';
import styles from './RouteView.module.css';

/** The block of such a card on the map. */
const deliveryBlock = 28;

export interface RouteViewProps {
  readonly stage: Stage;
  readonly letter: string;
  readonly onOpen: (id: string) => void;
}

export function RouteView({ stage, letter, onOpen }: RouteViewProps) {
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const { screen, role } = useMapSession();
  const mayEdit = role === 'owner' || role === 'editor';
  const journey = useProjection((state) => state.journey);
  const route = stageRoute(journey, stage.id);
  const notes = notesOfStage(journey, stage.id);
  const facts = [
    stage.goal,
    stage.durationMin === null ? '' : sceneWordsFor(language).duration(stage.durationMin),
    words.count(route.stops.length),
  ].filter(Boolean);
  return (
    <section aria-label={words.route(stage.name)} data-testid="route">
      <header className={styles.head}>
        <span className={styles.letter} aria-hidden="true">
          {letter}
        </span>
        <div>
          <h2 className={styles.name}>{stage.name || words.untitled}</h2>
          <p className={styles.facts}>{facts.join(dot)}</p>
        </div>
      </header>
      {route.stops.length === 0 && (
        <div className={styles.empty}>
          <p>{words.empty}</p>
          {mayEdit && (
            <Button icon="table" onClick={() => screen.setState({ view: 'table' })}>
              {words.writeInTable}
            </Button>
          )}
        </div>
      )}
      <ol className={styles.route}>
        {route.stops.map((stop, index) => (
          <li key={stop.touchpoint.id}>
            <PhoneCard touchpoint={stop.touchpoint} onOpen={onOpen} />
            {index < route.stops.length - 1 && <Onward stop={stop} />}
          </li>
        ))}
      </ol>
      {notes.length > 0 && (
        <>
          <h3 className={styles.caps}>{words.stageNotes}</h3>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <NoteLine key={note.record.id} note={note} />
            ))}
          </ul>
        </>
      )}
      <Beside stageId={stage.id} />
      {route.behind.length > 0 && <h3 className={styles.caps}>{words.behind}</h3>}
      {route.behind.map(({ lane, touchpoints }) => (
        <div key={lane.id} className={styles.behind}>
          <h4 className={styles.lane}>{lane.name || fieldWords[language].values.laneKind[lane.kind]}</h4>
          {touchpoints.map((touchpoint) => (
            <Delivery key={touchpoint.id} touchpoint={touchpoint} onOpen={onOpen} />
          ))}
        </div>
      ))}
    </section>
  );
}

interface DeliveryProps {
  readonly touchpoint: Touchpoint;
  readonly onOpen: (id: string) => void;
}

/** What happens behind the scene; an overlay has a block beside it, where it speaks of such things. */
function Delivery({ touchpoint: { id, title, owner }, onOpen }: DeliveryProps) {
  const words = phoneWords[useScreen((state) => state.language)];
  const isOut = useScreen((state) => state.dimming?.out.has(id) ?? false);
  const saysSomething = useScreen(
    ({ overlaid, language }) => overlaid !== null && overlaid.spoken(id, language) !== '',
  );
  return (
    <button
      type="button"
      className={styles.delivery}
      data-testid="touchpoint"
      data-id={id}
      data-out={isOut || undefined}
      onClick={() => onOpen(id)}
    >
      <OverlayBlock id={id} width={deliveryBlock} isOn={saysSomething && !isOut} otherwise={null} />
      <span className={styles.deliveryText}>
        <span className={styles.deliveryTitle}>{title || words.untitled}</span>
        {owner !== '' && <span className={styles.quiet}>{owner}</span>}
      </span>
    </button>
  );
}

const dashes: { readonly [K in LinkKind]?: string } = {
  alternative: '7 4',
  trigger: '2 4',
  loop: '12 4',
  dependency: '1.5 3',
};

/** The arrow to the next touchpoint with its label; room alone where no link leads there. */
function Onward({ stop: { onward } }: { readonly stop: RouteStop }) {
  const language = useScreen((state) => state.language);
  if (!onward) return <div className={styles.gap} />;
  const facts = linkFacts(onward, language);
  return (
    <div className={styles.onward} data-testid="link" data-id={onward.id}>
      <svg width={10} height={26} viewBox="0 0 10 26" aria-hidden="true">
        <path
          d="M5 0V18"
          stroke="var(--ink-2)"
          strokeWidth={1.75}
          strokeDasharray={dashes[onward.kind]}
          fill="none"
        />
        {onward.kind !== 'dependency' && <path d="M.5 16.5H9.5L5 26Z" fill="var(--ink-2)" />}
      </svg>
      <span>{facts}</span>
    </div>
  );
}
