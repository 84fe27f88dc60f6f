/**
 * What lies over the page on every screen, each fetched when it is wanted: the card of a persona, sharing, the versions,
 * the export, help. One part for all of them, so that a page that is only looked at knows nothing of them.
 */
import { lazy } from 'react';
import { useMapSession, useScreen } from '../state/mapSession.ts';

const PersonaHost = lazy(() => import('./PersonaHost.tsx').then((part) => ({ default: part.PersonaHost })));
const ShareDialog = lazy(() =>
  import('../panels/share/ShareDialog.tsx').then((part) => ({ default: part.ShareDialog })),
);
const VersionsHost = lazy(() =>
  import('./VersionsHost.tsx').then((part) => ({ default: part.VersionsHost })),
);
const HelpHost = lazy(() => import('./HelpHost.tsx').then((part) => ({ default: part.HelpHost })));
const ExportHost = lazy(() => import('./ExportHost.tsx').then((part) => ({ default: part.ExportHost })));

export function OverPage({ storage, token }: { readonly storage: Storage; readonly token: string }) {
  const { screen } = useMapSession();
  const hasCard = useScreen(({ card }) => card !== null);
  const dialog = useScreen((state) => state.dialog);
  const close = () => screen.setState({ dialog: null });
  return (
    <>
      {hasCard && <PersonaHost />}
      {dialog === 'share' && (
        <ShareDialog storage={storage} token={token} origin={location.origin} onClose={close} />
      )}
      {dialog === 'versions' && <VersionsHost storage={storage} token={token} />}
      {dialog === 'export' && <ExportHost storage={storage} />}
      {dialog === 'help' && <HelpHost onClose={close} />}
    </>
  );
}
