/**
 * Typing on the canvas: one real text box over the thing whose text is open (U25, U26). A title is written when it is
 * committed, so that typing it is one step; a note is a live text, bound letter by letter. Keys of an input method are
 * never taken for commands. When somebody deletes the thing meanwhile, the box stays with the text and offers to copy
 * it or to make the thing anew (U24).
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { mergeTexts } from '../../model/mergeTexts.ts';
import { bindLiveText } from '../../state/bindLiveText.ts';
import { useMapSession, useProjection, useScreen, type Editing } from '../../state/mapSession.ts';
import { isComposing } from '../../ui/composing.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { editingWords } from '../../words/editing.ts';
import { canvasCamera } from '../camera.ts';
import { focusRecord } from '../focusRecord.ts';
import { focusHead } from '../heads.ts';
import type { CanvasHost } from '../host.ts';
import { useCameraFrames } from '../useCamera.ts';
import { mentionToPage } from '../pageRuns.ts';
import { accept, wordsOf } from './answers.ts';
import { createAt } from './create.ts';
import styles from './Editing.module.css';
import { editingStore, type CellSpot, type ElementSpot } from './editingStore.ts';
import { elementTarget, labelOf, textTarget, type TextTarget } from './textTargets.ts';

const leastReadableZoom = 0.8;
/** Width of the box for the name of a lane, and the least for that of a stage, px. */
const leastHeadPx = 116;
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
        restore(session, editing, shown, value, latest.current);
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

interface BoxProps {
  readonly host: CanvasHost;
  readonly target: TextTarget;
  /** Where the text belongs, for keeping it on the device; not for live texts. */
  readonly draft: string | undefined;
  readonly initial: string;
  readonly boxRef: React.RefObject<HTMLTextAreaElement | null>;
  readonly isGone: boolean;
  /** The focus went elsewhere. */
  readonly onLeave: (text: string) => void;
  /** Enter or Escape. */
  readonly onDone: (text: string) => void;
  /** Tab, where a field of the inspector follows. */
  readonly onNext?: ((text: string) => void) | undefined;
  readonly onDiscard: () => void;
  readonly onRestore: (text: string) => void;
}

function TextBox({
  host,
  target,
  draft,
  initial,
  boxRef,
  isGone,
  onLeave,
  onDone,
  onNext,
  onDiscard,
  onRestore,
}: BoxProps) {
  const words = editingWords[useScreen((state) => state.language)];
  const place = useRef<HTMLDivElement>(null);
  const [zoomAtOpening] = useState(() => canvasCamera.view().zoom);
  const isDone = useRef(false);
  const { box, look } = target;
  const isHead = look === 'head';
  const layer = isHead ? host.frame : host.frame.querySelector('.react-flow__viewport-portal');

  useLayoutEffect(() => {
    const text = boxRef.current;
    if (!text) return;
    text.focus({ preventScroll: true });
    text.select();
  }, [boxRef]);
  useCameraFrames(
    useMemo(
      () => (view) => {
        if (!place.current || !isHead) return;
        const isLane = target.collection === 'lanes';
        const left = Math.max(0, box.x * view.zoom + view.x);
        const x = isLane ? 28 : left + laneHeadPx(host.frame) + 44;
        const y = isLane ? Math.max(0, box.y * view.zoom + view.y) + 70 : 8;
        place.current.style.transform = `translate(${x}px, ${y}px)`;
        // As wide as its head, where that has room for a word or two.
        const room = isLane ? 0 : (box.x + box.width) * view.zoom + view.x - left - 52;
        place.current.style.width = `${Math.min(280, Math.max(leastHeadPx, room))}px`;
      },
      [box, isHead, target.collection, host],
    ),
  );
  if (!layer) return null;

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Tab' && !event.shiftKey && onNext && !isGone) {
      event.preventDefault();
      isDone.current = true;
      onNext(event.currentTarget.value);
      return;
    }
    const commits =
      event.key === 'Escape' ||
      (event.key === 'Enter' && (target.multiline ? event.ctrlKey || event.metaKey : !event.shiftKey));
    if (!commits) return;
    event.stopPropagation();
    event.preventDefault();
    if (isGone) return;
    isDone.current = true;
    onDone(event.currentTarget.value);
  };
  // Seen from afar the box is drawn larger than the card, so that what is typed can be read.
  const scale = isHead ? 1 : Math.max(1, leastReadableZoom / zoomAtOpening);
  const style = isHead
    ? {}
    : {
        left: box.x,
        top: box.y,
        width: box.width,
        minHeight: box.height,
        transform: scale === 1 ? undefined : `scale(${scale})`,
      };
  return createPortal(
    <div
      ref={place}
      className={styles.textPlace}
      data-look={look}
      data-of={target.collection}
      data-new={target.id === '' || undefined}
      style={style}
      data-own-press=""
    >
      <textarea
        ref={boxRef}
        className={`${styles.text ?? ''} nodrag nopan nowheel nokey`}
        defaultValue={initial}
        maxLength={target.limit}
        rows={target.multiline ? 3 : look === 'card' ? 2 : 1}
        aria-label={labelOf(target, words)}
        data-testid="canvas-text"
        data-draft={draft}
        onKeyDown={handleKeyDown}
        onPaste={(event) => event.stopPropagation()}
        onBlur={(event) => {
          if (isDone.current || isGone) return;
          if (event.relatedTarget instanceof Node && place.current?.contains(event.relatedTarget)) return;
          isDone.current = true;
          onLeave(event.currentTarget.value);
        }}
      />
      {isGone && (
        <div className={styles.gone} role="alert">
          <p>{words.goneWhileTyping}</p>
          <Button small kind="main" onClick={() => onRestore(boxRef.current?.value ?? '')}>
            {words.restore}
          </Button>
          <Button small onClick={() => void copyText(boxRef.current?.value ?? '')}>
            {words.copyText}
          </Button>
          <Button small kind="text" onClick={onDiscard}>
            {words.discard}
          </Button>
        </div>
      )}
    </div>,
    layer,
  );
}

/**
 * Makes a thing somebody deleted anew, as it was and with the text that was being typed. When its stage or lane is gone
 * too, what can be made where it lay takes its place. `latest`: the record as it was last seen.
 */
function restore(
  session: ReturnType<typeof useMapSession>,
  editing: Editing,
  target: TextTarget,
  text: string,
  latest: object | undefined,
): void {
  const { collection, field } = target;
  if (latest) {
    const made = editing.commands.create(collection, { ...latest, locked: false, [field]: text });
    if (made.ok) {
      session.screen.setState({ selection: new Set([made.value]) });
      return;
    }
  }
  const { layout } = session.projection.getState();
  const { x, y, width, height } = target.box;
  const column =
    layout.stages.find((stage) => x + width / 2 >= stage.x && x + width / 2 < stage.x + stage.width) ??
    layout.stages[0];
  const lane = layout.lanes.find((row) => y + height / 2 >= row.y && y + height / 2 < row.y + row.height);
  if (
    !column ||
    !lane ||
    (collection !== 'touchpoints' &&
      collection !== 'insights' &&
      collection !== 'opportunities' &&
      collection !== 'actions')
  )
    return;
  const t = Math.round(Math.min(1, Math.max(0, (x + width / 2 - column.x) / column.width)) * 100) / 100;
  const id = createAt(
    session,
    editing,
    { collection, stageId: column.id, laneId: lane.id, t, row: 0, box: target.box },
    text,
  );
  if (id) session.screen.setState({ selection: new Set([id]) });
}

function laneHeadPx(frame: HTMLElement): number {
  const pane = frame.querySelector<HTMLElement>('[data-part="pane"]');
  return pane?.offsetLeft ?? 0;
}
