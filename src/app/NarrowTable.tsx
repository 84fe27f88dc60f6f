/** The Table on a phone: undo and the way back to the route in the bar, and the grid below. */
import type { ReactNode } from 'react';
import { useMapSession } from '../state/mapSession.ts';
import { TableView } from '../table/TableView.tsx';
import { NarrowPage } from './NarrowPage.tsx';
import type { WideMapProps } from './WideMap.tsx';

export interface NarrowTableProps extends Pick<WideMapProps, 'storage' | 'onHome'> {
  /** Says what is filtered. */
  readonly bar: ReactNode;
}

export function NarrowTable({ storage, onHome, bar }: NarrowTableProps) {
  const { editing } = useMapSession();
  return (
    <NarrowPage
      testId="phone-table"
      tools={editing ? ['undo', 'redo', 'viewMap'] : ['viewMap']}
      onHome={onHome}
    >
      <TableView narrow storage={storage} onHelp={() => undefined} bar={bar} />
    </NarrowPage>
  );
}
