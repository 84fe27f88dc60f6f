/** Whether a map that stands alone is live: what is shown is, unless this is said. */
import { useStore } from 'zustand';
import { useWords } from '../state/interfaceStore.ts';
import { useMapSession } from '../state/mapSession.ts';
import { embedWords } from '../words/embed.ts';
import styles from './EmbedMap.module.css';

export function EmbedOffline() {
  const words = useWords(embedWords);
  const isOffline = useStore(
    useMapSession().saveState,
    (state) => state.kind === 'view-only' && !state.online,
  );
  return (
    <span role="status" className={isOffline ? styles.offline : styles.unseen}>
      {isOffline && words.offline}
    </span>
  );
}
