/**
 * The legend of the overlay that is switched on: its signs with what they mean, how much it rests on, and the way out of
 * it. Docked at the foot of the view, as the filter is, so that nothing of the map moves when it comes.
 */
import { isMadeOverlay } from '../../layout/overlays/makeOverlay.ts';
import { useMapSession, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { overlayWords } from '../../words/overlays.ts';
import { SceneSvg } from '../SceneSvg.tsx';
import styles from './OverlayBar.module.css';

export interface OverlayBarProps {
  /** Cards one under the other: nothing lies behind them that would have to be explained. */
  readonly narrow?: boolean;
}

export function OverlayBar({ narrow = false }: OverlayBarProps) {
  const { screen } = useMapSession();
  const words = useWords(overlayWords);
  const overlaid = useScreen((state) => state.overlaid);
  if (!isMadeOverlay(overlaid)) return null;
  const { keys, rests, ...legend } = overlaid.legend(words);
  const note = narrow && overlaid.figures.under ? '' : legend.note;
  return (
    <section
      className={styles.bar}
      aria-label={words.overlay}
      data-testid="overlay-bar"
      data-narrow={narrow || undefined}
    >
      <div className={styles.legend}>
        <span className={styles.name}>
          <Icon name="overlay" size={16} />
          {words.names[overlaid.kind]}
        </span>
        <span className={styles.rests}>{rests}</span>
        <ul className={styles.keys}>
          {keys.map((key) => (
            <li key={key.name} className={styles.key}>
              <svg
                className={styles.sample}
                width="26"
                height="24"
                viewBox="0 0 36 34"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <SceneSvg items={key.sample} />
              </svg>
              <span>{key.name}</span>
              {key.note !== '' && <span className={styles.note}>{key.note}</span>}
            </li>
          ))}
        </ul>
        {note !== '' && <span className={styles.note}>{note}</span>}
      </div>
      <Button kind="second" small onClick={() => screen.setState({ overlay: null })}>
        {words.off}
      </Button>
    </section>
  );
}
