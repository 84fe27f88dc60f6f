/** Words of the frame: language and theme, the state of saving, opening a map. */
import type { Catalogue } from './language.ts';

const en = {
  product: 'Touchline',
  home: 'My maps',
  close: 'Close',
  messages: 'Messages',
  copyDetails: 'Copy details',
  language: 'Language',
  languageNames: { en: 'English', zh: '中文' },
  theme: 'Light or dark',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  help: 'Help',
  opening: 'Opening the map…',
  you: 'You',
  roles: { owner: 'Owner', editor: 'Can edit', commenter: 'Can comment', viewer: 'View only' },
  save: {
    saved: 'Saved',
    saving: 'Saving…',
    offline: (kept: number) =>
      kept === 0
        ? 'Offline'
        : kept === 1
          ? 'Offline: 1 change kept on this device'
          : `Offline: ${kept} changes kept on this device`,
    offlineShort: (kept: number) => (kept === 0 ? 'Offline' : `Offline · ${kept} kept`),
    cannotSave: (reason: string) => `Cannot save: ${reason}`,
    viewLive: 'View only, live',
    viewOffline: 'View only, offline',
    viewNewer: 'View only: made with a newer Touchline',
    commentLive: 'Can comment, live',
    commentOffline: 'Can comment, offline',
    commentLater: 'Comments come in a later version; until then this link shows the map.',
    retryIn: (seconds: number) => `trying again in ${seconds} s`,
    retrying: 'connecting…',
    tryNow: 'Try now',
  },
  name: {
    guest: 'Guest',
    change: 'You: change your name',
  },
  people: {
    label: 'People here',
    more: (count: number) => `${count} more`,
    me: (name: string) => `${name} (you)`,
    idle: (name: string) => `${name}, away`,
  },
  /** Why it cannot be saved, by the reason in the state of saving. */
  cannotSave: {
    'cannot-save': 'the server cannot write to its disk; your changes are kept on this device',
    refused: 'the server did not take the last change; it is kept on this device',
    'too-large': 'the map is larger than this server allows; delete something or save a Touchline file',
    closed: 'the connection has ended; your changes are kept on this device',
  },
  /** A newer program wrote in this map. */
  newer: {
    text: 'A newer version of Touchline has changed this map, so this page only shows it: nothing of it can be damaged here. Reload to get the newer version; if that does not help, this server needs an update.',
    reload: 'Reload',
  },
};

const zh: typeof en = {
  product: 'Touchline',
  home: '我的旅程图',
  close: '关闭',
  messages: '消息',
  copyDetails: '复制详情',
  language: '语言',
  languageNames: { en: 'English', zh: '中文' },
  theme: '浅色或深色',
  themes: { system: '跟随设备', light: '浅色', dark: '深色' },
  help: '帮助',
  opening: '正在打开旅程图…',
  you: '我',
  roles: { owner: '所有者', editor: '可编辑', commenter: '可评论', viewer: '仅查看' },
  save: {
    saved: '已保存',
    saving: '正在保存…',
    offline: (kept) => (kept === 0 ? '离线' : `离线：${kept} 处修改保存在本设备`),
    offlineShort: (kept) => (kept === 0 ? '离线' : `离线 · ${kept} 处`),
    cannotSave: (reason) => `无法保存：${reason}`,
    viewLive: '仅查看，实时更新',
    viewOffline: '仅查看，离线',
    viewNewer: '仅查看：由较新版本的 Touchline 制作',
    commentLive: '可评论，实时更新',
    commentOffline: '可评论，离线',
    commentLater: '评论功能将在以后的版本提供，目前此链接用于查看。',
    retryIn: (seconds) => `${seconds} 秒后重试`,
    retrying: '正在连接…',
    tryNow: '立即重试',
  },
  name: {
    guest: '访客',
    change: '我：修改名字',
  },
  people: {
    label: '在场的人',
    more: (count) => `还有 ${count} 人`,
    me: (name) => `${name}（我）`,
    idle: (name) => `${name}，暂离`,
  },
  cannotSave: {
    'cannot-save': '服务器无法写入磁盘，修改已保存在本设备',
    refused: '服务器没有接受上一处修改，它保存在本设备',
    'too-large': '这张图超过了服务器允许的大小，请删除部分内容或保存 Touchline 文件',
    closed: '连接已结束，修改已保存在本设备',
  },
  newer: {
    text: '较新版本的 Touchline 修改过这张图，此页面只供查看，不会损坏图中内容。请重新加载以使用新版本；如仍无效，请更新服务器。',
    reload: '重新加载',
  },
};

export const appWords: Catalogue<typeof en> = { en, zh };
