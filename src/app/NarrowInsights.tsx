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
import { useComparing } from './useComparing.ts';
import { PageServices } from './PageServices.tsx';
import { useToday } from './useToday.ts';
import styles from './NarrowTable.module.css';

export interface NarrowInsightsProps {
  readonly token: string;
  readonly storage: Storage;
  readonly onHome: () => void;
  /** Leads to a touchpoint on the map. */
  readonly onGo: (id: string) => void;
}

export function NarrowInsights({ token, storage, onHome, onGo }: NarrowInsightsProps) {
  const session = useMapSession();
  const others = useComparing(token, storage);
  const words = useWords(topBarWords);
  const names = actionWords[useLanguage()];
  const today = useToday();
  const title = useProjection((state) => state.journey.map.title);
  return (
    <div className={styles.page} data-testid="phone-insights">
      {/* Its report and its future state are made by the page. */}
      <PageServices storage={storage} onHome={onHome} onName={null} />
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
      <InsightsView narrow others={others} today={today} onGo={onGo} />
    </div>
  );
}
