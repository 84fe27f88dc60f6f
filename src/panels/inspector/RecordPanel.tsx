/** Any other record: its form by forms.ts, and what hangs on it. */
import type { Records } from '../../model/journeyMap.ts';
import { useMapSession, useOutline, useProjection, useScreen } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { FormSections } from './controls/FormFields.tsx';
import { Section } from './controls/Section.tsx';
import { recordForms } from './forms.ts';
import { useInspector } from './inspectorContext.ts';
import { nameOf } from './recordNames.ts';
import type { Target } from './target.ts';
import styles from './Inspector.module.css';

export interface RecordPanelProps {
  readonly collection: keyof typeof recordForms;
  readonly record: Records[keyof typeof recordForms];
  readonly target: Target;
}

export function RecordPanel({ collection, record, target }: RecordPanelProps) {
  return (
    <div className={styles.panel}>
      {collection === 'personas' && <ToCard id={record.id} />}
      <FormSections target={target} sections={recordForms[collection]} />
      {collection === 'opportunities' && <ActionsOf opportunityId={record.id} />}
      {collection === 'stages' && <TouchpointsIn stageId={record.id} />}
    </div>
  );
}

/** The way to the whole card, unless that is where one is. */
function ToCard({ id }: { readonly id: string }) {
  const { words } = useInspector();
  const { screen } = useMapSession();
  const isOpen = useScreen((state) => state.card !== null);
  if (isOpen) return null;
  return (
    <Button icon="person" small onClick={() => screen.setState({ card: id })}>
      {words.personaCard}
    </Button>
  );
}

function ActionsOf({ opportunityId }: { readonly opportunityId: string }) {
  const tools = useInspector();
  const { words, fields, commands, tell, open } = tools;
  const all = useOutline((state) => state.journey.actions);
  const here = all.filter((action) => action.opportunityId === opportunityId);
  const add = (): void => {
    if (!commands) return;
    const made = commands.create('actions', { title: words.newAction, opportunityId });
    tell(made);
    if (made.ok) open(made.value);
  };
  return (
    <Section title={fields.many.actions}>
      <List
        items={here.map((action) => ({
          id: action.id,
          name: nameOf('actions', action, tools),
          fact: fields.values.actionStatus[action.status],
        }))}
      />
      <button type="button" className={styles.adder} onClick={add}>
        + {words.addAction}
      </button>
    </Section>
  );
}

function TouchpointsIn({ stageId }: { readonly stageId: string }) {
  const { words, fields } = useInspector();
  const layout = useProjection((state) => state.layout);
  const touchpoints = useProjection((state) => state.journey.touchpoints);
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const items = layout.sequence.flatMap((id) => {
    const found = byId.get(id);
    return found?.stageId === stageId
      ? [{ id, name: found.title || words.untitled, fact: layout.cards.get(id)?.address ?? '' }]
      : [];
  });
  return (
    <Section title={fields.many.touchpoints}>
      <List items={items} />
    </Section>
  );
}

function List({
  items,
}: {
  readonly items: readonly { readonly id: string; readonly name: string; readonly fact: string }[];
}) {
  const { open } = useInspector();
  return (
    <ul className={styles.notes}>
      {items.map(({ id, name, fact }) => (
        <li key={id}>
          <button type="button" className={styles.note} onClick={() => open(id)}>
            <span>{name}</span>
            <span className={styles.quiet}>{fact}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
