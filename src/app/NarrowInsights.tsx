/** What the map says, on a phone: the page in one column, with the way back to the route. */
import { InsightsView } from '../insights/InsightsView.tsx';
import { NarrowPage } from './NarrowPage.tsx';
import { PageServices } from './PageServices.tsx';
import { useComparing } from './useComparing.ts';
import { useToday } from './useToday.ts';

export interface NarrowInsightsProps {
  readonly token: string;
  readonly storage: Storage;
  readonly onHome: () => void;
  /** Leads to a touchpoint on the map. */
  readonly onGo: (id: string) => void;
}

export function NarrowInsights({ token, storage, onHome, onGo }: NarrowInsightsProps) {
  const others = useComparing(token, storage);
  const today = useToday();
  return (
    <NarrowPage testId="phone-insights" tools={['viewMap']} onHome={onHome}>
      {/* Its report and its future state are made by the page. */}
      <PageServices storage={storage} onHome={onHome} onName={null} />
      <InsightsView narrow others={others} today={today} onGo={onGo} />
    </NarrowPage>
  );
}
