/** The Table on a phone: the bar with title, state of saving, undo and the way back to the route, and the grid below. */
import type { ReactNode } from 'react';
import { actionOf } from '../canvas/actions.ts';
import { Brand } from '../panels/topBar/Brand.tsx';
import { SaveStateLine } from '../panels/topBar/SaveStateLine.tsx';
import { useLanguage, useWords } from '../state/interfaceStore.ts';
import { useMapSession, useProjection } from '../state/mapSession.ts';
import { TableView } from '../table/TableView.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { actionWords } from '../words/actions.ts';
import { topBarWords } from '../words/topBar.ts';
import type { WideMapProps } from './WideMap.tsx';
import styles from './NarrowTable.module.css';

export interface NarrowTableProps extends Pick<WideMapProps, 'storage' | 'onHome'> {
  /** Says what is filtered. */
  readonly bar: ReactNode;
}

export function NarrowTable({ storage, onHome, bar }: NarrowTableProps) {
  const session = useMapSession();
  const words = useWords(topBarWords);
  const names = actionWords[useLanguage()];
  const title = useProjection((state) => state.journey.map.title);
  const tools = session.editing ? (['undo', 'redo', 'viewMap'] as const) : (['viewMap'] as const);
  return (
    <div className={styles.page} data-testid="phone-table">
      <header className={styles.bar} data-testid="top-bar">
        <Brand label={words.home} onOpen={onHome} />
        <div className={styles.titles}>
          <h1 className={styles.title}>{title || words.untitled}</h1>
          <SaveStateLine />
        </div>
        {tools.map((id) => (
          <IconButton
            key={id}
            icon={actionOf(id).icon ?? 'more'}
            label={names[id]}
            onClick={() => actionOf(id).run(session)}
          />
        ))}
      </header>
      <TableView narrow storage={storage} onHelp={() => undefined} bar={bar} />
    </div>
  );
}
