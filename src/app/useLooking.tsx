/** The part of the page that filters and knows saved views, from the moment one of them is wanted. */
import { Suspense, type ReactNode } from 'react';
import { useScreen } from '../state/mapSession.ts';
import { createPart } from '../ui/part.tsx';
import type { LookingHostProps } from './LookingHost.tsx';

const lookingHost = createPart(() => import('./LookingHost.tsx').then((part) => part.LookingHost));
const LookingHost = lookingHost.Part;

export function useLooking(): (props: LookingHostProps) => ReactNode {
  const isWanted = useScreen(
    ({ filter, lead, dialog }) => filter !== null || lead !== null || dialog === 'views',
  );
  return (props) =>
    (isWanted || location.search.includes('view=')) && (
      <Suspense fallback={null}>
        <LookingHost {...props} />
      </Suspense>
    );
}
