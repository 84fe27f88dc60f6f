/** A short text: written on Enter, Escape or when it is left; what others wrote in the same field can be offered. */
import { useId, type ReactElement } from 'react';
import { withTheirs } from '../../../model/mergeTexts.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useInspector } from '../inspectorContext.ts';
import { various, type Target } from '../target.ts';

export interface ShortTextProps {
  readonly target: Target;
  readonly field: string;
  readonly id?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly suggestions?: readonly string[] | undefined;
  /** Turns what was typed into a value, or undefined with the rule it breaks. */
  readonly check?: ((text: string) => { readonly value: unknown } | { readonly rule: string }) | undefined;
  readonly onRule?: ((rule: string | null) => void) | undefined;
  readonly type?: 'text' | 'url' | 'date' | undefined;
  readonly className?: string | undefined;
}

export function ShortText({
  target,
  field,
  id,
  suggestions,
  check,
  onRule,
  type,
  className,
  ...rest
}: ShortTextProps): ReactElement {
  const { words, draft } = useInspector();
  const list = useId();
  const value = target.read(field);
  const shown = typeof value === 'string' ? value : '';

  const commit = (typed: string, opened: string): void => {
    // What has a form of its own (an address, a date) is one person's or the other's, never half of each.
    const spec = target.schema[field];
    const isFree = !check && !type && spec?.kind === 'text';
    const text = isFree ? withTheirs(opened, typed, shown, spec.max) : typed;
    const checked = check ? check(text) : { value: text };
    onRule?.('rule' in checked ? checked.rule : null);
    if ('value' in checked) target.write({ [field]: checked.value });
  };
  return (
    <span
      onBlur={() => {
        draft.current = null;
      }}
    >
      <TextField
        {...rest}
        id={id}
        key={target.key}
        value={shown}
        type={type}
        className={className}
        placeholder={value === various ? words.various : undefined}
        list={suggestions ? list : undefined}
        data-draft={`${target.key}#${field}`}
        onType={(text) => {
          draft.current = { key: target.key, field, label: target.labels[field] ?? field, text };
        }}
        onCommit={commit}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </span>
  );
}
