/** The menu of saved views beside the menu of lanes; fetched when it is opened for the first time. */
import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession, useOutline } from '../../state/mapSession.ts';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { findWords } from '../../words/find.ts';
import type { SavedView } from '../../model/journeyMap.ts';
import { sortedViews } from './sortedViews.ts';

export interface ViewsMenuProps {
  readonly place: Element;
  readonly onShow: (view: SavedView) => void;
  readonly onClose: () => void;
}

export function ViewsMenu({ place, onShow, onClose }: ViewsMenuProps) {
  const { screen } = useMapSession();
  const language = useLanguage();
  const words = findWords[language];
  const views = useOutline((state) => state.journey.views);
  const entries: MenuEntry[] = [
    ...sortedViews(views, language).map((view) => ({
      id: view.id,
      label: view.name || words.untitled,
      onSelect: () => onShow(view),
    })),
    ...(views.length > 0 ? [{ kind: 'separator' } as const] : []),
    { id: 'manage', label: words.manage, onSelect: () => screen.setState({ dialog: 'views' }) },
  ];
  return <Menu label={words.views} place={place} entries={entries} onClose={onClose} />;
}
