/** Others see in which cell of the Table I write. `id`: the record; null while nothing is written. */
import { useEffect } from 'react';
import { useMapSession } from '../state/mapSession.ts';

export function useWritingIn(id: string | null, field: string | null): void {
  const { presence } = useMapSession();
  useEffect(() => {
    if (id === null || field === null) return;
    presence.set({ editing: { id, field } });
    return () => presence.set({ editing: null });
  }, [presence, id, field]);
}
