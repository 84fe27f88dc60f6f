/**
 * The frozen row of stage heads: letter, name, goal and duration keep their size at every zoom and stay inside the
 * visible part of their stage; the scale bar below divides each stage in four and carries the signal triangle of
 * what is selected or moved. Follows the camera by writing to the DOM; React draws it again only when stages change.
 */
import { memo, useCallback, useRef } from 'react';
import { meanEmotions } from '../analysis/meanEmotions.ts';
import type { StageColumn } from '../layout/mapLayout.ts';
import { headSize } from '../layout/screenFrame.ts';
import { useMapSession, useOutline, useRecord, useScreen } from '../state/mapSession.ts';
import { emotionBand } from '../model/emotionBand.ts';
import { canvasWords } from '../words/canvas.ts';
import { sceneWordsFor, signed } from '../words/scene.ts';
import type { CameraView } from './camera.ts';
import { EmotionFace } from './EmotionFace.tsx';
import { AddHead, HeadEdge, HeadMark, HeadMenu, placeAdd } from './HeadParts.tsx';
import { useHeadFrames } from './headFrames.ts';
import styles from './Heads.module.css';
import { useMarked, useMarkedFrames, type MarkedPlace } from './markedPlace.ts';
import { putWithCamera } from './putWithCamera.ts';
import { writeStyle } from './writeStyle.ts';

const { letterOnlyPx, goalPx } = headSize;
const textPadPx = 14;

/** Only the mark follows what is marked; heads are left in peace while it wanders inside a stage. */
export const StageHeads = memo(function StageHeads() {
  const current = useMarked((place) => (place?.mine ? place.stageId : null));
  const ink = useMarked((place) => place?.ink ?? null);
  const words = canvasWords[useScreen((state) => state.language)];
  return (
    <div className={styles.stages} role="group" aria-label={words.stages} data-part="stage-heads">
      <Heads current={current} />
      {ink !== null && <Mark ink={ink} />}
    </div>
  );
});

function Mark({ ink }: { readonly ink: string }) {
  const mark = useRef<HTMLDivElement>(null);
  const moving = useMarked((place) => place?.moving ?? false);
  useMarkedFrames(
    useCallback(
      ({ x }: MarkedPlace, view: CameraView) => {
        // On its way it is moved as a layer of its own (MovingMark.tsx), and put to its place again afterwards.
        if (!mark.current || (moving && mark.current.dataset['moving'] === 'true')) return;
        putWithCamera(mark.current, x * view.zoom + view.x, 0);
      },
      [moving],
    ),
  );
  return (
    <div ref={mark} className={styles.mark} aria-hidden="true" data-part="stage-mark">
      <svg width={12} height={9}>
        <path d="M0 0H12L6 9Z" style={{ fill: ink }} />
      </svg>
    </div>
  );
}

const Heads = memo(function Heads({ current }: { readonly current: string | null }) {
  const canEdit = useMapSession().editing !== null;
  const stages = useOutline((state) => state.layout.stages);
  const mapWidth = useOutline((state) => state.layout.width);
  const row = useRef<HTMLDivElement>(null);

  const follow = useCallback(
    (view: CameraView, fits: boolean) => {
      if (!row.current) return;
      putWithCamera(row.current, view.x, 0);
      for (const [index, column] of stages.entries()) {
        const head = row.current.children[index];
        if (head instanceof HTMLElement) placeHead(head, column, view, fits);
      }
      if (canEdit) placeAdd(row.current, 'X', mapWidth * view.zoom);
    },
    [stages, mapWidth, canEdit],
  );
  useHeadFrames(follow);

  return (
    <div ref={row} className={styles.row}>
      {stages.map((column) => (
        <StageHead key={column.id} column={column} current={column.id === current} canEdit={canEdit} />
      ))}
      {canEdit && <AddHead kind="stage" />}
    </div>
  );
});

interface StageHeadProps {
  readonly column: StageColumn;
  readonly current: boolean;
  readonly canEdit: boolean;
}

const StageHead = memo(function StageHead({ column, current, canEdit }: StageHeadProps) {
  const stage = useRecord('stages', column.id);
  const language = useScreen((state) => state.language);
  const words = canvasWords[language];
  const mapLanguage = useOutline((state) => state.journey.map.language);
  const isOpen = useScreen(({ editing }) => editing?.id === column.id);
  if (!stage) return null;
  // A duration is drawn into the map, so it speaks the map's language, as in every file.
  const duration = stage.durationMin ? sceneWordsFor(mapLanguage).duration(stage.durationMin) : '';
  return (
    <div
      className={styles.stage}
      data-editing={isOpen || undefined}
      data-testid="stage"
      data-id={column.id}
      data-hit="stage-head"
      data-collapsed={column.collapsed}
      data-current={current}
      role="group"
      aria-label={words.stage(column.letter, stage.name)}
      title={column.collapsed ? stage.name : undefined}
    >
      <div className={styles.stageText} data-part="text">
        <span className={styles.letter}>{column.letter}</span>
        <span className={styles.stageNames}>
          <span className={styles.stageName}>{stage.name}</span>
          <span className={styles.goal}>{stage.goal}</span>
        </span>
        <HeadMark id={column.id} />
        {duration && <span className={styles.duration}>{duration}</span>}
        {canEdit && <HeadMenu kind="stage" id={column.id} name={stage.name} />}
      </div>
      {column.collapsed && <AverageEmotion index={column.index} />}
      <div className={styles.scale} aria-hidden="true" />
      {canEdit && <HeadEdge kind="stage" id={column.id} />}
    </div>
  );
});

/** What a folded stage feels like: face, number and colour of its mean emotion. */
function AverageEmotion({ index }: { readonly index: number }) {
  const mean = useOutline((state) => meanEmotions(state.journey).get(index));
  const words = canvasWords[useScreen((state) => state.language)];
  if (mean === undefined) return null;
  const band = emotionBand(mean);
  return (
    <div
      className={styles.average}
      style={{ background: `var(--emotion-${band})`, color: `var(--on-${band})` }}
      role="img"
      aria-label={words.average(signed(mean), words.bands[band])}
      data-testid="stage-average"
    >
      <EmotionFace band={band} size={16} />
      <span>{signed(mean)}</span>
    </div>
  );
}

/** Puts one head where its stage is in the row, and its text where the stage can be seen. */
function placeHead(head: HTMLElement, column: StageColumn, view: CameraView, fits: boolean): void {
  const left = column.x * view.zoom;
  const width = column.width * view.zoom;
  // On its way to another place it is seen where the pointer has taken it.
  const seen = left + view.x + Number(head.dataset['lifted'] ?? 0);
  const inView = seen + width > 0 && seen < view.width;
  const wasInView = head.style.display === '';
  writeStyle(head, 'display', inView ? '' : 'none');
  if (!inView) return;
  writeStyle(head, 'transform', `translateX(${left}px)`);
  writeStyle(head, 'width', `${width}px`);
  const from = Math.max(0, -seen);
  const to = Math.min(width, view.width - seen);
  const text = head.querySelector<HTMLElement>('[data-part="text"]');
  if (!text) return;
  const room = Math.max(0, to - from);
  // The letter of a stage that is nearly gone leaves with it instead of being squeezed.
  putWithCamera(text, Math.min(from, Math.max(0, width - letterOnlyPx / 2)), 0);
  if (!fits && wasInView) return;
  writeStyle(text, 'width', `${Math.max(room - (room < letterOnlyPx ? 0 : textPadPx / 2), 0)}px`);
  const size = width < letterOnlyPx || room < letterOnlyPx ? 'letter' : room < goalPx ? 'name' : 'all';
  if (head.dataset['size'] !== size) head.dataset['size'] = size;
}
