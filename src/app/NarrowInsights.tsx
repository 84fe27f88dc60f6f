/** What the map says, on a phone: the bar with title and the way back to the route, and the page in one column. */
import { actionOf } from '../canvas/actions.ts';
import { InsightsView } from '../insights/InsightsView.tsx';
import { Brand } from '../panels/topBar/Brand.tsx';
import { SaveStateLine } from '../panels/topBar/SaveStateLine.tsx';
import { useLanguage, useWords } from '../state/interfaceStore.ts';
import { useMapSession, useProjection } from '../state/mapSession.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { actionWords } from '../words/actions.ts';
import { topBarWords } from '../words/topBar.ts';
import { useToday } from './useToday.ts';
import styles from './NarrowTable.module.css';

export function NarrowInsights({ onHome }: { readonly onHome: () => void }) {
  const session = useMapSession();
  const words = useWords(topBarWords);
  const names = actionWords[useLanguage()];
  const today = useToday();
  const title = useProjection((state) => state.journey.map.title);
  return (
    <div className={styles.page} data-testid="phone-insights">
      <header className={styles.bar} data-testid="top-bar">
        <Brand label={words.home} onOpen={onHome} />
        <div className={styles.titles}>
          <h1 className={styles.title}>{title || words.untitled}</h1>
          <SaveStateLine />
        </div>
        <IconButton
          icon={actionOf('viewMap').icon ?? 'map'}
          label={names.viewMap}
          onClick={() => actionOf('viewMap').run(session)}
        />
      </header>
      <InsightsView
        narrow
        today={today}
        onGo={(id) => session.screen.setState({ view: 'map', selection: new Set([id]) })}
      />
    </div>
  );
}
