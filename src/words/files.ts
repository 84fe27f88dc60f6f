/** Words of exported tables, outlines and slides that the fields' own words (fields.ts) do not have. */
import type { Language } from '../model/journeyMap.ts';
import type { Catalogue, InterfaceLanguage } from './language.ts';

const en = {
  yes: 'yes',
  no: 'no',
  id: 'ID',
  address: 'Address',
  /** Between the items of a list in one cell. */
  listMark: '; ',
  pairMark: ': ',
  analyses: 'Analyses',
  checks: 'Checks',
  analysisColumns: {
    code: 'Code',
    analysis: 'Analysis',
    about: 'About',
    figure: 'Figure',
    value: 'Value',
  },
  rests: (n: number, of: number) => `rests on ${n} of ${of}`,
  notComputed: 'cannot be computed',
  analysisNames: {
    A1: 'Survey scores',
    A2: 'Experience summary',
    A3: 'Emotion curve',
    A4: 'Peak and end',
    A5: 'Sieve',
    A6: 'Importance and performance',
    A7: 'Coverage',
    A8: 'Media mix',
    A9: 'Consistency with the brand',
    A10: 'Moments of truth',
    A11: 'Pain and opportunity',
    A12: 'Response times',
    A13: 'Tiers and touchpoints',
    A14: 'Comparison with the base map',
    A15: 'Comparison of personas',
    A16: 'Questions answered',
    A17: 'Five Ws',
    A18: 'Contact pressure',
    A19: 'Balance of control',
    A20: 'Information produced',
    A21: 'Formal and informal',
    A22: 'Kinds of contact',
    A23: 'Ownership',
  },
  untitled: 'Untitled map',
  unrated: (count: number) =>
    count === 1
      ? '1 touchpoint without an emotion is not drawn.'
      : `${count} touchpoints without an emotion are not drawn.`,
  everyone: 'Everyone',
  meanEmotion: 'Mean emotion',
  peakEnd: 'Peak-end score',
  peak: 'Peak',
  lowest: 'Lowest',
  effectiveness: 'Effectiveness',
  ease: 'Ease',
  emotion: 'Emotion',
  throughSieve: 'Get through the whole sieve',
  momentsPresent: 'Moments of truth present, zero to second',
  of: (part: number, whole: number) => `${part} of ${whole}`,
  /** Of the slides of a stage. */
  slideOf: (number: number, count: number) => `${number} of ${count}`,
  pains: 'Largest pains',
  touchpoints: (count: number) => (count === 1 ? '1 touchpoint' : `${count} touchpoints`),
};

const zh: typeof en = {
  yes: '是',
  no: '否',
  id: 'ID',
  address: '地址',
  listMark: '；',
  pairMark: '：',
  analyses: '分析',
  checks: '检查',
  analysisColumns: { code: '编号', analysis: '分析', about: '对象', figure: '指标', value: '数值' },
  rests: (n, of) => `依据 ${of} 项中的 ${n} 项`,
  notComputed: '无法计算',
  analysisNames: {
    A1: '调研得分',
    A2: '体验概览',
    A3: '情绪曲线',
    A4: '峰终',
    A5: '筛子',
    A6: '重要度与表现',
    A7: '覆盖',
    A8: '媒体组合',
    A9: '与品牌的一致性',
    A10: '关键时刻',
    A11: '痛点与机会点',
    A12: '响应时间',
    A13: '等级与接触点',
    A14: '与基准图对比',
    A15: '画像对比',
    A16: '解答的问题',
    A17: '五问',
    A18: '触达压力',
    A19: '控制权平衡',
    A20: '产生的信息',
    A21: '正式与非正式',
    A22: '接触类型',
    A23: '负责情况',
  },
  untitled: '未命名旅程图',
  unrated: (count) => `${count} 个接触点未评定情绪，未画出。`,
  everyone: '全体客户',
  meanEmotion: '平均情绪',
  peakEnd: '峰终值',
  peak: '峰值',
  lowest: '最低点',
  effectiveness: '有效',
  ease: '轻松',
  emotion: '情绪',
  throughSieve: '通过整个筛子',
  momentsPresent: '已具备的关键时刻（第零至第二）',
  of: (part, whole) => `${part} / ${whole}`,
  slideOf: (number, count) => `第 ${number} 页，共 ${count} 页`,
  pains: '最大的痛点',
  touchpoints: (count) => `${count} 个接触点`,
};

export const fileWords: Catalogue<typeof en> = { en, zh };
export type FileWords = typeof en;

/** The language of a file's words: the one asked for, else the map's own (bilingual maps are Chinese). */
export function fileLanguage(wished: 'map' | InterfaceLanguage, language: Language): InterfaceLanguage {
  if (wished !== 'map') return wished;
  return language === 'en' ? 'en' : 'zh';
}
