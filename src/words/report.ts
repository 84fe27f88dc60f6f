/** Words of the report of findings; they follow the map's language. What the analyses call their parts is in insights.ts. */
import type { Language } from '../model/journeyMap.ts';
import type { Catalogue } from './language.ts';

const en = {
  language: 'en' as 'en' | 'zh',
  untitled: 'Untitled map',
  report: 'Report of findings',
  page: (number: number, of: number) => `${number} / ${of}`,
  continued: (name: string) => `${name} (continued)`,
  scenario: 'Scenario',
  goal: 'Goal',
  personas: 'Personas',
  noPersonas: 'No persona is described yet.',
  unknown: 'Not known yet',
  unknownColumns: ['Part', 'What is missing'],
  short: 'Findings in short',
  figures: 'Key figures',
  meanEmotion: 'mean emotion',
  peakEnd: 'peak-end',
  through: 'get through the sieve',
  moments: 'moments of truth, zero to second',
  coverage: 'cells covered',
  checks: (count: number): string => (count === 1 ? 'finding of the checks' : 'findings of the checks'),
  momentsOf: (count: number) => `${count} of 3`,
  map: 'The map',
  mapNote: (stages: number, lanes: number, touchpoints: number) =>
    `${stages} ${stages === 1 ? 'stage' : 'stages'}, ${lanes} ${lanes === 1 ? 'lane' : 'lanes'}, ${touchpoints} ${touchpoints === 1 ? 'touchpoint' : 'touchpoints'}`,
  curve: 'The emotion curve',
  everyone: 'Everyone',
  peak: (place: string, emotion: string) => `The strongest moment is ${place}, at ${emotion}.`,
  lowest: (place: string, emotion: string) => `It is lowest at ${place}, at ${emotion}.`,
  remembered: (mean: string, score: string) =>
    `On average it feels ${mean}; by its peak and its end it is remembered as ${score}.`,
  worstLoss: (place: string, lost: string, share: string) => `Most are lost at ${place}: ${lost}, ${share}.`,
  worstDrop: (place: string, share: string) => `The largest share is lost at ${place}: ${share}.`,
  worstInside: (place: string, lost: string, share: string) =>
    `Behind the first sieve, ${place} loses the largest share: ${lost}, ${share}.`,
  noLoss: 'Nobody is lost at any sieve that is counted.',
  throughAll: (share: string, end: string, start: string) =>
    `${share} get through the whole chain: ${end} of ${start}.`,
  lift: (now: string, target: string, place: string, end: string) =>
    `If ${target} got past ${place}, not ${now}, ${end} would reach the end.`,
  priorities: 'Priorities',
  prioritiesNote: 'Matters most, done worst: what to improve first.',
  noPriorities: 'Nothing that matters is done badly.',
  concentrate: (places: string) => `Concentrate on ${places}.`,
  hurts: (place: string, emotion: string) => `It hurts most at ${place}: ${emotion}.`,
  nothingHurts: 'Nothing hurts: no emotion is below zero.',
  risky: (places: string) => `Moments of truth at risk: ${places}.`,
  bestOpportunity: (title: string, why: string) => `The first opportunity is “${title}”: ${why}.`,
  covered: (filled: number, of: number, gaps: number) =>
    `${filled} of ${of} cells of stage and channel are covered; ${gaps === 0 ? 'nothing is missing' : gaps === 1 ? 'one gap' : `${gaps} gaps`}.`,
  checksFound: (count: number) =>
    count === 0
      ? 'The checks find nothing to look at.'
      : `The checks find ${count === 1 ? 'one thing' : `${count} things`} to look at.`,
  mostMedia: (kind: string, share: string) =>
    `The largest part of the touchpoints, ${share}, is in ${kind} media.`,
  unanswered: (count: number): string =>
    count === 0
      ? 'Every question that is asked before and at the purchase is answered.'
      : `${count === 1 ? 'One question is' : `${count} questions are`} not answered in the stage before or at the purchase where it is asked.`,
  overCap: (channel: string, who: string) => `Over the cap on “${channel}”: ${who}.`,
  withinCaps: 'Nobody gets more messages than a channel’s cap allows.',
  unowned: (count: number): string =>
    count === 0
      ? 'Every touchpoint has an owner.'
      : `${count === 1 ? 'One touchpoint has' : `${count} touchpoints have`} no owner.`,
  noAnswers: 'No touchpoint says which question it answers.',
  moreFindings: (count: number) => `${count} more: see the checks beside the map.`,
  moreRanked: (count: number) => `${count} more: see the appendix.`,
  pageMark: (page: number) => `p. ${page}`,
  onTime: (share: string) => `${share} of the promised response times are kept.`,
  onBrand: (score: string) => `Consistency with the brand is ${score} of 100.`,
  pairMark: ': ',
  listMark: ', ',
  clauseMark: '; ',
  quoted: (tag: string, title: string) => `${tag} “${title}”`,
  dismissed: (reason: string) => `Set aside: ${reason}`,
  checkColumns: ['Check', 'Found', 'What to do'],
  priorityColumns: ['Touchpoint', 'Stage', 'Importance', 'Performance', 'Opportunity score', 'Owner'],
  painColumns: ['Touchpoint', 'Stage', 'Emotion', 'Pain, 0 to 100', 'People', 'Owner'],
  sieveColumns: ['Touchpoint', 'Reached', 'Passed', 'Lost', 'Share lost', 'Of all at the start'],
  momentColumns: ['Moment', 'Touchpoint', 'Question', 'Emotion', 'Owner', 'To look at'],
  opportunityColumns: ['Opportunity', 'Touchpoints', 'Votes', 'Impact', 'Effort', 'Score', 'Status'],
  pressureCheck: 'To look at',
  handoffColumns: ['From', 'To'],
  appendix: 'Appendix: all touchpoints',
  appendixNote: 'In sequence; those that are no part of the journey have their address and stand last.',
  appendixColumns: [
    'No.',
    'Touchpoint',
    'Stage',
    'Channel',
    'Owner',
    'Emotion',
    'Importance',
    'Performance',
    'Reached',
    'Passed',
    'Evidence',
  ],
  noTouchpoints: 'The map has no touchpoint yet.',
};
export type ReportWords = typeof en;

const zh: ReportWords = {
  language: 'zh',
  untitled: '未命名的旅程图',
  report: '洞察报告',
  page: (number, of) => `${number} / ${of}`,
  continued: (name) => `${name}（续）`,
  scenario: '场景',
  goal: '目标',
  personas: '用户画像',
  noPersonas: '尚未描述任何画像。',
  unknown: '尚不清楚的部分',
  unknownColumns: ['部分', '缺少什么'],
  short: '要点',
  figures: '关键数字',
  meanEmotion: '平均情绪',
  peakEnd: '峰终值',
  through: '通过整个筛子',
  moments: '第零至第二时刻',
  coverage: '已覆盖的格子',
  checks: () => '处检查提示',
  momentsOf: (count) => `${count} / 3`,
  map: '旅程图',
  mapNote: (stages, lanes, touchpoints) => `${stages} 个阶段，${lanes} 条泳道，${touchpoints} 个接触点`,
  curve: '情绪曲线',
  everyone: '全体客户',
  peak: (place, emotion) => `感受最强烈的是${place}，情绪 ${emotion}。`,
  lowest: (place, emotion) => `最低点在${place}，情绪 ${emotion}。`,
  remembered: (mean, score) => `平均情绪为 ${mean}；按峰值与结尾，客户记住的是 ${score}。`,
  worstLoss: (place, lost, share) => `流失人数最多的是${place}：流失 ${lost}，占 ${share}。`,
  worstDrop: (place, share) => `流失比例最高的是${place}：${share}。`,
  worstInside: (place, lost, share) => `首道筛子之后，流失比例最高的是${place}：流失 ${lost}，占 ${share}。`,
  noLoss: '在已计数的筛子上没有流失。',
  throughAll: (share, end, start) => `${share} 通过整条链路：${start} 人中剩 ${end} 人。`,
  lift: (now, target, place, end) =>
    `如果${place}的通过率从 ${now} 提高到 ${target}，最终将有 ${end} 人留下。`,
  priorities: '优先改进',
  prioritiesNote: '最重要却做得最差：应当最先改进。',
  noPriorities: '没有重要却表现不佳的接触点。',
  concentrate: (places) => `应集中改进${places}。`,
  hurts: (place, emotion) => `最痛的是${place}：情绪 ${emotion}。`,
  nothingHurts: '没有痛点：所有情绪值均不低于零。',
  risky: (places) => `有风险的关键时刻：${places}。`,
  bestOpportunity: (title, why) => `排在首位的机会点是“${title}”：${why}。`,
  covered: (filled, of, gaps) =>
    `阶段与渠道的 ${of} 个格子中已覆盖 ${filled} 个；${gaps === 0 ? '没有缺口' : `${gaps} 处缺口`}。`,
  checksFound: (count) => (count === 0 ? '各项检查均无提示。' : `检查发现 ${count} 处需要留意。`),
  mostMedia: (kind, share) => `接触点以${kind}媒体为主，占 ${share}。`,
  unanswered: (count) =>
    count === 0 ? '购买前与购买时的疑问都得到了解答。' : `购买前与购买时有 ${count} 个疑问没有得到解答。`,
  overCap: (channel, who) => `“${channel}”超过上限：${who}。`,
  withinCaps: '没有人收到的消息超过渠道上限。',
  unowned: (count) => (count === 0 ? '每个接触点都有负责人。' : `${count} 个接触点没有负责人。`),
  noAnswers: '还没有接触点说明解答了哪个疑问。',
  moreFindings: (count) => `另有 ${count} 处，见图旁的检查列表。`,
  moreRanked: (count) => `另有 ${count} 个，见附录。`,
  pageMark: (page) => `第 ${page} 页`,
  onTime: (share) => `${share} 的响应时限承诺得到兑现。`,
  onBrand: (score) => `与品牌的一致性为 ${score}（满分 100）。`,
  pairMark: '：',
  listMark: '、',
  clauseMark: '；',
  // A number before the quotation would run into the words before it.
  quoted: (tag, title) =>
    tag === '' ? `“${title}”` : `“${title}”（${/^\d+$/.test(tag) ? `${tag} 号` : tag}）`,
  dismissed: (reason) => `已搁置：${reason}`,
  checkColumns: ['检查', '发现', '怎么做'],
  priorityColumns: ['接触点', '阶段', '重要度', '表现', '机会分', '负责人'],
  painColumns: ['接触点', '阶段', '情绪', '痛感 0 至 100', '人数', '负责人'],
  sieveColumns: ['接触点', '到达', '通过', '流失', '流失比例', '占起点人数'],
  momentColumns: ['时刻', '接触点', '问题', '情绪', '负责人', '需要留意'],
  opportunityColumns: ['机会点', '接触点', '票数', '影响', '投入', '机会分', '状态'],
  pressureCheck: '需要留意',
  handoffColumns: ['交出', '接手'],
  appendix: '附录：全部接触点',
  appendixNote: '按先后顺序编号；不属于旅程的以地址标示，列于最后。',
  appendixColumns: [
    '序号',
    '接触点',
    '阶段',
    '渠道',
    '负责人',
    '情绪',
    '重要度',
    '表现',
    '到达',
    '通过',
    '依据',
  ],
  noTouchpoints: '图中还没有接触点。',
};

const reportWords: Catalogue<ReportWords> = { en, zh };

/** The words of a map's report; bilingual maps are Chinese. */
export function reportWordsFor(language: Language): ReportWords {
  return reportWords[language === 'en' ? 'en' : 'zh'];
}
