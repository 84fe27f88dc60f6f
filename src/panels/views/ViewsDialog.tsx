/**
 * The saved views of the map: one click shows one; who may edit saves what is on the screen as a further one, renames,
 * keeps what is seen now in its place, deletes. Anybody may pass on a link to one.
 */
import { useState } from 'react';
import type { Fields } from '../../document/commands.ts';
import { COLLECTION_LIMITS, NAME } from '../../model/limits.ts';
import type { SavedView } from '../../model/journeyMap.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession, useOutline, useProjection } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { TextField } from '../../ui/TextField.tsx';
import { findWords } from '../../words/find.ts';
import { filterParts } from '../find/filterValues.ts';
import { sortedViews } from './sortedViews.ts';
import styles from './ViewsDialog.module.css';

export interface ViewsDialogProps {
  readonly onShow: (view: SavedView) => void;
  /** What is on the screen now, as a view. */
  readonly fieldsNow: () => Fields<'views'>;
  readonly onShare: (view: SavedView) => void;
  readonly onClose: () => void;
}

export function ViewsDialog({ onShow, fieldsNow, onShare, onClose }: ViewsDialogProps) {
  const { editing } = useMapSession();
  const language = useLanguage();
  const words = findWords[language];
  const views = sortedViews(
    useOutline((state) => state.journey.views),
    language,
  );
  return (
    <Dialog
      title={words.views}
      closeLabel={words.close}
      onClose={onClose}
      testId="views-dialog"
      foot={editing && <SaveView full={views.length >= COLLECTION_LIMITS.views} fieldsNow={fieldsNow} />}
    >
      <p className={styles.intro}>{words.viewsIntro}</p>
      {views.length === 0 && <p className={styles.none}>{words.noViews}</p>}
      <ul className={styles.views}>
        {views.map((view) => (
          <ViewRow key={view.id} view={view} onShow={onShow} fieldsNow={fieldsNow} onShare={onShare} />
        ))}
      </ul>
    </Dialog>
  );
}

function SaveView({ full, fieldsNow }: Pick<ViewsDialogProps, 'fieldsNow'> & { readonly full: boolean }) {
  const { editing } = useMapSession();
  const words = findWords[useLanguage()];
  const [name, setName] = useState('');
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        const made = editing?.commands.create('views', {
          ...fieldsNow(),
          name: name.trim() || words.untitled,
        });
        if (made?.ok) setName('');
      }}
    >
      <TextField
        large
        value={name}
        onType={setName}
        onCommit={setName}
        maxLength={NAME}
        aria-label={words.newName}
        placeholder={words.namePlaceholder}
        disabled={full}
        data-autofocus
        testId="view-name"
      />
      <Button kind="main" type="submit" disabled={full} title={full ? words.full : undefined}>
        {words.saveView}
      </Button>
    </form>
  );
}

interface ViewRowProps extends Omit<ViewsDialogProps, 'onClose'> {
  readonly view: SavedView;
}

function ViewRow({ view, onShow, fieldsNow, onShare }: ViewRowProps) {
  const { editing } = useMapSession();
  const language = useLanguage();
  const words = findWords[language];
  const journey = useProjection((state) => state.journey);
  const [renaming, setRenaming] = useState(false);
  const name = view.name || words.untitled;
  const commands = editing?.commands;
  const entries: MenuEntry[] = [
    { id: 'share', icon: 'link', label: words.share, onSelect: () => onShare(view) },
  ];
  if (commands)
    entries.push(
      { kind: 'separator' },
      { id: 'rename', icon: 'edit', label: words.rename, onSelect: () => setRenaming(true) },
      {
        id: 'update',
        icon: 'eye',
        label: words.update,
        onSelect: () => void commands.update('views', [view.id], fieldsNow()),
      },
      { kind: 'separator' },
      {
        id: 'remove',
        icon: 'bin',
        label: words.remove,
        dangerous: true,
        onSelect: () => void commands.remove([view.id]),
      },
    );
  const hiddenCurves = view.hiddenPersonaIds.length + (view.everyone ? 0 : 1);
  const lead = journey.personas.find(({ id }) => id === view.leadPersonaId)?.name;
  const facts = [
    ...filterParts(journey, view, language),
    ...(lead === undefined ? [] : [words.journey.of(lead)]),
    ...(view.ribbons ? [words.facts.ribbons] : []),
    ...(view.hiddenLaneIds.length > 0 ? [words.facts.lanes(view.hiddenLaneIds.length)] : []),
    ...(hiddenCurves > 0 ? [words.facts.curves(hiddenCurves)] : []),
    view.camera ? words.facts.zoom(Math.round(view.camera.zoom * 100)) : words.facts.whole,
  ];
  return (
    <li className={styles.view} data-testid="saved-view" data-id={view.id}>
      <div className={styles.about}>
        {renaming ? (
          <TextField
            value={view.name}
            autoFocus
            maxLength={NAME}
            aria-label={words.nameOf(name)}
            testId="view-rename"
            onCommit={(next) => {
              setRenaming(false);
              if (next.trim() !== '') commands?.update('views', [view.id], { name: next.trim() });
            }}
          />
        ) : (
          <b>{name}</b>
        )}
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </div>
      <Button small aria-label={words.applyOf(name)} onClick={() => onShow(view)}>
        {words.apply}
      </Button>
      <MenuButton small label={words.more(name)} entries={entries} testId="view-menu" />
    </li>
  );
}
