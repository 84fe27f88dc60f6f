/** The owner's own link: this device holds it; a copy as a file is the way back when the device is lost. */
import { useState } from 'react';
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { shareWords } from '../../words/share.ts';
import { download } from '../takeAway/download.ts';
import { safeName } from '../../export/fileNames.ts';
import styles from './ShareDialog.module.css';

export function OwnerKey({ title, address }: { title: string; address: string }) {
  const words = useWords(shareWords);
  const [said, setSaid] = useState('');
  return (
    <section aria-labelledby="share-owner" data-testid="links-owner">
      <h3 id="share-owner" className={styles.group}>
        {words.groups.owner.name} <span>{words.groups.owner.note}</span>
      </h3>
      <ul className={styles.rows}>
        <li className={styles.row}>
          <div className={styles.label}>
            <b>{words.ownerHere}</b>
            <span>{words.keepKey}</span>
          </div>
          <span className={styles.when}>{words.now}</span>
          <span />
          <Button
            kind="text"
            underlined
            className={styles.textButton}
            onClick={() => {
              download(
                `${safeName(title)} ${words.keyFile}.txt`,
                words.keyText(title, address),
                'text/plain;charset=utf-8',
              );
              setSaid(words.keySaved);
            }}
          >
            {words.saveKey}
          </Button>
        </li>
      </ul>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </section>
  );
}
