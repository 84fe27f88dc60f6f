/** Which saved view the links of the share dialog open with, when the map has views to choose from; and such a link's address. */
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { Select } from '../../ui/Select.tsx';
import { shareWords } from '../../words/share.ts';
import { sortedViews } from '../views/sortedViews.ts';
import styles from './ShareDialog.module.css';

export interface LinkParts {
  readonly origin: string;
  readonly mapId: string;
  /** Id of a saved view; null: none. */
  readonly view: string | null;
  /** What the map is compared with on the screen it is shared from. */
  readonly compare: string | null;
  /** It opens with the stages as slides. */
  readonly present: boolean;
  readonly token: string;
}

/** The key stands in the fragment, so that it reaches no log; the view says nothing and stands before it. */
export function linkAddress({ origin, mapId, view, compare, present, token }: LinkParts): string {
  const named = [
    ...(view === null ? [] : [`view=${view}`]),
    ...(compare === null ? [] : [`compare=${compare}`]),
    ...(present ? ['present'] : []),
  ];
  return `${origin}/m/${mapId}${named.length === 0 ? '' : `?${named.join('&')}`}#${token}`;
}

export function SharedView() {
  const { screen } = useMapSession();
  const language = useLanguage();
  const words = useWords(shareWords);
  const views = useOutline((state) => state.journey.views);
  const shared = useScreen((state) => state.sharedView);
  if (views.length === 0) return null;
  const choices = [
    { value: '', label: words.wholeMap },
    ...sortedViews(views, language).map(({ id, name }) => ({ value: id, label: name || id })),
  ];
  return (
    <label className={styles.opensWith}>
      {words.opensWith}
      <Select
        value={shared ?? ''}
        choices={choices}
        testId="shared-view"
        onChange={(id) => screen.setState({ sharedView: id === '' ? null : id })}
      />
    </label>
  );
}
