/** Where personas and tiers differ from what holds for everyone: scores and feeling by persona, service by tier. */
import type { RecordSchema } from '../../model/fieldSpec.ts';
import type { Touchpoint } from '../../model/journeyMap.ts';
import { recordSchema } from '../../model/schema.ts';
import { useOutline } from '../../state/mapSession.ts';
import { Select } from '../../ui/Select.tsx';
import { FormRow } from './controls/FormRow.tsx';
import { Section } from './controls/Section.tsx';
import { useInspector } from './inspectorContext.ts';
import { valueOf, type Target } from './target.ts';
import styles from './Inspector.module.css';

const { byPersona, byTier } = recordSchema('touchpoints');
const personaFields: RecordSchema = byPersona.kind === 'entries' ? byPersona.of.fields : {};
const tierFields: RecordSchema = byTier.kind === 'entries' ? byTier.of.fields : {};

export function Differences({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const { words, fields, commands, tell } = useInspector();
  const personas = useOutline((state) => state.journey.personas);
  const tiers = useOutline((state) => state.journey.tiers);

  const personaTarget = (id: string): Target => ({
    key: `${touchpoint.id}/byPersona/${id}`,
    schema: personaFields,
    labels: fields.fields.difference,
    canEdit: commands !== null,
    read: (field) => valueOf(touchpoint.byPersona[id] ?? {}, field) ?? null,
    write: (part) => commands && tell(commands.setPersonaDifference([touchpoint.id], id, part)),
    openText: () => null,
  });
  const tierTarget = (id: string): Target => ({
    key: `${touchpoint.id}/byTier/${id}`,
    schema: tierFields,
    labels: fields.fields.service,
    canEdit: commands !== null,
    read: (field) => valueOf(touchpoint.byTier[id] ?? {}, field) ?? null,
    write: (part) => commands && tell(commands.setTierService([touchpoint.id], id, part)),
    openText: () => null,
  });
  return (
    <>
      {personas.length > 0 && (
        <Section title={words.sections.byPersona}>
          {personas.map(({ id, name }) => (
            <div key={id} role="group" aria-label={name} className={styles.group} data-field="byPersona">
              <h4 className={styles.groupName}>{name || words.untitled}</h4>
              {['importance', 'performance'].map((field) => (
                <FormRow key={field} target={personaTarget(id)} form={{ field, show: 'steps' }} />
              ))}
              <FormRow target={personaTarget(id)} form={{ field: 'feeling' }} />
            </div>
          ))}
        </Section>
      )}
      {tiers.length > 0 && (
        <Section title={words.sections.byTier}>
          {tiers.map(({ id, name }) => {
            const service = touchpoint.byTier[id];
            return (
              <div key={id} role="group" aria-label={name} className={styles.group} data-field="byTier">
                <div className={styles.row}>
                  <h4 className={styles.groupName}>{name || words.untitled}</h4>
                  <Select
                    aria-label={fields.fields.service.level}
                    className={styles.grow}
                    value={service?.level ?? ''}
                    choices={[
                      { value: '', label: words.notSet },
                      ...(['none', 'basic', 'standard', 'enhanced', 'exclusive'] as const).map((level) => ({
                        value: level,
                        label: fields.values.serviceLevel[level],
                      })),
                    ]}
                    onChange={(level) =>
                      commands &&
                      tell(commands.setTierService([touchpoint.id], id, level === '' ? null : { level }))
                    }
                  />
                </div>
                {service && (
                  <>
                    <FormRow target={tierTarget(id)} form={{ field: 'promise' }} />
                    <FormRow target={tierTarget(id)} form={{ field: 'responseTargetMin', show: 'minutes' }} />
                  </>
                )}
              </div>
            );
          })}
        </Section>
      )}
    </>
  );
}
