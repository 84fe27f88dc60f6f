/** Map, Table or Insights: three views of the same map. Where the tools need the room, icons alone stand for them. */
import { useMapSession, useScreen } from '../../state/mapSession.ts';
import type { MapView } from '../../state/screen.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { topBarWords } from '../../words/topBar.ts';
import styles from './TopBar.module.css';

export function ViewSwitch() {
  const { screen } = useMapSession();
  const { views } = useWords(topBarWords);
  const view = useScreen((state) => state.view);
  const segment = (value: MapView) => ({
    value,
    label: views[value],
    picture: (
      <>
        <Icon name={value} size={16} />
        <span className={styles.viewWord}>{views[value]}</span>
      </>
    ),
  });
  return (
    <div className={styles.views} data-view={view}>
      <SegmentedControl
        large
        label={views.label}
        testId="view-switch"
        segments={[segment('map'), segment('table'), segment('insights')]}
        value={view}
        onChange={(next) => screen.setState({ view: next })}
      />
    </div>
  );
}
