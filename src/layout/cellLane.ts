/** Lanes of notes: insights, opportunities or actions, one cell a stage. */
import type { Lane } from '../model/journeyMap.ts';
import { drawAction, drawInsight, drawOpportunity } from './drawCells.ts';
import type { Drawn } from './drawn.ts';
import { emptyContent, type ContentCell, type LaneContent, type LaneSources } from './laneSources.ts';
import type { Note } from './notes.ts';
import type { Part } from './part.ts';
import { cellColumns, stackCells } from './placeCells.ts';
import type { GroupRole } from './scene.ts';

/** The notes of a lane, stacked stage by stage; the lane grows with the tallest stack. */
export function cellContent(lane: Lane, sources: LaneSources): LaneContent {
  const cells: ContentCell[] = [];
  let height = lane.height;
  for (const column of sources.columns.list) {
    const notes = sources.notes.get(lane.id)?.get(column.id);
    if (!notes || column.collapsed) continue;
    const { width } = cellColumns(column.width);
    const parts = new Map(notes.map((note) => [note, cellPart(note, width, sources)]));
    const stacked = stackCells(column, notes, (note) => parts.get(note)?.box.height ?? 0);
    height = Math.max(height, stacked.height);
    for (const { of: note, x, y } of stacked.cells) {
      const part = parts.get(note);
      if (part)
        cells.push({ part, x, y, id: note.record.id, collection: note.collection, stageId: column.id });
    }
  }
  return { ...emptyContent(height), cells };
}

const cellRoles = {
  insights: 'insight',
  opportunities: 'opportunity',
  actions: 'action',
} as const satisfies Record<Note['collection'], GroupRole>;

function cellPart(note: Note, width: number, { drawings, options }: LaneSources): Part {
  const { words, detail, today } = options;
  const { collection, record } = note;
  const role = cellRoles[collection];
  const id = `${role}.${record.id}`;
  return drawings.part(id, [record, width, words, detail, today], () => {
    const drawn = drawNote(note, width, options);
    const title = 'title' in record ? record.title : record.text;
    const box = { x: 0, y: 0, width: drawn.width, height: drawn.height };
    return { id, role, recordId: record.id, title, items: drawn.items, box };
  });
}

function drawNote(note: Note, width: number, { words, detail, today }: LaneSources['options']): Drawn {
  switch (note.collection) {
    case 'insights':
      return drawInsight(note.record, width, detail);
    case 'opportunities':
      return drawOpportunity(note.record, width, words, detail);
    case 'actions':
      return drawAction(note.record, width, words, detail, today);
  }
}
