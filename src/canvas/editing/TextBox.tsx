/**
 * The text box of the canvas: a real textarea over the thing whose text is written, moving with the map; over a head it
 * stays beside it on the screen. It knows when writing ends (Enter, Escape, Tab, the focus gone elsewhere) and says so
 * once; what becomes of the text is its owner's. Keys of an input method are never taken for commands.
 */
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useScreen } from '../../state/mapSession.ts';
import { isComposing } from '../../ui/composing.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { editingWords } from '../../words/editing.ts';
import { canvasCamera } from '../camera.ts';
import type { CanvasHost } from '../host.ts';
import { useCameraFrames } from '../useCameraFrames.ts';
import styles from './Editing.module.css';
import { labelOf, type TextTarget } from './textTargets.ts';

/** Below this zoom the box is drawn larger than the thing it lies on. */
const leastReadableZoom = 0.8;
/** Width of the box for the name of a lane, and the least for that of a stage, px. */
const leastHeadPx = 116;
/** Between the box for the name of a head and the window's edge, px: its outline. */
const edgePx = 4;
/** Room for two lines of a lane's name, px; it scrolls in it. */
const leastLinesPx = 64;
/** What asks what is to become of the text of something that has been deleted, with a line of it, px. */
const gonePx = { width: 282, height: 190 };

export interface TextBoxProps {
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

export function TextBox({
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
}: TextBoxProps) {
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
        const paneLeft = laneHeadPx(host.frame);
        const left = Math.max(0, box.x * view.zoom + view.x);
        // As wide as its head, where that has room for a word or two.
        const room = isLane ? 0 : (box.x + box.width) * view.zoom + view.x - left - 52;
        const width = Math.min(280, Math.max(leastHeadPx, room));
        // Whole in the frame, wherever its head is: what is typed is read, and what is asked can be answered.
        const widest = isGone ? Math.max(width, gonePx.width) : width;
        const bottom = host.frame.clientHeight - edgePx;
        const least = isGone ? gonePx.height : leastLinesPx;
        const x = isLane ? 28 : Math.min(left + paneLeft + 44, paneLeft + view.width - widest - edgePx);
        const y = isLane ? Math.min(Math.max(0, box.y * view.zoom + view.y) + 70, bottom - least) : 8;
        place.current.style.maxHeight = `${bottom - y}px`;
        place.current.style.transform = `translate(${x}px, ${y}px)`;
        place.current.style.width = `${width}px`;
      },
      [box, isHead, isGone, target.collection, host],
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
        height: box.height,
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

function laneHeadPx(frame: HTMLElement): number {
  const pane = frame.querySelector<HTMLElement>('[data-part="pane"]');
  return pane?.offsetLeft ?? 0;
}
