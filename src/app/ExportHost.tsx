/** The export dialog over the page, with the clock and its closing. */
import { ExportDialog } from '../panels/takeAway/ExportDialog.tsx';
import { useMapSession } from '../state/mapSession.ts';

const now = () => new Date();

export function ExportHost({ storage }: { readonly storage: Storage }) {
  const { screen } = useMapSession();
  return <ExportDialog storage={storage} now={now} onClose={() => screen.setState({ dialog: null })} />;
}
