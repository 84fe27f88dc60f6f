/** The address of a link, to read, select and copy. Where the browser has no clipboard the address is selected for copying by hand. */
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { shareWords } from '../../words/share.ts';
import { copyText } from './copyText.ts';
import control from '../../ui/control.module.css';
import styles from './ShareDialog.module.css';

const shownForMs = 2000;

export function AddressField({ address, selected }: { address: string; selected?: boolean }) {
  const words = useWords(shareWords);
  const toast = useToast();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useCopied();
  useEffect(() => {
    if (!selected) return;
    field.current?.focus();
    field.current?.select();
  }, [selected]);
  return (
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
          toast({ text: words.copyFailed, stays: true });
        }}
      >
        {copied ? words.copied : words.copy}
      </Button>
    </div>
  );
}

/** The same as words in a row. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const words = useWords(shareWords);
  const toast = useToast();
  const [copied, setCopied] = useCopied();
  return (
    <Button
      kind="text"
      underlined
      className={styles.textButton}
      aria-label={`${copied ? words.copied : words.copy}: ${label}`}
      onClick={async () => {
        if (await copyText(text)) setCopied();
        else toast({ text, stays: true });
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
