import { describe, expect, it } from 'vitest';
import { chooseOptions, type ExportOptions } from '../../src/export/exportOptions.ts';
import { layoutReportPages, layoutSheets } from '../../src/export/sheets.ts';
import { sliceFaults, sliceMap } from '../../src/export/slice.ts';
import { slideScene } from '../../src/export/pptx/slideScene.ts';
import type { Scene } from '../../src/layout/scene.ts';
import type { FreeElement, JourneyMap } from '../../src/model/journeyMap.ts';
import { laneHolds } from '../../src/model/laneKinds.ts';
import { defaultsOf } from '../../src/model/schema.ts';
import { repairMap } from '../../src/model/repair.ts';
import { personaSign } from '../../src/theme/inks.ts';
import { linesOf } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';

const slice = (map: JourneyMap, wished: Readonly<Record<string, unknown>>) =>
  sliceMap(map, chooseOptions(wished));
const reportOf = (map: JourneyMap, options: ExportOptions) =>
  layoutReportPages(map, { ...options, content: 'report' }).map(({ scene }) => scene);
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

const inks = (scenes: readonly Scene[]): Set<string> =>
  new Set(
    scenes.flatMap(({ groups }) =>
      groups.flatMap(({ items }) =>
        items.flatMap((item) => ('stroke' in item && item.stroke ? [item.stroke.colour] : [])),
      ),
    ),
  );

describe.each(templates.map(({ name, map }) => [name, map] as const))('a part of %s', (_name, map) => {
  it('is the very map when nothing is chosen', () => {
    expect(slice(map, {}).records).toBe(map);
    expect(slice(map, {}).drawn).toBe(map);
  });

  it('of one stage is drawn without the lanes that hold nothing there, and with every lane that does', () => {
    for (const { id, name } of map.stages) {
      const { records, layout } = slice(map, { stage: [id] });
      const holding = new Set(
        [...records.touchpoints, ...records.insights, ...records.opportunities, ...records.actions].map(
          ({ laneId }) => laneId,
        ),
      );
      const kept = map.lanes.filter((lane) => !layout.hiddenLanes?.has(lane.id));
      const drawn = kept.filter(({ kind }) => laneHolds(kind) === 'nothing').map((lane) => lane.id);
      expect([name, new Set(ids(kept))]).toEqual([name, new Set([...holding, ...drawn])]);
      expect(drawn).toEqual(ids(map.lanes.filter(({ kind }) => laneHolds(kind) === 'nothing')));
    }
  });

  it('has nothing left that would have to be repaired', () => {
    const persona = map.personas[0]?.id ?? '';
    for (const wished of [
      { stage: 'B-C' },
      { persona },
      { select: map.touchpoints.slice(0, 3).map(({ id }) => id) },
    ]) {
      const { records } = slice(map, wished);
      expect(repairMap(structuredClone(records))).toEqual(records);
    }
  });

  it('of one persona draws that journey in the colour and with the mark it has in the whole map', () => {
    for (const [index, { id }] of map.personas.entries()) {
      const options = chooseOptions({ persona: id });
      const others = map.personas.flatMap((_, at) => (at === index ? [] : [personaSign(at).ink]));
      for (const drawn of [inks(layoutSheets(map, options)), inks(reportOf(map, options))]) {
        expect(drawn).toContain(personaSign(index).ink);
        for (const ink of others) expect(drawn).not.toContain(ink);
      }
    }
  });

  it('has slides with the curves of the part alone, and the numbers that its lanes have in the whole map', () => {
    const at = map.personas.length - 1;
    const others = map.personas.slice(0, at).map((_, index) => personaSign(index).ink);
    const hiddenLane = map.lanes[0]?.id ?? '';
    const view = { ...defaultsOf('views'), id: 'v', name: 'Less', hiddenLaneIds: [hiddenLane] };
    const part = { ...map, views: [view] };
    const options = chooseOptions({ persona: map.personas[at]?.id, view: 'v' });
    let counted = 0;
    for (const slide of map.stages.keys()) {
      const { scene } = slideScene(part, options, slide + 1);
      const drawn = inks([scene]);
      for (const ink of others) expect(drawn).not.toContain(ink);
      const heads = scene.groups.filter(({ id }) => id.includes('sheet.lane.'));
      const numbers = heads.map(({ items }) => Number(linesOf(items)[0]));
      const kept = heads.map(({ id }) => map.lanes.findIndex((lane) => id.endsWith(`.${lane.id}`)) + 1);
      expect(numbers).toEqual(kept);
      expect(numbers).not.toContain(1);
      counted += heads.length;
    }
    expect(counted).toBeGreaterThan(3);
  });

  it('of a selection has a page only for the stages that it lies in', () => {
    const chosen = map.touchpoints.slice(0, 2);
    const stages = new Set(chosen.map(({ stageId }) => stageId));
    expect(layoutSheets(map, chooseOptions({ select: ids(chosen), spread: 'stages' }))).toHaveLength(
      stages.size,
    );
  });

  it('of some stages holds what lies in them and what joins that, and keeps letters and numbers (U53)', () => {
    const { records } = slice(map, { stage: 'B-C' });
    const kept = new Set(ids(map.stages.slice(1, 3)));
    expect(ids(records.stages)).toEqual([...kept]);
    expect(ids(records.touchpoints)).toEqual(ids(map.touchpoints.filter(({ stageId }) => kept.has(stageId))));
    const [sheet] = layoutSheets(map, chooseOptions({ stage: 'B-C' }));
    const letters = sheet.groups
      .filter(({ role }) => role === 'stage-head')
      .map(({ items }) => linesOf(items)[0]);
    expect(letters).toEqual(['B', 'C']);
    const cards = sheet.groups.filter(({ role }) => role === 'touchpoint');
    expect(new Set(cards.map(({ recordId }) => recordId))).toEqual(new Set(ids(records.touchpoints)));
  });

  it('of a persona holds what she meets, with what she feels', () => {
    for (const { id, name } of map.personas) {
      const { records } = slice(map, { persona: name });
      expect(ids(records.personas)).toEqual([id]);
      for (const touchpoint of records.touchpoints) {
        const before = map.touchpoints.find((one) => one.id === touchpoint.id);
        const own = before?.byPersona[id];
        expect(own?.skipped).not.toBe(true);
        if (typeof own?.emotion === 'number') expect(touchpoint.emotion).toBe(own.emotion);
      }
    }
  });

  it('of a selection holds what was chosen and where it lies (U53)', () => {
    const chosen = map.touchpoints.slice(2, 5);
    const { records } = slice(map, { select: ids(chosen) });
    expect(ids(records.touchpoints)).toEqual(ids(chosen));
    expect(new Set(ids(records.stages))).toEqual(new Set(chosen.map(({ stageId }) => stageId)));
  });
});

describe('what a sheet says of itself', () => {
  const lineOf = (map: JourneyMap, wished: Readonly<Record<string, unknown>>) => {
    const [sheet] = layoutSheets(map, chooseOptions(wished));
    const line = linesOf(sheet.groups.find(({ id }) => id === 'sheet.line')?.items ?? []).join(' ');
    const heads = (role: string) => sheet.groups.filter((group) => group.role === role).length;
    const cards = sheet.groups.filter(({ role }) => role === 'touchpoint').length;
    return { counted: (line.match(/\d+/g) ?? []).slice(0, 3).map(Number), sheet, heads, cards };
  };

  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'counts the stages, lanes and touchpoints that are on it: %s',
    (_name, map) => {
      for (const wished of [
        {},
        ...map.stages.map(({ id }) => ({ stage: [id] })),
        { persona: map.personas[0]?.id },
        { stage: 'A-B', persona: map.personas[0]?.id },
        { select: map.touchpoints.slice(0, 3).map(({ id }) => id) },
      ]) {
        const { counted, heads, cards } = lineOf(map, wished);
        expect([wished, counted]).toEqual([wished, [heads('stage-head'), heads('lane-head'), cards]]);
      }
    },
  );

  it('has no line between people and company where nothing of the company is left', () => {
    const map = templates.find(({ name }) => name.startsWith('b2b'))?.map;
    if (!map) throw new Error('there is no trade map');
    const names = (stage: string) =>
      lineOf(map, { stage }).sheet.groups.filter(({ id }) => id.startsWith('blueprint-name')).length;
    expect(names('D')).toBe(0);
    expect(names('C')).toBe(1);
    expect(lineOf(map, {}).sheet.groups.filter(({ id }) => id.startsWith('blueprint-name'))).toHaveLength(2);
  });
});

describe('a saved view', () => {
  const [{ map: plain } = { map: null }] = templates;
  if (!plain) throw new Error('there is no template');
  const [first, second] = plain.touchpoints;
  const map: JourneyMap = {
    ...plain,
    views: [
      {
        id: 'v',
        name: 'Only the first',
        text: first?.title ?? '',
        personaIds: [],
        tierIds: [],
        channelIds: [],
        owners: [],
        tags: [],
        emotions: [],
        checks: [],
        hiddenLaneIds: [plain.lanes.find(({ id }) => id !== first?.laneId)?.id ?? ''],
        hiddenPersonaIds: [],
        everyone: false,
        leadPersonaId: null,
        ribbons: false,
        overlay: 'pain',
        camera: null,
      },
    ],
  };

  it('lists what it looks for, and draws the rest dimmed', () => {
    const { records, drawn, dimmed, layout } = slice(map, { view: 'only the first' });
    expect(ids(records.touchpoints)).toContain(first?.id);
    expect(ids(records.touchpoints)).not.toContain(second?.id);
    expect(dimmed.has(second?.id ?? '')).toBe(true);
    expect(ids(drawn.touchpoints)).toContain(second?.id);
    expect(layout.hiddenLanes?.size).toBe(1);
    expect(layout.hiddenCurves?.has('base')).toBe(true);
  });

  it('shows the journey of the persona it names, with the curves as it has them', () => {
    const persona = plain.personas.at(-1);
    const [one] = map.views;
    if (!persona || !one) throw new Error('there is nobody');
    const led = {
      ...map,
      touchpoints: map.touchpoints.map((touchpoint) =>
        touchpoint.id === second?.id ? { ...touchpoint, personaIds: ['nobody'] } : touchpoint,
      ),
      views: [{ ...one, text: '', hiddenPersonaIds: [persona.id], leadPersonaId: persona.id, ribbons: true }],
    };
    const { dimmed, layout } = slice(led, { view: 'v' });
    expect(dimmed.has(second?.id ?? '')).toBe(true);
    expect(layout.lead).toBe(persona.id);
    expect(layout.hiddenCurves?.has(persona.id)).toBe(false);
    expect(layout.ribbons).not.toBeNull();
  });
});

describe('what a map does not have', () => {
  it('is told by the option that named it', () => {
    const [first] = templates;
    if (!first) throw new Error('there is no template');
    const faults = sliceFaults(
      first.map,
      chooseOptions({ stage: 'A,ZZ,C-A', persona: 'Nobody', view: 'none', select: 'x', curves: 'base,y' }),
    );
    expect(faults.map(({ option, value }) => `${option} ${value}`)).toEqual([
      'stage ZZ',
      'stage C-A',
      'persona Nobody',
      'view none',
      'select x',
      'curves y',
    ]);
  });
});

describe('what lies beside a map', () => {
  const [{ map } = { map: null }] = templates;
  if (!map) throw new Error('there is no template');
  const element = (id: string, place: Partial<FreeElement>): FreeElement => ({
    ...defaultsOf('elements'),
    id,
    text: 'A note',
    ...place,
  });
  it('makes the sheet as large as it wants, with the margin of the frame at its end, and the sheet line under all of it', () => {
    const [alone] = layoutSheets({ ...map, elements: [] }, chooseOptions({}));
    const elements = [
      element('e1', { side: 'right', x: 600, y: 40, width: 400, height: 300 }),
      element('e2', { kind: 'image', side: 'below', x: 50, y: 900, width: 500, height: 400 }),
    ];
    const [sheet] = layoutSheets({ ...map, elements }, chooseOptions({}));
    const [bare] = layoutSheets({ ...map, elements }, chooseOptions({ notes: 'no' }));
    expect([bare.width, bare.height]).toEqual([alone.width, alone.height]);
    const boxOf = (id: string) => sheet.groups.find(({ recordId }) => recordId === id)?.box;
    const right = boxOf('e1');
    const below = boxOf('e2');
    const legend = sheet.groups.find(({ role }) => role === 'legend');
    if (!right || !below || !legend) throw new Error('something is not on the sheet');
    const line = sheet.groups.find(({ id }) => id === 'sheet.line');
    const [rule] = line?.items ?? [];
    if (rule?.kind !== 'path') throw new Error('the sheet line has no rule');
    const xs = rule.commands.flatMap(([, x]) => (x === undefined ? [] : [x]));
    const margin = Math.min(...xs);
    expect(sheet.width - right.x - right.width).toBeCloseTo(margin, 3);
    expect(sheet.width - Math.max(...xs)).toBeCloseTo(margin, 3);
    const top = Math.min(...(legend.wholes ?? []).map(({ y }) => y));
    expect(below.y + below.height).toBeLessThan(top);
    for (const { box } of sheet.groups) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(sheet.width + 0.01);
      expect(box.y + box.height).toBeLessThanOrEqual(sheet.height + 0.01);
    }
  });
});

describe('a sheet', () => {
  const sheetWith = (map: JourneyMap, wished: Readonly<Record<string, unknown>>) =>
    layoutSheets(map, chooseOptions(wished))[0];

  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'leaves out the parts one wants left out: %s',
    (_name, map) => {
      const whole = sheetWith(map, {});
      const bare = sheetWith(map, { title: 'no', legend: 'no', logo: 'no', notes: 'no' });
      expect(bare.height).toBeLessThan(whole.height);
      expect(
        bare.groups.some(({ id, role }) => id === 'sheet.title' || role === 'legend' || role === 'element'),
      ).toBe(false);
      expect(bare.groups.flatMap(({ items }) => linesOf(items))).not.toContain('Touchline');
    },
  );

  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'is narrower when compact, with every card and no more rows: %s',
    (_name, map) => {
      const whole = sheetWith(map, {});
      const compact = sheetWith(map, { compact: 'yes' });
      expect(compact.width).toBeLessThanOrEqual(whole.width);
      const cards = (sheet: typeof whole) => sheet.groups.filter(({ role }) => role === 'touchpoint');
      expect(cards(compact)).toHaveLength(cards(whole).length);
      const boxes = cards(compact).map(({ box }) => box);
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1))
          expect(a.x + 180 > b.x && b.x + 180 > a.x && a.y + 40 > b.y && b.y + 40 > a.y).toBe(false);
    },
  );

  it('is one a stage or a persona where that is asked for', () => {
    const [first] = templates;
    if (!first) throw new Error('there is no template');
    const { map } = first;
    expect(layoutSheets(map, chooseOptions({ spread: 'stages' }))).toHaveLength(map.stages.length);
    expect(layoutSheets(map, chooseOptions({ spread: 'stages', stage: 'A-B' }))).toHaveLength(2);
    expect(layoutSheets(map, chooseOptions({ spread: 'personas' }))).toHaveLength(map.personas.length);
  });
});
