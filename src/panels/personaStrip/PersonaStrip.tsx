/**
 * The points of view: one chip a persona (and "Everyone"), legend and switch of the curves at once; a portrait that
 * opens who they are; for editors, a further persona; the menu of lanes shown on this screen.
 */
import { useStore } from 'zustand';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { baseSign, personaSign, type LineSign } from '../../theme/inks.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { topBarWords } from '../../words/topBar.ts';
import { LanesMenu } from './LanesMenu.tsx';
import { percent } from './percent.ts';
import { PersonaPortrait } from './PersonaPortrait.tsx';
import styles from './PersonaStrip.module.css';

const mostPersonas = 12;

export function PersonaStrip() {
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
        <Chip id="base" name={words.everyone} sign={baseSign} share={null} />
        {personas.map((persona, index) => (
          <Chip
            key={persona.id}
            id={persona.id}
            name={persona.name}
            sign={personaSign(index)}
            share={persona.share}
            isPersona
          />
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
      <LanesMenu />
    </section>
  );
}

function Chip({
  id,
  name,
  sign,
  share,
  isPersona,
}: {
  id: string;
  name: string;
  sign: LineSign;
  share: number | null;
  isPersona?: boolean;
}) {
  const { screen } = useMapSession();
  const off = useScreen((state) => state.hiddenCurves.has(id));
  const selected = useStore(screen, (state) => state.selection.has(id));
  const toggle = () =>
    screen.setState(({ hiddenCurves }) => {
      const next = new Set(hiddenCurves);
      if (!next.delete(id)) next.add(id);
      return { hiddenCurves: next };
    });
  return (
    <span
      className={classes(styles.chip, off && styles.off, selected && styles.selected)}
      {...(isPersona ? { 'data-testid': 'persona', 'data-id': id } : {})}
    >
      <button type="button" className={styles.switch} aria-pressed={!off} onClick={toggle}>
        <LineSample sign={sign} off={off} />
        <span className={styles.name}>{name}</span>
        {share !== null && <span className={styles.share}>{percent(share)}</span>}
      </button>
      {isPersona && <PersonaPortrait id={id} sign={sign} />}
    </span>
  );
}
