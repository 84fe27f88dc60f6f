/** Insights, opportunities and actions of a touchpoint: each opens, and one of each kind can be added here. */
import { useProjection } from '../../state/mapSession.ts';
import { laneHolds, type LaneContent } from '../../model/laneKinds.ts';
import type { JourneyMap, Touchpoint } from '../../model/journeyMap.ts';
import { Section } from './controls/Section.tsx';
import { useInspector } from './inspectorContext.ts';
import { nameOf } from './recordNames.ts';
import { NoteGlyph } from '../NoteGlyph.tsx';
import { notesOf } from '../notesOf.ts';
import styles from './Inspector.module.css';

export function NotedHere({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const tools = useInspector();
  const { words, fields, commands, tell, open } = tools;
  const journey = useProjection((state) => state.journey);
  const notes = notesOf(journey, touchpoint.id);
  const add = (kind: 'insights' | 'opportunities' | 'actions'): void => {
    if (!commands) return;
    const place = { stageId: touchpoint.stageId, laneId: laneFor(journey, kind) };
    const made =
      kind === 'insights'
        ? commands.create('insights', {
            kind: 'thought',
            text: words.newInsight,
            touchpointIds: [touchpoint.id],
            ...place,
          })
        : kind === 'opportunities'
          ? commands.create('opportunities', {
              title: words.newOpportunity,
              touchpointIds: [touchpoint.id],
              ...place,
            })
          : commands.create('actions', { title: words.newAction, touchpointId: touchpoint.id, ...place });
    tell(made);
    if (made.ok) open(made.value);
  };
  return (
    <Section title={words.noted}>
      {notes.length === 0 ? (
        <p className={styles.quiet}>{words.nothingNoted}</p>
      ) : (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note.record.id}>
              <button type="button" className={styles.note} onClick={() => open(note.record.id)}>
                <NoteGlyph note={note} />
                <span className={note.collection === 'opportunities' ? styles.strong : undefined}>
                  {nameOf(note.collection, note.record, tools)}
                </span>
                {note.collection === 'opportunities' && (
                  <span className={styles.quiet}>{fields.values.opportunityStatus[note.record.status]}</span>
                )}
                {note.collection === 'actions' && note.record.owner !== '' && (
                  <span className={styles.quiet}>{note.record.owner}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.adders}>
        <button type="button" className={styles.adder} onClick={() => add('insights')}>
          + {words.addInsight}
        </button>
        <button type="button" className={styles.adder} onClick={() => add('opportunities')}>
          + {words.addOpportunity}
        </button>
        <button type="button" className={styles.adder} onClick={() => add('actions')}>
          + {words.addAction}
        </button>
      </div>
    </Section>
  );
}

/** The first lane that holds such things; null when the map has none (the record then hangs on its touchpoint only). */
function laneFor({ lanes }: JourneyMap, content: LaneContent): string | null {
  return lanes.find(({ kind }) => laneHolds(kind) === content)?.id ?? null;
}
