/** The one way out of a map within another page: the same address without `embed`, in a tab of its own. */
import { useWords } from '../state/interfaceStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { embedWords } from '../words/embed.ts';
import styles from './EmbedMap.module.css';
import { withoutEmbedding } from './presenting.ts';

export function EmbedLink() {
  const words = useWords(embedWords);
  return (
    <a
      className={styles.open}
      href={withoutEmbedding(location)}
      target="_blank"
      rel="noopener noreferrer"
      title={words.openLong}
      data-testid="open-out"
    >
      {words.open}
      <Icon name="open-out" size={16} />
    </a>
  );
}
