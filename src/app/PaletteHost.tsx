/** The command palette over the page: its entries are made when it opens, and what is chosen runs after it has closed. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Palette } from '../panels/palette/Palette.tsx';
import { useMapSession } from '../state/mapSession.ts';
import { paletteEntries } from './paletteEntries.ts';

export function PaletteHost() {
  const session = useMapSession();
  // Made with the first drawing: the focus is still on what the actions are about.
  const [entries] = useState(() => paletteEntries(session));
  const close = () => session.screen.setState({ dialog: null });
  return (
    <Palette
      entries={entries}
      onClose={close}
      onRun={(entry) => {
        // Closed and the focus given back first: an action may open a text or another dialog.
        flushSync(close);
        entry.run();
      }}
    />
  );
}
