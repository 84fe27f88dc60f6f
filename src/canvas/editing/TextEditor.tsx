/**
 * Typing on the canvas: one real text box over the thing whose text is open (U25, U26). A title is written when it is
 * committed, so that typing it is one step; a note is a live text, bound letter by letter. When somebody deletes the
 * thing meanwhile, the box stays with the text and offers to copy it or to make the thing anew (U24).
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { mergeTexts } from '../../model/mergeTexts.ts';
import { bindLiveText } from '../../state/bindLiveText.ts';
import { useMapSession, useProjection, useScreen, type Editing } from '../../state/mapSession.ts';
import { focusRecord } from '../focusRecord.ts';
import { focusHead } from '../heads.ts';
import type { CanvasHost } from '../host.ts';
import { mentionToPage } from '../pageRuns.ts';
import { accept, wordsOf } from './answers.ts';
import { createAt } from './create.ts';
import { editingStore, type CellSpot, type ElementSpot } from './editingStore.ts';
import { elementTarget, textTarget, type TextTarget } from './textTargets.ts';
import { restoreText } from './restoreText.ts';
import { TextBox } from './TextBox.tsx';

/** What the inspector shows of a touchpoint below its title. */
const fieldAfterTitle = 'channelId';

interface Props {
  readonly host: CanvasHost;
  readonly editing: Editing;
}

/** The text that is open in `screen.editing`. */
export function OpenText({ host, editing }: Props) {
  const open = useScreen((state) => state.editing);
  return open ? (
    <RecordText
      key={`${open.id} ${open.field}`}
      host={host}
      editing={editing}
      id={open.id}
      field={open.field}
    />
  ) : null;
}

function RecordText({ host, editing, id, field }: Props & { readonly id: string; readonly field: string }) {
  const session = useMapSession();
  const { projection, screen } = session;
  const layout = useProjection((state) => state.layout);
  const collection = useProjection(() => projection.collectionOf(id));
  const last = useRef<TextTarget | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const target = useMemo(() => {
    if (!collection || collection === 'comments' || collection === 'votes' || collection === 'snapshots')
      return null;
    return textTarget(layout, collection, id, field);
  }, [layout, collection, id, field]);
  if (target) last.current = target;
  const shown = target ?? last.current;
  const isGone = target === null && shown !== null;

  // A live text is bound while the record is there; what was typed stays in the box when it goes.
  const isLive = target?.live === true;
  useEffect(() => {
    if (!isLive || !box.current) return;
    const record = projection.collectionOf(id);
    if (record !== 'insights' && record !== 'elements') return;
    return bindLiveText(box.current, editing.commands.openText(record, id, field));
  }, [isLive, editing, projection, id, field]);

  const record: object | undefined = shown ? projection.find(shown.collection, id) : undefined;
  const text = record && field in record ? String(Reflect.get(record, field) ?? '') : '';
  const latest = useRef(record);
  if (record) latest.current = record;
  // What the title was when it was opened: what others do to it meanwhile is theirs.
  const [opened] = useState(text);
  if (!shown) return null;

  const close = (): void => {
    if (screen.getState().editing?.id === id) screen.setState({ editing: null });
    if (
      collection === 'touchpoints' ||
      collection === 'elements' ||
      shown.look === 'note' ||
      shown.look === 'bold'
    )
      focusRecord(projection.getState().layout, id);
    else if (collection === 'stages' || collection === 'lanes') focusHead(collection, id);
  };
  const commit = (value: string): void => {
    const typed = value.trim();
    if (isGone || shown.live || typed === opened) return;
    const merged = mergeTexts(opened, typed, text);
    const wanted = merged !== null && merged.length <= shown.limit ? merged : typed;
    if (wanted === text) return;
    accept(session, editing.commands.update(shown.collection, [id], { [field]: wanted }));
    if (wanted !== merged) mentionToPage(wordsOf(session).said.overwritten(text));
  };
  return (
    <TextBox
      host={host}
      target={shown}
      draft={shown.live ? undefined : `${shown.collection}/${id}#${field}`}
      initial={text}
      boxRef={box}
      isGone={isGone}
      onLeave={(value) => {
        commit(value);
        if (!isGone && screen.getState().editing?.id === id) screen.setState({ editing: null });
      }}
      onDone={(value) => {
        commit(value);
        close();
      }}
      onNext={
        shown.collection === 'touchpoints'
          ? (value) => {
              commit(value);
              // The inspector gives it the focus, as soon as it is there (U25).
              screen.setState({ editing: null, panel: 'inspector', field: fieldAfterTitle });
            }
          : undefined
      }
      onDiscard={() => screen.setState({ editing: null })}
      onRestore={(value) => {
        screen.setState({ editing: null });
        restoreText(session, editing, shown, value, latest.current);
      }}
    />
  );
}

/** What is typed into an empty cell: made when it is committed, so that nothing empty is left behind. */
export function DraftText({ host, editing, spot }: Props & { readonly spot: CellSpot | ElementSpot }) {
  const session = useMapSession();
  const box = useRef<HTMLTextAreaElement>(null);
  const target = useMemo(() => draftTarget(spot), [spot]);
  const finish = (value: string, focus: boolean): void => {
    editingStore.setState({ draft: null });
    if (value.trim() === '') return;
    const id = createAt(session, editing, spot, value.trim());
    if (!id) return;
    session.screen.setState({ selection: new Set([id]) });
    if (focus) focusRecord(session.projection.getState().layout, id);
  };
  return (
    <TextBox
      host={host}
      target={target}
      draft={`new ${JSON.stringify(spot)}`}
      initial=""
      boxRef={box}
      isGone={false}
      onLeave={(value) => finish(value, false)}
      onDone={(value) => finish(value, true)}
      onDiscard={() => editingStore.setState({ draft: null })}
      onRestore={() => undefined}
    />
  );
}

function draftTarget(spot: CellSpot | ElementSpot): TextTarget {
  if (spot.collection === 'elements') return elementTarget(spot.kind, spot.box);
  const note = spot.collection === 'insights';
  const card = spot.collection === 'touchpoints' && spot.box.height > 60;
  return {
    collection: spot.collection,
    id: '',
    field: note ? 'text' : 'title',
    box: card ? { x: spot.box.x + 42, y: spot.box.y + 5, width: spot.box.width - 48, height: 44 } : spot.box,
    look: note ? 'note' : card ? 'card' : spot.collection === 'touchpoints' ? 'delivery' : 'bold',
    multiline: note,
    live: false,
    limit: note ? 400 : 120,
  };
}
