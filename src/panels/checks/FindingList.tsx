/**
 * Findings of the checks (L01 to L17) as rows: what was found, what to do about it, a remedy in one step where there is
 * one, and setting aside with a reason, which is kept in the map. Who may only look reads them. The page of insights and
 * the list beside the map share these rows; each says in its own way what a finding is about (`head`).
 */
import { useId, useState, type ReactNode } from 'react';
import type { Finding } from '../../model/finding.ts';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { useMapSession } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/composing.ts';
import { useFocusAtOnce, useFocusBack } from '../../ui/focusBack.ts';
import { checkListWords } from '../../words/checkList.ts';
import { checkWords } from '../../words/checks.ts';
import { numbersIn } from '../../words/numbers.ts';
import { remedyOf } from './remedies.ts';
import styles from './FindingList.module.css';

export interface FindingListProps {
  readonly findings: readonly Finding[];
  /** What a row is about. */
  readonly head: (finding: Finding) => ReactNode;
  /** What to do stands above the rows already. */
  readonly todoSaid?: boolean;
  /** Shows a touchpoint on the map. */
  readonly onGo: (id: string) => void;
}

/** What is still to be looked at. */
export function FindingList({ findings, ...row }: FindingListProps) {
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <OpenFinding key={`${finding.kind} ${finding.targetId}`} finding={finding} {...row} />
      ))}
    </ul>
  );
}

/** What somebody set aside, shown when it is asked for. */
export function AsideList({ findings, head }: Pick<FindingListProps, 'findings' | 'head'>) {
  const words = useWords(checkListWords);
  if (findings.length === 0) return null;
  return (
    <details className={styles.aside}>
      <summary>{words.setAside(findings.length)}</summary>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <AsideFinding key={`${finding.kind} ${finding.targetId}`} finding={finding} head={head} />
        ))}
      </ul>
    </details>
  );
}

type RowProps = Omit<FindingListProps, 'findings'> & { readonly finding: Finding };

function OpenFinding({ finding, head, todoSaid, onGo }: RowProps) {
  const session = useMapSession();
  const words = useWords(checkListWords);
  const [asking, setAsking] = useState(false);
  useFocusBack();
  const { editing } = session;
  const { todo, remedy: remedyName } = checkWords[useLanguage()][finding.kind];
  const apply = editing && remedyOf(finding, session, editing, words, onGo);
  return (
    <li className={styles.finding} data-testid="finding" data-code={finding.code}>
      <div className={styles.said}>{head(finding)}</div>
      {!todoSaid && <p className={styles.todo}>{todo}</p>}
      {editing && !asking && (
        <div className={styles.actions}>
          {apply && remedyName && (
            <Button small onClick={apply}>
              {remedyName}
            </Button>
          )}
          <Button small kind="text" onClick={() => setAsking(true)}>
            {words.dismiss}
          </Button>
        </div>
      )}
      {editing && asking && (
        <ReasonForm
          onCancel={() => setAsking(false)}
          onKeep={(reason) => {
            const { code, aspect, targetId } = finding;
            const by = session.presence.me()?.name ?? '';
            const at = new Date().toISOString();
            editing.commands.create('dismissals', { code, aspect, targetId, reason, by, at });
          }}
        />
      )}
    </li>
  );
}

interface ReasonFormProps {
  readonly onKeep: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonForm({ onKeep, onCancel }: ReasonFormProps) {
  const words = useWords(checkListWords);
  const [reason, setReason] = useState('');
  const id = useId();
  const field = useFocusAtOnce<HTMLInputElement>();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onKeep(reason.trim());
      }}
    >
      <label htmlFor={id}>{words.reason}</label>
      <input
        ref={field}
        id={id}
        className={styles.field}
        maxLength={400}
        value={reason}
        placeholder={words.reasonHint}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
          // The question goes, the list stays.
          event.stopPropagation();
          onCancel();
        }}
      />
      <Button small type="submit" disabled={reason.trim() === ''}>
        {words.keep}
      </Button>
      <Button small kind="text" onClick={onCancel}>
        {words.cancel}
      </Button>
    </form>
  );
}

function AsideFinding({ finding, head }: Pick<RowProps, 'finding' | 'head'>) {
  const { editing } = useMapSession();
  const language = useLanguage();
  const words = useWords(checkListWords);
  useFocusBack();
  const { dismissed } = finding;
  if (!dismissed) return null;
  const date = dismissed.at === null ? '' : numbersIn(language).date(dismissed.at);
  return (
    <li className={styles.finding} data-testid="finding-aside">
      <div className={styles.said}>{head(finding)}</div>
      <p className={styles.todo}>
        {[dismissed.reason, words.by(dismissed.by, date)].filter(Boolean).join(' · ')}
      </p>
      {editing && (
        <Button small kind="text" onClick={() => editing.commands.remove([dismissed.id])}>
          {words.restore}
        </Button>
      )}
    </li>
  );
}
