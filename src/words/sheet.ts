/**
 * Words of the sheet (poster): title block, legend, survey and sheet line. They follow the map's language, as all
 * words that are drawn.
 */
import type { EmotionBand } from '../model/emotionBand.ts';
import type { Language, LinkKind, MapState, Period } from '../model/journeyMap.ts';
import type { Catalogue } from './language.ts';
import { percent, plain } from './scene.ts';

const en = {
  language: 'en' as 'en' | 'zh',
  state: { current: 'CURRENT STATE', future: 'FUTURE STATE', actual: 'ONE REAL JOURNEY' } satisfies Record<
    MapState,
    string
  >,
  stateMeaning: {
    current: 'as it is today',
    future: 'as it should be',
    actual: 'as it happened',
  } satisfies Record<MapState, string>,
  goal: 'GOAL',
  figures: 'FIGURES',
  period: {
    day: 'a day',
    week: 'a week',
    month: 'a month',
    quarter: 'a quarter',
    year: 'a year',
  } satisfies Record<Period, string>,
  figuresOf: (period: string, currency: string) => `${period}, ${currency}`,
  drawn: 'DRAWN',
  fullDate: (iso: string) => {
    const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
    return `${Number(day)} ${monthNames[Number(month) - 1] ?? month} ${year}`;
  },
  emotion: 'EMOTION, AS ELEVATION',
  bands: {
    'very-positive': 'very positive',
    positive: 'positive',
    neutral: 'neutral',
    negative: 'negative',
    'very-negative': 'very negative',
  } satisfies Record<EmotionBand, string>,
  ranges: {
    'very-positive': '+1.5 to +2',
    positive: '+0.5 to below +1.5',
    neutral: 'around 0',
    negative: 'above −1.5 to −0.5',
    'very-negative': '−2 to −1.5',
  } satisfies Record<EmotionBand, string>,
  howToRead: 'HOW TO READ A TOUCHPOINT',
  parts: {
    pin: 'pin: moment of truth, 0 to 3; dot: another one',
    title: 'what happens; star = key contact',
    channel: 'channel and owner',
    gauges: 'importance and performance, 1 to 5',
    emotion: 'emotion, −2 to +2',
  },
  outline: 'Outline: solid = measured or observed, dashed = assumed',
  lines: 'LINES AND SIGNS',
  returnSign: 'way back, other end named',
  sieveSign: 'sieve: how many get through',
  checkSign: { warning: 'a check found something here', info: 'a check has a remark here' },
  links: {
    next: 'next step',
    alternative: 'other way, share of people',
    trigger: 'timed trigger',
    handoff: 'hand-off',
    loop: 'way back',
    dependency: 'depends on',
  } satisfies Record<LinkKind, string>,
  blueprint: {
    interaction: 'line of interaction',
    visibility: 'line of visibility',
    internal: 'line of internal interaction',
  },
  pointsOfView: 'POINTS OF VIEW',
  baseValue: 'the base value of each touchpoint',
  quote: (text: string) => `“${text}”`,
  survey: 'SURVEY OF THIS SHEET',
  mean: 'mean emotion',
  peak: (title: string) => `peak: ${title}`,
  peakEnd: 'peak-end score',
  sieve: 'get through the whole sieve',
  momentsPresent: 'moments of truth present, zero to second',
  of: (part: number, whole: number) => `${part} of ${whole}`,
  percent,
  sheetLine: (stages: number, lanes: number, touchpoints: number) =>
    [counted(stages, 'stage'), counted(lanes, 'lane'), counted(touchpoints, 'touchpoint')].join(', '),
  evidence: (measured: number, observed: number, assumed: number, rated: number) =>
    [
      `${measured} of ${rated} emotions measured`,
      observed > 0 ? `${observed} observed` : '',
      assumed > 0 ? `${assumed} assumed` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  noEvidence: 'no emotion rated yet',
  /** Below the title of a sheet that shows a part of the map. */
  partOf: {
    stages: (from: string, to: string, names: string) =>
      from === to ? `Stage ${from} · ${names}` : `Stages ${from} to ${to} · ${names}`,
    someStages: (letters: string, names: string) => `Stages ${letters} · ${names}`,
    persona: (name: string) => `The journey of ${name}`,
    view: (name: string) => `View: ${name}`,
    selection: (touchpoints: number) => `A selection: ${counted(touchpoints, 'touchpoint')}`,
  },
  listMark: ', ',
};

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function counted(count: number, one: string): string {
  return `${plain(count, 0)} ${one}${count === 1 ? '' : 's'}`;
}

const zh: typeof en = {
  language: 'zh',
  state: { current: '现状', future: '未来', actual: '真实旅程' },
  stateMeaning: { current: '今天的样子', future: '应有的样子', actual: '实际发生的经过' },
  goal: '目标',
  figures: '数据口径',
  period: { day: '每日', week: '每周', month: '每月', quarter: '每季', year: '每年' },
  figuresOf: (period, currency) => `${period}，${currency}`,
  drawn: '绘制日期',
  fullDate: (iso) => {
    const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
    return `${year}年${Number(month)}月${Number(day)}日`;
  },
  emotion: '情绪如海拔',
  bands: {
    'very-positive': '惊喜',
    positive: '满意',
    neutral: '平静',
    negative: '不满',
    'very-negative': '非常不满',
  },
  ranges: {
    'very-positive': '+1.5 至 +2',
    positive: '+0.5 至 +1.5 以下',
    neutral: '0 左右',
    negative: '−1.5 以上至 −0.5',
    'very-negative': '−2 至 −1.5',
  },
  howToRead: '怎样读一个接触点',
  parts: {
    pin: '图钉：关键时刻 0 至 3，圆点为其他时刻',
    title: '发生了什么；星号＝关键接触点',
    channel: '渠道与负责人',
    gauges: '重要度与表现，1 至 5',
    emotion: '情绪，−2 至 +2',
  },
  outline: '外框：实线＝测得或观察到，虚线＝假设',
  lines: '线条与符号',
  returnSign: '返回，标注另一端',
  sieveSign: '筛子：有多少人通过',
  checkSign: { warning: '检查发现的问题', info: '检查给出的提示' },
  links: {
    next: '下一步',
    alternative: '另一条路，人数占比',
    trigger: '定时触发',
    handoff: '交接',
    loop: '返回',
    dependency: '依赖',
  },
  blueprint: { interaction: '互动线', visibility: '可视线', internal: '内部互动线' },
  pointsOfView: '视角',
  baseValue: '每个接触点的基础值',
  quote: (text) => `“${text}”`,
  survey: '本图测绘结果',
  mean: '平均情绪',
  peak: (title) => `峰值：${title}`,
  peakEnd: '峰终值',
  sieve: '通过整个筛子',
  momentsPresent: '第零至第二关键时刻已具备',
  of: (part, whole) => `${part} / ${whole}`,
  percent,
  sheetLine: (stages, lanes, touchpoints) =>
    `${plain(stages, 0)} 个阶段，${plain(lanes, 0)} 条泳道，${plain(touchpoints, 0)} 个接触点`,
  evidence: (measured, observed, assumed, rated) =>
    [
      `${rated} 个情绪值中 ${measured} 个为实测`,
      observed > 0 ? `${observed} 个为观察` : '',
      assumed > 0 ? `${assumed} 个为假设` : '',
    ]
      .filter((part) => part !== '')
      .join('，'),
  noEvidence: '尚未评定情绪',
  partOf: {
    stages: (from, to, names) =>
      from === to ? `阶段 ${from} · ${names}` : `阶段 ${from} 至 ${to} · ${names}`,
    someStages: (letters, names) => `阶段 ${letters} · ${names}`,
    persona: (name) => `${name}的旅程`,
    view: (name) => `视图：${name}`,
    selection: (touchpoints) => `所选部分：${plain(touchpoints, 0)} 个接触点`,
  },
  listMark: '、',
};

const sheetWords: Catalogue<typeof en> = { en, zh };
export type SheetWords = typeof en;

/** The words of a map's sheet; bilingual maps are Chinese. */
export function sheetWordsFor(language: Language): SheetWords {
  return sheetWords[language === 'en' ? 'en' : 'zh'];
}
