/** The owner's own link: this device holds it; a copy as a file is the way back when the device is lost. */
import { useState } from 'react';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import { shareWords } from '../../words/share.ts';
import { pairOf } from '../../words/together.ts';
import { download } from '../takeAway/download.ts';
import { safeName } from '../../export/fileNames.ts';
import styles from './ShareDialog.module.css';

export function OwnerKey({ title, address }: { title: string; address: string }) {
  const words = useWords(shareWords);
  const language = useLanguage();
  const [said, setSaid] = useState('');
  return (
    <section aria-labelledby="share-owner" data-testid="links-owner">
      <div className={styles.group}>
        <h3 id="share-owner">{words.groups.owner.name}</h3> <span>{words.groups.owner.note}</span>
      </div>
      <ul className={styles.rows}>
        <li className={styles.row}>
          <div className={styles.label}>
            <b>{words.ownerHere}</b>
            <span>{words.keepKey}</span>
          </div>
          <span className={styles.when}>
            <span className="unseen">{pairOf(language, words.lastOpened, '')}</span>
            {words.now}
          </span>
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
