/** The share links by what they allow, with last opened, copy and withdraw; the question before withdrawing takes the row's place. */
import { useState } from 'react';
import type { LinkFacts } from '../../protocol/http.ts';
import type { LinkName } from '../../protocol/roles.ts';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusAtOnce } from '../../ui/focusBack.ts';
import { shareWords } from '../../words/share.ts';
import { pairOf } from '../../words/together.ts';
import { writeWhen } from '../home/writeWhen.ts';
import { AddressField, CopyButton } from './AddressField.tsx';
import styles from './ShareDialog.module.css';

export interface LinkTableProps {
  readonly links: readonly LinkFacts[];
  readonly tokens: Readonly<Record<string, string>>;
  readonly addressOf: (token: string) => string;
  /** Whether it is gone. */
  readonly onWithdraw: (id: string) => Promise<boolean>;
}

const groups: readonly Exclude<LinkName, 'owner'>[] = ['edit', 'comment', 'view'];

export function LinkTable({ links, tokens, addressOf, onWithdraw }: LinkTableProps) {
  const words = useWords(shareWords);
  const [asked, setAsked] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  return (
    <div className={styles.table}>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <div className={styles.columns} aria-hidden="true">
        <span>{words.link}</span>
        <span>{words.lastOpened}</span>
      </div>
      {groups.map((group) => {
        const rows = links.filter(({ name }) => name === group);
        return (
          <section key={group} aria-labelledby={`share-${group}`} data-testid={`links-${group}`}>
            <div className={styles.group}>
              <h3 id={`share-${group}`}>{words.groups[group].name}</h3>{' '}
              <span>{words.groups[group].note}</span>
            </div>
            {rows.length === 0 && <p className={styles.none}>{words.none}</p>}
            <ul className={styles.rows}>
              {rows.map((link) => {
                const label = link.label || words.unnamed[group];
                const token = tokens[link.id];
                return asked === link.id ? (
                  <Question
                    key={link.id}
                    label={label}
                    onKeep={() => setAsked(null)}
                    onWithdraw={async () => {
                      const isGone = await onWithdraw(link.id);
                      setAsked(null);
                      if (isGone) setSaid(words.withdrawn(label));
                    }}
                  />
                ) : (
                  <LinkRow
                    key={link.id}
                    link={link}
                    label={label}
                    address={token === undefined ? null : addressOf(token)}
                    onAsk={() => setAsked(link.id)}
                  />
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function LinkRow({
  link,
  label,
  address,
  onAsk,
}: {
  link: LinkFacts;
  label: string;
  address: string | null;
  onAsk: () => void;
}) {
  const words = useWords(shareWords);
  const language = useLanguage();
  const [isShown, setShown] = useState(false);
  const [now] = useState(() => Date.now());
  const opened =
    link.lastOpenedAt === null ? words.never : writeWhen(Date.parse(link.lastOpenedAt), now, language);
  return (
    <li className={styles.row} data-testid="share-link" data-id={link.id} data-name={link.name}>
      <div className={styles.label}>
        <b>{label}</b>
        <span>
          {[link.here > 0 && words.here(link.here), address === null && words.elsewhere]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <span className={styles.when}>
        <span className="unseen">{pairOf(language, words.lastOpened, '')}</span>
        {link.here > 0 ? words.now : opened}
      </span>
      {address === null ? (
        <span />
      ) : (
        <CopyButton text={address} label={label} onFailed={() => setShown(true)} />
      )}
      <Button
        kind="text"
        underlined
        className={styles.textButton}
        aria-label={pairOf(language, words.withdraw, label)}
        onClick={onAsk}
      >
        {words.withdraw}
      </Button>
      {isShown && address !== null && (
        <div className={styles.shown}>
          <AddressField address={address} selected />
        </div>
      )}
    </li>
  );
}

/** Stands in the row's place; the safe answer has the focus. */
function Question({
  label,
  onKeep,
  onWithdraw,
}: {
  label: string;
  onKeep: () => void;
  onWithdraw: () => Promise<void>;
}) {
  const words = useWords(shareWords);
  const keep = useFocusAtOnce<HTMLButtonElement>();
  return (
    <li className={styles.question} data-testid="withdraw-question">
      <div>
        <b>{words.ask(label)}</b>
        <span>{words.askNote}</span>
      </div>
      <Button small ref={keep} onClick={onKeep}>
        {words.keep}
      </Button>
      <Button small kind="signal" onClick={() => void onWithdraw()}>
        {words.withdraw}
      </Button>
    </li>
  );
}
