/** The address of a link, to read, select and copy. Where the browser has no clipboard it is selected for copying by hand. */
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { shareWords } from '../../words/share.ts';
import { pairOf } from '../../words/together.ts';
import control from '../../ui/control.module.css';
import styles from './ShareDialog.module.css';

const shownForMs = 2000;

export function AddressField({ address, selected }: { address: string; selected?: boolean }) {
  const words = useWords(shareWords);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useCopied();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!selected) return;
    field.current?.focus();
    field.current?.select();
  }, [selected]);
  return (
    <>
      <div className={styles.address}>
        <input
          ref={field}
          className={`${control.control} ${control.large} ${selected ? styles.selected : ''}`}
          readOnly
          aria-label={words.address}
          value={address}
          data-testid="share-address"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          kind="main"
          onClick={async () => {
            if (await copyText(address)) return setCopied();
            field.current?.focus();
            field.current?.select();
            setFailed(true);
          }}
        >
          {copied ? words.copied : words.copy}
        </Button>
      </div>
      {failed && (
        <p role="status" className={styles.note}>
          {words.copyFailed}
        </p>
      )}
    </>
  );
}

/** The same as words in a row; `onFailed`: the browser refuses, so the address has to be shown. */
export function CopyButton({ text, label, onFailed }: { text: string; label: string; onFailed: () => void }) {
  const words = useWords(shareWords);
  const language = useLanguage();
  const [copied, setCopied] = useCopied();
  return (
    <Button
      kind="text"
      underlined
      className={styles.textButton}
      aria-label={pairOf(language, copied ? words.copied : words.copy, label)}
      onClick={async () => {
        if (await copyText(text)) setCopied();
        else onFailed();
      }}
    >
      {copied ? words.copied : words.copy}
    </Button>
  );
}

function useCopied(): [boolean, () => void] {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, () => setCopied(true)];
}
