/** Words of the Insights about how contacts are made: five Ws (A17), control (A19), formal and informal (A21), kinds (A22). */
import type { Catalogue } from './language.ts';

const en = {
  fiveWs: {
    name: 'Who, what, where, to whom, to what effect',
    what: 'checked',
    complete: 'of the five answered, on average',
    parts: {
      who: 'Who does it',
      what: 'What it says',
      channel: 'Over which channel',
      whom: 'To whom',
      effect: 'To what effect',
    },
    lacking: (count: number) => (count === 0 ? 'none missing' : `${count} missing`),
    fewest: 'Least described',
    columns: ['Question', 'Answered'],
  },
  control: {
    name: 'Who controls the contact',
    what: 'contacts with shares',
    parts: { organisation: 'Organisation', staff: 'Staff', customer: 'Customer' },
    balanced: (count: number) => `${count} balanced`,
    dominated: { organisation: 'Organisation leads', staff: 'Staff lead', customer: 'Customer leads' },
    even: 'Balanced',
    row: (title: string, organisation: number, staff: number, customer: number, said: string) =>
      `${title}: organisation ${organisation}, staff ${staff}, customer ${customer}. ${said}`,
    note: 'One part above 60 of 100 leads.',
    columns: ['Touchpoint', 'Organisation', 'Staff', 'Customer', 'Says'],
  },
  formality: {
    name: 'Formal and informal',
    what: 'counted',
    row: 'Contact',
    noneBefore: 'Nothing informal happens before the purchase, where people get to know each other.',
    before: (count: number) =>
      count === 1
        ? '1 informal contact before the purchase'
        : `${count} informal contacts before the purchase`,
    unknownBefore: 'No stage is known to lie before the purchase.',
  },
  kinds: {
    name: 'Kinds of contact',
    what: 'say their kind',
    row: 'Kind',
    noKind: 'No touchpoint says which kind of contact it is.',
    todo: 'Choose the kinds at a touchpoint: staff, process, product, document, place, direct, indirect.',
    missingKinds: (names: readonly string[]) => `No contact of this kind: ${names.join(', ')}`,
    missingPhases: (names: readonly string[]) => `No contact in this phase: ${names.join(', ')}`,
    withoutKind: (count: number) => `${count} without a kind`,
    withoutPhase: (count: number) => `${count} without a phase`,
  },
};

const zh: typeof en = {
  fiveWs: {
    name: '谁、说什么、在哪里、对谁、有何效果',
    what: '已核对',
    complete: '五问平均完成度',
    parts: {
      who: '由谁负责',
      what: '传达什么',
      channel: '通过什么渠道',
      whom: '面向谁',
      effect: '达到什么效果',
    },
    lacking: (count) => (count === 0 ? '无缺漏' : `${count} 处缺漏`),
    fewest: '说明最少的接触点',
    columns: ['问题', '已回答'],
  },
  control: {
    name: '接触由谁掌控',
    what: '直接接触与员工接触中已填写',
    parts: { organisation: '组织', staff: '员工', customer: '客户' },
    balanced: (count) => `${count} 个均衡`,
    dominated: { organisation: '组织主导', staff: '员工主导', customer: '客户主导' },
    even: '均衡',
    row: (title, organisation, staff, customer, said) =>
      `${title}：组织 ${organisation}，员工 ${staff}，客户 ${customer}。${said}`,
    note: '某一方超过 60（满分 100）即为主导。',
    columns: ['接触点', '组织', '员工', '客户', '结论'],
  },
  formality: {
    name: '正式与非正式',
    what: '已统计',
    row: '接触',
    noneBefore: '购买前没有任何非正式接触，而人们正是在这一阶段彼此熟悉的。',
    before: (count) => `购买前有 ${count} 次非正式接触`,
    unknownBefore: '没有已知处于购买前的阶段。',
  },
  kinds: {
    name: '接触类型',
    what: '注明类型',
    row: '类型',
    noKind: '还没有接触点注明接触类型。',
    todo: '在接触点上选择类型：员工、流程、产品、文件、场所、直接、间接。',
    missingKinds: (names) => `缺少的类型：${names.join('、')}`,
    missingPhases: (names) => `没有接触的时期：${names.join('、')}`,
    withoutKind: (count) => `${count} 个未注明类型`,
    withoutPhase: (count) => `${count} 个未注明时期`,
  },
};

export const contactWords: Catalogue<typeof en> = { en, zh };
