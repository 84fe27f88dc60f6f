/** Says whose journey is shown and how much of the map that is, goes to the next one, and back to everybody's. */
import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { journeyTouchpoints, meets } from '../../model/sequence.ts';
import { personaSign } from '../../theme/inks.ts';
import { Button } from '../../ui/Button.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { findWords } from '../../words/find.ts';
import { PersonaPortrait } from '../persona/PersonaPortrait.tsx';
import styles from './FilterBar.module.css';

export function JourneyBar() {
  const { screen } = useMapSession();
  const words = findWords[useLanguage()].journey;
  const lead = useScreen((state) => state.lead);
  const journey = useProjection((state) => state.journey);
  const index = journey.personas.findIndex(({ id }) => id === lead);
  const persona = journey.personas[index];
  if (!persona) return null;
  const all = journeyTouchpoints(journey);
  const met = all.filter((touchpoint) => meets(touchpoint, persona.id)).length;
  return (
    <section className={styles.bar} aria-label={words.bar} data-testid="journey-bar" data-id={persona.id}>
      <PersonaPortrait persona={persona} size={26} round />
      <LineSample sign={personaSign(index)} />
      <span className={styles.parts}>{words.of(persona.name || words.untitled)}</span>
      <span role="status" className={styles.count}>
        {words.meets(met, all.length)}
      </span>
      <span className={styles.tools}>
        <Button kind="text" small underlined onClick={() => screen.setState({ card: persona.id })}>
          {words.card}
        </Button>
        <Button kind="second" small onClick={() => screen.setState({ lead: null })}>
          {words.everyone}
        </Button>
      </span>
    </section>
  );
}
