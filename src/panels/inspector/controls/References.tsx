/** A reference to one record, or to several: what is chosen stands by name and can be opened, more can be added. */
import { useState } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useInspector } from '../inspectorContext.ts';
import { textsOf, various } from '../target.ts';
import type { NamedRecord } from '../recordNames.ts';
import styles from './controls.module.css';

const variousChoice = ' various';

export interface ReferenceProps {
  readonly value: unknown;
  readonly options: () => readonly NamedRecord[];
  readonly required: boolean;
  /** What the empty choice means; "not set" when not given. */
  readonly empty?: string | undefined;
  readonly onChange: (id: string | null) => void;
  readonly id?: string | undefined;
  readonly 'aria-label'?: string | undefined;
}

export function Reference({ value, options, required, empty, onChange, ...rest }: ReferenceProps) {
  const { words } = useInspector();
  const all = options();
  const known = typeof value === 'string' && all.some(({ id }) => id === value);
  const choices = [
    ...(value === various ? [{ value: variousChoice, label: words.various, disabled: true }] : []),
    ...(required && known ? [] : [{ value: '', label: empty ?? words.notSet }]),
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Select
      {...rest}
      value={value === various ? variousChoice : known ? value : ''}
      choices={choices}
      onChange={(id) => {
        if (id !== variousChoice && !(required && id === '')) onChange(id === '' ? null : id);
      }}
    />
  );
}

export interface ReferencesProps {
  readonly label: string;
  readonly value: unknown;
  readonly options: () => readonly NamedRecord[];
  /** Whether a chosen record can be opened in the inspector. */
  readonly opens: boolean;
  readonly onChange: (ids: readonly string[]) => void;
  readonly empty?: string | undefined;
}

export function References({ label, value, options, opens, onChange, empty }: ReferencesProps) {
  const { words, open } = useInspector();
  // The list of all records is made only while somebody adds one: a map may hold thousands.
  const [adding, setAdding] = useState(false);
  const ids = textsOf(value);
  const all = options();
  const chosen = ids.map((id) => all.find((one) => one.id === id) ?? { id, name: words.untitled });
  return (
    <div role="group" aria-label={label} className={styles.references}>
      {value === various && <span className={styles.quiet}>{words.various}</span>}
      {ids.length === 0 && value !== various && empty !== undefined && (
        <span className={styles.quiet}>{empty}</span>
      )}
      {chosen.map(({ id, name }) => (
        <span key={id} className={styles.reference}>
          {opens ? (
            <button
              type="button"
              className={styles.referenceName}
              title={words.open(name)}
              onClick={() => open(id)}
            >
              {name}
            </button>
          ) : (
            <span className={styles.referenceName}>{name}</span>
          )}
          <IconButton
            small
            icon="close"
            label={words.removeOf(name)}
            onClick={() => onChange(ids.filter((one) => one !== id))}
          />
        </span>
      ))}
      {adding ? (
        <Select
          aria-label={words.addTo(label)}
          value=""
          choices={[
            { value: '', label: words.addTo(label) },
            ...all.filter(({ id }) => !ids.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => {
            setAdding(false);
            if (id !== '') onChange([...ids, id]);
          }}
        />
      ) : (
        all.length > ids.length && (
          <button
            type="button"
            className={styles.adder}
            aria-label={words.addTo(label)}
            onClick={() => setAdding(true)}
          >
            + {words.add}
          </button>
        )
      )}
    </div>
  );
}
