/** Words of importing: the dialog that shows what a file or a paste would do, its columns, its counts, its problems. */
import type { Collection } from '../model/journeyMap.ts';
import type { Catalogue } from './language.ts';
import { fieldWords } from './fields.ts';

/** What is counted by kind: collections whose records have a name of their own. */
export type Counted = keyof (typeof fieldWords)['en']['one'] & Collection;

const en = {
  title: 'Import',
  pasteTitle: 'Paste rows',
  close: 'Close',
  cancel: 'Cancel',
  reading: 'Reading the file…',
  writing: 'Adding to the map. Nothing in it changes until all of it is there.',
  written: (done: number, of: number) => `${done} of ${of} written`,
  into: 'Into this map',
  asNew: 'As a new map',
  asNewInstead: 'As a new map instead…',
  sheet: 'Sheet',
  broughtIn: 'What comes in',
  workbookParts: { whole: 'The whole workbook', sheet: 'One sheet' },
  journey: 'Journey',
  mapTitle: 'Title of the new map',
  rowsAre: 'Each row is',
  rowKinds: { touchpoints: 'A touchpoint', readings: 'A measured value' },
  hasHeads: 'The first row holds headings',
  columns: 'What each column becomes',
  columnsHint: 'Columns without a field are left out. Rows with an empty stage or lane follow the row above.',
  readingsHint:
    'A touchpoint is named by its title, its ID or its address (such as C2); without one the value is for the whole map.',
  readingsHome:
    'This looks like a table of measured values. Open the map that they are for and import it there.',
  column: (letter: string, heading: string) =>
    heading === '' ? `Column ${letter} becomes` : `Column ${letter}, “${heading}”, becomes`,
  leaveOut: '– left out –',
  row: (number: number) => `Row ${number}`,
  rowHead: 'Row',
  line: (number: number) => `line ${number}`,
  moreRows: (count: number) => (count === 1 ? 'and 1 more row' : `and ${count} more rows`),
  happens: 'What will happen',
  planning: (done: number, of: number) => `Looking at the rows: ${done} of ${of}…`,
  nothing: 'Nothing can be imported yet.',
  needsTitle: 'Say which column holds the title of the touchpoint.',
  needsReading: 'Say which columns hold metric, value and date.',
  count: (n: number, kind: Counted) => `${n} ${fieldWords.en[n === 1 ? 'one' : 'many'][kind].toLowerCase()}`,
  newCount: (n: number, kind: Counted) =>
    `${n} new ${fieldWords.en[n === 1 ? 'one' : 'many'][kind].toLowerCase()}`,
  messages: (n: number) => (n === 1 ? '1 new core message' : `${n} new core messages`),
  topics: (n: number) => (n === 1 ? '1 new topic' : `${n} new topics`),
  names: (names: readonly string[], more: number) =>
    more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', '),
  replaced: (n: number) =>
    n === 1 ? '1 takes the place of a value that is there' : `${n} take the place of values that are there`,
  leftRows: (n: number, of: number) =>
    `${n} of ${of} ${of === 1 ? 'row' : 'rows'} ${n === 1 ? 'is' : 'are'} left out:`,
  emptiedRows: (n: number) =>
    n === 1
      ? '1 row comes in without a field that cannot be read:'
      : `${n} rows come in without fields that cannot be read:`,
  leftEmpty: (told: string) => `${told}; left empty`,
  leftColumns: (n: number) => (n === 1 ? '1 column is left out' : `${n} columns are left out`),
  leftElements: 'Has no place in a map and is left out',
  moreProblems: (n: number) => (n === 1 ? 'and 1 more' : `and ${n} more`),
  stands: (value: string) => `“${value}”`,
  /** Between a field, what stands in it, and the rule. */
  between: ' ',
  importRows: (n: number, kind: Counted) =>
    `Import ${n} ${fieldWords.en[n === 1 ? 'one' : 'many'][kind].toLowerCase()}`,
  importMap: 'Make the map',
  importInto: 'Add to this map',
  done: (n: number, kind: Counted) =>
    `Imported ${n} ${fieldWords.en[n === 1 ? 'one' : 'many'][kind].toLowerCase()}. One undo takes it all back.`,
  refused: {
    gone: 'Somebody has just deleted something this import needs. Nothing was changed.',
    full: 'The map has no room for all of this. Nothing was changed.',
    'not-allowed': 'This could not be added. Nothing was changed.',
    locked: 'Something this import would change is locked. Nothing was changed.',
    'structure-locked':
      'Stages and lanes are locked, and this import would add some. Nothing was changed: unlock them, or use names that exist.',
  },
  formats: {
    touchline: 'Touchline file',
    xlsx: 'Workbook',
    csv: 'Table',
    mermaid: 'Mermaid journey',
    cjml: 'CJML journey',
  },
  madeNames: {
    title: 'Imported map',
    stage: 'Journey',
    lane: 'Touchpoints',
    actions: 'Customer actions',
    backstage: 'Backstage',
    emotion: 'Emotion',
  },
  states: { current: 'current state', future: 'future state', actual: 'as it happened' },
};

const zh: typeof en = {
  title: '导入',
  pasteTitle: '粘贴表格行',
  close: '关闭',
  cancel: '取消',
  reading: '正在读取文件…',
  writing: '正在加入当前图。全部写完之前，图中的内容不会改变。',
  written: (done, of) => `已写入 ${done} / ${of}`,
  into: '加入当前图',
  asNew: '新建一张图',
  asNewInstead: '改为新建一张图…',
  sheet: '工作表',
  broughtIn: '导入内容',
  workbookParts: { whole: '整个工作簿', sheet: '单个工作表' },
  journey: '旅程',
  mapTitle: '新图的标题',
  rowsAre: '每一行是',
  rowKinds: { touchpoints: '一个接触点', readings: '一个测量值' },
  hasHeads: '第一行是标题行',
  columns: '各列对应的字段',
  columnsHint: '未选字段的列不导入。阶段或泳道为空的行，沿用上一行的值。',
  readingsHint: '接触点可用标题、ID 或地址（如 C2）指明；留空表示整张图。',
  readingsHome: '这看起来是一张测量值表。请打开它所属的旅程图，再在那里导入。',
  column: (letter, heading) => (heading === '' ? `${letter} 列对应` : `${letter} 列“${heading}”对应`),
  leaveOut: '– 不导入 –',
  row: (number) => `第 ${number} 行`,
  rowHead: '行',
  line: (number) => `第 ${number} 行`,
  moreRows: (count) => `另有 ${count} 行`,
  happens: '导入结果预览',
  planning: (done, of) => `正在检查各行：${done} / ${of}…`,
  nothing: '目前没有可以导入的内容。',
  needsTitle: '请指定哪一列是接触点的标题。',
  needsReading: '请指定指标、数值和日期所在的列。',
  count: (n, kind) => `${n} 个${fieldWords.zh.one[kind]}`,
  newCount: (n, kind) => `新建 ${n} 个${fieldWords.zh.one[kind]}`,
  messages: (n) => `新建 ${n} 条核心信息`,
  topics: (n) => `新建 ${n} 个话题`,
  names: (names, more) => (more > 0 ? `${names.join('、')}，另有 ${more} 个` : names.join('、')),
  replaced: (n) => `其中 ${n} 个会替换已有的值`,
  leftRows: (n, of) => `${of} 行中有 ${n} 行不导入：`,
  emptiedRows: (n) => `${n} 行有无法识别的内容，相应字段将留空：`,
  leftEmpty: (told) => `${told}；此字段留空`,
  leftColumns: (n) => `${n} 列不导入`,
  leftElements: '旅程图中没有对应位置、不导入的内容',
  moreProblems: (n) => `另有 ${n} 处`,
  stands: (value) => `“${value}”`,
  between: '',
  importRows: (n, kind) => `导入 ${n} 个${fieldWords.zh.one[kind]}`,
  importMap: '新建这张图',
  importInto: '加入当前图',
  done: (n, kind) => `已导入 ${n} 个${fieldWords.zh.one[kind]}，撤销一次即可全部收回。`,
  refused: {
    gone: '导入所需的内容刚被他人删除，没有做任何更改。',
    full: '这张图放不下全部内容，没有做任何更改。',
    'not-allowed': '无法加入这些内容，没有做任何更改。',
    locked: '导入会更改已锁定的内容，没有做任何更改。',
    'structure-locked': '阶段和泳道已锁定，而这次导入需要新建。没有做任何更改：请先解锁，或使用已有的名称。',
  },
  formats: {
    touchline: 'Touchline 文件',
    xlsx: '工作簿',
    csv: '表格',
    mermaid: 'Mermaid 旅程',
    cjml: 'CJML 旅程',
  },
  madeNames: {
    title: '导入的旅程图',
    stage: '旅程',
    lane: '接触点',
    actions: '客户行为',
    backstage: '后台',
    emotion: '情绪曲线',
  },
  states: { current: '现状', future: '未来', actual: '真实旅程' },
};

export const importWords: Catalogue<typeof en> = { en, zh };
export type ImportWords = typeof en;
