/** Where an emotion lies in its lane on the map, and back. */
import { emotionUnit, emotionY as yInLane } from '../layout/emotionLane.ts';
import type { LaneRow } from '../layout/mapLayout.ts';

type Lane = Pick<LaneRow, 'y' | 'height'>;

/** The y of a value, in map units. */
export function emotionY(lane: Lane, emotion: number): number {
  return lane.y + yInLane(emotion, lane.height);
}

/** The value at a y: one decimal, inside the scale. */
export function emotionAt(lane: Lane, y: number): number {
  const emotion = (lane.y + lane.height / 2 - y) / emotionUnit(lane.height);
  return Math.round(Math.min(2, Math.max(-2, emotion)) * 10) / 10 + 0;
}
