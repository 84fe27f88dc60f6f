/**
 * The points of view: one chip a persona (and "Everyone"), legend and switch of the curves at once, with the
 * way to the persona's card; for editors, a further persona; the menu of lanes shown on this screen.
 * Where it gets narrow its caption goes first, then what stands under and beside the names, then the words of the buttons,
 * all at once, while the icons and tooltips stay; then the chips scroll.
 */
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { personaSign } from '../../theme/inks.ts';
import { Button } from '../../ui/Button.tsx';
import { topBarWords } from '../../words/topBar.ts';
import { LanesMenu } from './LanesMenu.tsx';
import { EveryoneChip, PersonaChip } from './PersonaChip.tsx';
import styles from './PersonaStrip.module.css';

const mostPersonas = 12;

export interface PersonaStripProps {
  /** Draws the curves as ribbons, or as lines again; not where no curves are seen. */
  readonly onCompare?: () => void;
  /** The menu of saved views. */
  readonly views?: ReactNode;
  /** Stands in place of the menu of lanes. */
  readonly end?: ReactNode;
}

export function PersonaStrip({ onCompare, views, end }: PersonaStripProps) {
  const session = useMapSession();
  const words = useWords(topBarWords).personas;
  const personas = useOutline((state) => state.journey.personas);
  const commands = session.editing?.commands;
  const strip = useBrevity();

  const handleAdd = () => {
    const made = commands?.create('personas', { name: words.newName });
    if (!made?.ok) return;
    // Its name is open for typing, as that of everything new.
    session.screen.setState({
      selection: new Set([made.value]),
      panel: 'inspector',
      editing: { id: made.value, field: 'name' },
    });
  };
  return (
    <section ref={strip} className={styles.strip} aria-label={words.strip} data-testid="persona-strip">
      <span className={styles.caption}>{words.strip}</span>
      <div className={styles.chips}>
        <EveryoneChip />
        {personas.map((persona, index) => (
          <PersonaChip key={persona.id} persona={persona} sign={personaSign(index)} />
        ))}
      </div>
      {commands && (
        <Button
          kind="text"
          icon="plus"
          className={styles.add}
          disabled={personas.length >= mostPersonas}
          aria-label={words.addLong}
          title={personas.length >= mostPersonas ? words.full : words.addLong}
          onClick={handleAdd}
        >
          {words.add}
        </Button>
      )}
      {onCompare && personas.length > 0 && <CompareSwitch onPress={onCompare} />}
      {views}
      {end ?? <LanesMenu />}
    </section>
  );
}

/** Marks the strip as brief while the words of a button have no room; each step leaves out what the former does. */
function useBrevity() {
  const strip = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const bar = strip.current;
    if (!bar) return;
    const fit = () => {
      bar.removeAttribute('data-brief');
      const buttons = [...bar.querySelectorAll(':scope > button')];
      for (const step of ['caption', 'facts', 'words']) {
        // Words without room have wrapped out of sight.
        if (buttons.every(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)) return;
        bar.dataset['brief'] = step;
      }
    };
    const resized = new ResizeObserver(fit);
    const changed = new MutationObserver(fit);
    resized.observe(bar);
    changed.observe(bar, { childList: true, characterData: true, subtree: true });
    fit();
    return () => {
      resized.disconnect();
      changed.disconnect();
    };
  }, []);
  return strip;
}

/** Curves as lines, or as ribbons that never lie over each other. */
function CompareSwitch({ onPress }: { readonly onPress: () => void }) {
  const words = useWords(topBarWords).personas;
  const isOn = useScreen((state) => state.ribbons !== null);
  return (
    <button
      type="button"
      className={styles.compare}
      aria-pressed={isOn}
      aria-label={words.compare}
      title={words.compareLong}
      data-testid="compare-curves"
      onClick={onPress}
    >
      <svg width={18} height={18} viewBox="0 0 18 18" fill="none" stroke="currentColor" aria-hidden="true">
        <path
          d="M1.5 5.5C6 5.5 6 2.5 9 2.5s3 3 7.5 3M1.5 10C6 10 6 7 9 7s3 3 7.5 3M1.5 14.5C6 14.5 6 11.5 9 11.5s3 3 7.5 3"
          strokeWidth={2}
        />
      </svg>
      <span>{words.compare}</span>
    </button>
  );
}
