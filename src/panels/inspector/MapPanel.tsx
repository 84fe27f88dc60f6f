/** Nothing selected: the map's own facts, what it holds (lists to open, add, reorder, delete) and the brand. */
import type { JourneyMap } from '../../model/journeyMap.ts';
import { useOutline } from '../../state/mapSession.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { FormSections } from './controls/FormFields.tsx';
import { Section } from './controls/Section.tsx';
import { useDelete } from './deleting.tsx';
import { brandForm, mapForm } from './forms.ts';
import { useInspector } from './inspectorContext.ts';
import { nameOf } from './recordNames.ts';
import { brandTarget, mapTarget } from './target.ts';
import styles from './Inspector.module.css';

const lists = ['personas', 'stages', 'lanes', 'channels', 'tiers', 'evidence'] as const;
type ListName = (typeof lists)[number];

export function MapPanel() {
  const { fields, commands, tell } = useInspector();
  const map = useOutline((state) => state.journey.map);
  const brand = useOutline((state) => state.journey.brand);
  return (
    <div className={styles.panel}>
      <FormSections
        target={mapTarget({ map }, fields.fields.map, commands, tell)}
        sections={mapForm.slice(0, 2)}
      />
      {lists.map((name) => (
        <RecordList key={name} name={name} />
      ))}
      <FormSections
        target={brandTarget({ brand }, fields.fields.brand, commands, tell)}
        sections={brandForm}
      />
      <FormSections
        target={mapTarget({ map }, fields.fields.map, commands, tell)}
        sections={mapForm.slice(2)}
      />
    </div>
  );
}

function RecordList({ name }: { readonly name: ListName }) {
  const tools = useInspector();
  const { words, fields, commands, tell, open } = tools;
  const { ask, dialog } = useDelete();
  const records = useOutline((state): JourneyMap[ListName] => state.journey[name]);
  const stages = useOutline((state) => state.layout.stages);
  const lanes = useOutline((state) => state.layout.lanes);

  const add = (): void => {
    if (!commands) return;
    const title = words.newOf[name];
    const made =
      name === 'lanes'
        ? commands.createLane(title, 'contact')
        : name === 'evidence'
          ? commands.create('evidence', { kind: 'link', title })
          : commands.create(name, { name: title });
    tell(made);
    if (made.ok) open(made.value);
  };
  /** Puts a record before the one above, or after the one below. */
  const move = (index: number, step: -1 | 1): void => {
    const record = records[index];
    if (!commands || !record || name === 'evidence') return;
    tell(commands.reorder(name, record.id, records[step === -1 ? index - 1 : index + 2]?.id ?? null));
  };
  return (
    <Section
      title={fields.many[name]}
      aside={<IconButton small icon="plus" label={words.addTo(fields.many[name])} onClick={add} />}
    >
      <ul className={styles.list} data-list={name}>
        {records.map((record, index) => {
          const label = nameOf(name, record as never, tools);
          const address =
            name === 'stages' ? stages[index]?.letter : name === 'lanes' ? lanes[index]?.number : undefined;
          return (
            <li key={record.id} className={styles.listRow}>
              <button
                type="button"
                className={styles.note}
                title={words.open(label)}
                onClick={() => open(record.id)}
              >
                {address !== undefined && <span className={styles.addressText}>{address}</span>}
                <span>{label}</span>
              </button>
              <span className={styles.listTools}>
                {name !== 'evidence' && (
                  <>
                    <IconButton
                      small
                      icon="arrow-up"
                      label={words.moveUp(label)}
                      disabled={index === 0}
                      onClick={() => move(index, -1)}
                    />
                    <IconButton
                      small
                      icon="arrow-down"
                      label={words.moveDown(label)}
                      disabled={index === records.length - 1}
                      onClick={() => move(index, 1)}
                    />
                  </>
                )}
                <IconButton small icon="bin" label={words.removeOf(label)} onClick={() => ask(record.id)} />
              </span>
            </li>
          );
        })}
      </ul>
      {dialog}
    </Section>
  );
}
