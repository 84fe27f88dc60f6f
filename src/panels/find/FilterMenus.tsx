/** One menu for each kind of value that a map can be filtered by; kinds of which the map has none are not shown. */
import { filterKinds, noFilter, type FilterKind } from '../../analysis/filterMap.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { classes } from '../../ui/classes.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { findWords } from '../../words/find.ts';
import { filterValues } from './filterValues.ts';
import styles from './FindBox.module.css';

export function FilterMenus() {
  const language = useLanguage();
  const words = findWords[language];
  return (
    <div className={styles.kinds} role="group" aria-label={words.filterBy}>
      <span className={styles.caption} aria-hidden="true">
        {words.filterBy}
      </span>
      {filterKinds.map((kind) => (
        <KindMenu key={kind} kind={kind} />
      ))}
    </div>
  );
}

function KindMenu({ kind }: { readonly kind: FilterKind }) {
  const { screen } = useMapSession();
  const language = useLanguage();
  const words = findWords[language];
  const journey = useProjection((state) => state.journey);
  const filter = useScreen((state) => state.filter) ?? noFilter;
  const chosen: readonly string[] = filter[kind];
  const values = filterValues(kind, journey, filter, language);
  if (values.length === 0) return null;
  const choose = (value: string, on: boolean): void =>
    screen.setState(({ filter: now }) => {
      const before = now ?? noFilter;
      const rest: readonly string[] = before[kind].filter((other) => other !== value);
      return { filter: { ...before, [kind]: on ? [...rest, value] : rest }, match: null };
    });
  return (
    <MenuButton
      label={words.kinds[kind]}
      kind="second"
      small
      className={classes(styles.kind, chosen.length > 0 && styles.chosen)}
      testId={`filter-${kind}`}
      entries={values.map(({ value, label, hint }) => ({
        kind: 'check',
        id: value || 'nobody',
        label,
        hint,
        checked: chosen.includes(value),
        onChange: (on) => choose(value, on),
      }))}
    >
      {words.kinds[kind]}
      {chosen.length > 0 && <span className={styles.number}>{chosen.length}</span>}
    </MenuButton>
  );
}
