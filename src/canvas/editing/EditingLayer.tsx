/**
 * The editing part of the canvas, loaded only with the right to edit: hangs its rules into the canvas' host, listens
 * to the clipboard, and shows previews, open texts, menus and the question before a stage or lane is deleted.
 */
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { useMapSession, type Editing } from '../../state/mapSession.ts';
import { editingLoaded } from '../actionRow.ts';
import { canvasCamera } from '../camera.ts';
import type { CanvasHost } from '../host.ts';
import { pressHeldKeys } from '../pressHeldKeys.ts';
import { listenToDrops } from './addImage.ts';
import { listenToClipboard } from './clipboard.ts';
import { editRuns } from './editRuns.ts';
import { editingStore, resetEditing } from './editingStore.ts';
import { EmotionNumber } from './EmotionNumber.tsx';
import { Hint } from './Hint.tsx';
import { OpenMenu } from './OpenMenu.tsx';
import { PreviewLayer } from './PreviewLayer.tsx';
import { editingRules } from './rules.ts';
import { stepPoint } from './stepPoint.ts';
import { DraftText, OpenText } from './TextEditor.tsx';
import { walkHeads } from './walkHeads.ts';

const MoveDialog = lazy(() => import('./MoveDialog.tsx').then((module) => ({ default: module.MoveDialog })));

export default function EditingLayer({
  host,
  editing,
}: {
  readonly host: CanvasHost;
  readonly editing: Editing;
}) {
  const session = useMapSession();
  const moving = useStore(editingStore, (state) => state.moving);
  const draft = useStore(editingStore, (state) => state.draft);
  const number = useStore(editingStore, (state) => state.number);

  useEffect(() => {
    host.setEditing(editingRules(session, editing));
    editingLoaded(editRuns);
    const stopClipboard = listenToClipboard(session, editing, () => editRuns.removeCut(session));
    const stopDrops = listenToDrops(session, host.frame);
    const stopHover = followHover(host);
    const stopLink = followLink(session, host);
    const stopKeys = stepPoint(session, editing, host.frame);
    const stopHeads = walkHeads(session, host.frame);
    const stopCell = forgetCell(session);
    void pressHeldKeys();
    return () => {
      host.setEditing(null);
      stopClipboard();
      stopDrops();
      stopHover();
      stopLink();
      stopKeys();
      stopHeads();
      stopCell();
      resetEditing();
    };
  }, [host, session, editing]);

  return (
    <>
      <PreviewLayer host={host} />
      <Hint editing={editing} />
      <OpenText host={host} editing={editing} />
      {draft && <DraftText host={host} editing={editing} spot={draft} />}
      {number && <EmotionNumber host={host} editing={editing} open={number} />}
      <OpenMenu editing={editing} />
      {moving && (
        <Suspense fallback={null}>
          <MoveDialog editing={editing} />
        </Suspense>
      )}
    </>
  );
}

/** A chosen empty cell is chosen no more once something else is: a selection, an open text, another tool. */
function forgetCell({ screen }: ReturnType<typeof useMapSession>): () => void {
  return screen.subscribe(({ selection, editing, tool }) => {
    if (editingStore.getState().cell && (selection.size > 0 || editing !== null || tool !== 'select'))
      editingStore.setState({ cell: null });
  });
}

/** The card under a mouse gets its link ports. Never for touch, where nothing hovers. */
function followHover(host: CanvasHost): () => void {
  const { frame } = host;
  const handleMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const { kind, id } = host.hitAt(event);
    const hover = kind === 'card' || kind === 'port' ? id : null;
    if (hover !== editingStore.getState().hover) editingStore.setState({ hover });
  };
  frame.addEventListener('pointermove', handleMove);
  return () => frame.removeEventListener('pointermove', handleMove);
}

/** While the link tool has its tail, the line follows the pointer; leaving the tool forgets it. */
function followLink(session: ReturnType<typeof useMapSession>, host: CanvasHost): () => void {
  const { frame } = host;
  const handleMove = (event: PointerEvent): void => {
    const { linking } = editingStore.getState();
    if (!linking || session.screen.getState().tool !== 'link' || event.buttons !== 0) return;
    const hit = host.hitAt(event);
    const over = hit.kind === 'card' ? hit.id : null;
    editingStore.setState({
      linking: {
        from: linking.from,
        to: canvasCamera.toMap({ x: event.clientX, y: event.clientY }),
        over: over === linking.from ? null : over,
      },
    });
  };
  frame.addEventListener('pointermove', handleMove);
  const stopTool = session.screen.subscribe((state, before) => {
    if (before.tool === 'link' && state.tool !== 'link') editingStore.setState({ linking: null });
  });
  return () => {
    frame.removeEventListener('pointermove', handleMove);
    stopTool();
  };
}
