/**
 * What serves looking at a part of the map: the filter at work with the bar that says so, the dialog of saved views, and
 * the view that the address names. One part of the page, fetched when the first of them is wanted.
 */
import { useEffect } from 'react';
import { followFilter } from '../canvas/filtering.ts';
import { applyView, viewNow } from '../canvas/savedViews.ts';
import { FilterBar, type FilterBarProps } from '../panels/find/FilterBar.tsx';
import { JourneyBar } from '../panels/find/JourneyBar.tsx';
import { ViewsDialog } from '../panels/views/ViewsDialog.tsx';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { ViewOpener } from './ViewOpener.tsx';

export interface LookingHostProps extends Pick<FilterBarProps, 'onGo' | 'onAddress'> {
  /** A phone shows no canvas. */
  readonly narrow?: boolean;
}

export function LookingHost({ narrow = false, ...going }: LookingHostProps) {
  const session = useMapSession();
  const { screen, editing } = session;
  const isOpen = useScreen((state) => state.dialog === 'views');
  useEffect(() => followFilter(session), [session]);
  return (
    <>
      <JourneyBar />
      <FilterBar {...going} onSave={editing ? () => screen.setState({ dialog: 'views' }) : null} />
      <ViewOpener narrow={narrow} />
      {isOpen && (
        <ViewsDialog
          onShow={(view) => {
            screen.setState({ dialog: null });
            applyView(session, view);
          }}
          fieldsNow={() => viewNow(session)}
          onShare={(view) => screen.setState({ dialog: 'share', sharedView: view.id })}
          onClose={() => screen.setState({ dialog: null })}
        />
      )}
    </>
  );
}
