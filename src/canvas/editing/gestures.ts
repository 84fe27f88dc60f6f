/**
 * The gestures of editing other than dragging cards: marquee, drawing a link, dragging a point of the emotion curve,
 * resizing and reordering stages and lanes. Each previews on this screen only and ends in at most one command.
 */
import type { ElementBox } from '../../layout/mapLayout.ts';
import type { Box, Point } from '../../layout/scene.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { boxBetween, boxesMeet, contains } from '../boxes.ts';
import { canvasCamera } from '../camera.ts';
import { cardAt, cardsIn } from '../cardIndex.ts';
import { emotionAt } from '../emotionScale.ts';
import type { Gesture, Press } from '../pointer.ts';
import { sameIds } from '../sameIds.ts';
import { select } from '../selection.ts';
import { accept, sayEmotion, wordsOf } from './answers.ts';
import { linkTo } from './editActions.ts';
import { editingStore } from './editingStore.ts';
import { limits } from './headLimits.ts';

const toMap = (event: { readonly clientX: number; readonly clientY: number }): Point =>
  canvasCamera.toMap({ x: event.clientX, y: event.clientY });

/**
 * A frame over the map selects what it meets; with Shift it adds. While it is drawn only frames show what that would be:
 * panels, presence and cards hear of the selection once, at its end.
 */
export function marquee(session: MapSession, press: Press): Gesture {
  const start = canvasCamera.toMap(press.at);
  const { screen } = session;
  const before = screen.getState().selection;
  const clear = (): void => {
    editingStore.setState({ marquee: null });
    screen.setState({ framed: null });
  };
  return {
    move(event) {
      const box = boxBetween(start, toMap(event));
      const { layout } = session.projection.getState();
      const met = cardsIn(layout, box);
      for (const [id, place] of layout.cells) if (boxesMeet(place, box)) met.push(id);
      for (const [id, place] of layout.elements) if (isCaught(place, box)) met.push(id);
      const framed = new Set(press.shift ? [...before, ...met] : met);
      const shown = screen.getState().framed;
      if (!shown || !sameIds(framed, shown)) screen.setState({ framed });
      editingStore.setState({ marquee: box });
    },
    end() {
      const { framed } = screen.getState();
      if (framed) select(session, framed);
      clear();
      const { size } = screen.getState().selection;
      if (size > 0) announce(wordsOf(session).said.selected(size));
    },
    cancel: clear,
  };
}

/** A frame is taken when it lies wholly inside, so that what lies in it can be taken alone. */
function isCaught(element: ElementBox, box: Box): boolean {
  return element.kind === 'frame' ? contains(box, element) : boxesMeet(element, box);
}

/** From a port, or from a card with the link tool: the card under the pointer at the end is the head. */
export function drawLink(session: MapSession, press: Press): Gesture {
  const from = press.hit.id;
  return {
    move(event) {
      const to = toMap(event);
      const over = cardAt(session.projection.getState().layout, to);
      editingStore.setState({ linking: { from, to, over: over === from ? null : over } });
    },
    end() {
      const over = editingStore.getState().linking?.over;
      editingStore.setState({ linking: null });
      if (over) linkTo(session, from, over);
      if (session.screen.getState().tool === 'link') session.screen.setState({ tool: 'select' });
    },
    cancel() {
      editingStore.setState({ linking: null });
    },
  };
}

/** What an emotion point's element says about itself. */
export interface PointMark {
  readonly laneId: string;
  readonly personaId: string | null;
  readonly ids: readonly string[];
  readonly value: number;
}

export function readPoint(element: Element | null): PointMark | null {
  if (!(element instanceof HTMLElement)) return null;
  const { lane, persona, ids, value } = element.dataset;
  if (lane === undefined || ids === undefined) return null;
  return { laneId: lane, personaId: persona || null, ids: ids.split(' '), value: Number(value) };
}

/** Up and down, one decimal; written once at the end. */
export function dragEmotion(session: MapSession, editing: Editing, press: Press): Gesture | null {
  const mark = readPoint(press.hit.element);
  const x = press.hit.element instanceof HTMLElement ? Number.parseFloat(press.hit.element.style.left) : 0;
  if (!mark) return null;
  let value = mark.value;
  return {
    move(event) {
      const lane = session.projection.getState().layout.lanes.find(({ id }) => id === mark.laneId);
      if (!lane) return;
      value = emotionAt(lane, toMap(event).y);
      editingStore.setState({ emotion: { ...mark, x, value } });
    },
    end() {
      editingStore.setState({ emotion: null });
      writeEmotion(session, editing, mark, value);
    },
    cancel() {
      editingStore.setState({ emotion: null });
    },
  };
}

/** Sets the emotion behind a point: the base value, or one persona's difference; null is "not rated". */
export function writeEmotion(
  session: MapSession,
  { commands }: Editing,
  mark: PointMark,
  value: number | null,
): void {
  const emotion = value === null ? null : Math.round(Math.min(2, Math.max(-2, value)) * 10) / 10 + 0;
  if (emotion === mark.value) return;
  const done = mark.personaId
    ? commands.setPersonaDifference(mark.ids, mark.personaId, { emotion })
    : commands.update('touchpoints', mark.ids, { emotion });
  if (!accept(session, done)) return;
  sayEmotion(session, mark.ids, mark.personaId, emotion);
}

/** The edge of a stage's head (its width) or of a lane's head (its height). */
export function resizeHead(session: MapSession, { commands }: Editing, press: Press): Gesture | null {
  const { layout } = session.projection.getState();
  const stage = layout.stages.find(({ id }) => id === press.hit.id);
  const lane = layout.lanes.find(({ id }) => id === press.hit.id);
  const start = canvasCamera.toMap(press.at);
  let size = 0;
  if (stage && press.hit.kind === 'stage-edge') {
    return ruled({
      move(event) {
        size = limits.stage(stage.width + toMap(event).x - start.x);
        editingStore.setState({ ruler: { axis: 'x', at: stage.x + size } });
      },
      end: () => void accept(session, commands.update('stages', [stage.id], { width: size })),
    });
  }
  if (!lane) return null;
  return ruled({
    move(event) {
      size = limits.lane(lane.height + toMap(event).y - start.y);
      editingStore.setState({ ruler: { axis: 'y', at: lane.y + size } });
    },
    end: () => void accept(session, commands.update('lanes', [lane.id], { height: size })),
  });
}

/** A head dragged to another place: everything in the stage or lane follows, as it refers to it by id. */
export function reorderHead(session: MapSession, { commands }: Editing, press: Press): Gesture | null {
  const { layout } = session.projection.getState();
  const { id, kind } = press.hit;
  const isStage = kind === 'stage-head';
  const tracks = isStage
    ? layout.stages.map((column) => ({ id: column.id, from: column.x, size: column.width }))
    : layout.lanes.map((row) => ({ id: row.id, from: row.y, size: row.height }));
  const own = tracks.findIndex((track) => track.id === id);
  if (own < 0) return null;
  const start = canvasCamera.toMap(press.at);
  const lifted = liftHead(press.hit.element, isStage);
  let before: string | null | undefined;
  return ruled({
    move(event) {
      const point = toMap(event);
      const at = isStage ? point.x : point.y;
      lifted.by((at - (isStage ? start.x : start.y)) * canvasCamera.view().zoom);
      const index = tracks.findIndex((track) => at < track.from + track.size / 2);
      const target = tracks[index];
      const last = tracks.at(-1);
      before = target?.id ?? null;
      const stays = before === id || before === (tracks[own + 1]?.id ?? null);
      if (stays) before = undefined;
      editingStore.setState({
        ruler: { axis: isStage ? 'x' : 'y', at: target ? target.from : last ? last.from + last.size : 0 },
      });
    },
    end() {
      if (before !== undefined) accept(session, commands.reorder(isStage ? 'stages' : 'lanes', id, before));
    },
    clear: () => lifted.down(),
  });
}

/** A head that goes with the pointer: only its element is moved, beside where the camera puts it. */
function liftHead(element: Element | null, isStage: boolean): { by(px: number): void; down(): void } {
  const head = element instanceof HTMLElement ? element : null;
  return {
    by(px) {
      if (!head) return;
      // How far, so that whoever places it in the view does not take it for gone with its own place.
      head.dataset['lifted'] = String(px);
      head.style.translate = isStage ? `${px}px` : `0 ${px}px`;
    },
    down() {
      if (!head) return;
      delete head.dataset['lifted'];
      head.style.translate = '';
    },
  };
}

/** A gesture that shows a ruler and takes it away at its end. */
function ruled({
  move,
  end,
  clear: clearMore,
}: {
  readonly move: Gesture['move'];
  readonly end: () => void;
  readonly clear?: () => void;
}): Gesture {
  const clear = (): void => {
    editingStore.setState({ ruler: null });
    clearMore?.();
  };
  return {
    move,
    end() {
      clear();
      end();
    },
    cancel: clear,
  };
}
