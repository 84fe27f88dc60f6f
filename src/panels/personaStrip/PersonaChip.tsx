/**
 * A point of view in the strip: its line and name switch the curve, for a persona with role and tier under the name
 * and the portrait beside it, which leads to the card. The card is the browser's popover, inside the chip, so that it
 * follows it in the tab order; whoever listens hears role, tier and quote with the switch.
 */
import { Suspense, useId, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Persona } from '../../model/journeyMap.ts';
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { showJourney } from '../../state/screen.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { baseSign, type LineSign } from '../../theme/inks.ts';
import { classes } from '../../ui/classes.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { WarningMark } from '../../ui/WarningMark.tsx';
import { topBarWords } from '../../words/topBar.ts';
import { percent } from '../../words/scene.ts';
import { ChipPortrait } from './ChipPortrait.tsx';
import { personaCard } from './part.ts';
import cardStyles from './PersonaCard.module.css';
import styles from './PersonaStrip.module.css';
import { usePersonaCard } from './usePersonaCard.ts';

const PersonaCard = personaCard.Part;
const cardWidthPx = 320;

export function PersonaChip({ persona, sign }: { readonly persona: Persona; readonly sign: LineSign }) {
  const { id, name, role, quote, tierId, share } = persona;
  const { screen } = useMapSession();
  const words = useWords(topBarWords).personas;
  const tier = useOutline((state) => state.journey.tiers.find((one) => one.id === tierId)?.name);
  const off = useScreen((state) => state.hiddenCurves.has(id));
  const leads = useScreen((state) => state.lead === id);
  const selected = useStore(screen, (state) => state.selection.has(id));
  const mark = useScreen((state) => state.headMarks?.get(id));
  const cardId = useId();
  const spokenId = useId();
  const { isOpen, hide, around, card, onSwitch, onPortrait } = usePersonaCard(cardWidthPx);
  const facts = [role, tier].filter(Boolean).join(' · ');
  const handleEdit = () => {
    hide();
    screen.setState({ selection: new Set([id]), panel: 'inspector' });
  };
  const handleJourney = () => {
    hide();
    showJourney(screen, leads ? null : id);
  };
  const handleCard = () => {
    hide();
    screen.setState({ card: id });
  };
  return (
    <span
      className={classes(styles.chip, off && styles.off, selected && styles.selected, leads && styles.leads)}
      data-leads={leads || undefined}
      data-testid="persona"
      data-id={id}
      {...around}
    >
      <CurveSwitch id={id} sign={sign} name={name} share={share} describedBy={spokenId} onSwitch={onSwitch}>
        {facts && <span className={styles.facts}>{facts}</span>}
      </CurveSwitch>
      <span id={spokenId} hidden>
        {[role, tier, quote].filter(Boolean).join('. ')}
      </span>
      {mark !== undefined && <WarningMark text={mark} className={styles.mark} />}
      <button
        type="button"
        className={styles.portrait}
        popoverTarget={cardId}
        popoverTargetAction="show"
        aria-label={words.about(name)}
        onClick={onPortrait}
      >
        <ChipPortrait persona={persona} sign={sign} size={26} />
      </button>
      <div
        id={cardId}
        popover="auto"
        role="dialog"
        aria-label={words.about(name)}
        className={cardStyles.card}
        data-testid="persona-card"
        {...card}
      >
        <Suspense fallback={null}>
          {isOpen && (
            <PersonaCard
              id={id}
              sign={sign}
              onEdit={handleEdit}
              onJourney={handleJourney}
              onCard={handleCard}
            />
          )}
        </Suspense>
      </div>
    </span>
  );
}

/** The curve of everybody, first in the strip. */
export function EveryoneChip() {
  const words = useWords(topBarWords).personas;
  const off = useScreen((state) => state.hiddenCurves.has('base'));
  return (
    <span className={classes(styles.chip, off && styles.off)}>
      <CurveSwitch id="base" sign={baseSign} name={words.everyone} share={null} />
    </span>
  );
}

interface CurveSwitchProps {
  readonly id: string;
  readonly sign: LineSign;
  readonly name: string;
  readonly share: number | null;
  readonly describedBy?: string;
  readonly onSwitch?: () => void;
  /** Under the name. */
  readonly children?: ReactNode;
}

function CurveSwitch({ id, sign, name, share, describedBy, onSwitch, children }: CurveSwitchProps) {
  const { screen } = useMapSession();
  const off = useScreen((state) => state.hiddenCurves.has(id));
  const handleClick = () => {
    onSwitch?.();
    screen.setState(({ hiddenCurves }) => {
      const next = new Set(hiddenCurves);
      if (!next.delete(id)) next.add(id);
      return { hiddenCurves: next };
    });
  };
  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={!off}
      aria-describedby={describedBy}
      onClick={handleClick}
    >
      <LineSample sign={sign} off={off} />
      <span className={styles.text}>
        <span className={styles.first}>
          <span className={styles.name}>{name}</span>
          {share !== null && <span className={styles.share}>{percent(share)}</span>}
        </span>
        {children}
      </span>
    </button>
  );
}
