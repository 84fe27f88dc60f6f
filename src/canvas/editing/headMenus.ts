/** What can be done with a stage or lane from its head's menu; also by drag and double click on the head. */
import { limits } from './headLimits.ts';
import type { Editing, MapSession } from '../../state/mapSession.ts';
import type { MenuEntry } from '../../ui/menuEntries.ts';
import { accept, wordsOf } from './answers.ts';
import { editingStore } from './editingStore.ts';

const sizeStep = 80;

export function stageEntries(session: MapSession, editing: Editing, id: string): MenuEntry[] {
  const { projection } = session;
  const { commands } = editing;
  const words = wordsOf(session);
  const { menu } = words;
  const stages = projection.getState().journey.stages;
  const index = stages.findIndex((stage) => stage.id === id);
  const stage = stages[index];
  if (!stage) return [];
  const resize = (by: number) => () =>
    void accept(session, commands.update('stages', [id], { width: limits.stage(stage.width + by) }));
  return [
    { id: 'rename', label: menu.rename, icon: 'edit', onSelect: () => rename(session, id) },
    { id: 'before', label: menu.insertStageBefore, onSelect: () => addStage(session, editing, id) },
    {
      id: 'after',
      label: menu.insertStageAfter,
      onSelect: () => addStage(session, editing, stages[index + 1]?.id ?? null),
    },
    { kind: 'separator' },
    {
      id: 'earlier',
      label: menu.moveEarlier,
      icon: 'arrow-left',
      disabled: index === 0,
      onSelect: () => void accept(session, commands.reorder('stages', id, stages[index - 1]?.id ?? null)),
    },
    {
      id: 'later',
      label: menu.moveLater,
      icon: 'arrow-right',
      disabled: index === stages.length - 1,
      onSelect: () => void accept(session, commands.reorder('stages', id, stages[index + 2]?.id ?? null)),
    },
    {
      id: 'narrower',
      label: menu.narrower,
      icon: 'minus',
      disabled: stage.collapsed,
      onSelect: resize(-sizeStep),
    },
    { id: 'wider', label: menu.wider, icon: 'plus', disabled: stage.collapsed, onSelect: resize(sizeStep) },
    {
      id: 'collapse',
      label: stage.collapsed ? menu.expand : menu.collapse,
      onSelect: () => void accept(session, commands.update('stages', [id], { collapsed: !stage.collapsed })),
    },
    { kind: 'separator' },
    {
      id: 'remove',
      label: menu.remove,
      icon: 'bin',
      dangerous: true,
      disabled: stages.length < 2,
      onSelect: () => askToRemove(session, editing, 'stages', id),
    },
  ];
}

export function laneEntries(session: MapSession, editing: Editing, id: string): MenuEntry[] {
  const { projection } = session;
  const { commands } = editing;
  const { menu } = wordsOf(session);
  const lanes = projection.getState().journey.lanes;
  const index = lanes.findIndex((lane) => lane.id === id);
  const lane = lanes[index];
  if (!lane) return [];
  const drawn = projection.getState().layout.lanes.find((row) => row.id === id);
  const height = Math.max(lane.height, drawn && !drawn.collapsed ? drawn.height : 0);
  const resize = (by: number) => () =>
    void accept(session, commands.update('lanes', [id], { height: limits.lane(height + by) }));
  return [
    { id: 'rename', label: menu.rename, icon: 'edit', onSelect: () => rename(session, id) },
    { id: 'before', label: menu.insertLaneBefore, onSelect: () => addLane(session, editing, id) },
    {
      id: 'after',
      label: menu.insertLaneAfter,
      onSelect: () => addLane(session, editing, lanes[index + 1]?.id ?? null),
    },
    { kind: 'separator' },
    {
      id: 'up',
      label: menu.moveUp,
      icon: 'arrow-up',
      disabled: index === 0,
      onSelect: () => void accept(session, commands.reorder('lanes', id, lanes[index - 1]?.id ?? null)),
    },
    {
      id: 'down',
      label: menu.moveDown,
      icon: 'arrow-down',
      disabled: index === lanes.length - 1,
      onSelect: () => void accept(session, commands.reorder('lanes', id, lanes[index + 2]?.id ?? null)),
    },
    {
      id: 'narrower',
      label: menu.narrower,
      icon: 'minus',
      disabled: lane.collapsed,
      onSelect: resize(-sizeStep / 2),
    },
    {
      id: 'wider',
      label: menu.wider,
      icon: 'plus',
      disabled: lane.collapsed,
      onSelect: resize(sizeStep / 2),
    },
    {
      id: 'collapse',
      label: lane.collapsed ? menu.expand : menu.collapse,
      onSelect: () => void accept(session, commands.update('lanes', [id], { collapsed: !lane.collapsed })),
    },
    { kind: 'separator' },
    {
      id: 'remove',
      label: menu.remove,
      icon: 'bin',
      dangerous: true,
      disabled: lanes.length < 2,
      onSelect: () => askToRemove(session, editing, 'lanes', id),
    },
  ];
}

/** A new stage before another (null: at the end), with its name open for typing. */
export function addStage(session: MapSession, { commands }: Editing, before: string | null): void {
  const done = accept(session, commands.create('stages', { name: wordsOf(session).newStage }, before));
  if (done) rename(session, done.value);
}

/** A new lane for touchpoints before another (null: at the end), with its name open for typing. */
export function addLane(session: MapSession, { commands }: Editing, before: string | null): void {
  const done = accept(session, commands.createLane(wordsOf(session).newLane, 'contact', before));
  if (done) rename(session, done.value);
}

export function rename({ screen }: MapSession, id: string): void {
  screen.setState({ editing: { id, field: 'name' } });
}

/** How many things lie in a stage or lane. */
export function countIn(session: MapSession, collection: 'stages' | 'lanes', id: string): number {
  const { journey } = session.projection.getState();
  const field = collection === 'stages' ? 'stageId' : 'laneId';
  return [...journey.touchpoints, ...journey.insights, ...journey.opportunities, ...journey.actions].filter(
    (record) => record[field] === id,
  ).length;
}

/** An empty stage or lane goes at once; one with content asks what becomes of it. */
function askToRemove(
  session: MapSession,
  { commands }: Editing,
  collection: 'stages' | 'lanes',
  id: string,
): void {
  if (countIn(session, collection, id) > 0) editingStore.setState({ removing: { collection, id } });
  else
    accept(session, collection === 'stages' ? commands.deleteStage(id, null) : commands.deleteLane(id, null));
}
