/** The checks in Simplified Chinese (see checks.ts). */
import type { ChecksWords } from './checks.ts';
import { plain, signed } from './scene.ts';

const amount = (value: number | null): string => (value === null ? '?' : plain(value));

export const checksZh: ChecksWords = {
  L01: {
    name: '阶段为空',
    says: ({ name }) => `“${name}”阶段没有任何旅程接触点。`,
    todo: '补上客户在这里遇到的接触点，或删除该阶段。',
    remedy: '添加接触点',
  },
  L02: {
    name: '情绪未评分',
    says: ({ name }) => `“${name}”还没有情绪评分。`,
    todo: '请评分；先估一个并标为“假设”，也好过曲线断开。',
    remedy: '评情绪分',
  },
  'L03/key': {
    name: '关键接触点无人负责',
    says: ({ name }) => `“${name}”是关键接触点，但没有负责人。`,
    todo: '指定负责的人或岗位。',
    remedy: '指定负责人',
  },
  'L03/moment': {
    name: '关键时刻无人负责',
    says: ({ name }) => `“${name}”是关键时刻，但没有负责人。`,
    todo: '指定负责的人或岗位。',
    remedy: '指定负责人',
  },
  'L04/no-zero': {
    name: '缺少第零关键时刻',
    says: () => '图中没有标出客户在接触产品之前于何处拿定主意。',
    todo: '把那个接触点标为第零关键时刻。',
    remedy: null,
  },
  'L04/no-first': {
    name: '缺少第一关键时刻',
    says: () => '图中没有标出客户在何处选择并购买。',
    todo: '把那个接触点标为第一关键时刻。',
    remedy: null,
  },
  'L04/no-second': {
    name: '缺少第二关键时刻',
    says: () => '图中没有标出客户在何处判断下次是否还买。',
    todo: '把那个接触点标为第二关键时刻。',
    remedy: null,
  },
  'L04/misplaced': {
    name: '关键时刻位置不当',
    says: ({ name }) => `“${name}”上的关键时刻不在它该在的时期。`,
    todo: '移到相应时期的接触点，或改正阶段的时期。',
    remedy: '查看关键时刻',
  },
  L05: {
    name: '痛点无人回应',
    says: ({ name, amount: emotion }) =>
      `“${name}”体验很差（${signed(emotion ?? 0)}），却没有洞察、机会点或行动提到它。`,
    todo: '写下原因，或写下可以改进之处。',
    remedy: '添加机会点',
  },
  'L06/no-target': {
    name: '投诉处理没有时限',
    says: ({ name }) => `“${name}”处理投诉，但没有承诺响应时间。`,
    todo: '设定投诉多久内得到答复。',
    remedy: '设定时限',
  },
  'L06/no-complaint-node': {
    name: '投诉无门',
    says: () => '客户在此购买，却没有处理投诉的接触点。',
    todo: '补上这个接触点，或在已有的接触点上标明。',
    remedy: null,
  },
  L07: {
    name: '无人倾听',
    says: () => '使用期及之后，没有任何接触点倾听客户的声音。',
    todo: '增加调查或舆情监测，或标明已在倾听的接触点。',
    remedy: null,
  },
  L08: {
    name: '偏离品牌',
    says: ({ name }) => `“${name}”的信息、话题或语气偏离品牌。`,
    todo: '配上品牌的核心信息与话题，语气向目标靠拢。',
    remedy: '查看信息',
  },
  'L09/cycle': {
    name: '连线成环',
    says: ({ name, others }) => `从“${name}”出发，经${others.map(quoted).join('、')}又回到自身。`,
    todo: '把回头的连线改为“循环”。',
    remedy: '改为循环',
  },
  'L09/unlinked': {
    name: '接触点没有连线',
    says: ({ name }) => `“${name}”没有任何连线。`,
    todo: '与前后的接触点相连。',
    remedy: '查看连线',
  },
  'L10/over-cap': {
    name: '打扰过多',
    says: ({ name, others, amount: most, limit }) =>
      `${others.length > 0 ? others.join('、') : '每位客户'}每周会从“${name}”收到 ${amount(most)} 条消息，上限是 ${amount(limit)} 条。`,
    todo: '少发、分到其他渠道，或征得客户同意后提高上限。',
    remedy: '查看上限',
  },
  'L10/no-cap': {
    name: '渠道没有上限',
    says: ({ name }) => `“${name}”需要客户许可，却没有规定每周最多几条。`,
    todo: '设定每人每周最多收到几条。',
    remedy: '设定上限',
  },
  'L11/glance': {
    name: '一瞥之间放不下',
    says: ({ name, others }) => `“${name}”在人们只瞥一眼的地方（${others.join('、')}）讲长内容。`,
    todo: '用一张图或一句话说完，或换到人们有时间的地方。',
    remedy: '更换沟通方式',
  },
  'L11/dialogue': {
    name: '在对话中广播',
    says: ({ name, others }) => `“${name}”在人们彼此聊天的地方（${others.join('、')}）单向广播。`,
    todo: '参与对话，或换个地方广播。',
    remedy: '更换沟通方式',
  },
  L12: {
    name: '等级倒挂',
    says: ({ name, others: [lower = '', higher = ''] }) => `在“${name}”，${lower}得到的服务好过${higher}。`,
    todo: '让服务级别与客户等级的次序一致。',
    remedy: '查看服务级别',
  },
  L13: {
    name: '没有依据',
    says: ({ amount: rated }) => `${amount(rated)} 个情绪评分全部出于假设，没有观察或实测。`,
    todo: '访谈或观察几位客户，并标明所见。',
    remedy: null,
  },
  L14: {
    name: '没有服务任何接触点',
    says: ({ name }) => `“${name}”没有与客户遇到的任何接触点相连。`,
    todo: '连到它所支撑的接触点，或将其删除。',
    remedy: '查看连线',
  },
  'L15/no-base': {
    name: '未来没有对应的现状',
    says: () => '这张旅程图画的是未来，却没有注明来自哪张现状图，因此无法对比。',
    todo: '请从现状图“创建这张图的未来状态”。',
    remedy: null,
  },
  'L15/no-origin': {
    name: '现状中没有对应',
    says: ({ name }) => `“${name}”没有注明现状中的接触点，对比时按新增计算。`,
    todo: '若确是新增，保留即可；否则注明它取代哪个接触点。',
    remedy: null,
  },
  'L16/no-condition': {
    name: '定时规则缺少条件',
    says: ({ name, others }) => `从“${name}”到${others.map(quoted).join('、')}的规则有时间，却没有条件。`,
    todo: '写明对谁触发，例如“未付款”。',
    remedy: '填写条件',
  },
  'L16/no-delay': {
    name: '定时规则没有等待时间',
    says: ({ name, others }) => `从“${name}”到${others.map(quoted).join('、')}的规则在 0 分钟后触发。`,
    todo: '设定等待时间，或改为普通连线。',
    remedy: '设定时间',
  },
  L17: {
    name: '通过人数多于到达人数',
    says: ({ name, amount: passed, limit }) =>
      `“${name}”只到达 ${amount(limit)} 人，却有 ${amount(passed)} 人通过。`,
    todo: '改正这两个数；在此之前不计入筛子。',
    remedy: '查看人数',
  },
};

function quoted(name: string): string {
  return `“${name}”`;
}
