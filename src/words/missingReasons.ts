/**
 * Why an analysis has no answer, and how to give it what it needs: a short word for a cell, a sentence, and what to do.
 * The keys are the reasons of src/analysis/outcome.ts; the page looks them up by that type, so that one without words
 * does not compile.
 */
import type { Catalogue } from './language.ts';

export interface ReasonWords {
  /** In place of a number. */
  readonly short: string;
  readonly says: string;
  readonly todo: string;
}

const why = (short: string, says: string, todo: string): ReasonWords => ({ short, says, todo });

const en = {
  'no-touchpoints': why(
    'no touchpoint',
    'There is no touchpoint of the journey yet, or this persona meets none.',
    'Add touchpoints to a lane of contacts or customer actions.',
  ),
  'unknown-persona': why(
    'no persona',
    'This persona is no longer in the map.',
    'Choose another point of view.',
  ),
  'unknown-tier': why('no tier', 'This tier is no longer in the map.', 'Choose another tier.'),
  'no-stages': why('no stage', 'The map has no stages.', 'Add the first stage on the map.'),
  'no-channels': why(
    'no channel',
    'No channel is used yet.',
    'Add channels and choose one at each touchpoint.',
  ),
  'no-brand': why(
    'no brand',
    'The map says nothing about the brand.',
    'Write down the brand’s messages, topics and tone; then every touchpoint can be held against them.',
  ),
  'no-tiers': why(
    'no tiers',
    'The map has no tiers of customers.',
    'Add tiers and set the level of service at each touchpoint.',
  ),
  'no-personas': why('no personas', 'The map has no personas.', 'Add a persona in the strip above the map.'),
  'one-persona': why('one persona', 'Personas can be compared from two on.', 'Add another persona.'),
  'no-base': why(
    'no base',
    'There is no other map to compare with.',
    'Choose the map or version to compare with.',
  ),
  'nothing-rated': why(
    'not rated',
    'Nothing is rated yet.',
    'Select a touchpoint and rate its emotion, importance and performance.',
  ),
  'nothing-counted': why(
    'not counted',
    'Nobody has counted yet who comes and who gets through.',
    'Enter “reached” and “passed”, or a conversion, at a touchpoint.',
  ),
  'no-cost': why('no cost', 'No costs are known.', 'Enter the cost of a touchpoint.'),
  'no-media': why(
    'not set',
    'No touchpoint says what kind of medium it is.',
    'Choose owned, paid, earned or shared at the channels.',
  ),
  'no-survey': why('no survey', 'There are no survey results.', 'Add readings of NPS, CSAT or CES.'),
  'no-response-times': why(
    'no times',
    'No response times are known.',
    'Enter the promised and the achieved time at a touchpoint.',
  ),
  'no-service-levels': why(
    'not set',
    'No touchpoint says how the tiers are served.',
    'Set the level of service by tier at a touchpoint.',
  ),
  'no-permission-channels': why(
    'none',
    'No channel needs permission.',
    'Mark channels such as e-mail or text messages as needing permission.',
  ),
  'no-frequency': why(
    'not known',
    'Nothing says how often messages are sent.',
    'Enter the messages a week at the touchpoints of these channels.',
  ),
  'no-control-shares': why(
    'not set',
    'Nothing says who controls the contacts.',
    'Enter the shares of control at a touchpoint.',
  ),
  'no-information': why(
    'none',
    'No touchpoint says which information it produces.',
    'Enter it at a touchpoint, with the system it goes to.',
  ),
  'no-prepurchase': why('none', 'No stage lies before the purchase.', 'Set the phase of the stages.'),
  'not-rated': why('not rated', 'It is not rated.', 'Rate it at the touchpoint.'),
  'not-measured': why('not measured', 'The time achieved is not measured.', 'Enter the time it takes.'),
  'no-target': why('no target', 'No time is promised.', 'Enter the time that is promised.'),
  'not-counted': why('not counted', 'It is not counted.', 'Enter the counts at the touchpoint.'),
  'nobody-reached': why('nobody came', 'Nobody was reached.', 'Check the count at the touchpoint.'),
  'more-passed-than-reached': why(
    'counts differ',
    'More passed than were reached.',
    'Put the two counts right.',
  ),
  'unknown-before': why(
    'not known before',
    'A share before it is not known.',
    'Enter the counts of the touchpoints before it.',
  ),
  'nobody-passed': why('nobody passed', 'Nobody got through.', 'Check the count at the touchpoint.'),
  'no-cap': why(
    'no cap',
    'Nothing says how many are too many.',
    'Enter the most messages a week at the channel.',
  ),
  'no-date': why('no date', 'The day is not known.', 'Give the topic its dates.'),
  'wrong-counts': why(
    'wrong counts',
    'The answers do not fit the question.',
    'Enter one count for each possible answer.',
  ),
  'no-raw-answers': why(
    'no answers',
    'The single answers are not known.',
    'Enter the counts of the answers at the reading.',
  ),
  'no-answers': why('no answers', 'Nobody has answered.', 'Enter the counts of the answers at the reading.'),
  'too-few': why('too few', 'There are too few values.', 'Add more ratings.'),
  'all-equal': why('all equal', 'All values are equal.', 'Add ratings that differ.'),
} as const;

export type WordedReason = keyof typeof en;
export type ReasonsWords = Readonly<Record<WordedReason, ReasonWords>>;

const zh: ReasonsWords = {
  'no-touchpoints': why(
    '无接触点',
    '还没有旅程接触点，或该画像一个也不会遇到。',
    '在“接触点”或“客户行为”泳道中添加接触点。',
  ),
  'unknown-persona': why('无此画像', '这个画像已不在图中。', '换一个视角。'),
  'unknown-tier': why('无此等级', '这个等级已不在图中。', '换一个等级。'),
  'no-stages': why('无阶段', '图中还没有阶段。', '先在图上添加第一个阶段。'),
  'no-channels': why('无渠道', '还没有用到任何渠道。', '添加渠道，并为每个接触点选择渠道。'),
  'no-brand': why(
    '无品牌信息',
    '图中还没有品牌信息。',
    '写下品牌的核心信息、话题和语气，就能逐一对照每个接触点。',
  ),
  'no-tiers': why('无等级', '图中还没有客户等级。', '添加等级，并在接触点上设定各等级的服务级别。'),
  'no-personas': why('无画像', '图中还没有客户画像。', '在旅程图上方的视角栏添加画像。'),
  'one-persona': why('仅一个画像', '至少两个画像才能对比。', '再添加一个画像。'),
  'no-base': why('无对照', '没有可供对照的图。', '选择要对照的图或版本。'),
  'nothing-rated': why('未评分', '还没有任何评分。', '选中接触点，为情绪、重要度和表现评分。'),
  'nothing-counted': why(
    '未统计',
    '还没有统计有多少人到达、多少人通过。',
    '在接触点上填写“到达”和“通过”的人数，或填写转化率。',
  ),
  'no-cost': why('无成本', '成本尚不清楚。', '在接触点上填写成本。'),
  'no-media': why('未设定', '还没有接触点说明媒体类型。', '为渠道选择自有、付费、赢得或共享。'),
  'no-survey': why('无调查', '还没有调查结果。', '添加净推荐值、满意度或费力度的读数。'),
  'no-response-times': why('无时间', '还没有响应时间。', '在接触点上填写承诺时间和实际时间。'),
  'no-service-levels': why('未设定', '还没有接触点说明各等级的服务级别。', '在接触点上按等级设定服务级别。'),
  'no-permission-channels': why('无', '没有需要许可的渠道。', '把邮件、短信等渠道标为需要许可。'),
  'no-frequency': why('未知', '还不知道发送消息的频率。', '在这些渠道的接触点上填写“每周触达”。'),
  'no-control-shares': why('未设定', '还不知道各次接触由谁掌控。', '在接触点上填写控制权平衡。'),
  'no-information': why('无', '还没有接触点说明会产生哪些信息。', '在接触点上填写信息以及它进入的系统。'),
  'no-prepurchase': why('无', '没有处于购买前的阶段。', '设定各阶段的时期。'),
  'not-rated': why('未评分', '尚未评分。', '在接触点上评分。'),
  'not-measured': why('未测量', '实际时间尚未测量。', '填写实际所需时间。'),
  'no-target': why('无目标', '没有承诺时间。', '填写承诺的时间。'),
  'not-counted': why('未统计', '尚未统计。', '在接触点上填写人数。'),
  'nobody-reached': why('无人到达', '没有人到达。', '检查接触点上的人数。'),
  'more-passed-than-reached': why('人数不符', '通过的人比到达的人多。', '改正这两个数。'),
  'unknown-before': why('前面未知', '前面有一处比例未知。', '填写前面接触点的人数。'),
  'nobody-passed': why('无人通过', '没有人通过。', '检查接触点上的人数。'),
  'no-cap': why('无上限', '没有设定每周上限。', '在渠道上填写“每周上限”。'),
  'no-date': why('无日期', '日期未知。', '为话题设定日期。'),
  'wrong-counts': why('计数有误', '答案数与题型不符。', '为每个选项填写一个计数。'),
  'no-raw-answers': why('无原始答案', '没有原始答案。', '在读数中填写各选项的计数。'),
  'no-answers': why('无答案', '没有人作答。', '在读数中填写各选项的计数。'),
  'too-few': why('太少', '数据太少。', '补充更多评分。'),
  'all-equal': why('全部相同', '所有数值都相同。', '补充不同的评分。'),
};

export const missingReasons: Catalogue<ReasonsWords> = { en, zh };
