/** Findings about stages, lanes and channels are marked at their heads in files, as they are on the canvas. */
import { describe, expect, it } from 'vitest';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { layoutPart, layoutSheets } from '../../src/export/sheets.ts';
import { boundsOf } from '../../src/layout/bounds.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { linesOf } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';

const marked = chooseOptions({ marks: true });
const plain = chooseOptions({});

function trade(language: 'en' | 'zh', collapsed = false): JourneyMap {
  const found = templates.find(({ name }) => name === 'b2b-trade-sieve.en');
  if (!found) throw new Error('no template');
  const { map } = found;
  const [stage] = map.stages;
  if (!stage) throw new Error('no stage');
  return {
    ...map,
    map: { ...map.map, language },
    stages: [...map.stages, { ...stage, id: 'empty', name: 'Nothing yet', goal: '', collapsed }],
    channels: map.channels.map((one) => ({ ...one, needsPermission: true, capPerWeek: null })),
  };
}

function headsOf(map: JourneyMap, options = marked) {
  const [sheet] = layoutSheets(map, options);
  return sheet.groups.filter(({ role }) => role === 'stage-head' || role === 'lane-head');
}

describe('marks of the checks at heads in files', () => {
  it.each(['en', 'zh'] as const)('stand at what they are about and nowhere else, named in %s', (language) => {
    const map = trade(language);
    const before = new Map(headsOf(map, plain).map((head) => [head.id, head]));
    const { headMarks } = layoutPart(map, marked);
    expect(headMarks.get('empty')).toBe(language === 'en' ? 'Empty stage' : '阶段为空');
    expect([...headMarks.keys()].some((id) => map.lanes.some((lane) => lane.id === id))).toBe(true);
    for (const head of headsOf(map)) {
      const found = headMarks.get(head.recordId ?? '');
      const more = head.items.length - (before.get(head.id)?.items.length ?? 0);
      expect([head.id, more > 0]).toEqual([head.id, found !== undefined]);
      if (found !== undefined) expect(head.title).toContain(found);
    }
  });

  it.each([false, true])('lie inside of their heads (folded: %s)', (collapsed) => {
    for (const { id, origin, box, items } of headsOf(trade('en', collapsed))) {
      const drawn = boundsOf(items);
      if (!drawn) continue;
      expect([id, drawn.x + drawn.width <= box.x - origin.x + box.width + 1.5]).toEqual([id, true]);
      expect([id, drawn.y + drawn.height <= box.y - origin.y + box.height + 1.5]).toEqual([id, true]);
    }
  });

  it('are told in the legend, each sign that occurs, and not where marks are not asked for', () => {
    const legendOf = (map: JourneyMap, options = marked): string =>
      linesOf(layoutSheets(map, options)[0].groups.find(({ id }) => id === 'sheet.legend')?.items ?? []).join(
        ' ',
      );
    expect(legendOf(trade('en'))).toContain('a check found something here');
    expect(legendOf(trade('zh'))).toContain('检查发现的问题');
    expect(legendOf(trade('en'), plain)).not.toContain('check');
    // Of a part what is on that part: the empty stage has its head alone.
    const empty = legendOf(trade('en'), chooseOptions({ marks: true, stage: ['empty'] }));
    expect(empty).toContain('a check found something here');
  });

  it('are not drawn where marks are not asked for', () => {
    expect(layoutPart(trade('en'), plain).headMarks.size).toBe(0);
  });
});
