/**
 * Words of what can be laid over a map: names, legends, and how much a legend rests on. On the sheet they follow the
 * map's language, in the bar of the page the reader's.
 */
import type { TierService } from '../model/journeyMap.ts';
import type { OverlayKind } from '../model/overlayKinds.ts';
import type { Catalogue } from './language.ts';
import { percent } from './scene.ts';

const en = {
  overlay: 'Overlay',
  none: 'No overlay',
  off: 'Switch off',
  /** In capitals, as the headings of a sheet are. */
  heading: (name: string) => `OVERLAY: ${name.toUpperCase()}`,
  names: {
    losses: 'Losses',
    pain: 'Pain',
    moments: 'Moments at risk',
    owners: 'Owners',
    evidence: 'Evidence',
    tiers: 'Tiers',
  } satisfies Record<OverlayKind, string>,
  about: {
    losses: 'Who is lost at each sieve; the flow narrows',
    pain: 'Negative emotion times importance',
    moments: 'Moments of truth that hurt or perform low',
    owners: 'Whose work each touchpoint is',
    evidence: 'Assumed, observed, measured',
    tiers: 'What each tier of customers gets',
  } satisfies Record<OverlayKind, string>,
  said: {
    on: (name: string, rests: string) => `Overlay: ${name}. ${rests}`,
    off: 'No overlay',
  },
  notRated: 'not rated',
  losses: {
    lost: 'hatched: share lost',
    says: (share: string) => `${share} lost`,
    largest: 'largest loss',
    side: 'branch, outside the chain',
    notCounted: 'not counted',
    note: 'Behind the cards: who is still there. Height is a log scale, so the same step is the same share lost.',
    missing: 'Nothing is counted yet: give touchpoints how many reach and pass them.',
    rests: (counted: number, of: number, end: number | null) =>
      `${counted} of ${of} counted${end === null ? '' : ` · ${percent(end)} get through the whole chain`}`,
  },
  pain: {
    says: (pain: number) => `pain ${pain}`,
    note: 'Depth: negative emotion times importance, 0 to 100.',
    rests: (rated: number, of: number, hurt: number) => `${rated} of ${of} rated · ${hurt} hurt`,
  },
  moments: {
    risk: {
      'negative-emotion': 'hurts',
      'low-performance': 'performs low',
      'performance-gap': 'performs below what matters',
    },
    safe: 'not at risk',
    rests: (atRisk: number, of: number) =>
      of === 0 ? 'No moments of truth are marked yet' : `${atRisk} of ${of} moments of truth at risk`,
  },
  owners: {
    nobody: 'nobody',
    more: (count: number) => `and ${count} more, by their number`,
    rests: (owned: number, of: number, owners: number) =>
      `${owned} of ${of} touchpoints have an owner or team · ${owners} ${owners === 1 ? 'name' : 'names'}`,
  },
  evidence: {
    levels: { measured: 'measured', observed: 'observed', assumed: 'assumed' },
    note: 'The figure counts evidence and readings.',
    rests: (seen: number, of: number) => `${seen} of ${of} measured or observed`,
  },
  tiers: {
    levels: {
      none: 'none',
      basic: 'basic',
      standard: 'standard',
      enhanced: 'enhanced',
      exclusive: 'exclusive',
    } satisfies Record<TierService['level'], string>,
    unset: 'not set',
    inverted: 'less, or slower, than a lower tier',
    order: (names: readonly string[]) => `From the top: ${names.join(', ')}.`,
    noTiers: 'The map has no tiers yet',
    noLevels: 'No service levels are set yet',
    rests: (set: number, of: number, inverted: number) =>
      `${set} of ${of} levels set · ${inverted === 0 ? 'no inversion' : `${inverted} ${inverted === 1 ? 'inversion' : 'inversions'}`}`,
  },
};
export type OverlayWords = typeof en;

const zh: OverlayWords = {
  overlay: '图层',
  none: '不用图层',
  off: '关闭图层',
  heading: (name) => `图层：${name}`,
  names: {
    losses: '流失',
    pain: '痛点',
    moments: '关键时刻风险',
    owners: '负责人',
    evidence: '依据',
    tiers: '客户等级',
  },
  about: {
    losses: '每道筛子流失多少，人流逐级收窄',
    pain: '负面情绪乘重要度',
    moments: '情绪为负或表现偏低的关键时刻',
    owners: '各接触点由谁负责',
    evidence: '假设、观察、实测',
    tiers: '各等级客户得到什么',
  },
  said: {
    on: (name, rests) => `图层：${name}。${rests}`,
    off: '已关闭图层',
  },
  notRated: '未评分',
  losses: {
    lost: '斜线：流失比例',
    says: (share) => `流失 ${share}`,
    largest: '流失最大',
    side: '支路，不计入主链',
    notCounted: '未统计',
    note: '卡片后面是还在的人。高度为对数刻度：落差相同，流失比例就相同。',
    missing: '还没有统计：请填写各接触点的到达人数和通过人数。',
    rests: (counted, of, end) =>
      `${of} 个中 ${counted} 个有统计${end === null ? '' : ` · 全程通过 ${percent(end)}`}`,
  },
  pain: {
    says: (pain) => `痛感 ${pain}`,
    note: '水深：负面情绪乘重要度，0 到 100。',
    rests: (rated, of, hurt) => `${of} 个中 ${rated} 个已评分 · ${hurt} 个有痛感`,
  },
  moments: {
    risk: {
      'negative-emotion': '情绪为负',
      'low-performance': '表现偏低',
      'performance-gap': '表现低于重要度',
    },
    safe: '无风险',
    rests: (atRisk, of) => (of === 0 ? '还没有标出关键时刻' : `${of} 个关键时刻中 ${atRisk} 个有风险`),
  },
  owners: {
    nobody: '无人负责',
    more: (count) => `另有 ${count} 位，以编号表示`,
    rests: (owned, of, owners) => `${of} 个接触点中 ${owned} 个有负责人或团队 · 共 ${owners} 个名字`,
  },
  evidence: {
    levels: { measured: '实测', observed: '观察', assumed: '假设' },
    note: '数字为依据与读数的条数。',
    rests: (seen, of) => `${of} 个中 ${seen} 个有实测或观察`,
  },
  tiers: {
    levels: { none: '无', basic: '基础', standard: '标准', enhanced: '增强', exclusive: '专属' },
    unset: '未设',
    inverted: '不如更低的等级，或更慢',
    order: (names) => `自上而下：${names.join('、')}。`,
    noTiers: '还没有客户等级',
    noLevels: '还没有设定服务级别',
    rests: (set, of, inverted) =>
      `${of} 格中 ${set} 格已设 · ${inverted === 0 ? '没有倒挂' : `${inverted} 处倒挂`}`,
  },
};

export const overlayWords: Catalogue<OverlayWords> = { en, zh };
