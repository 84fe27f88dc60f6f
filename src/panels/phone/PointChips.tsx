/** The points of view on a phone: legend and switch of the curves at once, 44 high; a portrait opens its persona's card. */
import type { Persona } from '../../model/journeyMap.ts';
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { baseSign, personaSign, type LineSign } from '../../theme/inks.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { phoneWords } from '../../words/phone.ts';
import { shortName } from '../../words/shortName.ts';
import { ChipPortrait } from '../personaStrip/ChipPortrait.tsx';
import styles from './PointChips.module.css';

export function PointChips() {
  const words = phoneWords[useScreen((state) => state.language)];
  const personas = useOutline((state) => state.journey.personas);
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
