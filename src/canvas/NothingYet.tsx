/** What a reader of a blank map is told: that it is blank, and that nobody needs to reload. Who may edit is offered a start. */
import { memo } from 'react';
import { isBlank } from '../model/isBlank.ts';
import { useMapSession, useOutline, useScreen } from '../state/mapSession.ts';
import { nothingYetWords } from '../words/nothingYet.ts';
import styles from './MapCanvas.module.css';

export const NothingYet = memo(function NothingYet() {
  const { role } = useMapSession();
  const isShown = useOutline(({ loaded, journey }) => loaded && isBlank(journey));
  const words = nothingYetWords[useScreen((state) => state.language)];
  if (!isShown || role === 'owner' || role === 'editor') return null;
  return (
    <div className={styles.back}>
      <p role="note" className={styles.nothing} data-testid="nothing-yet">
        {words.map}
      </p>
    </div>
  );
});
