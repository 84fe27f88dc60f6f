/**
 * What is selected, to read, docked beside the canvas for those who may not edit: everything known about a touchpoint,
 * the whole text of a note. Nothing where there is no more to say than the map shows.
 */
import { useMapSession, useProjection, useRecord, useScreen } from '../../state/mapSession.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { fieldWords } from '../../words/fields.ts';
import { phoneWords } from '../../words/phone.ts';
import { NoteLine } from '../phone/PhoneCard.tsx';
import { TouchpointFacts } from '../phone/TouchpointFacts.tsx';
import type { Note } from '../notesOf.ts';
import styles from './ReadingPanel.module.css';

export interface ReadingPanelProps {
  /** How the page docks it. */
  readonly className: string | undefined;
  /** Another touchpoint, at the other end of a link. */
  readonly onOpen: (id: string) => void;
}

export function ReadingPanel({ className, onOpen }: ReadingPanelProps) {
  const { screen } = useMapSession();
  const language = useScreen((state) => state.language);
  const words = phoneWords[language];
  const id = useScreen(({ selection }) => (selection.size === 1 ? ([...selection][0] ?? '') : ''));
  const touchpoint = useRecord('touchpoints', id);
  const element = useRecord('elements', id);
  const note = useNote(id);
  const one = fieldWords[language].one;
  const kind = touchpoint
    ? one.touchpoints
    : note
      ? one[note.collection]
      : element && fieldWords[language].values.elementKind[element.kind];
  if (kind === undefined) return null;
  return (
    <aside className={className} aria-label={kind} data-testid="reading-panel">
      <div className={styles.panel}>
        <div className={styles.head}>
          <p className={styles.caps}>{kind}</p>
          <IconButton
            icon="close"
            label={words.close}
            small
            onClick={() => screen.setState({ panel: 'none' })}
          />
        </div>
        {touchpoint && (
          <>
            <h2 className={styles.title}>{touchpoint.title || words.untitled}</h2>
            <TouchpointFacts touchpoint={touchpoint} onOpen={onOpen} />
          </>
        )}
        {note && (
          <ul className={styles.note}>
            <NoteLine note={note} />
          </ul>
        )}
        {element && <p className={styles.text}>{element.text}</p>}
      </div>
    </aside>
  );
}

/** The note with this id, whichever kind it is. */
function useNote(id: string): Note | null {
  const { projection } = useMapSession();
  const insight = useProjection(() => projection.find('insights', id));
  const opportunity = useProjection(() => projection.find('opportunities', id));
  const action = useProjection(() => projection.find('actions', id));
  if (insight) return { collection: 'insights', record: insight };
  if (opportunity) return { collection: 'opportunities', record: opportunity };
  return action ? { collection: 'actions', record: action } : null;
}
