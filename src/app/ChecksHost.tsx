/**
 * The checks at work, and their column beside the map while it is open. Fetched when the page is at rest. Who edits sees
 * the marks on the cards unless this device chose otherwise; who looks sees them when they ask.
 */
import { useEffect } from 'react';
import { followChecks } from '../canvas/checking.ts';
import { ChecksPanel } from '../panels/checks/ChecksPanel.tsx';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { readMarks, writeMarks } from '../state/markMemory.ts';

export interface ChecksHostProps {
  readonly storage: Storage;
  readonly onGo: (id: string) => void;
}

export function ChecksHost({ storage, onGo }: ChecksHostProps) {
  const session = useMapSession();
  const { screen, editing } = session;
  const isOpen = useScreen((state) => state.checking);
  useEffect(() => {
    screen.setState({ marks: readMarks(storage) ?? editing !== null });
    return followChecks(session);
  }, [session, screen, editing, storage]);
  if (!isOpen) return null;
  return (
    <ChecksPanel
      onGo={onGo}
      onMarks={(on) => {
        writeMarks(storage, on);
        screen.setState({ marks: on });
      }}
      onClose={() => screen.setState({ checking: false })}
    />
  );
}
