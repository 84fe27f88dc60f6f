/** Who else is on which row and writes in which cell; changes only when that does, not with every cursor. */
import { useMemo, useSyncExternalStore } from 'react';
import { useMapSession } from '../state/mapSession.ts';
import { peopleInk } from '../theme/inks.ts';

export interface RowPerson {
  readonly clientId: number;
  readonly name: string;
  readonly ink: string;
  /** The field they write in; null: they are on the row. */
  readonly field: string | null;
}

export function usePeople(): ReadonlyMap<string, readonly RowPerson[]> {
  const { presence } = useMapSession();
  const text = useSyncExternalStore(presence.subscribe, () =>
    JSON.stringify(
      presence.others().flatMap(({ clientId, name, colour, selection, editing }) => {
        const ids = new Set(editing ? [editing.id, ...selection] : selection);
        return [...ids].map((id) => ({
          id,
          clientId,
          name,
          ink: peopleInk(colour),
          field: editing?.id === id ? editing.field : null,
        }));
      }),
    ),
  );
  return useMemo(() => {
    const byRow = new Map<string, RowPerson[]>();
    for (const { id, ...person } of JSON.parse(text) as (RowPerson & { readonly id: string })[])
      byRow.set(id, [...(byRow.get(id) ?? []), person]);
    return byRow;
  }, [text]);
}
