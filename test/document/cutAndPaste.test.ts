/** U27: a cut and its paste are a move; nothing that belongs to the cards is lost on the way. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Fragment } from '../../src/document/commands.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { createUndo } from '../../src/document/undo.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';

const map = buildMap({
  stages: ['s1', 's2'],
  lanes: ['l1', { id: 'ln', kind: 'thoughts' }, { id: 'lo', kind: 'opportunities' }],
  touchpoints: [{ id: 't1', description: 'Long words' }, 't2', 't3'],
  moments: [{ id: 'o1', touchpointId: 't1', kind: 'first' }],
  links: [{ id: 'k1', from: 't1', to: 't2' }],
  insights: [
    { id: 'n1', stageId: 's1', laneId: 'ln', touchpointIds: ['t1', 't3'] },
    { id: 'n2', stageId: 's1', laneId: 'ln', touchpointIds: ['t1'] },
  ],
  opportunities: [{ id: 'op1', stageId: 's1', laneId: 'lo', touchpointIds: ['t1'], insightIds: ['n1'] }],
  readings: [
    { id: 'r1', touchpointId: 't1', metric: 'nps', value: 30 },
    { id: 'r2', touchpointId: 't2', metric: 'nps', value: 10 },
  ],
  dismissals: [{ id: 'x1', targetId: 't1', code: 'L01' }],
});

let made = 0;
function open(journey: JourneyMap = map) {
  const doc = new Y.Doc();
  writeContent(doc, journey, 'load');
  const commands = createCommands(doc, { newId: () => `made${(made += 1)}`, facilitates: true });
  const undo = createUndo(doc);
  const cut = (ids: readonly string[]): Fragment => {
    const fragment = JSON.parse(JSON.stringify(commands.cut(ids))) as Fragment;
    commands.remove(ids);
    return fragment;
  };
  return { commands, undo, cut, read: () => readMap(doc) };
}
const byId = <R extends { readonly id: string }>(records: readonly R[]): readonly R[] =>
  records.toSorted((a, b) => a.id.localeCompare(b.id));
const sorted = (journey: JourneyMap): object =>
  Object.fromEntries(
    Object.entries(journey).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? byId(value as readonly { readonly id: string }[]) : value,
    ]),
  );

describe('cut and paste', () => {
  it('brings everything back where it was: readings, links, moments, notes about the card, what was set aside', () => {
    const { cut, commands, read } = open();
    const before = sorted(read());
    const fragment = cut(['t1']);
    expect(read().readings).toHaveLength(1);
    expect(commands.paste(fragment, null)).toEqual({ ok: true, value: ['t1'] });
    expect(sorted(read())).toEqual(before);
  });

  it('to another stage changes the place alone', () => {
    const { cut, commands, read } = open();
    const { touchpoints: _before, ...rest } = sorted(read()) as JourneyMap;
    commands.paste(cut(['t1']), { stageId: 's2', laneId: 'l1', t: 0.25, row: 0 });
    const { touchpoints, ...now } = sorted(read()) as JourneyMap;
    expect(now).toEqual(rest);
    expect(touchpoints[0]).toMatchObject({ id: 't1', stageId: 's2', t: 0.25, description: 'Long words' });
  });

  it('of a note keeps the opportunity that answers it', () => {
    const { cut, commands, read } = open();
    commands.paste(cut(['n1']), null);
    expect(read().opportunities[0]?.insightIds).toEqual(['n1']);
    expect(read().insights.find(({ id }) => id === 'n1')?.touchpointIds).toEqual(['t1', 't3']);
  });

  it('is a copy the second time, and a copy leaves readings and notes to the original', () => {
    const { cut, commands, read } = open();
    const fragment = cut(['t1']);
    commands.paste(fragment, null);
    const again = commands.paste(fragment, null);
    expect(again.ok && again.value).not.toEqual(['t1']);
    commands.paste(commands.copy(['t1']), null);
    expect(read().touchpoints).toHaveLength(5);
    expect(read().readings).toHaveLength(2);
    expect(read().insights.map(({ touchpointIds }) => touchpointIds)).toEqual([['t1', 't3'], ['t1']]);
  });

  it('leaves alone what others did meanwhile: a note deleted stays away, a new tie stays', () => {
    const { cut, commands, read } = open();
    const fragment = cut(['t1']);
    commands.remove(['n2', 't2']);
    commands.update('insights', ['n1'], { touchpointIds: [] });
    commands.paste(fragment, null);
    expect(read().insights.map(({ id, touchpointIds }) => [id, touchpointIds])).toEqual([['n1', ['t1']]]);
    expect(read().links).toEqual([]);
    expect(read().readings.map(({ id }) => id)).toEqual(['r1']);
  });

  it('is two steps to undo, after which all is as before', () => {
    const { cut, commands, read, undo } = open();
    const before = sorted(read());
    commands.paste(cut(['t1']), { stageId: 's2', laneId: 'l1', t: 0.25, row: 0 });
    undo.undo();
    expect(read().touchpoints).toHaveLength(2);
    undo.undo();
    expect(sorted(read())).toEqual(before);
  });

  it('in another map is a paste like any other', () => {
    const { cut } = open();
    const there = open({ ...buildMap(), map: { ...map.map, id: 'other' } });
    const done = there.commands.paste(cut(['t1']), null);
    expect(done.ok && done.value).not.toEqual(['t1']);
    expect(there.read().touchpoints).toHaveLength(1);
    expect(there.read().readings).toEqual([]);
  });
});
