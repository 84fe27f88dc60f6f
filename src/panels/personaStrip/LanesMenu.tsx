/** Which lanes this screen shows. Hiding is this person's alone; the map is not changed. */
import { useMapSession, useOutline, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { topBarWords } from '../../words/topBar.ts';
import styles from './PersonaStrip.module.css';

export function LanesMenu() {
  const { screen } = useMapSession();
  const words = useWords(topBarWords).lanes;
  const lanes = useOutline((state) => state.journey.lanes);
  const hidden = useScreen((state) => state.hiddenLanes);
  const shown = lanes.filter(({ id }) => !hidden.has(id)).length;
  const entries: MenuEntry[] = lanes.map((lane, index) => ({
    kind: 'check',
    id: lane.id,
    label: lane.name,
    hint: String(index + 1),
    checked: !hidden.has(lane.id),
    // One lane stays, or there would be nothing to point at.
    disabled: shown === 1 && !hidden.has(lane.id),
    onChange: (checked) =>
      screen.setState(({ hiddenLanes }) => {
        const next = new Set(hiddenLanes);
        if (checked) next.delete(lane.id);
        else next.add(lane.id);
        return { hiddenLanes: next };
      }),
  }));
  if (shown < lanes.length) {
    entries.push(
      { kind: 'separator' },
      { id: 'all', label: words.showAll, onSelect: () => screen.setState({ hiddenLanes: new Set() }) },
    );
  }
  return (
    <MenuButton label={words.menu} entries={entries} icon="lanes" kind="text" testId="lanes-menu">
      {words.menu}
      <span className={styles.share}>{words.count(shown, lanes.length)}</span>
    </MenuButton>
  );
}
