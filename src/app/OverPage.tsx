/** What lies over the page on every screen, each fetched when it is wanted: the card of a persona, the versions. */
import { lazy } from 'react';
import { useScreen } from '../state/mapSession.ts';

const PersonaHost = lazy(() => import('./PersonaHost.tsx').then((part) => ({ default: part.PersonaHost })));
const VersionsHost = lazy(() =>
  import('./VersionsHost.tsx').then((part) => ({ default: part.VersionsHost })),
);

export function OverPage({ storage, token }: { readonly storage: Storage; readonly token: string }) {
  const hasCard = useScreen(({ card }) => card !== null);
  const hasVersions = useScreen(({ dialog }) => dialog === 'versions');
  return (
    <>
      {hasCard && <PersonaHost />}
      {hasVersions && <VersionsHost storage={storage} token={token} />}
    </>
  );
}
