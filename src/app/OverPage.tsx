/**
 * What lies over the page on every screen, each fetched when it is wanted: the card of a persona, sharing, the versions,
 * the export, help. One part for all of them, so that a page that is only looked at knows nothing of them.
 */
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { createPart } from '../ui/part.tsx';

const { Part: PersonaHost } = createPart(() => import('./PersonaHost.tsx').then((part) => part.PersonaHost));
const { Part: ShareDialog } = createPart(() =>
  import('../panels/share/ShareDialog.tsx').then((part) => part.ShareDialog),
);
const { Part: VersionsHost } = createPart(() =>
  import('./VersionsHost.tsx').then((part) => part.VersionsHost),
);
const { Part: HelpHost } = createPart(() => import('./HelpHost.tsx').then((part) => part.HelpHost));
const { Part: ExportHost } = createPart(() => import('./ExportHost.tsx').then((part) => part.ExportHost));

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
