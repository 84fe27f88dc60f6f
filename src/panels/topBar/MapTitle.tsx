/** The map's title. Editors click it (or focus it and type) to change it in place. */
import { useMapSession, useOutline } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { useFetched } from '../../ui/part.tsx';
import { topBarWords } from '../../words/topBar.ts';
import styles from './MapTitle.module.css';
import { titleField } from './part.ts';

const TitleField = titleField.Part;

export function MapTitle({ editable }: { editable: boolean }) {
  const canEdit = useMapSession().editing !== null && editable;
  const words = useWords(topBarWords);
  const title = useOutline((state) => state.journey.map.title);
  const isHere = useFetched(titleField, canEdit);
  if (canEdit && isHere) return <TitleField />;
  return (
    <h1 className={styles.title} data-testid="map-title">
      {title || words.untitled}
    </h1>
  );
}
