import { describe, expect, it } from 'vitest';
import { areHeadings, guessKind, guessMapping } from '../../src/import/fields.ts';
import { planTouchpoints } from '../../src/import/planTouchpoints.ts';
import { inSequence } from '../../src/model/sequence.ts';
import { defaultsOf } from '../../src/model/schema.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { bytesOf, finished, into, planFile, tablesIn } from '../support/importing.ts';

const base = loadTemplate('saas-onboarding-blueprint.en');
const [firstStage] = base.stages;
const contact = base.lanes.find(({ kind }) => kind === 'customer-action');

function planText(text: string, more = into(base)) {
  return planFile(bytesOf(text), more);
}

describe('the columns of a table', () => {
  it('are found by their headings, in English and Chinese, by the fields’ words and what people say', () => {
    expect(
      guessMapping('touchpoints', ['Touchpoint', 'Stage', 'Lane', 'Emotion', 'Notes', 'Weather']),
    ).toEqual(['title', 'stageId', 'laneId', 'emotion', 'description', null]);
    expect(guessMapping('touchpoints', ['接触点', '阶段', '泳道', '情绪', '渠道', '负责人'])).toEqual([
      'title',
      'stageId',
      'laneId',
      'emotion',
      'channelId',
      'owner',
    ]);
    expect(guessMapping('touchpoints', ['序号', '步骤名称', '阶段', '渠道'])).toEqual([
      null,
      'title',
      'stageId',
      'channelId',
    ]);
    expect(guessMapping('touchpoints', ['Step name', 'Stage', 'Touch point channel'])).toEqual([
      'title',
      'stageId',
      'channelId',
    ]);
  });

  it('called alike are taken one after the other, as our own files had them', () => {
    expect(guessMapping('touchpoints', ['Evidence', 'Evidence', 'Evidence'])).toEqual([
      'evidenceLevel',
      'evidenceIds',
      null,
    ]);
  });

  it('of our own files are the fields that they name', () => {
    expect(guessMapping('touchpoints', ['Evidence', 'Evidence level'])).toEqual([
      'evidenceIds',
      'evidenceLevel',
    ]);
  });

  it('that say phase are stages, unless what stands in them are our phases', () => {
    expect(guessMapping('touchpoints', ['Title', 'Phase'], [[], ['Look', 'Buy']])).toEqual([
      'title',
      'stageId',
    ]);
    expect(guessMapping('touchpoints', ['Title', 'Phase'], [[], ['prepurchase', '']])).toEqual([
      'title',
      'phase',
    ]);
  });

  it('of metrics say so', () => {
    expect(guessKind(['Date', 'Metric', 'Value', 'Touchpoint'])).toBe('readings');
    expect(guessKind(['日期', '指标', '数值'])).toBe('readings');
    expect(guessKind(['Touchpoint', 'NPS'])).toBe('touchpoints');
    expect(areHeadings('touchpoints', ['Calls us', 'Signs'])).toBe(false);
  });
});

describe('rows that become touchpoints', () => {
  it('find stages, lanes and channels by name, in any case, and make those that are missing', () => {
    const plan = planText(
      `Title,Stage,Channel,Emotion\nCalls us,${firstStage?.name.toUpperCase()},Hotline,"1,5"\nSigns,Signing,Hotline,-2\n`,
    );
    expect(plan.problems).toEqual([]);
    expect(plan.added.stages.map(({ name }) => name)).toEqual(['Signing']);
    expect(plan.added.channels.map(({ name }) => name)).toEqual(['Hotline']);
    const [calls, signs] = plan.added.touchpoints;
    expect(calls).toMatchObject({
      title: 'Calls us',
      stageId: firstStage?.id,
      laneId: contact?.id,
      emotion: 1.5,
    });
    expect(signs).toMatchObject({ stageId: plan.added.stages[0]?.id, emotion: -2 });
    expect(calls?.channelId).toBe(signs?.channelId);
  });

  it('without a stage lie in the one above, and share its width in their order', () => {
    const plan = planText('Title,Stage\nA,Look around\nB,\nC,\n');
    expect(plan.added.touchpoints.map(({ t }) => t)).toEqual([0.17, 0.5, 0.83]);
    expect(new Set(plan.added.touchpoints.map(({ stageId }) => stageId)).size).toBe(1);
  });

  it('keep their order also where there are more of them than times, or little room is left in the stage', () => {
    const titles = Array.from({ length: 240 }, (_, index) => `Row ${index}`);
    let next = 999;
    // Ids that fall, so that no order comes of them.
    const newId = () => `id${next--}`;
    const at = { stageId: base.stages[1]?.id ?? '', laneId: contact?.id ?? '' };
    for (const [some, where] of [
      [titles, null],
      [titles.slice(0, 12), { ...at, t: 0.97 }],
    ] as const) {
      const { added } = planText(['Title', ...some].join('\n'), into(base, { at: where, newId }));
      const placed = { ...base, touchpoints: added.touchpoints };
      expect(inSequence(placed).map(({ title }) => title)).toEqual(some);
    }
  });

  it('without a stage follow the one above also when that one is left out', () => {
    const plan = planText('Title,Stage,Emotion\nA,Alpha,1\n,Beta,1\nC,,1\n');
    expect(plan.added.stages.map(({ name }) => name)).toEqual(['Alpha', 'Beta']);
  });

  it('go to the place given when they name none', () => {
    const at = { stageId: base.stages[1]?.id ?? '', laneId: contact?.id ?? '', t: 0.4 };
    const rows = tablesIn(bytesOf('A\nB\n'))[0]?.rows ?? [];
    const plan = finished(planTouchpoints(rows, ['title'], into(base, { at })));
    expect(plan.added.touchpoints).toMatchObject([at, { ...at, t: 0.7 }]);
  });

  it('with a cell that cannot be read come in without that field, which is told with row, value and rule', () => {
    const plan = planText(
      'Title,Stage,Emotion,Status,Key contact,Channel\nA,New one,great,live,yes,Web\nC,,1,Liv,perhaps,Web\nD,New four,2,Live,x,\n',
    );
    expect(
      plan.problems.map(({ row, field, value, rule, isEmptied }) => [
        row,
        field,
        value,
        rule.code,
        isEmptied,
      ]),
    ).toEqual([
      [2, 'emotion', 'great', 'not-a-number', true],
      [3, 'status', 'Liv', 'not-a-choice', true],
      [3, 'key', 'perhaps', 'not-a-boolean', true],
    ]);
    expect(plan.left).toBe(0);
    const usual = defaultsOf('touchpoints');
    expect(plan.added.touchpoints).toMatchObject([
      { title: 'A', emotion: null, status: 'live', key: true },
      { title: 'C', emotion: 1, status: usual.status, key: usual.key },
      { title: 'D', emotion: 2, status: 'live', key: true },
    ]);
    expect(plan.added.stages.map(({ name }) => name)).toEqual(['New one', 'New four']);
    expect(new Set(plan.added.touchpoints.slice(0, 2).map(({ channelId }) => channelId))).toEqual(
      new Set(plan.added.channels.map(({ id }) => id)),
    );
    // Choices are told in words.
    expect(plan.problems[1]?.rule).toMatchObject({ choices: ['Idea', 'Planned', 'Live', 'Retired'] });
  });

  it('without a title are left out whole; nothing is made for them', () => {
    const plan = planText('Title,Stage,Emotion\n,New two,great\nD,New four,2\n');
    expect(plan.problems.map(({ row, field, isEmptied }) => [row, field, isEmptied])).toEqual([
      [2, 'title', false],
      [2, 'emotion', false],
    ]);
    expect(plan.left).toBe(1);
    expect(plan.added.touchpoints.map(({ title }) => title)).toEqual(['D']);
    expect(plan.added.stages.map(({ name }) => name)).toEqual(['New four']);
  });

  it('make nothing for a field that is left empty', () => {
    const plan = planText('Title,By persona\nA,Ana: Emotion: 9\nB,Ben: Emotion: 1\n');
    expect(plan.problems.map(({ row, field, isEmptied }) => [row, field, isEmptied])).toEqual([
      [2, 'byPersona', true],
    ]);
    expect(plan.added.personas.map(({ name }) => name)).toEqual(['Ben']);
    expect(plan.added.touchpoints).toHaveLength(2);
  });

  it('say nothing of titles while no column holds them: that is said once, above', () => {
    const plan = planText('Stage,Emotion\nA,1\nB,great\n');
    expect(plan.added.touchpoints).toEqual([]);
    expect(plan.added.stages).toEqual([]);
    expect(plan.problems.map(({ row, rule }) => [row, rule.code])).toEqual([[3, 'not-a-number']]);
    expect(plan.left).toBe(2);
  });

  it('that are left out leave no long name behind for the rows after them', () => {
    const long = 'x'.repeat(200);
    const plan = planText(`Title,Stage,Emotion\n,${long},1\nSigns,${long},1\n`);
    expect(plan.left).toBe(1);
    expect(plan.added.touchpoints.map(({ stageId }) => stageId)).toEqual(
      plan.added.stages.map(({ id }) => id),
    );
  });

  it('cannot lie in a lane that holds something else', () => {
    const emotion = base.lanes.find(({ kind }) => kind === 'emotion');
    const plan = planText(`Title,Lane\nA,${emotion?.name}\n`);
    expect(plan.problems[0]?.rule).toMatchObject({ code: 'lane-without-touchpoints' });
  });

  it('beyond the limits of a map are left out', () => {
    const rows = Array.from({ length: 45 }, (_, index) => `T${index},S${index}\n`).join('');
    const plan = planText(`Title,Stage\n${rows}`);
    expect(plan.added.stages).toHaveLength(40 - base.stages.length);
    expect(plan.problems[0]?.rule).toMatchObject({ code: 'too-many-records', collection: 'stages', max: 40 });
  });

  it.each([
    ['30%', 0.3],
    ['0.3', 0.3],
    ['0,3', 0.3],
  ])('read %s as a share', (cell, conversion) => {
    expect(planText(`Title;Conversion\nA;${cell}\n`).added.touchpoints[0]?.conversion).toBe(conversion);
  });

  it.each([
    ['1,200', 1200],
    ['１２００', 1200],
    ['1 200', 1200],
  ])('read %s as a count', (cell, reached) => {
    expect(planText(`Title;Reached\nA;${cell}\n`).added.touchpoints[0]?.reached).toBe(reached);
  });

  it('take lists with commas, semicolons or enumeration commas', () => {
    const [one] = planText('Title;Tags\nA;"a, b、c"\n').added.touchpoints;
    expect(one?.tags).toEqual(['a', 'b', 'c']);
  });
});
