/** The map's title to be changed in place: Enter or Escape commits, leaving commits, an empty title is not taken (U25). */
import { withTheirs } from '../../model/mergeTexts.ts';
import { useMapSession, useOutline } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { TextField } from '../../ui/TextField.tsx';
import { topBarWords } from '../../words/topBar.ts';
import styles from './MapTitle.module.css';

const longest = 120;

export function TitleField() {
  const { editing } = useMapSession();
  const words = useWords(topBarWords);
  const title = useOutline((state) => state.journey.map.title);
  return (
    <>
      <h1 className={styles.hidden}>{title || words.untitled}</h1>
      <span className={styles.field} data-text={title || words.untitled}>
        <TextField
          aria-label={words.mapTitle}
          className={styles.input}
          value={title}
          placeholder={words.untitled}
          maxLength={longest}
          testId="map-title"
          data-draft="map#title"
          onCommit={(text, opened) => {
            const trimmed = text.trim();
            if (trimmed) editing?.commands.updateMap({ title: withTheirs(opened, trimmed, title, longest) });
          }}
        />
      </span>
    </>
  );
}
