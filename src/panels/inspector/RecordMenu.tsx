/** What can be done with the record that is open: collapse, duplicate, delete. */
import { useMapSession, useRecord } from '../../state/mapSession.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { useDelete } from './deleting.tsx';
import type { FormCollection } from './forms.ts';
import { useInspector } from './inspectorContext.ts';

const duplicated: readonly FormCollection[] = [
  'touchpoints',
  'insights',
  'opportunities',
  'actions',
  'elements',
  'personas',
];

export function RecordMenu({ collection, id }: { readonly collection: FormCollection; readonly id: string }) {
  const { words, commands, tell } = useInspector();
  const { screen } = useMapSession();
  const { ask, dialog } = useDelete();
  const record = useRecord(collection, id);
  if (!commands || !record) return null;

  const entries: MenuEntry[] = [];
  if (duplicated.includes(collection)) {
    entries.push({
      id: 'duplicate',
      label: words.duplicate,
      icon: 'duplicate',
      onSelect: () => {
        const made = commands.duplicate([id]);
        tell(made);
        if (made.ok && made.value.length > 0) screen.setState({ selection: new Set(made.value) });
      },
    });
  }
  if ((collection === 'stages' || collection === 'lanes') && 'collapsed' in record) {
    const { collapsed } = record;
    entries.push({
      id: 'collapse',
      label: collapsed ? words.expand : words.collapse,
      icon: collapsed ? 'plus' : 'minus',
      onSelect: () => tell(commands.update(collection, [id], { collapsed: !collapsed })),
    });
  }
  entries.push({ id: 'delete', label: words.delete, icon: 'bin', dangerous: true, onSelect: () => ask(id) });
  return (
    <>
      <MenuButton label={words.more} entries={entries} small testId="inspector-menu" />
      {dialog}
    </>
  );
}
