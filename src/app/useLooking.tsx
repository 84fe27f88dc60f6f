/** The part of the page that filters and knows saved views, from the moment one of them is wanted. */
import { Suspense, useState, type ReactNode } from 'react';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { createPart } from '../ui/part.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { LookingHostProps } from './LookingHost.tsx';

const lookingHost = createPart(() => import('./LookingHost.tsx').then((part) => part.LookingHost));
const LookingHost = lookingHost.Part;

export function useLooking(): (props: LookingHostProps) => ReactNode {
  const { screen } = useMapSession();
  const [isLeft, setLeft] = useState(false);
  const isWanted = useScreen(
    ({ filter, lead, dialog }) => filter !== null || lead !== null || dialog === 'views',
  );
  return (props) =>
    (isWanted || (!isLeft && location.search.includes('view='))) && (
      <ErrorBoundary
        onClose={() => {
          setLeft(true);
          screen.setState({ filter: null, lead: null, dialog: null });
        }}
      >
        <Suspense fallback={null}>
          <LookingHost {...props} />
        </Suspense>
      </ErrorBoundary>
    );
}
