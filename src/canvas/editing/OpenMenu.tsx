/** The menu that is open on the canvas or in the Table, and the question before a stage or lane is deleted; both are fetched when needed. */
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { Editing } from '../../state/mapSession.ts';
import { editingStore } from './editingStore.ts';

const Menu = lazy(() => import('../../ui/Menu.tsx').then((part) => ({ default: part.Menu })));
const RemoveDialog = lazy(() =>
  import('./RemoveDialog.tsx').then((part) => ({ default: part.RemoveDialog })),
);

export function OpenMenu({ editing }: { readonly editing: Editing }) {
  const menu = useStore(editingStore, (state) => state.menu);
  const removing = useStore(editingStore, (state) => state.removing);
  return (
    <Suspense fallback={null}>
      {menu && (
        <Menu
          label={menu.label}
          place={menu.place}
          entries={menu.entries}
          onClose={() => editingStore.setState({ menu: null })}
        />
      )}
      {removing && <RemoveDialog editing={editing} removing={removing} />}
    </Suspense>
  );
}
