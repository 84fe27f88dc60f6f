/** The open menu of the Table and the question before a stage is deleted: only for those who may edit, fetched for them. */
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { editingStore, resetEditing } from '../canvas/editing/editingStore.ts';
import { RemoveDialog } from '../canvas/editing/RemoveDialog.tsx';
import type { Editing } from '../state/mapSession.ts';

const Menu = lazy(() => import('../ui/Menu.tsx').then((part) => ({ default: part.Menu })));

export function TableMenus({ editing }: { readonly editing: Editing }) {
  const menu = useStore(editingStore, (state) => state.menu);
  const removing = useStore(editingStore, (state) => state.removing);
  useEffect(() => resetEditing, []);
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
