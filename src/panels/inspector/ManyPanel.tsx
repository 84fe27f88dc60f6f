/** Several things selected: of one kind, their shared fields set in one step; of several kinds, which kind to take. */
import type { EditableCollection } from '../../document/commands.ts';
import type { Records } from '../../model/journeyMap.ts';
import { useMapSession, useProjection } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { FormFields } from './controls/FormFields.tsx';
import { Section } from './controls/Section.tsx';
import { EmotionHere } from './EmotionHere.tsx';
import type { FormCollection, FormField } from './forms.ts';
import { recordForms, touchpointForms } from './forms.ts';
import { useInspector } from './inspectorContext.ts';
import { recordsTarget } from './target.ts';
import styles from './Inspector.module.css';

export interface SelectedOf {
  readonly collection: FormCollection;
  readonly ids: readonly string[];
}

/** Fields that make sense for several: not what is each one's own words, and nothing made of parts. */
const single: readonly string[] = [
  'information',
  'triad',
  'tone',
  'jobs',
  'forces',
  'data',
  'url',
  'from',
  'to',
  'counts',
  'originId',
  'procedure',
  'description',
  'bio',
  'text',
];

export function ManyPanel({ groups }: { readonly groups: readonly SelectedOf[] }) {
  const { words, fields } = useInspector();
  const { screen } = useMapSession();
  const [only] = groups;
  if (groups.length > 1 || !only) {
    return (
      <Section title={null}>
        <p className={styles.quiet}>{words.manyMixed}</p>
        <div className={styles.buttons}>
          {groups.map(({ collection, ids }) => (
            <Button key={collection} small onClick={() => screen.setState({ selection: new Set(ids) })}>
              {words.manyOf(ids.length, ids.length === 1 ? fields.one[collection] : fields.many[collection])}
            </Button>
          ))}
        </div>
      </Section>
    );
  }
  return <SharedFields group={only} />;
}

function SharedFields({ group: { collection, ids } }: { readonly group: SelectedOf }) {
  const tools = useInspector();
  const { words } = tools;
  const { projection } = useMapSession();
  // Values of several records: any change among them is seen through the whole.
  useProjection((state) => state.journey);
  const records = ids.flatMap((id) => projection.find(collection, id) ?? []);
  const target = manyTarget(collection, records, tools);
  const sections =
    collection === 'touchpoints'
      ? [
          touchpointForms.place,
          touchpointForms.message,
          touchpointForms.work,
          touchpointForms.score,
          touchpointForms.notes,
          touchpointForms.look,
        ].flat()
      : recordForms[collection];
  const basics: readonly FormField[] = [
    { field: 'channelId' },
    { field: 'owner', show: 'suggest' },
    { field: 'evidenceLevel', words: 'evidenceLevel', show: 'segments' },
    { field: 'importance', show: 'steps' },
    { field: 'performance', show: 'steps' },
    { field: 'key' },
  ];
  return (
    <>
      <p className={styles.quiet}>{words.manyHint}</p>
      {collection === 'touchpoints' && (
        <>
          <EmotionHere
            touchpoints={ids.flatMap((id) => projection.find('touchpoints', id) ?? [])}
            target={target}
          />
          <Section title={null}>
            <FormFields target={target} fields={basics} />
          </Section>
        </>
      )}
      {sections.map(({ title, fields: rows }) => {
        const shared = (rows as readonly FormField[]).filter(
          ({ field }) =>
            !single.includes(field) &&
            !(collection === 'touchpoints' && basics.some((one) => one.field === field)),
        );
        return shared.length === 0 ? null : (
          <Section key={title ?? ''} title={title === null ? null : words.sections[title]}>
            <FormFields target={target} fields={shared} />
          </Section>
        );
      })}
    </>
  );
}

function manyTarget<C extends FormCollection & EditableCollection>(
  collection: C,
  records: readonly Records[C][],
  tools: ReturnType<typeof useInspector>,
) {
  return recordsTarget(collection, records, tools.fields.fields[collection], tools.commands, tools.tell);
}
