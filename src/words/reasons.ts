/**
 * Why a file is refused, in words: one sentence for every rule of the model (model/reasons.ts), to stand after the JSON
 * path of the place. Typed by the model, so a rule without words in both languages does not compile.
 * Names of fields, collections and values stay as they are written in the file, because that is what is to be corrected.
 */
import type { ReasonCode, Rule } from '../model/reasons.ts';
import type { Catalogue, InterfaceLanguage } from './language.ts';

type RuleWords = { readonly [C in ReasonCode]: (rule: Rule<C>) => string };

type Range = Pick<Rule<'not-a-number'>, 'whole' | 'min' | 'max'>;

const en: RuleWords = {
  'file-too-large': ({ mebibytes }) => `is larger than ${mebibytes} MiB`,
  'broken-json': ({ line, column }) => `is not JSON: it breaks off at line ${line}, column ${column}`,
  'not-plain-json': () => 'is not JSON',
  'too-deep': ({ levels }) => `lies deeper than ${levels} levels`,
  'forbidden-key': () => 'is a key that is not allowed',
  'half-character': () => 'holds half of a character (a lone surrogate)',
  'not-finite': () => 'must be a finite number',
  'not-a-map': ({ format }) => `must be an object with "format": "${format}"`,
  'other-format': ({ named, format }) =>
    `the format is ${named === null ? 'missing or not a text' : `"${named}"`}; only "${format}" can be read`,
  'unreadable-text': () => 'is no text in UTF-8, UTF-16 or GB18030',
  'took-too-long': ({ seconds }) => `took longer than ${seconds} seconds to read, and was not read on`,
  'not-a-workbook': () => 'is no XLSX workbook that can be read (damaged, or protected by a password)',
  'old-workbook': () => 'is a workbook of the old .xls kind or protected by a password: save it as .xlsx',
  'inflates-too-much': ({ mebibytes }) => `comes to more than ${mebibytes} MiB when unpacked`,
  'packed-too-tightly': ({ ratio }) => `becomes more than ${ratio} times larger when unpacked`,
  'too-many-parts': ({ max, found }) => `may have at most ${max} parts; it has ${found}`,
  'too-many-rows': ({ max }) => `has more than ${max} rows`,
  'too-many-columns': ({ max }) => `has more than ${max} columns`,
  'no-rows': () => 'has no rows',
  'broken-xml': ({ line }) => `is no well-formed XML: it breaks off at line ${line}`,
  'xml-with-doctype': () => 'declares a document type, which is not read for safety',
  'not-cjml': ({ named }) => `is XML of another kind: begins with <${named}>, not with <CJML>`,
  'other-cjml': ({ named, version }) =>
    `is CJML ${named === '' ? 'without a version' : named}; only ${version} can be read`,
  'no-journey': () => 'holds no journey',
  'not-a-task': () => 'is neither a section nor a task such as “Make tea: 5: Me”',
  'no-touchpoint': () => 'is neither the title, the address nor the ID of a touchpoint',
  'several-touchpoints': ({ found }) => `fits ${found} touchpoints; name one by its ID`,
  required: () => 'is required',
  'not-null': () => 'may not be null',
  'not-an-object': () => 'must be an object',
  'not-a-list': () => 'must be a list',
  'not-entries': () => 'must be an object of entries by id',
  'not-a-text': () => 'must be a text',
  'not-a-boolean': () => 'must be true or false',
  'not-a-number': (range) => englishRange(range),
  'not-a-choice': ({ choices }) => `must be one of ${choices.join(', ')}`,
  'not-an-id': () =>
    'must be an id: 1 to 40 letters, digits, _ or - (and not __proto__, constructor or prototype)',
  'not-a-currency': () => 'must be a currency code of three capital letters',
  'not-a-colour': () => 'must be a colour as #rrggbb in lower case',
  'not-a-date': () => 'must be a date as YYYY-MM-DD',
  'not-a-time': () => 'must be a time in UTC such as 2025-03-01T09:00:00Z',
  'not-an-address': () =>
    'must be an http:, https: or mailto: address without spaces or invisible characters',
  'not-an-image': ({ characters }) =>
    `must be data:image/png, jpeg, webp or gif in base64, at most ${characters} characters`,
  'not-an-image-hash': () => 'must be the SHA-256 of a stored image: 64 digits 0-9 or a-f',
  'too-long': ({ max, found }) => `may have at most ${max} characters; it has ${found}`,
  'too-many-items': ({ max, found }) => `may hold at most ${max}; it holds ${found}`,
  'too-many-records': ({ collection, max, found }) =>
    `may hold at most ${max} ${collection}; it holds ${found}`,
  'wrong-sum': ({ fields, sum }) => `${fields.join(', ')} must add to ${sum}`,
  'id-used': ({ firstPath }) => `the id is already used at ${firstPath}; ids are unique in a file`,
  'refers-to-nothing': ({ kinds }) =>
    `refers to nothing: no ${kinds.length === 0 ? 'record' : kinds.join(' or ')} of this id in the file`,
  'not-in-snapshots': ({ key }) => `a snapshot’s file holds no ${key}`,
  'lane-without-touchpoints': ({ laneKind }) =>
    `lies in a lane of kind ${laneKind}, which holds no touchpoints`,
  'second-primary': () => 'at most one persona may be primary',
  'link-to-itself': () => 'a link leads to another touchpoint',
  'image-without-picture': () => 'an image needs the SHA-256 of its picture in "image"',
  'second-moment': () => 'the touchpoint has a moment of this kind already',
  'second-vote': () => 'this voter has voted for it in this round already',
  'too-many-dots': ({ dots }) => `a voter has at most ${dots} dots in a round`,
  'second-reading': ({ firstPath }) =>
    `says again what ${firstPath} says: one value for a touchpoint, metric, day and source`,
  'reading-out-of-range': ({ metric, ...range }) => `${metric} ${englishRange(range)}`,
  'wrong-counts': ({ metric, answers, found }) =>
    `${metric} needs ${answers} counts, one for each answer from the lowest to the highest; there are ${found}`,
};

const zh: RuleWords = {
  'file-too-large': ({ mebibytes }) => `超过 ${mebibytes} MiB`,
  'broken-json': ({ line, column }) => `不是有效的 JSON：在第 ${line} 行第 ${column} 列处出错`,
  'not-plain-json': () => '不是有效的 JSON',
  'too-deep': ({ levels }) => `嵌套超过 ${levels} 层`,
  'forbidden-key': () => '不允许使用这个键名',
  'half-character': () => '含有不完整的字符（孤立的代理项）',
  'not-finite': () => '必须是有限的数字',
  'not-a-map': ({ format }) => `必须是含有 "format": "${format}" 的对象`,
  'other-format': ({ named, format }) =>
    `${named === null ? '缺少格式名称，或格式名称不是文本' : `格式为“${named}”`}；只能读取“${format}”`,
  'unreadable-text': () => '不是 UTF-8、UTF-16 或 GB18030 编码的文本',
  'took-too-long': ({ seconds }) => `读取超过 ${seconds} 秒，已停止`,
  'not-a-workbook': () => '不是可以读取的 XLSX 工作簿（可能已损坏或有密码保护）',
  'old-workbook': () => '是旧版 .xls 工作簿或有密码保护的文件，请另存为 .xlsx',
  'inflates-too-much': ({ mebibytes }) => `解压后超过 ${mebibytes} MiB`,
  'packed-too-tightly': ({ ratio }) => `解压后超过原来的 ${ratio} 倍`,
  'too-many-parts': ({ max, found }) => `最多 ${max} 个部件，现有 ${found} 个`,
  'too-many-rows': ({ max }) => `超过 ${max} 行`,
  'too-many-columns': ({ max }) => `超过 ${max} 列`,
  'no-rows': () => '没有数据行',
  'broken-xml': ({ line }) => `不是格式正确的 XML：在第 ${line} 行出错`,
  'xml-with-doctype': () => '含有文档类型声明，出于安全不予读取',
  'not-cjml': ({ named }) => `是其他种类的 XML：以 <${named}> 开头，而不是 <CJML>`,
  'other-cjml': ({ named, version }) =>
    `${named === '' ? 'CJML 未注明版本' : `版本为 CJML ${named}`}，只能读取 ${version}`,
  'no-journey': () => '文件中没有旅程',
  'not-a-task': () => '既不是 section，也不是“泡茶: 5: 我”这样的任务',
  'no-touchpoint': () => '不是任何接触点的标题、地址或 ID',
  'several-touchpoints': ({ found }) => `对应 ${found} 个接触点，请用 ID 指明`,
  required: () => '必须填写',
  'not-null': () => '不能为 null',
  'not-an-object': () => '必须是对象',
  'not-a-list': () => '必须是列表',
  'not-entries': () => '必须是以 id 为键的对象',
  'not-a-text': () => '必须是文本',
  'not-a-boolean': () => '必须是 true 或 false',
  'not-a-number': (range) => chineseRange(range),
  'not-a-choice': ({ choices }) => `必须是以下之一：${choices.join('、')}`,
  'not-an-id': () => '必须是 id：1 到 40 个字母、数字、_ 或 -（不能是 __proto__、constructor 或 prototype）',
  'not-a-currency': () => '必须是由三个大写字母组成的货币代码',
  'not-a-colour': () => '必须是小写 #rrggbb 形式的颜色',
  'not-a-date': () => '必须是 YYYY-MM-DD 形式的日期',
  'not-a-time': () => '必须是 UTC 时间，例如 2025-03-01T09:00:00Z',
  'not-an-address': () => '必须是 http:、https: 或 mailto: 地址，不能含有空格或不可见字符',
  'not-an-image': ({ characters }) =>
    `必须是 base64 编码的 data:image/png、jpeg、webp 或 gif，最多 ${characters} 个字符`,
  'not-an-image-hash': () => '必须是已存图片的 SHA-256：64 位 0-9 或 a-f',
  'too-long': ({ max, found }) => `最多 ${max} 个字符，现有 ${found} 个`,
  'too-many-items': ({ max, found }) => `最多 ${max} 项，现有 ${found} 项`,
  'too-many-records': ({ collection, max, found }) => `${collection} 最多 ${max} 条，现有 ${found} 条`,
  'wrong-sum': ({ fields, sum }) => `${fields.join('、')} 之和必须等于 ${sum}`,
  'id-used': ({ firstPath }) => `这个 id 已在 ${firstPath} 使用；同一文件中的 id 不能重复`,
  'refers-to-nothing': ({ kinds }) =>
    kinds.length === 0
      ? '引用无效：文件中没有使用这个 id 的记录'
      : `引用无效：文件的 ${kinds.join(' 或 ')} 中没有这个 id`,
  'not-in-snapshots': ({ key }) => `快照中的文件不能包含 ${key}`,
  'lane-without-touchpoints': ({ laneKind }) => `所在泳道的类型是 ${laneKind}，不能放置接触点`,
  'second-primary': () => '最多只能有一个主要画像',
  'link-to-itself': () => '连线必须指向另一个接触点',
  'image-without-picture': () => '图片元素的 "image" 必须填写图片的 SHA-256',
  'second-moment': () => '该接触点已有同类的关键时刻',
  'second-vote': () => '该投票者在本轮已为它投过票',
  'too-many-dots': ({ dots }) => `每位投票者每轮最多 ${dots} 票`,
  'second-reading': ({ firstPath }) => `与 ${firstPath} 重复：同一接触点、指标、日期和来源只能有一个值`,
  'reading-out-of-range': ({ metric, ...range }) => `${metric} ${chineseRange(range)}`,
  'wrong-counts': ({ metric, answers, found }) =>
    `${metric} 需要 ${answers} 个计数，从最低到最高每个选项一个；现有 ${found} 个`,
};

export const reasonWords: Catalogue<{ readonly rules: RuleWords; readonly unknown: string }> = {
  en: { rules: en, unknown: 'breaks a rule that this page does not know' },
  zh: { rules: zh, unknown: '不符合规则，但此页面版本尚不认识这条规则' },
};

/** The sentence of a broken rule; null = a rule of a newer server. */
export function ruleText(rule: Rule | null, language: InterfaceLanguage): string {
  const { rules, unknown } = reasonWords[language];
  return rule ? say(rules, rule) : unknown;
}

function say<C extends ReasonCode>(words: RuleWords, rule: Rule<C>): string {
  return words[rule.code](rule);
}

/** With a real minus sign, as all numbers people read. */
function written(value: number): string {
  return String(value).replace('-', '−');
}

function englishRange({ whole, min, max }: Range): string {
  const what = whole ? 'must be a whole number' : 'must be a number';
  if (min !== null && max !== null) return `${what} from ${written(min)} to ${written(max)}`;
  if (min !== null) return `${what}, ${written(min)} or more`;
  return max === null ? what : `${what}, ${written(max)} or less`;
}

function chineseRange({ whole, min, max }: Range): string {
  const what = whole ? '整数' : '数字';
  if (min !== null && max !== null) return `必须是 ${written(min)} 到 ${written(max)} 之间的${what}`;
  if (min !== null) return `必须是不小于 ${written(min)} 的${what}`;
  return max === null ? `必须是${what}` : `必须是不大于 ${written(max)} 的${what}`;
}
