/**
 * What can be chosen for the table's actions that ask where to or which: shown as a submenu in a menu and as a second
 * list in the command palette. Every drag has such a choice in its place (U19).
 *
 * In: the session, whose selection they are about. Out: choices in the order of the map; empty when nothing fits.
 */
import { laneHolds } from '../../model/laneKinds.ts';
import type { Place } from '../../model/journeyMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { actionWords, type ActionWord } from '../../words/actions.ts';
import type { Structure } from '../actionRow.ts';
import { select } from '../selection.ts';
import { accept, editingOf, wordsOf } from './answers.ts';
import { alignChoices } from './arrange.ts';
import { sortChoices } from './sortNotes.ts';
import { linkTo, setEmotion } from './editActions.ts';

export type ChoiceName = 'emotion' | 'stages' | 'lanes' | 'linkTo' | 'links' | 'sortTo' | 'align';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Where it lies: "C", "2", "C2". */
  readonly address?: string;
  /** The action of the table that does the same, for its keys. */
  readonly action?: ActionWord;
  run(): void;
}

const emotions = [
  ['emotionVeryPositive', 2],
  ['emotionPositive', 1],
  ['emotionNeutral', 0],
  ['emotionNegative', -1],
  ['emotionVeryNegative', -2],
  ['emotionNone', null],
] as const;

export function choicesFor(session: MapSession, name: ChoiceName): readonly Choice[] {
  switch (name) {
    case 'emotion':
      return emotions.map(([id, value]) => ({
        id,
        label: actionWords[session.screen.getState().language][id],
        action: id,
        run: () => setEmotion(session, value),
      }));
    case 'stages':
    case 'lanes':
      return moveChoices(session, name);
    case 'linkTo':
      return linkChoices(session);
    case 'links':
      return linksHere(session);
    case 'align':
      return alignChoices(session);
    case 'sortTo':
      return sortChoices(session);
  }
}

/** To another stage or lane, at the same time and row. */
function moveChoices(session: MapSession, to: Structure): Choice[] {
  const { layout } = session.projection.getState();
  const holds = [...session.screen.getState().selection].map((id) => session.projection.collectionOf(id));
  const targets =
    to === 'stages'
      ? layout.stages
      : layout.lanes.filter(({ kind }) => holds.every((collection) => collection === laneHolds(kind)));
  return targets.map((target) => ({
    id: target.id,
    label: session.projection.find(to, target.id)?.name ?? '',
    address: String('letter' in target ? target.letter : target.number),
    run: () => moveTo(session, to, target.id),
  }));
}

function moveTo(session: MapSession, to: Structure, target: string): void {
  const { projection, screen } = session;
  const { commands } = editingOf(session);
  const places = new Map<string, Place>();
  const cells: { id: string; stageId: string; laneId: string }[] = [];
  for (const id of screen.getState().selection) {
    const record =
      projection.find('touchpoints', id) ??
      projection.find('insights', id) ??
      projection.find('opportunities', id) ??
      projection.find('actions', id);
    if (!record) continue;
    const stageId = to === 'stages' ? target : (record.stageId ?? '');
    const laneId = to === 'lanes' ? target : (record.laneId ?? '');
    if ('t' in record) places.set(id, { stageId, laneId, t: record.t, row: record.row });
    else cells.push({ id, stageId, laneId });
  }
  accept(session, commands.move({ touchpoints: places, cells }));
}

function linkChoices(session: MapSession): Choice[] {
  const { projection, screen } = session;
  const [from] = screen.getState().selection;
  const { layout } = projection.getState();
  if (!from) return [];
  return layout.sequence
    .filter((id) => id !== from)
    .map((id) => ({
      id,
      label: titleOf(session, id),
      address: layout.cards.get(id)?.address ?? '',
      run: () => linkTo(session, from, id),
    }));
}

/** Links are no tab stops of their own; they are reached from their touchpoint. */
function linksHere(session: MapSession): Choice[] {
  const [id] = session.screen.getState().selection;
  const words = wordsOf(session);
  return session.projection
    .getState()
    .journey.links.filter((link) => link.from === id || link.to === id)
    .map((link) => ({
      id: link.id,
      label:
        link.from === id
          ? words.linksTo(titleOf(session, link.to))
          : words.linksFrom(titleOf(session, link.from)),
      run: () => select(session, [link.id]),
    }));
}

function titleOf(session: MapSession, id: string): string {
  return session.projection.find('touchpoints', id)?.title || wordsOf(session).untitled;
}
