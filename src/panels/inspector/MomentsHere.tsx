/** The moments of truth of a touchpoint, at most one of each kind: question, when it is passed, when it fails. */
import type { Moment, Touchpoint } from '../../model/journeyMap.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useOutline } from '../../state/mapSession.ts';
import { pairOf } from '../../words/together.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { FormRow } from './controls/FormRow.tsx';
import { Section } from './controls/Section.tsx';
import { useInspector } from './inspectorContext.ts';
import { recordsTarget } from './target.ts';
import styles from './Inspector.module.css';

const kinds = ['zero', 'first', 'second', 'third', 'other'] as const;

export function MomentsHere({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const { words, fields, commands, tell } = useInspector();
  const all = useOutline((state) => state.journey.moments);
  const here = all.filter(({ touchpointId }) => touchpointId === touchpoint.id);
  const free = kinds.filter((kind) => !here.some((moment) => moment.kind === kind));
  return (
    <Section field="moments" title={words.sections.moments}>
      {here.map((moment) => (
        <MomentForm key={moment.id} moment={moment} free={free} />
      ))}
      {free.length > 0 && (
        <Select<string>
          aria-label={words.addMoment}
          value=""
          choices={[
            { value: '', label: `+ ${words.addMoment}` },
            ...free.map((kind) => ({ value: kind, label: fields.values.momentKind[kind] })),
          ]}
          onChange={(value) => {
            const kind = free.find((one) => one === value);
            if (kind && commands) tell(commands.create('moments', { touchpointId: touchpoint.id, kind }));
          }}
        />
      )}
    </Section>
  );
}

function MomentForm({ moment, free }: { readonly moment: Moment; readonly free: readonly Moment['kind'][] }) {
  const { words, fields, commands, tell } = useInspector();
  const language = useLanguage();
  const target = recordsTarget('moments', [moment], fields.fields.moments, commands, tell);
  const name = fields.values.momentKind[moment.kind];
  return (
    <div role="group" aria-label={pairOf(language, fields.one.moments, name)} className={styles.group}>
      <div className={styles.row}>
        <span className={styles.pin}>
          <Icon name="pin" size={16} />
        </span>
        <Select
          aria-label={fields.fields.moments.kind}
          className={styles.grow}
          value={moment.kind}
          choices={kinds.map((kind) => ({
            value: kind,
            label: fields.values.momentKind[kind],
            disabled: kind !== moment.kind && !free.includes(kind),
          }))}
          onChange={(kind) => target.write({ kind })}
        />
        <IconButton
          small
          icon="bin"
          label={words.removeOf(name)}
          onClick={() => commands && tell(commands.remove([moment.id]))}
        />
      </div>
      {['question', 'passWhen', 'failWhen'].map((field) => (
        <FormRow key={field} target={target} form={{ field }} />
      ))}
    </div>
  );
}
