/**
 * Objects inside a record: tone and forces as numbers between two words, the triad that must add to 100, and lists of
 * objects (information, jobs, core messages, topics), each with its fields as a small form.
 */
import { useState } from 'react';
import type { ListSpec, RecordSpec } from '../../../model/fieldSpec.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { numberText } from '../../shownValues.ts';
import { insideChoices, insideLabels } from '../forms.ts';
import { useInspector } from '../inspectorContext.ts';
import { defaultsOfSpec, insideTarget, itemTarget, listOf, type Labels, type Target } from '../target.ts';
import { FormRow } from './FormRow.tsx';
import { NumberRow } from './NumberRow.tsx';
import styles from './controls.module.css';

interface InsideProps {
  readonly target: Target;
  readonly field: keyof typeof insideLabels;
  readonly label: string;
}

/** The object in a nullable field. */
export function Inside({ target, field, spec, label }: InsideProps & { readonly spec: RecordSpec }) {
  const { fields, words } = useInspector();
  const labels: Labels = fields.fields[insideLabels[field]];
  if (spec.sum !== null)
    return <Shares target={target} field={field} spec={spec} label={label} sum={spec.sum} />;
  const inner = insideTarget(target, field, spec, labels);
  const names = Object.keys(spec.fields);
  const set = target.read(field) !== null;
  return (
    <div role="group" aria-label={label}>
      {names.map((name) => (
        <FormRow
          key={name}
          target={inner}
          form={{ field: name, ...insideChoice(field, name) }}
          ends={
            field === 'tone' || field === 'toneInformal'
              ? words.toneEnds[name as keyof typeof words.toneEnds]
              : undefined
          }
        />
      ))}
      {field === 'forces' && <Progress target={inner} />}
      {set && (
        <Button
          kind="text"
          small
          underlined
          className={styles.clear}
          onClick={() => target.write({ [field]: null })}
        >
          {words.clearOf(label)}
        </Button>
      )}
    </div>
  );
}

/** Push + pull − anxiety − habit, known when all four are. */
function Progress({ target }: { readonly target: Target }) {
  const { words } = useInspector();
  const [push, pull, anxiety, habit] = ['push', 'pull', 'anxiety', 'habit'].map((name) => target.read(name));
  if (
    typeof push !== 'number' ||
    typeof pull !== 'number' ||
    typeof anxiety !== 'number' ||
    typeof habit !== 'number'
  )
    return null;
  return <p className={styles.quiet}>{words.progress(numberText(push + pull - anxiety - habit))}</p>;
}

/** Numbers that must add to a sum: kept here until they do, then written together. */
function Shares({
  target,
  field,
  spec,
  label,
  sum,
}: InsideProps & { readonly spec: RecordSpec; readonly sum: number }) {
  const { fields, words } = useInspector();
  const labels: Labels = fields.fields[insideLabels[field]];
  const [draft, setDraft] = useState<{
    readonly key: string;
    readonly values: { readonly [name: string]: number | null };
  } | null>(null);
  const names = Object.keys(spec.fields);
  const inner = insideTarget(target, field, { ...spec, nullable: false }, labels);
  const isSet = target.read(field) !== null;
  const stored = Object.fromEntries(names.map((name) => [name, isSet ? asNumber(inner.read(name)) : null]));
  const values = draft?.key === target.key ? draft.values : stored;
  const total = names.reduce((all, name) => all + (values[name] ?? 0), 0);
  const open = draft?.key === target.key;

  const change = (name: string, value: number | null): void => {
    const next: { [name: string]: number | null } = { ...values, [name]: value };
    // The last missing part follows from the others.
    const missing = names.filter((one) => next[one] === null || next[one] === undefined);
    const rest = sum - names.reduce((all, one) => all + (next[one] ?? 0), 0);
    const [last] = missing;
    if (missing.length === 1 && last !== undefined && last !== name && rest >= 0) next[last] = rest;
    const adds =
      names.every((one) => typeof next[one] === 'number') &&
      names.reduce((all, one) => all + (next[one] ?? 0), 0) === sum;
    setDraft(adds ? null : { key: target.key, values: next });
    if (adds) target.write({ [field]: next });
  };
  return (
    <div role="group" aria-label={label}>
      {names.map((name) => {
        const part = spec.fields[name];
        return (
          part?.kind === 'number' && (
            <Field key={name} label={labels[name] ?? name}>
              {(control) => (
                <NumberRow
                  {...control}
                  value={values[name]}
                  spec={{ ...part, nullable: true }}
                  unit="%"
                  onRule={ignoreRule}
                  onChange={(value) => change(name, value)}
                />
              )}
            </Field>
          )
        );
      })}
      {open && (
        <p role="status" className={styles.rule}>
          {words.triadSum(numberText(total))}
        </p>
      )}
      {(isSet || open) && (
        <Button
          kind="text"
          small
          underlined
          className={styles.clear}
          onClick={() => {
            setDraft(null);
            target.write({ [field]: null });
          }}
        >
          {words.clearOf(label)}
        </Button>
      )}
    </div>
  );
}

/** A list of objects. */
export function Items({ target, field, spec, label }: InsideProps & { readonly spec: ListSpec }) {
  const { fields, words } = useInspector();
  const of = spec.of;
  if (of.kind !== 'record') return null;
  const labels: Labels = fields.fields[insideLabels[field]];
  const items = listOf(target.read(field));
  const names = Object.keys(of.fields).filter((name) => of.fields[name]?.kind !== 'id');
  // An empty id is filled in by the command.
  const add = (): void => target.write({ [field]: [...items, defaultsOfSpec(of)] });
  return (
    <div role="group" aria-label={label} className={styles.items}>
      {items.map((_, index) => (
        <div key={index} className={styles.item} role="group" aria-label={`${label} ${index + 1}`}>
          {names.map((name) => (
            <FormRow
              key={name}
              target={itemTarget(target, field, index, of, labels)}
              form={{ field: name, ...insideChoice(field, name) }}
            />
          ))}
          <IconButton
            small
            icon="close"
            className={styles.itemRemove}
            label={words.removeOf(`${label} ${index + 1}`)}
            onClick={() => target.write({ [field]: items.filter((__, at) => at !== index) })}
          />
        </div>
      ))}
      <button type="button" className={styles.adder} aria-label={words.addTo(label)} onClick={add}>
        + {words.add}
      </button>
    </div>
  );
}

function insideChoice(
  field: keyof typeof insideLabels,
  name: string,
): Pick<Parameters<typeof FormRow>[0]['form'], 'words'> {
  const table = insideChoices[insideLabels[field]]?.[name];
  return table ? { words: table } : {};
}

const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const ignoreRule = (): void => undefined;
