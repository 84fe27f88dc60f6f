/**
 * Somebody deleted the record whose text I was typing (U24): the text stays here, can be copied, and the record can be
 * made again with it.
 */
import { useState } from 'react';
import type { EditableCollection } from '../../document/commands.ts';
import type { Records } from '../../model/journeyMap.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { withoutId } from '../withoutId.ts';
import { useInspector, type Draft } from './inspectorContext.ts';
import styles from './Inspector.module.css';

export interface Lost {
  readonly collection: EditableCollection;
  readonly record: Records[EditableCollection];
  readonly draft: Draft;
}

export function GonePanel({ lost, onDone }: { readonly lost: Lost; readonly onDone: () => void }) {
  const { words, commands, tell, open } = useInspector();
  const [copied, setCopied] = useState(false);
  const { draft } = lost;

  const restore = (): void => {
    if (!commands) return;
    const made = commands.create(lost.collection, { ...withoutId(lost.record), [draft.field]: draft.text });
    tell(made);
    if (!made.ok) return;
    onDone();
    open(made.value);
  };
  return (
    <div className={styles.gone} role="alert" data-testid="gone">
      <h3 className={styles.goneTitle}>{words.gone}</h3>
      <p>{words.goneText(draft.label)}</p>
      <textarea
        className={styles.goneText}
        readOnly
        value={draft.text}
        aria-label={draft.label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.buttons}>
        <Button
          kind="main"
          small
          onClick={() => {
            // Where it is refused the text stands in the box, selectable.
            void copyText(draft.text).then(setCopied);
          }}
        >
          {copied ? words.copied : words.copy}
        </Button>
        <Button small onClick={restore}>
          {words.restore}
        </Button>
        <Button kind="text" small onClick={onDone}>
          {words.dismiss}
        </Button>
      </div>
    </div>
  );
}
