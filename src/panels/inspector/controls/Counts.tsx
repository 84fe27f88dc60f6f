/** Raw answers of a survey, lowest first, typed as numbers with commas between. */
import { useState } from 'react';
import { useInspector } from '../inspectorContext.ts';
import type { Target } from '../target.ts';
import { ShortText } from './ShortText.tsx';
import styles from './controls.module.css';

export function Counts({
  target,
  field,
  label,
}: {
  readonly target: Target;
  readonly field: string;
  readonly label: string;
}) {
  const { words } = useInspector();
  const value = target.read(field);
  const shown: Target = { ...target, read: () => (Array.isArray(value) ? value.join(', ') : '') };
  const check = (text: string): { value: unknown } | { rule: string } => {
    const parts = text
      .normalize('NFKC')
      .split(/[\s,;、]+/u)
      .filter(Boolean);
    if (parts.length === 0) return { value: null };
    return parts.every((part) => /^\d+$/.test(part))
      ? { value: parts.map(Number) }
      : { rule: words.countsHow };
  };
  const [rule, setRule] = useState<string | null>(null);
  return (
    <>
      <ShortText aria-label={label} target={shown} field={field} check={check} onRule={setRule} />
      {rule && <span className={styles.rule}>{rule}</span>}
    </>
  );
}
