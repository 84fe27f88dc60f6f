/**
 * One field with its label, the control chosen by the schema's kind of the field. Objects and lists of objects are
 * made of these rows (Inside.tsx).
 */
import { useState, type ReactNode } from 'react';
import type { FieldSpec, IdSpace } from '../../../model/fieldSpec.ts';
import { metricRanges } from '../../../model/schema.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Field } from '../../../ui/Field.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Select } from '../../../ui/Select.tsx';
import { sceneWordsFor } from '../../../words/scene.ts';
import { numbersIn } from '../../../words/numbers.ts';
import type { FormField } from '../forms.ts';
import { useInspector } from '../inspectorContext.ts';
import { various, type Target } from '../target.ts';
import { Colour } from './Colour.tsx';
import { Counts } from './Counts.tsx';
import { segmentsFit, useInherited, useOptions, useSuggestions } from './fieldChoices.ts';
import { Flags } from './Flags.tsx';
import { Lines } from './Lines.tsx';
import { LongText } from './LongText.tsx';
import { NumberRow } from './NumberRow.tsx';
import { Picture } from './Picture.tsx';
import { Reference, References } from './References.tsx';
import { SharedField } from './SharedField.tsx';
import { ShortText } from './ShortText.tsx';
import { Steps } from './Steps.tsx';
import styles from './controls.module.css';

export interface FormRowProps {
  readonly target: Target;
  readonly form: FormField;
  /** Words at the two ends of a scale. */
  readonly ends?: readonly string[] | undefined;
}

const variousChoice = ' various';
/** Texts from this length on merge by character and get a box of several lines. */
const longText = 400;
/** Spaces whose records the inspector can open. */
const opened: readonly IdSpace[] = [
  'touchpoints',
  'personas',
  'tiers',
  'channels',
  'stages',
  'lanes',
  'insights',
  'opportunities',
  'evidence',
];

export function FormRow(props: FormRowProps) {
  const { target, form } = props;
  const { fields, language } = useInspector();
  const [rule, setRule] = useState<string | null>(null);
  const spec = target.schema[form.field];
  const label = target.labels[form.field] ?? form.field;
  if (!spec) return null;
  // Only images have one, and it is what the picture is, not something to type.
  if (spec.kind === 'image-hash') return null;

  if (spec.kind === 'boolean') {
    const value = target.read(form.field);
    return (
      <div data-field={form.field}>
        <Checkbox
          checked={value === various ? null : value === true}
          onChange={(checked) => target.write({ [form.field]: checked })}
        >
          {label}
        </Checkbox>
      </div>
    );
  }
  const wide = spec.kind === 'list' || form.show === 'wide' || (spec.kind === 'text' && spec.max >= longText);
  const isGroup =
    spec.kind === 'list' ||
    form.show === 'steps' ||
    (form.show === 'segments' && segmentsFit(spec, form, fields.values, language));
  if (isGroup) {
    // Groups carry their own name; a label that points at no one control would mislead.
    return (
      <div className={wide ? styles.stacked : styles.row} data-field={form.field}>
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
        <div className={styles.control}>
          <GroupControl {...props} spec={spec} label={label} />
        </div>
      </div>
    );
  }
  return (
    <SharedField target={target} field={form.field}>
      <Field label={label} stacked={wide} hint={rule ?? undefined}>
        {(control) => (
          <SingleControl {...props} spec={spec} label={label} control={control} onRule={setRule} />
        )}
      </Field>
    </SharedField>
  );
}

interface ControlProps extends FormRowProps {
  readonly spec: FieldSpec;
  readonly label: string;
}

/** Controls of several parts. */
function GroupControl({ target, form, spec, label }: ControlProps): ReactNode {
  const { fields } = useInspector();
  const options = useOptions(target, form);
  const value = target.read(form.field);
  const write = (next: unknown): void => target.write({ [form.field]: next });
  const words: { readonly [value: string]: string } = form.words ? fields.values[form.words] : {};
  if (form.show === 'steps') return <Steps label={label} value={value} onChange={write} />;
  if (spec.kind === 'choice') {
    return (
      <SegmentedControl
        label={label}
        value={typeof value === 'string' ? value : null}
        segments={spec.values.map((one) => ({ value: one, label: words[one] ?? one }))}
        onChange={write}
        className={styles.segments}
      />
    );
  }
  if (spec.kind !== 'list') return null;
  switch (spec.of.kind) {
    case 'choice':
      return <Flags label={label} value={value} values={spec.of.values} words={words} onChange={write} />;
    case 'reference': {
      const space = spec.of.to === 'any' ? undefined : spec.of.to[0];
      if (!space) return null;
      return (
        <References
          key={target.key}
          label={label}
          value={value}
          options={() => options(space)}
          opens={opened.includes(space)}
          onChange={write}
        />
      );
    }
    case 'number':
      return <Counts target={target} field={form.field} label={label} />;
    default:
      return <Lines key={target.key} label={label} value={value} onChange={write} />;
  }
}

/** Controls with one box, which the label names. */
function SingleControl({
  target,
  form,
  spec,
  ends,
  control,
  onRule,
}: ControlProps & {
  readonly control: { readonly id: string; readonly 'aria-describedby': string | undefined };
  readonly onRule: (rule: string | null) => void;
}): ReactNode {
  const { words, fields, language } = useInspector();
  const options = useOptions(target, form);
  const inherited = useInherited(target, form);
  const suggestions = useSuggestions(form);
  const value = target.read(form.field);
  const write = (next: unknown): void => target.write({ [form.field]: next });

  switch (spec.kind) {
    case 'text':
      if (spec.max >= longText) return <LongText target={target} field={form.field} id={control.id} />;
      return (
        <ShortText
          {...control}
          target={target}
          field={form.field}
          suggestions={suggestions}
          onRule={onRule}
          check={
            spec.pattern
              ? (text) =>
                  spec.pattern?.test(text.trim().toUpperCase())
                    ? { value: text.trim().toUpperCase() }
                    : { rule: words.notCurrency }
              : undefined
          }
        />
      );
    case 'number': {
      const range = form.field === 'value' && 'metric' in target.schema ? rangeOfMetric(target) : spec;
      const [low, high] = ends ?? [];
      return (
        <span className={ends ? styles.betweenWords : styles.withWords}>
          {low && <span className={styles.end}>{low}</span>}
          <NumberRow
            {...control}
            value={value}
            spec={{ ...spec, ...range }}
            percent={form.show === 'percent'}
            first={form.show === 'counted' ? 1 : 0}
            unit={
              form.show === 'minutes' ? words.minutes : form.show === 'counted' ? words.fromTop : undefined
            }
            onRule={onRule}
            onChange={write}
          />
          {form.show === 'minutes' && typeof value === 'number' && value >= 60 && (
            <span className={styles.said}>{words.minutesAs(sceneWordsFor(language).duration(value))}</span>
          )}
          {high && <span className={styles.end}>{high}</span>}
        </span>
      );
    }
    case 'choice': {
      const table: { readonly [value: string]: string } = form.words ? fields.values[form.words] : {};
      return (
        <Select
          {...control}
          value={value === various ? variousChoice : typeof value === 'string' ? value : ''}
          choices={[
            ...(value === various ? [{ value: variousChoice, label: words.various, disabled: true }] : []),
            ...(spec.nullable ? [{ value: '', label: inherited ?? words.notSet }] : []),
            ...spec.values.map((one) => ({ value: one, label: table[one] ?? one })),
          ]}
          onChange={(next) => next !== variousChoice && write(next === '' ? null : next)}
        />
      );
    }
    case 'reference': {
      const space = spec.to === 'any' ? undefined : spec.to[0];
      if (!space) return null;
      return (
        <Reference
          {...control}
          value={value}
          options={() => options(space)}
          required={!spec.nullable}
          onChange={write}
        />
      );
    }
    case 'date':
      return (
        <ShortText
          {...control}
          type="date"
          target={target}
          field={form.field}
          check={(text) => ({ value: text !== '' ? text : spec.nullable ? null : value })}
        />
      );
    case 'url':
      return (
        <ShortText
          {...control}
          type="url"
          target={target}
          field={form.field}
          onRule={onRule}
          check={(text) =>
            text.trim() === ''
              ? { value: null }
              : /^(https?:\/\/|mailto:)\S+$/i.test(text.trim())
                ? { value: text.trim() }
                : { rule: words.notAddress }
          }
        />
      );
    case 'colour':
      return (
        <Colour {...control} value={value} label={target.labels[form.field] ?? form.field} onChange={write} />
      );
    case 'image':
      return (
        <Picture
          {...control}
          value={value}
          label={target.labels[form.field] ?? form.field}
          onChange={write}
          onRule={onRule}
        />
      );
    case 'time':
    case 'foreign-id':
      return (
        <output id={control.id} className={styles.fact}>
          {typeof value !== 'string' ? '–' : spec.kind === 'time' ? numbersIn(language).date(value) : value}
        </output>
      );
    default:
      return null;
  }
}

function rangeOfMetric(
  target: Target,
): { readonly min: number; readonly max: number; readonly int: boolean } | undefined {
  const metric = target.read('metric');
  return Object.entries(metricRanges).find(([name]) => name === metric)?.[1];
}
