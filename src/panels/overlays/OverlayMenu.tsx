/** The menu of overlays: none or one of them. Fetched when it is opened for the first time. */
import { overlayKinds, type OverlayKind } from '../../model/overlayKinds.ts';
import { useMapSession, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { overlayWords } from '../../words/overlays.ts';

export interface OverlayMenuProps {
  readonly place: Element;
  readonly onClose: () => void;
}

export function OverlayMenu({ place, onClose }: OverlayMenuProps) {
  const { screen } = useMapSession();
  const words = useWords(overlayWords);
  const chosen = useScreen((state) => state.overlay);
  const entry = (kind: OverlayKind | null): MenuEntry => ({
    id: kind ?? 'none',
    label: kind ? words.names[kind] : words.none,
    note: kind ? words.about[kind] : undefined,
    current: chosen === kind,
    onSelect: () => screen.setState({ overlay: kind }),
  });
  const entries: MenuEntry[] = [entry(null), { kind: 'separator' }, ...overlayKinds.map(entry)];
  return <Menu label={words.overlay} place={place} entries={entries} onClose={onClose} />;
}
