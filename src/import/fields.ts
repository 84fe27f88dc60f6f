/**
 * What the columns of a table can be: the fields of a touchpoint or of a reading. Guessed from headings in English and
 * Chinese: the field's own words first, as exports write them, then what people call it.
 */
import { plainName } from '../model/cellText.ts';
import type { FieldSpec } from '../model/fieldSpec.ts';
import type { Reading, Touchpoint } from '../model/journeyMap.ts';
import { recordSchema } from '../model/schema.ts';
import { fieldWords } from '../words/fields.ts';
import { choiceOf } from './cellValue.ts';
import { formerColumns } from './formerWords.ts';

export type RowKind = 'touchpoints' | 'readings';
/** The field each column becomes; null: the column is left out. */
export type Mapping = readonly (string | null)[];

export type TouchpointField = Exclude<keyof Touchpoint, 'id' | 'extra'>;
type ReadingField = Exclude<keyof Reading, 'id' | 'extra' | 'counts'>;

/** The fields a column can become, with their specs, in the order in which they are offered. */
export function fieldsOf(kind: RowKind): { readonly [field: string]: FieldSpec } {
  const { id: _id, ...fields } = recordSchema(kind) as { readonly [field: string]: FieldSpec };
  if (kind === 'touchpoints') return fields;
  // Raw answers are a list of counts, which a cell of a metrics table is not.
  const { counts: _counts, ...rest } = fields;
  return rest;
}

const otherNames: {
  readonly touchpoints: Partial<Record<TouchpointField, readonly string[]>>;
  readonly readings: Partial<Record<ReadingField, readonly string[]>>;
} = {
  touchpoints: {
    title: [
      'touchpoint',
      'touch point',
      'touchpoint name',
      'step name',
      'name',
      'step',
      'activity',
      'task',
      'action',
      '接触点',
      '触点',
      '名称',
      '步骤',
      '步骤名称',
      '触点名称',
      '接触点名称',
      '活动名称',
      '活动',
      '行为',
      '任务',
    ],
    stageId: ['stage name', 'journey stage', 'phase name', '旅程阶段', '阶段名称', '环节'],
    laneId: ['lane name', 'swimlane', 'swim lane', 'row', '泳道名称'],
    description: ['notes', 'note', 'details', 'comment', 'comments', '说明', '备注', '详情', '详细描述'],
    emotion: [
      'emotion score',
      'mood',
      'sentiment',
      'feeling score',
      'experience',
      '情绪值',
      '情绪分',
      '情感',
      '心情',
      '体验',
    ],
    thinking: ['thoughts', 'customer thoughts', '想法'],
    need: ['needs', 'customer need', '客户需求', '顾客需求', '用户需求'],
    channelId: ['channel name', 'touchpoint channel', 'touch point channel', 'medium', '渠道名称', '媒介'],
    owner: ['responsible', 'responsible person', '责任人', '负责'],
    team: ['department', '部门', '所属部门'],
    importance: ['priority', '重要性', '重要程度'],
    performance: ['satisfaction', 'quality', '满意度', '表现分'],
    personaIds: ['persona', 'personas', 'actor', 'actors', '画像', '用户画像', '角色'],
    tierIds: ['tier', 'tiers', '层级', '等级', '会员等级'],
    tags: ['tag', 'labels', 'keywords', '标签', '关键词'],
  },
  readings: {
    touchpointId: [
      'touchpoint',
      'touchpoint id',
      'address',
      'title',
      '接触点',
      '触点',
      '接触点 ID',
      '地址',
      '标题',
    ],
    metric: ['kpi', 'measure', 'indicator', '指标名称', '度量'],
    value: ['score', 'result', 'figure', '值', '数据', '得分', '结果'],
    n: ['sample size', 'sample', 'answers', 'responses', 'count', '样本量', '样本数', '样本', '回答数'],
    at: ['date', 'day', 'measured on', 'measured at', '测量日期', '时间', '日期'],
    source: ['survey', 'origin', 'system', '数据来源', '出处'],
    personaId: ['persona', '画像', '用户画像'],
    tierId: ['tier', '层级', '等级'],
  },
};

/** What a field is called in a row of headings (plain names): by its names of today, or by its former one where none is there. */
export function withFormer(
  field: string,
  own: readonly string[],
  called: readonly string[],
): readonly string[] {
  const former = formerColumns[field] ?? [];
  return called.some((name) => own.includes(name)) ? own : [...own, ...former.map(plainName)];
}

/** The fields of a row of headings; each field at most once. `samples`: the cells below, column by column. */
export function guessMapping(
  kind: RowKind,
  headings: readonly string[],
  samples: readonly (readonly string[])[] = [],
): Mapping {
  const fields = Object.keys(fieldsOf(kind));
  const taken = new Set<string>();
  const take = (field: string | undefined): string | null => {
    if (field === undefined) return null;
    taken.add(field);
    return field;
  };
  const called = headings.map(plainName);
  const nameOf = new Map(fields.map((field) => [field, withFormer(field, ownWords(kind, field), called)]));
  const byOwnWords = called.map((name) =>
    take(fields.find((field) => !taken.has(field) && nameOf.get(field)?.includes(name))),
  );
  const others: Readonly<Record<string, readonly string[] | undefined>> = otherNames[kind];
  const guessed = headings.map(
    (heading, column) =>
      byOwnWords[column] ??
      take(
        fields.find(
          (field) => !taken.has(field) && (others[field] ?? []).map(plainName).includes(plainName(heading)),
        ),
      ),
  );
  // What others call a phase is a stage, when what stands in the column is none of our phases.
  const { phase } = recordSchema('touchpoints');
  return guessed.map((field, column) => {
    if (kind !== 'touchpoints' || field !== 'phase' || guessed.includes('stageId')) return field;
    const values = phase.kind === 'choice' ? phase.values : [];
    const isPhase = (samples[column] ?? [])
      .filter((cell) => cell.trim() !== '')
      .every((cell) => values.includes(choiceOf(values, cell, ['touchpoints', 'phase'])));
    return isPhase ? field : 'stageId';
  });
}

function ownWords(kind: RowKind, field: string): readonly string[] {
  const labels = (['en', 'zh'] as const).map(
    (language) => (fieldWords[language].fields[kind] as Readonly<Record<string, string>>)[field] ?? field,
  );
  return [field, ...labels].map(plainName);
}

/** Metrics by their headings: a metric and a value say so, whatever else there is. */
export function guessKind(headings: readonly string[]): RowKind {
  const mapping = guessMapping('readings', headings);
  return mapping.includes('metric') && mapping.includes('value') ? 'readings' : 'touchpoints';
}

/** Whether a first row names columns at all. */
export function areHeadings(kind: RowKind, row: readonly string[]): boolean {
  return guessMapping(kind, row).some((field) => field !== null);
}
