/**
 * The state of saving in five values (U36), told politely once a change (U37). What is read
 * aloud stands beside what is seen: at most one message a second, and the countdown to the next try not at all.
 */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useMapSession, useOutline } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import type { Role } from '../../protocol/roles.ts';
import type { SaveState } from '../../sync/saveState.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { useSpoken } from '../../ui/useSpoken.ts';
import { appWords } from '../../words/app.ts';
import styles from './SaveStateLine.module.css';

const icons: Record<SaveState['kind'], IconName> = {
  saved: 'check',
  saving: 'clock',
  offline: 'offline',
  'cannot-save': 'warning',
  'view-only': 'eye',
};

export function SaveStateLine() {
  const session = useMapSession();
  const saving = useStore(session.saveState);
  // What is not saved yet goes before what may be done.
  const isNewer = useOutline(({ newer }) => newer) && saving.kind === 'saved';
  const state: SaveState = isNewer ? { kind: 'view-only', online: true } : saving;
  const words = useWords(appWords);
  const text = isNewer ? words.save.viewNewer : saveText(state, words, session.role);
  const spoken = useSpoken(text);
  const hint =
    state.kind === 'view-only' && session.role === 'commenter' ? `${text}. ${words.save.commentLater}` : text;
  return (
    <span className={styles.line} data-testid="save-state" data-state={state.kind}>
      <Icon name={icons[state.kind]} size={16} />
      <span className={styles.text} title={hint} aria-hidden="true" data-part="seen">
        <span className={styles.whole} data-text={text} />
        {state.kind === 'offline' && (
          <span className={styles.brief} data-text={words.save.offlineShort(state.kept)} />
        )}
      </span>
      <span role="status" aria-live="polite" className={styles.unseen} title={hint}>
        {spoken}
      </span>
      {state.kind === 'offline' && <Retry retryAt={state.retryAt} onRetry={session.retry} />}
    </span>
  );
}

/** The state in words; `Saved` for nothing but the server's acknowledgement. Who may not edit reads what they may. */
export function saveText(state: SaveState, words: (typeof appWords)['en'], role: Role): string {
  switch (state.kind) {
    case 'saved':
      return words.save.saved;
    case 'saving':
      return words.save.saving;
    case 'offline':
      return words.save.offline(state.kept);
    case 'cannot-save':
      return words.save.cannotSave(words.cannotSave[state.reason]);
    case 'view-only':
      if (role === 'commenter') return state.online ? words.save.commentLive : words.save.commentOffline;
      return state.online ? words.save.viewLive : words.save.viewOffline;
  }
}

function Retry({ retryAt, onRetry }: { retryAt: number | null; onRetry: () => void }) {
  const words = useWords(appWords).save;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = (): void => setNow(Date.now());
    // At once for each new try: what the last second was is not what is left now.
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [retryAt]);
  return (
    <>
      <span className={styles.countdown} aria-hidden="true">
        {retryAt === null ? words.retrying : words.retryIn(Math.max(0, Math.ceil((retryAt - now) / 1000)))}
      </span>
      <button type="button" className={styles.retry} onClick={onRetry}>
        {words.tryNow}
      </button>
    </>
  );
}
