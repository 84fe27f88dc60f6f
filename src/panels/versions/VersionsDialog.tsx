/**
 * The versions of a map (U40): the list at the left, the drawn map of the chosen one at the right; on a narrow screen one
 * after the other. Until one is chosen the map as it is now stands there. Everybody who may see the map may look; who may edit names the present state and versions, and puts them
 * back; an owner deletes them.
 */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { VersionFacts } from '../../protocol/http.ts';
import { hasRole } from '../../protocol/roles.ts';
import { NAME } from '../../model/limits.ts';
import { useLanguage, useWords } from '../../state/interfaceStore.ts';
import { useMapSession } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import control from '../../ui/control.module.css';
import { useToast } from '../../ui/Toast.tsx';
import { problemWords } from '../../words/problems.ts';
import { versionWords } from '../../words/versions.ts';
import { ProblemNote } from '../problem/ProblemNote.tsx';
import type { OpenImages } from './ScenePane.tsx';
import { useVersions, type Versions } from './useVersions.ts';
import { VersionList } from './VersionList.tsx';
import { PresentMap, VersionPreview } from './VersionPreview.tsx';
import { writeName } from './versionText.ts';
import styles from './VersionsDialog.module.css';

export interface VersionsDialogProps {
  readonly storage: Storage;
  /** What this visit opened the map with. */
  readonly token: string;
  readonly openImages: OpenImages;
  readonly onClose: () => void;
}

const widthPx = 1180;

export function VersionsDialog({ storage, token, openImages, onClose }: VersionsDialogProps) {
  const { mapId, role, saveState } = useMapSession();
  const language = useLanguage();
  const words = versionWords[language];
  const problems = useWords(problemWords);
  const toast = useToast();
  const versions = useVersions({ mapId, token, storage, saveState });
  const [chosen, setChosen] = useState<string | null>(null);
  const [now] = useState(() => Date.now());
  const canEdit = hasRole(role, 'editor');
  const { list, problem } = versions;
  const version = list?.find(({ id }) => id === chosen) ?? null;

  const undo = async (before: VersionFacts) => {
    if (await versions.restore(before.id)) toast({ text: words.undone });
    else toast({ text: problems.versionNotRestored.title, stays: true });
  };
  const restore = async (wanted: VersionFacts) => {
    const done = await versions.restore(wanted.id);
    if (!done) return;
    onClose();
    const { before } = done;
    if (!before) return toast({ text: words.nothingToRestore });
    toast({
      text: words.restoredToast(writeName(wanted, now, language)),
      stays: true,
      action: { label: words.undo, onPress: () => void undo(before) },
    });
  };

  const rename = async (wanted: VersionFacts, title: string) => {
    const done = await versions.rename(wanted.id, title);
    if (done) toast({ text: words.renamed(title) });
    return done;
  };
  const remove = async (wanted: VersionFacts) => {
    if (!(await versions.remove(wanted.id))) return;
    setChosen(null);
    toast({ text: words.deleted(writeName(wanted, now, language)) });
  };

  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
      width={widthPx}
      testId="versions-dialog"
      bodyClassName={styles.body}
      foot={canEdit && <KeepVersion versions={versions} onKept={(kept) => setChosen(kept.id)} />}
    >
      <div className={styles.panes} data-chosen={version !== null} data-none={list?.length === 0}>
        <div className={styles.list}>
          <p className={styles.intro}>{words.intro}</p>
          {problem && (
            <ProblemNote problem={problem} words={problems[problem]}>
              <Button small onClick={versions.readAgain}>
                {words.tryAgain}
              </Button>
            </ProblemNote>
          )}
          {list === null && !problem && (
            <p role="status" className={styles.said}>
              {words.loading}
            </p>
          )}
          {list?.length === 0 && <p className={styles.said}>{words.none}</p>}
          {list && <VersionList versions={list} chosen={chosen} now={now} onChoose={setChosen} />}
        </div>
        <div className={styles.preview}>
          {version ? (
            <VersionPreview
              key={version.id}
              version={version}
              name={writeName(version, now, language)}
              token={token}
              openImages={openImages}
              onBack={() => setChosen(null)}
              onRestore={canEdit ? () => void restore(version) : null}
              onRename={canEdit ? (title) => rename(version, title) : null}
              onDelete={hasRole(role, 'owner') ? () => void remove(version) : null}
              busy={versions.busy}
            />
          ) : (
            <PresentMap note={list?.length ? words.choose : ''} openImages={openImages} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function KeepVersion({
  versions,
  onKept,
}: {
  readonly versions: Versions;
  readonly onKept: (version: VersionFacts) => void;
}) {
  const words = useWords(versionWords);
  const toast = useToast();
  const [title, setTitle] = useState('');
  const isWaiting = useStore(useMapSession().saveState, ({ kind }) => kind === 'saving');
  const keep = async () => {
    const wanted = title.trim();
    if (wanted === '') return;
    const kept = await versions.name(wanted);
    if (!kept) return;
    // What was typed meanwhile is the next name.
    setTitle((now) => (now.trim() === wanted ? '' : now));
    toast({ text: words.kept(wanted) });
    onKept(kept);
  };
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <input
        className={`${control.control} ${control.large}`}
        aria-label={words.name}
        placeholder={words.namePlaceholder}
        maxLength={NAME}
        value={title}
        data-testid="version-name"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <span role="status" className={styles.waiting}>
        {versions.busy && isWaiting ? words.waiting : ''}
      </span>
      <Button type="submit" disabled={title.trim() === '' || versions.busy} data-testid="keep-version">
        {words.keep}
      </Button>
    </form>
  );
}
