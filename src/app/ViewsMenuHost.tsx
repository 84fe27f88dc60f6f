/** The menu of saved views, and what choosing one does to this screen. */
import { applyView } from '../canvas/savedViews.ts';
import { ViewsMenu, type ViewsMenuProps } from '../panels/views/ViewsMenu.tsx';
import { useMapSession } from '../state/mapSession.ts';

export function ViewsMenuHost(props: Omit<ViewsMenuProps, 'onShow'>) {
  const session = useMapSession();
  return <ViewsMenu {...props} onShow={(view) => applyView(session, view)} />;
}
