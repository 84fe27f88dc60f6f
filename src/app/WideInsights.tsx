/** What the map says, beside a wide canvas: from here one goes to a card, which is then in view and has the focus. */
import { useEffect, type ReactNode } from 'react';
import { boxOfRecord } from '../canvas/boxes.ts';
import { canvasCamera } from '../canvas/camera.ts';
import { focusRecord } from '../canvas/focusRecord.ts';
import { listenToTable } from '../canvas/tableKeys.ts';
import { InsightsView } from '../insights/InsightsView.tsx';
import type { Box } from '../layout/scene.ts';
import { useMapSession, type MapSession } from '../state/mapSession.ts';
import { useComparing } from './useComparing.ts';
import { useToday } from './useToday.ts';

export interface WideInsightsProps {
  readonly aside: ReactNode;
  readonly token: string;
  readonly storage: Storage;
}

export function WideInsights({ aside, token, storage }: WideInsightsProps) {
  const session = useMapSession();
  const others = useComparing(token, storage);
  const today = useToday();
  // There is no canvas here that would listen: palette, help and undo answer all the same.
  useEffect(() => listenToTable(session, () => ['map']), [session]);
  const handleGo = (id: string) => {
    session.screen.setState({ view: 'map', selection: new Set([id]) });
    setTimeout(() => goToCard(session, id, patience), tryAgainMs);
  };
  return <InsightsView aside={aside} others={others} narrow={false} today={today} onGo={handleGo} />;
}

/** The canvas is made anew, and may take its time on a slow machine. */
const tryAgainMs = 40;
const patience = 400;

/** Moves the camera as soon as there is one that can be moved. */
function goToCard(session: MapSession, id: string, tries: number): void {
  const { layout } = session.projection.getState();
  const box = boxOfRecord(layout, id);
  const { view, selection } = session.screen.getState();
  if (!box || view !== 'map' || !selection.has(id)) return;
  const isThere = holds(canvasCamera.visible(), box);
  if (isThere && !canvasCamera.isMoving()) {
    focusRecord(layout, id);
    return;
  }
  if (!isThere && !canvasCamera.isMoving()) canvasCamera.centreOnRecord(id);
  if (tries > 0) setTimeout(() => goToCard(session, id, tries - 1), tryAgainMs);
}

function holds(outer: Box, { x, y, width, height }: Box): boolean {
  return (
    x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height
  );
}
