/**
 * Importing into an open map: reads what came, shows what it would do, does it as one step. What cannot be read is said in
 * the same place, and nothing has happened; as long as records are being written, closing takes it all back.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Source } from '../../import/readSource.ts';
import type { Refused } from '../../import/refusal.ts';
import type { Done } from '../../document/commands.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { useMapSession, useProjection } from '../../state/mapSession.ts';
import { mapCollections } from '../../document/roots.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { importWords, type Counted } from '../../words/imports.ts';
import { problemWords } from '../../words/problems.ts';
import { ruleText } from '../../words/reasons.ts';
import { ProblemNote } from '../problem/ProblemNote.tsx';
import type { Incoming } from './incoming.ts';
import { readIncoming } from './readIncoming.ts';
import type { ReadFile } from './readInWorker.ts';
import { createPace } from './pace.ts';
import { problemOfRefusal } from './refusedFile.ts';
import type { RowsOutcome } from './RowsImport.tsx';
import { SourceImport } from './SourceImport.tsx';
import { whenShown } from './whenShown.ts';
import styles from './ImportDialog.module.css';

export interface ImportHostProps {
  readonly incoming: Incoming;
  readonly onClose: () => void;
  /** The file shall become a map of its own. */
  readonly onNewMap: (file: File) => void;
  /** The first thing that was added is to be brought into view. */
  readonly onAdded: (id: string) => void;
  readonly read?: ReadFile;
}

export function ImportHost({ incoming, onClose, onNewMap, onAdded, read }: ImportHostProps) {
  const { editing, screen, projection } = useMapSession();
  const journey = useProjection((state) => state.journey);
  const language = useLanguage();
  const words = importWords[language];
  const problems = useWords(problemWords);
  const toast = useToast();
  const [source, setSource] = useState<Source | Refused | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => {
    stop.current = new AbortController();
    return () => stop.current.abort();
  }, []);
  // Whose right to edit ends in the middle of it writes nothing.
  useEffect(() => {
    if (!editing) stop.current.abort();
  }, [editing]);
  // Read once: another language changes words, not what was read.
  const begin = useEffectEvent((from: Incoming, { signal }: AbortController) => {
    readIncoming(from, language, signal, read)
      .then((answer) => !signal.aborted && setSource(answer))
      .catch((error: unknown) => !signal.aborted && setBroken(String(error)));
  });
  useEffect(() => {
    const reading = new AbortController();
    begin(incoming, reading);
    return () => reading.abort();
  }, [incoming]);

  const fileName = incoming.kind === 'file' ? incoming.file.name : '';
  const file = incoming.kind === 'file' ? incoming.file : null;
  const asNewMap = file ? () => onNewMap(file) : null;
  if (!source?.ok || !editing || writing) {
    return (
      <Dialog
        title={incoming.kind === 'file' ? words.title : words.pasteTitle}
        subtitle={fileName}
        closeLabel={words.close}
        onClose={onClose}
        testId="import-dialog"
      >
        {!editing ? (
          <ProblemNote problem="importNotAllowed" words={problems.importNotAllowed}>
            {asNewMap && <Button onClick={asNewMap}>{words.asNewInstead}</Button>}
            <Button onClick={onClose}>{words.close}</Button>
          </ProblemNote>
        ) : source && !source.ok ? (
          <RefusedNote refused={source} onClose={onClose} />
        ) : broken !== null ? (
          <ProblemNote problem="partMissing" words={problems.partMissing} detail={broken} />
        ) : writing ? (
          <WritingNote {...writing} onCancel={onClose} />
        ) : (
          <p role="status" className={styles.none}>
            {words.reading}
          </p>
        )}
      </Dialog>
    );
  }

  const finish = (done: Done<readonly string[]>, count: number, kind: Counted): void => {
    if (done.ok) {
      const [first] = done.value;
      if (kind !== 'readings' && first !== undefined) {
        whenShown(projection, first, () => onAdded(first));
        whenShown(projection, first, () => screen.setState({ selection: new Set(done.value) }));
      }
      toast({ text: words.done(count, kind) });
    } else toast({ text: words.refused[done.reason], stays: true });
    onClose();
  };
  const add = (outcome: RowsOutcome): void => {
    if (outcome.kind === 'readings')
      finish(editing.commands.addReadings(outcome.readings), outcome.readings.length, 'readings');
    else addJourney(outcome.added);
  };
  const addJourney = (added: JourneyMap): void => {
    write(added).catch((error: unknown) => {
      onClose();
      toast({ text: words.refused['not-allowed'], stays: true });
      // A fault of ours: this person is told, and whoever looks for it finds it.
      reportError(error);
    });
  };
  const write = async (added: JourneyMap): Promise<void> => {
    const of = mapCollections.reduce((sum, name) => sum + added[name].length, 0);
    const { signal } = stop.current;
    const pace = createPace({ signal, onProgress: (done) => setWriting({ done, of }) });
    const done = await editing.commands.add(added, pace);
    if (done) finish(done, added.touchpoints.length, 'touchpoints');
  };
  return (
    <SourceImport
      source={source}
      fileName={fileName}
      isPaste={incoming.kind === 'rows'}
      base={journey}
      at={incoming.kind === 'rows' ? incoming.at : null}
      onClose={onClose}
      onNewMap={asNewMap}
      onOutcome={add}
      onJourney={addJourney}
    />
  );
}

/** Records written so far. */
interface Writing {
  readonly done: number;
  readonly of: number;
}

function WritingNote({ done, of, onCancel }: Writing & { onCancel: () => void }) {
  const words = useWords(importWords);
  return (
    <div className={styles.writing} data-testid="import-writing">
      <p role="status">{words.writing}</p>
      <progress aria-label={words.written(done, of)} value={done} max={of} />
      <p>{words.written(done, of)}</p>
      <Button onClick={onCancel}>{words.cancel}</Button>
    </div>
  );
}

function RefusedNote({ refused, onClose }: { refused: Refused; onClose: () => void }) {
  const words = useWords(importWords);
  const language = useLanguage();
  const problem = problemOfRefusal(refused.reasons);
  const { [problem]: told } = useWords(problemWords);
  return (
    <ProblemNote
      problem={problem}
      words={told}
      reasons={refused.reasons.map(({ path, rule }) => ({
        path: path.replace(/^#(\d+)$/, (_, line: string) => words.line(Number(line))),
        text: ruleText(rule, language),
      }))}
    >
      <Button onClick={onClose}>{words.close}</Button>
    </ProblemNote>
  );
}
