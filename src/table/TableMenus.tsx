/** The open menu of the Table and the question before a stage is deleted: only for those who may edit, fetched for them. */
import { useEffect } from 'react';
import { resetEditing } from '../canvas/editing/editingStore.ts';
import { OpenMenu } from '../canvas/editing/OpenMenu.tsx';
import type { Editing } from '../state/mapSession.ts';

export function TableMenus({ editing }: { readonly editing: Editing }) {
  useEffect(() => resetEditing, []);
  return <OpenMenu editing={editing} />;
}
