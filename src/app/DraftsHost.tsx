/**
 * Texts that a dying tab would take along (R52): what is being typed is kept on this device, and what the page before
 * left is offered once, as soon as the map is there.
 */
import { useEffect, useEffectEvent } from 'react';
import type { CellSpot } from '../canvas/editing/editingStore.ts';
import { readDraft, writeDraft } from '../state/draftMemory.ts';
import { useLanguage } from '../state/interfaceStore.ts';
import { useMapSession, useOutline } from '../state/mapSession.ts';
import { useToast } from '../ui/Toast.tsx';
import { rescueWords } from '../words/rescue.ts';
import { fieldWords } from '../words/fields.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { keepDrafts } from './keepDrafts.ts';
import { readLeftDraft, type LeftDraft } from './leftDraft.ts';

/** `storage` is the tab's own: another tab's text is its own business. */
export function DraftsHost({ storage }: { readonly storage: Storage }) {
  const session = useMapSession();
  const { mapId, editing, projection } = session;
  const language = useLanguage();
  const words = rescueWords[language];
  const isLoaded = useOutline(({ loaded }) => loaded);
  const toast = useToast();

  const put = (left: LeftDraft): void => {
    if (!editing) return;
    if (left.put.kind === 'write') left.put.run(editing.commands);
    if (left.put.kind === 'make') {
      // What stood in `data-draft` was written by the box over such a place.
      const spot = left.put.spot as CellSpot;
      void import('../canvas/editing/create.ts').then(({ createAt }) =>
        createAt(session, editing, spot, left.text.trim()),
      );
    }
  };
  const offer = useEffectEvent(() => {
    const kept = readDraft(storage, mapId);
    writeDraft(storage, mapId, null);
    const left = kept && readLeftDraft(kept, projection.getState().journey);
    if (!left) return;
    const { kind } = left.put;
    toast({
      text:
        kind === 'gone' ? words.gone(left.text) : words.left(left.text, left.where && nameOf(left, language)),
      stays: true,
      details: left.text,
      ...(kind === 'write' || kind === 'make'
        ? { action: { label: words.put, onPress: () => put(left) } }
        : {}),
    });
  });
  useEffect(() => {
    if (isLoaded) offer();
  }, [isLoaded]);
  useEffect(() => {
    if (isLoaded) return keepDrafts(mapId, storage);
  }, [isLoaded, mapId, storage]);
  return null;
}

/** What the field is called. */
function nameOf({ where }: LeftDraft, language: InterfaceLanguage): string {
  const fields: Readonly<Record<string, object>> = fieldWords[language].fields;
  const name: unknown = where && Reflect.get(fields[where.collection] ?? {}, where.field);
  return typeof name === 'string' ? name : '';
}
