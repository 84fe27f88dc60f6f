/**
 * The points of view: one chip a persona (and "Everyone"), legend and switch of the curves at once, with the
 * way to the persona's card; for editors, a further persona; the menu of lanes shown on this screen.
 */
import type { ReactNode } from 'react';
import { useMapSession, useProjection } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { personaSign } from '../../theme/inks.ts';
import { Button } from '../../ui/Button.tsx';
import { topBarWords } from '../../words/topBar.ts';
import { LanesMenu } from './LanesMenu.tsx';
import { EveryoneChip, PersonaChip } from './PersonaChip.tsx';
import styles from './PersonaStrip.module.css';

const mostPersonas = 12;

/** `views`: the menu of saved views; `end`: stands in place of the menu of lanes. */
export function PersonaStrip({ views, end }: { readonly views?: ReactNode; readonly end?: ReactNode }) {
  const session = useMapSession();
  const words = useWords(topBarWords).personas;
  const personas = useProjection((state) => state.journey.personas);
  const commands = session.editing?.commands;

  const handleAdd = () => {
    const made = commands?.create('personas', { name: words.newName });
    if (made?.ok) session.screen.setState({ selection: new Set([made.value]), panel: 'inspector' });
  };
  return (
    <section className={styles.strip} aria-label={words.strip} data-testid="persona-strip">
      <span className={styles.caption}>{words.strip}</span>
      <div className={styles.chips}>
        <EveryoneChip />
        {personas.map((persona, index) => (
          <PersonaChip key={persona.id} persona={persona} sign={personaSign(index)} />
        ))}
        {commands && (
          <Button
            kind="text"
            className={styles.add}
            disabled={personas.length >= mostPersonas}
            title={personas.length >= mostPersonas ? words.full : undefined}
            onClick={handleAdd}
          >
            {words.add}
          </Button>
        )}
      </div>
      {views}
      {end ?? <LanesMenu />}
    </section>
  );
}
