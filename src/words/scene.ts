/**
 * Words drawn into the map itself. They follow the map's language, not the reader's (`zh-en` maps are Chinese).
 * Numbers are formatted here too: real minus sign, one decimal for ratings, dates without a year.
 */
import type { ElementKind, Language, Media, Metric } from '../model/journeyMap.ts';
import type { Catalogue } from './language.ts';

export interface SceneWords {
  readonly language: 'en' | 'zh';
  readonly importance: string;
  readonly performance: string;
  readonly everyone: string;
  readonly highest: (value: string) => string;
  readonly lowest: (value: string) => string;
  readonly lines: { readonly interaction: string; readonly visibility: string; readonly internal: string };
  readonly impact: string;
  readonly effort: string;
  readonly opportunityStatus: {
    readonly open: string;
    readonly chosen: string;
    readonly doing: string;
    readonly done: string;
    readonly rejected: string;
  };
  readonly overdue: string;
  /** "after 2 days" */
  readonly after: (minutes: number) => string;
  /** "2 days", for the duration of a stage. */
  readonly duration: (minutes: number) => string;
  readonly date: (iso: string) => string;
  /** A share 0..1 as whole percents, one decimal when it has one. */
  readonly percent: (share: number) => string;
  readonly getThrough: (percent: string) => string;
  readonly metric: Readonly<Record<Metric, string>>;
  readonly readingCount: (n: number) => string;
  readonly media: Readonly<Record<Media, string>> & { readonly unset: string };
  readonly times: (count: number) => string;
  readonly momentOf: Readonly<Record<'zero' | 'first' | 'second' | 'third' | 'other', string>>;
  readonly notRated: string;
  /** What an element without words is called. */
  readonly elementKind: Readonly<Record<ElementKind, string>>;
}

/** "+1.6", "−1.8", "0". */
export function signed(value: number): string {
  if (Math.abs(value) < 0.05) return '0';
  return `${value < 0 ? '−' : '+'}${rounded(value, 1)}`;
}

/** Its amount, half away from zero: 0.35 is 0.4, though its nearest binary number lies below. */
function rounded(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  return (Math.round(Number((Math.abs(value) * scale).toPrecision(12))) / scale).toFixed(decimals);
}

/** A plain number with groups of three and at most so many decimals. */
export function plain(value: number, decimals = 1): string {
  const [whole = '0', part = ''] = rounded(value, decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = part.replace(/0+$/, '');
  const figure = rest === '' ? grouped : `${grouped}.${rest}`;
  return value < 0 && figure !== '0' ? `−${figure}` : figure;
}

/** A share of 1 as percent with at most one decimal: "48.1%". The one form of both languages, drawn and in forms alike. */
export function percent(share: number): string {
  return `${plain(share * 100)}%`;
}

const minute = { hour: 60, day: 1440, week: 10_080 } as const;

type Unit = 'minute' | 'hour' | 'day' | 'week';
type Amount = readonly [count: number, unit: Unit];

/** In the largest unit that gives a whole number (weeks only from two on), else in that unit and the next smaller one. */
function inUnits(minutes: number): readonly Amount[] {
  if (minutes >= 2 * minute.week && minutes % minute.week === 0) return [[minutes / minute.week, 'week']];
  if (minutes >= 10 * minute.day) return [[Math.round(minutes / minute.day), 'day']];
  if (minutes >= minute.day) {
    const hours = Math.round(minutes / minute.hour);
    return some([Math.floor(hours / 24), 'day'], [hours % 24, 'hour']);
  }
  if (minutes >= 10 * minute.hour) return [[Math.round(minutes / minute.hour), 'hour']];
  if (minutes >= 2 * minute.hour || minutes === minute.hour)
    return some([Math.floor(minutes / minute.hour), 'hour'], [minutes % minute.hour, 'minute']);
  return [[minutes, 'minute']];
}

const some = (...amounts: readonly Amount[]): readonly Amount[] => amounts.filter(([count]) => count > 0);

const englishUnits = { minute: 'min', hour: 'h', day: 'day', week: 'week' } as const;
function englishDuration(minutes: number): string {
  return inUnits(minutes)
    .map(([count, unit]) => {
      const plural = count !== 1 && (unit === 'day' || unit === 'week') ? 's' : '';
      return `${plain(count)} ${englishUnits[unit]}${plural}`;
    })
    .join(' ');
}

const chineseUnits = { minute: '分钟', hour: '小时', day: '天', week: '周' } as const;
function chineseDuration(minutes: number): string {
  return inUnits(minutes)
    .map(([count, unit]) => `${plain(count)}${chineseUnits[unit]}`)
    .join('');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
function dateParts(iso: string): { readonly month: number; readonly day: number } | null {
  const found = /^\d{4}-(\d{2})-(\d{2})/.exec(iso);
  return found ? { month: Number(found[1]), day: Number(found[2]) } : null;
}

const en: SceneWords = {
  language: 'en',
  importance: 'Imp',
  performance: 'Perf',
  everyone: 'Everyone',
  highest: (value) => `${value} highest`,
  lowest: (value) => `${value} lowest`,
  lines: {
    interaction: 'LINE OF INTERACTION',
    visibility: 'LINE OF VISIBILITY',
    internal: 'LINE OF INTERNAL INTERACTION',
  },
  impact: 'Impact',
  effort: 'Effort',
  opportunityStatus: { open: 'open', chosen: 'chosen', doing: 'doing', done: 'done', rejected: 'rejected' },
  overdue: 'overdue',
  after: (minutes) => (minutes > 0 ? `after ${englishDuration(minutes)}` : 'at once'),
  duration: englishDuration,
  date: (iso) => {
    const parts = dateParts(iso);
    return parts ? `${parts.day} ${months[parts.month - 1] ?? ''}`.trim() : iso;
  },
  percent,
  getThrough: (share) => `${share} get through`,
  metric: {
    nps: 'NPS',
    csat: 'CSAT',
    ces: 'CES',
    rating: 'Rating',
    emotion: 'Emotion',
    importance: 'Importance',
    performance: 'Performance',
    reached: 'Reached',
    passed: 'Passed',
    conversion: 'Conversion',
    cost: 'Cost',
    'response-min': 'Response, min',
    'resolution-min': 'Resolution, min',
    'target-reach': 'Target reach',
    sentiment: 'Sentiment',
    'mind-share': 'Mind share',
    'wallet-share': 'Wallet share',
    'market-share': 'Market share',
    repurchase: 'Repurchase',
    referral: 'Referral',
  },
  readingCount: (n) => `n ${plain(n, 0)}`,
  media: { owned: 'owned', paid: 'paid', earned: 'earned', shared: 'shared', unset: 'not set' },
  times: (count) => `× ${count}`,
  momentOf: {
    zero: 'Zero moment of truth',
    first: 'First moment of truth',
    second: 'Second moment of truth',
    third: 'Third moment of truth',
    other: 'Moment of truth',
  },
  notRated: '–',
  elementKind: { note: 'Note', text: 'Text', image: 'Image', frame: 'Frame' },
};

const zh: SceneWords = {
  language: 'zh',
  importance: '重要',
  performance: '表现',
  everyone: '全体客户',
  highest: (value) => `${value} 最高`,
  lowest: (value) => `${value} 最低`,
  lines: { interaction: '互动线', visibility: '可视线', internal: '内部互动线' },
  impact: '影响',
  effort: '投入',
  opportunityStatus: { open: '待选', chosen: '已选', doing: '进行中', done: '完成', rejected: '否决' },
  overdue: '已逾期',
  after: (minutes) => (minutes > 0 ? `${chineseDuration(minutes)}后` : '立即'),
  duration: chineseDuration,
  date: (iso) => {
    const parts = dateParts(iso);
    return parts ? `${parts.month}月${parts.day}日` : iso;
  },
  percent,
  getThrough: (share) => `${share} 通过`,
  metric: {
    nps: '净推荐值',
    csat: '满意度',
    ces: '费力度',
    rating: '评分',
    emotion: '情绪',
    importance: '重要度',
    performance: '表现',
    reached: '到达人数',
    passed: '通过人数',
    conversion: '转化率',
    cost: '成本',
    'response-min': '响应（分钟）',
    'resolution-min': '解决（分钟）',
    'target-reach': '目标到达率',
    sentiment: '情感倾向',
    'mind-share': '心智份额',
    'wallet-share': '钱包份额',
    'market-share': '市场份额',
    repurchase: '复购率',
    referral: '推荐率',
  },
  readingCount: (n) => `${plain(n, 0)} 份`,
  media: { owned: '自有', paid: '付费', earned: '赢得', shared: '共享', unset: '未设定' },
  times: (count) => `× ${count}`,
  momentOf: {
    zero: '第零关键时刻',
    first: '第一关键时刻',
    second: '第二关键时刻',
    third: '第三关键时刻',
    other: '关键时刻',
  },
  notRated: '–',
  elementKind: { note: '便签', text: '文字', image: '图片', frame: '边框' },
};

const catalogue: Catalogue<SceneWords> = { en, zh };

/** The words of a map in its own language. */
export function sceneWordsFor(language: Language): SceneWords {
  return catalogue[language === 'en' ? 'en' : 'zh'];
}
