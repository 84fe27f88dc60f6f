/** What can be done with a version beside restoring it: a name for those who may edit, deleting it for owners. */
import { useState } from 'react';
import { NAME } from '../../model/limits.ts';
import type { VersionFacts } from '../../protocol/http.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { Button } from '../../ui/Button.tsx';
import control from '../../ui/control.module.css';
import { useFocusAtOnce } from '../../ui/focusBack.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { versionWords } from '../../words/versions.ts';
import styles from './VersionsDialog.module.css';

export type Asking = 'name' | 'delete';

interface VersionMenuProps {
  readonly version: VersionFacts;
  readonly canDelete: boolean;
  readonly onAsk: (what: Asking) => void;
}

export function VersionMenu({ version, canDelete, onAsk }: VersionMenuProps) {
  const words = useWords(versionWords);
  const name: MenuEntry = {
    id: 'name',
    label: version.kind === 'named' ? words.rename : words.giveName,
    icon: 'edit',
    onSelect: () => onAsk('name'),
  };
  const remove: MenuEntry = {
    id: 'delete',
    label: words.delete,
    icon: 'bin',
    dangerous: true,
    onSelect: () => onAsk('delete'),
  };
  return (
    <MenuButton
      label={words.more}
      testId="version-menu"
      entries={canDelete ? [name, { kind: 'separator' }, remove] : [name]}
    />
  );
}

interface NameFormProps {
  readonly version: VersionFacts;
  readonly busy: boolean;
  readonly onRename: (title: string) => Promise<boolean>;
  readonly onDone: () => void;
}

/** The new name; what could not be stored stays in the field. */
export function NameForm({ version, busy, onRename, onDone }: NameFormProps) {
  const words = useWords(versionWords);
  const field = useFocusAtOnce<HTMLInputElement>();
  const [title, setTitle] = useState(version.title);
  const wanted = title.trim();
  return (
    <form
      className={styles.asking}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') void onRename(wanted).then((done) => done && onDone());
      }}
    >
      <input
        ref={field}
        className={control.control}
        aria-label={words.newName}
        maxLength={NAME}
        value={title}
        data-testid="version-new-name"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button small type="submit" disabled={busy || wanted === ''} data-testid="save-version-name">
        {words.saveName}
      </Button>
      <Button small kind="text" onClick={onDone}>
        {words.cancel}
      </Button>
      {version.kind !== 'named' && <p className={styles.note}>{words.stays}</p>}
    </form>
  );
}

interface DeleteQuestionProps {
  readonly busy: boolean;
  readonly onDelete: () => void;
  readonly onKeep: () => void;
}

/** The safe answer has the focus. */
export function DeleteQuestion({ busy, onDelete, onKeep }: DeleteQuestionProps) {
  const words = useWords(versionWords);
  const keep = useFocusAtOnce<HTMLButtonElement>();
  return (
    <div className={styles.asking} role="group" aria-label={words.askDelete} data-testid="delete-version">
      <p>
        <b>{words.askDelete}</b> {words.askDeleteNote}
      </p>
      <Button small ref={keep} onClick={onKeep}>
        {words.keepIt}
      </Button>
      <Button small kind="signal" disabled={busy} onClick={onDelete}>
        {words.deleteIt}
      </Button>
    </div>
  );
}
