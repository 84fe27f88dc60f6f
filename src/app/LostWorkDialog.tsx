/** What this person changed and others deleted meanwhile (R60): each with its name and the way to make it again. */
import type { LostRecord } from '../state/lostWork.ts';
import { useMapSession } from '../state/mapSession.ts';
import { useLanguage } from '../state/interfaceStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toast.tsx';
import { fieldWords } from '../words/fields.ts';
import { inspectorWords } from '../words/inspector.ts';
import { rescueWords } from '../words/rescue.ts';
import { nameOf } from '../panels/inspector/recordNames.ts';
import { withoutId } from '../panels/withoutId.ts';
import styles from './LostWorkDialog.module.css';

export interface LostWorkDialogProps {
  readonly lost: readonly LostRecord[];
  /** These are there again, or not wanted. */
  readonly onDone: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

export function LostWorkDialog({ lost, onDone, onClose }: LostWorkDialogProps) {
  const { editing } = useMapSession();
  const language = useLanguage();
  const words = rescueWords[language];
  const tools = { language, words: inspectorWords[language], fields: fieldWords[language] };
  // Saved views have a name alone.
  const kinds: Readonly<Record<string, string>> = tools.fields.one;
  const toast = useToast();

  const restore = (records: readonly LostRecord[]): void => {
    const done: string[] = [];
    for (const { collection, id, record } of records) {
      const made = editing?.commands.create(collection, withoutId(record));
      if (made?.ok) done.push(id);
      else if (made) toast({ text: tools.words.refused[made.reason], stays: true });
    }
    if (done.length > 0) toast({ text: words.restored(done.length) });
    onDone(done);
  };
  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
      testId="lost-work"
      foot={
        <Button kind="main" onClick={() => restore(lost)}>
          {words.restoreAll}
        </Button>
      }
    >
      <p className={styles.intro}>{words.intro}</p>
      <ul className={styles.rows}>
        {lost.map((one) => {
          const name = nameOf(one.collection, one.record, tools);
          return (
            <li key={one.id} className={styles.row}>
              <span className={styles.name}>
                <b>{name}</b> <span className={styles.kind}>{kinds[one.collection]}</span>
              </span>
              <Button small aria-label={words.restoreOne(name)} onClick={() => restore([one])}>
                {words.restore}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
