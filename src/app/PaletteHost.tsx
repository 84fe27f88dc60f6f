/** The command palette over the page: its entries are made when it opens, and what is chosen runs after it has closed. */
import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { takeTyped, type TypedAhead } from '../canvas/typeAhead.ts';
import { Palette, type PaletteEntry } from '../panels/palette/Palette.tsx';
import { useMapSession } from '../state/mapSession.ts';
import { paletteEntries } from './paletteEntries.ts';

interface Opened {
  readonly begun: TypedAhead;
  readonly entries: readonly PaletteEntry[];
}

export function PaletteHost() {
  const session = useMapSession();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => session.screen.setState({ dialog: null });
  // Not while drawing: until it is on the page it may be held back, and what is typed goes on. With the typed text the
  // focus comes back to what the actions are about.
  useLayoutEffect(() => {
    const begun = takeTyped();
    setOpened({ begun, entries: paletteEntries(session) });
  }, [session]);
  if (!opened) return null;
  return (
    <Palette
      {...opened}
      onClose={close}
      onRun={(entry) => {
        // Closed and the focus given back first: an action may open a text or another dialog.
        flushSync(close);
        entry.run();
      }}
    />
  );
}
