/**
 * Makes a thing somebody deleted anew, as it was and with the text that was being typed. When its stage or lane is gone
 * too, what can be made where it lay takes its place. `latest`: the record as it was last seen.
 */
import type { Editing, MapSession } from '../../state/mapSession.ts';
import { createAt } from './create.ts';
import type { TextTarget } from './textTargets.ts';

export function restoreText(
  session: MapSession,
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
