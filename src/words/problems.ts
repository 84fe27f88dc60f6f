/**
 * What went wrong, in words that help (U42): each says what happened, what is safe and what to do next.
 * The reasons of a refused file are in reasons.ts; these are the frames around them.
 */
import { crashWords, type CrashKey, type ProblemWords } from './crash.ts';
import type { Catalogue } from './language.ts';

export type ProblemKey =
  | CrashKey
  | 'pageUnknown'
  | 'noToken'
  | 'keyDoesNotFit'
  | 'linkWithdrawn'
  | 'mapDeleted'
  | 'otherGeneration'
  | 'roleChanged'
  | 'outOfStep'
  | 'serverDown'
  | 'cannotCreate'
  | 'createOffline'
  | 'fileRefused'
  | 'fileUnreadable'
  | 'fileTooLarge'
  | 'linkNotMade'
  | 'linkNotWithdrawn'
  | 'linksNotRead'
  | 'lastOwnerLink'
  | 'versionsNotRead'
  | 'versionNotShown'
  | 'versionNotKept'
  | 'importNotAllowed'
  | 'versionOffline'
  | 'versionNotRestored'
  | 'versionMaybeRestored'
  | 'versionNotRenamed'
  | 'versionNotDeleted'
  | 'versionUnknown'
  | 'versionsFull'
  | 'templateUnknown'
  | 'serverCannotSave'
  | 'mapUnreadable'
  | 'serverFault'
  | 'tooMany'
  | 'createForbidden';

const en: Record<Exclude<ProblemKey, CrashKey>, ProblemWords> = {
  pageUnknown: {
    title: 'There is nothing at this address',
    happened: 'The address does not belong to a page of Touchline.',
    safe: 'Your maps are untouched.',
    next: 'Go to your maps, or check the link for missing characters.',
  },
  noToken: {
    title: 'This address lacks its key',
    happened: 'The part after “#” is missing, and this device does not remember a key for this map.',
    safe: 'The map itself is untouched.',
    next: 'Open the complete link you were given, or ask its owner for a new one.',
  },
  keyDoesNotFit: {
    title: 'The key in this address does not fit',
    happened:
      'The part after “#” is not a key of this map: it is wrong or incomplete, or the link was withdrawn.',
    safe: 'The map itself is untouched.',
    next: 'Copy the whole link again from where you got it, or ask its owner for a new one.',
  },
  linkWithdrawn: {
    title: 'This link does not open a map any more',
    happened: 'The link was withdrawn, it has expired, or its key is wrong or not copied completely.',
    safe: 'The map is untouched. Changes you made here before stay on this device.',
    next: 'Ask the person who gave you the link for a new one.',
  },
  mapDeleted: {
    title: 'This map was deleted',
    happened: 'Its owner moved the map to the bin.',
    safe: 'It rests there for 30 days before it is gone.',
    next: 'Ask the owner to bring it back, or go to your other maps.',
  },
  otherGeneration: {
    title: 'This map was replaced on the server',
    happened: 'An earlier version was restored while this page was away.',
    safe: 'Your own copy is kept on this device; nothing was mixed.',
    next: 'Reload the page to see the restored map.',
  },
  roleChanged: {
    title: 'Your rights on this map have changed',
    happened: 'The owner has changed what this link allows.',
    safe: 'What was saved is on the server; changes it did not take are kept on this device.',
    next: 'Reload the page to go on with what the link allows now.',
  },
  outOfStep: {
    title: 'This page is out of step',
    happened: 'The page and the server could not agree on a change, so the page has stopped taking more.',
    safe: 'The map on the server is whole; your own copy is kept on this device.',
    next: 'Reload the page to get back in step.',
  },
  serverDown: {
    title: 'The server does not answer',
    happened: 'The page could not reach its server, and this device holds no copy of this map yet.',
    safe: 'What was saved before is on the server.',
    next: 'Check the connection and try again.',
  },
  cannotCreate: {
    title: 'The map could not be made',
    happened: 'The server did not take the new map.',
    safe: 'Nothing was created and nothing was changed.',
    next: 'Try again in a moment.',
  },
  createOffline: {
    title: 'The map could not be made',
    happened: 'The page could not reach its server, where new maps are kept.',
    safe: 'Nothing was created and nothing was changed.',
    next: 'Check the connection and try again.',
  },
  createForbidden: {
    title: 'New maps need the address with the key',
    happened: 'This server lets only people with its creation key make maps.',
    safe: 'You can go on using the maps you have links to.',
    next: 'Open the address that the server printed when it started, or ask whoever runs it.',
  },
  fileRefused: {
    title: 'This file cannot be opened',
    happened: 'Some of its content does not fit the format of the file, or the limits of a map.',
    safe: 'Nothing was created and the file was not changed.',
    next: 'Correct these places and try again:',
  },
  fileUnreadable: {
    title: 'This file cannot be read',
    happened: 'It is none of the kinds that Touchline reads, or it is damaged.',
    safe: 'Nothing was created and the file was not changed.',
    next: 'Choose a Touchline file (.json), a table (.csv, .xlsx), a Mermaid journey (.mmd, .md) or a CJML 2.0 journey (.xml).',
  },
  fileTooLarge: {
    title: 'This file is too large',
    happened: 'Touchline reads files up to 20 MiB, and workbooks up to 5 MiB.',
    safe: 'Nothing was created and the file was not changed.',
    next: 'Take large pictures out of the file and try again.',
  },
  linksNotRead: {
    title: 'The links could not be read',
    happened: 'The server did not answer the question for this map’s links.',
    safe: 'All links go on working as before.',
    next: 'Close this window and open it again when the connection is back.',
  },
  linkNotMade: {
    title: 'The link was not made',
    happened: 'The server did not take it.',
    safe: 'The other links are unchanged.',
    next: 'Try again in a moment.',
  },
  linkNotWithdrawn: {
    title: 'The link was not withdrawn',
    happened: 'The server did not take it, so the link still works.',
    safe: 'The map and the other links are unchanged.',
    next: 'Try again in a moment.',
  },
  lastOwnerLink: {
    title: 'The last owner link stays',
    happened: 'Without an owner link nobody could share or delete this map any more.',
    safe: 'The map and all its links are unchanged.',
    next: 'Make another owner link first.',
  },
  versionsNotRead: {
    title: 'The versions could not be read',
    happened: 'The server did not answer the question for this map’s versions.',
    safe: 'All versions are on the server, and the map is untouched.',
    next: 'Try again when the connection is back.',
  },
  versionNotShown: {
    title: 'This version cannot be shown',
    happened: 'Its content did not come, or this page cannot read it.',
    safe: 'The version and the map are untouched.',
    next: 'Try again, or choose another version.',
  },
  versionNotKept: {
    title: 'The version was not kept',
    happened: 'The server could not be reached, or it has not saved your latest changes yet.',
    safe: 'The map is unchanged and your work stays in it.',
    next: 'Try again as soon as “Saved” is shown.',
  },
  versionNotRestored: {
    title: 'The version was not restored',
    happened: 'The server could not be reached, or it has not saved your latest changes yet.',
    safe: 'The map is as it was, and so is the version.',
    next: 'Try again as soon as “Saved” is shown.',
  },
  importNotAllowed: {
    title: 'This page may no longer change the map',
    happened: 'The right to edit ended while the import was open.',
    safe: 'Nothing was imported; the map and your file are untouched.',
    next: 'Make a new map of the file, or open the map with a link that may edit.',
  },
  versionOffline: {
    title: 'Offline: versions need the server',
    happened: 'The server cannot be reached now, so nothing was done with the versions.',
    safe: 'The map is as it is here, and your changes are kept on this device.',
    next: 'Try again as soon as “Saved” is shown.',
  },
  versionMaybeRestored: {
    title: 'It is not certain that the version was restored',
    happened: 'The connection broke before the server’s answer came.',
    safe: 'Nothing is lost: what a restored version replaces is kept as a version itself.',
    next: 'When the connection is back, look at the map and at this list; restore again if it is needed.',
  },
  versionNotRenamed: {
    title: 'The version was not renamed',
    happened: 'The server could not be reached, or it refused the name.',
    safe: 'The version and the map are untouched.',
    next: 'Try again when the connection is back.',
  },
  versionNotDeleted: {
    title: 'The version was not deleted',
    happened: 'The server could not be reached, or it refused.',
    safe: 'The map is untouched. If the answer alone was lost, the version is gone from the list.',
    next: 'Read the list again when the connection is back.',
  },
  versionUnknown: {
    title: 'This version is not here any more',
    happened: 'Versions that the server keeps by itself become fewer with time; this one has gone.',
    safe: 'The map and all named versions are unchanged.',
    next: 'Open the list again and choose a version near it.',
  },
  versionsFull: {
    title: 'The map has too many named versions',
    happened: 'The named versions of this map have reached their limit.',
    safe: 'They are all kept, and the server goes on keeping versions by itself.',
    next: 'Make a copy of the map to go on naming versions.',
  },
  templateUnknown: {
    title: 'This template is not here any more',
    happened: 'The server has no template of this name, perhaps because it was updated.',
    safe: 'Nothing was created and nothing was changed.',
    next: 'Reload the page to see the templates it has now.',
  },
  serverCannotSave: {
    title: 'The server cannot save right now',
    happened: 'It cannot write to its disk.',
    safe: 'Nothing was changed and nothing was lost.',
    next: 'Try again in a minute; whoever runs the server finds the cause in its log.',
  },
  mapUnreadable: {
    title: 'This map cannot be read right now',
    happened: 'The server has the map but cannot read it from its disk.',
    safe: 'Nothing was changed or overwritten; other maps work.',
    next: 'Try again in a minute, or ask whoever runs the server to look into its log.',
  },
  serverFault: {
    title: 'Something went wrong on the server',
    happened: 'The server met an error it did not expect.',
    safe: 'What was stored is safe.',
    next: 'Try again. If it happens again, ask whoever runs the server to look into its log.',
  },
  tooMany: {
    title: 'Too much at once',
    happened: 'The server asks this address to slow down.',
    safe: 'Nothing is lost.',
    next: 'Wait a minute and try again.',
  },
};

const zh: typeof en = {
  pageUnknown: {
    title: '这个地址没有内容',
    happened: '这个地址不属于 Touchline 的任何页面。',
    safe: '您的旅程图没有变化。',
    next: '请前往我的旅程图，或检查链接是否缺少字符。',
  },
  noToken: {
    title: '这个地址缺少密钥',
    happened: '地址中“#”之后的部分缺失，本设备也没有记住这张图的密钥。',
    safe: '旅程图本身没有变化。',
    next: '请打开完整的链接，或向所有者索取新链接。',
  },
  keyDoesNotFit: {
    title: '这个地址中的密钥不符',
    happened: '“#”之后的部分不是这张图的密钥：可能有误、不完整，或链接已被收回。',
    safe: '旅程图本身没有变化。',
    next: '请从来源处重新复制完整的链接，或向所有者索取新链接。',
  },
  linkWithdrawn: {
    title: '这个链接已无法打开旅程图',
    happened: '链接已被收回、已过期，或密钥有误、没有复制完整。',
    safe: '旅程图没有变化。您之前在这里的修改仍保存在本设备。',
    next: '请向给您链接的人索取新链接。',
  },
  mapDeleted: {
    title: '这张图已被删除',
    happened: '所有者把它移到了回收站。',
    safe: '它会在回收站保留 30 天。',
    next: '请所有者恢复，或前往您的其他旅程图。',
  },
  otherGeneration: {
    title: '服务器上的这张图已被替换',
    happened: '在此页面离线期间，恢复了较早的版本。',
    safe: '您的副本保存在本设备，没有混在一起。',
    next: '请重新加载页面查看恢复后的图。',
  },
  roleChanged: {
    title: '您在这张图上的权限已改变',
    happened: '所有者更改了这个链接允许的操作。',
    safe: '已保存的内容在服务器上；未被接受的修改保存在本设备。',
    next: '请重新加载页面，按链接现在的权限继续。',
  },
  outOfStep: {
    title: '页面与服务器不同步',
    happened: '页面与服务器对一处修改无法达成一致，已停止接收更多修改。',
    safe: '服务器上的图是完整的；您的副本保存在本设备。',
    next: '请重新加载页面以恢复同步。',
  },
  serverDown: {
    title: '服务器没有回应',
    happened: '页面无法连接服务器，本设备也还没有这张图的副本。',
    safe: '之前保存的内容都在服务器上。',
    next: '请检查连接后重试。',
  },
  cannotCreate: {
    title: '无法新建旅程图',
    happened: '服务器没有接受新图。',
    safe: '没有创建任何内容，也没有改动任何内容。',
    next: '请稍后重试。',
  },
  createOffline: {
    title: '无法新建旅程图',
    happened: '页面无法连接服务器，而新图要保存在服务器上。',
    safe: '没有创建任何内容，也没有改动任何内容。',
    next: '请检查连接后重试。',
  },
  createForbidden: {
    title: '新建需要带密钥的地址',
    happened: '此服务器只允许持有创建密钥的人新建旅程图。',
    safe: '您仍可使用已有链接的旅程图。',
    next: '请打开服务器启动时显示的地址，或联系管理者。',
  },
  fileRefused: {
    title: '无法打开这个文件',
    happened: '其中一些内容不符合文件格式，或超出了一张图的限制。',
    safe: '没有创建任何内容，文件也没有改动。',
    next: '请修正以下位置后重试：',
  },
  fileUnreadable: {
    title: '无法读取这个文件',
    happened: '它不是 Touchline 能读取的文件类型，或已损坏。',
    safe: '没有创建任何内容，文件也没有改动。',
    next: '请选择 Touchline 文件（.json）、表格（.csv、.xlsx）、Mermaid 旅程（.mmd、.md）或 CJML 2.0 旅程（.xml）。',
  },
  fileTooLarge: {
    title: '文件太大',
    happened: 'Touchline 可读取不超过 20 MiB 的文件，工作簿不超过 5 MiB。',
    safe: '没有创建任何内容，文件也没有改动。',
    next: '请移除文件中的大图片后重试。',
  },
  linksNotRead: {
    title: '无法读取链接',
    happened: '服务器没有回答这张图有哪些链接。',
    safe: '所有链接照常可用。',
    next: '请关闭窗口，连接恢复后再打开。',
  },
  linkNotMade: {
    title: '链接没有生成',
    happened: '服务器没有接受。',
    safe: '其他链接没有变化。',
    next: '请稍后重试。',
  },
  linkNotWithdrawn: {
    title: '链接没有收回',
    happened: '服务器没有接受，因此链接仍然有效。',
    safe: '旅程图和其他链接没有变化。',
    next: '请稍后重试。',
  },
  lastOwnerLink: {
    title: '最后一个所有者链接不能收回',
    happened: '没有所有者链接，就没有人能再分享或删除这张图。',
    safe: '旅程图和所有链接都没有变化。',
    next: '请先生成另一个所有者链接。',
  },
  versionsNotRead: {
    title: '无法读取版本',
    happened: '服务器没有返回这张图的版本。',
    safe: '所有版本都在服务器上，旅程图没有变化。',
    next: '请在恢复连接后重试。',
  },
  versionNotShown: {
    title: '无法显示这个版本',
    happened: '没有收到它的内容，或本页面无法读取。',
    safe: '版本和旅程图都没有变化。',
    next: '请重试，或选择其他版本。',
  },
  versionNotKept: {
    title: '没有保存为版本',
    happened: '无法连接服务器，或服务器还没有存下您最近的修改。',
    safe: '旅程图没有变化，您的修改仍在图中。',
    next: '请在显示“已保存”后重试。',
  },
  versionNotRestored: {
    title: '没有恢复这个版本',
    happened: '无法连接服务器，或服务器还没有存下您最近的修改。',
    safe: '旅程图和这个版本都没有变化。',
    next: '请在显示“已保存”后重试。',
  },
  importNotAllowed: {
    title: '本页面已不能修改这张图',
    happened: '导入时，编辑权限已失效。',
    safe: '没有导入任何内容，旅程图和您的文件都没有变化。',
    next: '可将文件导入为新图，或用可编辑的链接打开这张图。',
  },
  versionOffline: {
    title: '离线：版本需要连接服务器',
    happened: '现在无法连接服务器，没有对版本做任何操作。',
    safe: '旅程图没有变化，您的修改保存在本设备。',
    next: '请在显示“已保存”后重试。',
  },
  versionMaybeRestored: {
    title: '无法确定版本是否已恢复',
    happened: '在收到服务器的回答之前连接中断了。',
    safe: '没有任何丢失：恢复版本时，被替换的内容也会保存为一个版本。',
    next: '连接恢复后，请查看旅程图和版本列表；如有需要，请再恢复一次。',
  },
  versionNotRenamed: {
    title: '没有重命名这个版本',
    happened: '无法连接服务器，或服务器拒绝了这个名称。',
    safe: '版本和旅程图都没有变化。',
    next: '请在恢复连接后重试。',
  },
  versionNotDeleted: {
    title: '没有删除这个版本',
    happened: '无法连接服务器，或服务器拒绝了。',
    safe: '旅程图没有变化。如果只是没有收到回答，该版本会从列表中消失。',
    next: '请在恢复连接后重新读取列表。',
  },
  versionUnknown: {
    title: '这个版本已不存在',
    happened: '自动保存的版本会随时间逐渐减少，这个版本已被清理。',
    safe: '旅程图和所有命名的版本都没有变化。',
    next: '请重新打开列表，选择相近的版本。',
  },
  versionsFull: {
    title: '命名的版本太多',
    happened: '这张图的命名版本已达上限。',
    safe: '已有版本全部保留，服务器也会继续自动保存版本。',
    next: '如需继续命名版本，请复制一张新图。',
  },
  templateUnknown: {
    title: '这个模板已不存在',
    happened: '服务器上没有这个名称的模板，可能服务器已更新。',
    safe: '没有创建任何内容，也没有改动任何内容。',
    next: '请重新加载页面，查看现有的模板。',
  },
  serverCannotSave: {
    title: '服务器暂时无法保存',
    happened: '服务器无法写入磁盘。',
    safe: '没有任何改动，也没有任何丢失。',
    next: '请一分钟后重试；服务器管理者可在日志中查到原因。',
  },
  mapUnreadable: {
    title: '暂时无法读取这张图',
    happened: '服务器上有这张图，但无法从磁盘读出。',
    safe: '没有任何内容被改动或覆盖，其他旅程图可正常使用。',
    next: '请一分钟后重试，或请服务器管理者查看日志。',
  },
  serverFault: {
    title: '服务器出错了',
    happened: '服务器遇到了意料之外的错误。',
    safe: '已保存的内容是安全的。',
    next: '请重试。如果再次发生，请服务器管理者查看日志。',
  },
  tooMany: {
    title: '请求过多',
    happened: '服务器请此地址放慢速度。',
    safe: '没有任何丢失。',
    next: '请等一分钟后重试。',
  },
};

export const problemWords: Catalogue<Record<ProblemKey, ProblemWords>> = {
  en: { ...crashWords.en, ...en },
  zh: { ...crashWords.zh, ...zh },
};
