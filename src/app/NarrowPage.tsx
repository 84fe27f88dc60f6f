/** The frame of a page on a phone beside the route: a bar with title, state of saving and a few actions, and the page below. */
import type { ReactNode } from 'react';
import { actionOf } from '../canvas/actions.ts';
import { Brand } from '../panels/topBar/Brand.tsx';
import { SaveStateLine } from '../panels/topBar/SaveStateLine.tsx';
import { useLanguage, useWords } from '../state/interfaceStore.ts';
import { useMapSession, useOutline } from '../state/mapSession.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { actionWords, type ActionWord } from '../words/actions.ts';
import { topBarWords } from '../words/topBar.ts';
import styles from './NarrowPage.module.css';

export interface NarrowPageProps {
  readonly testId: string;
  /** In the bar, from left to right. */
  readonly tools: readonly ActionWord[];
  readonly onHome: () => void;
  readonly children: ReactNode;
}

export function NarrowPage({ testId, tools, onHome, children }: NarrowPageProps) {
  const session = useMapSession();
  const words = useWords(topBarWords);
  const names = actionWords[useLanguage()];
  const title = useOutline((state) => state.journey.map.title);
  return (
    <div className={styles.page} data-testid={testId}>
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
      {children}
    </div>
  );
}
