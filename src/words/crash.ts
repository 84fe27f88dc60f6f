/**
 * The words of a page that broke: in the entry itself, because they are needed when nothing else can be fetched.
 * All other problems are in problems.ts.
 */
import type { Catalogue } from './language.ts';

export interface ProblemWords {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

export type CrashKey = 'crashed' | 'partMissing' | 'overMissing' | 'overBroken';

const en: Record<CrashKey, ProblemWords> = {
  crashed: {
    title: 'Something in this page broke',
    happened: 'A part of the page met something it could not draw and stopped.',
    safe: 'Your map is safe: everything marked as saved is on the server, the rest is kept on this device.',
    next: 'Reload the page. If it happens again, copy the details and send them to whoever runs this server.',
  },
  partMissing: {
    title: 'A part of the page did not arrive',
    happened:
      'The page could not fetch one of its parts, perhaps because the server was updated or the connection dropped.',
    safe: 'Nothing of your map is lost.',
    next: 'Reload the page when the connection is back.',
  },
  overMissing: {
    title: 'This part did not arrive',
    happened:
      'What you opened could not be fetched, because the connection dropped or the server was updated.',
    safe: 'Nothing is lost, and the map stays open as it is.',
    next: 'Try again when the connection is back. If that does not help, reload the page.',
  },
  overBroken: {
    title: 'This part broke',
    happened: 'What you opened met something it could not draw and stopped.',
    safe: 'Nothing is lost, and the map stays open as it is.',
    next: 'Close this and go on. If it happens again, copy the details and send them to whoever runs this server.',
  },
};

const zh: typeof en = {
  crashed: {
    title: '页面出现故障',
    happened: '页面的一部分遇到无法绘制的内容，已停止。',
    safe: '旅程图是安全的：显示已保存的内容都在服务器上，其余保存在本设备。',
    next: '请重新加载页面。如果再次发生，请复制详情并发送给服务器管理者。',
  },
  partMissing: {
    title: '页面的一部分没有送达',
    happened: '页面无法取得自己的一部分，可能是服务器更新了，或连接中断了。',
    safe: '旅程图没有任何丢失。',
    next: '连接恢复后请重新加载页面。',
  },
  overMissing: {
    title: '这一部分没有送达',
    happened: '您打开的部分无法取得：连接中断了，或服务器更新了。',
    safe: '没有任何丢失，旅程图保持打开。',
    next: '连接恢复后请重试。如果仍不行，请重新加载页面。',
  },
  overBroken: {
    title: '这一部分出现故障',
    happened: '您打开的部分遇到无法绘制的内容，已停止。',
    safe: '没有任何丢失，旅程图保持打开。',
    next: '请关闭后继续。如果再次发生，请复制详情并发送给服务器管理者。',
  },
};

export const crashWords: Catalogue<typeof en> = { en, zh };

const enActions = {
  reload: 'Reload',
  home: 'Go to my maps',
  retry: 'Try again',
  close: 'Close',
  bringBack: 'Bring the map back',
  copyDetails: 'Copy details',
  technical: 'What the program reported',
  /** Where a reason is about the whole of it. */
  whole: 'The content',
  reasons: (shown: number, all: number) =>
    shown === all ? `${all} ${all === 1 ? 'place' : 'places'}` : `the first ${shown} of ${all} places`,
};
const zhActions: typeof enActions = {
  reload: '重新加载',
  home: '前往我的旅程图',
  retry: '重试',
  close: '关闭',
  bringBack: '恢复这张图',
  copyDetails: '复制详情',
  technical: '程序报告的信息',
  whole: '内容',
  reasons: (shown, all) => (shown === all ? `共 ${all} 处` : `共 ${all} 处，显示前 ${shown} 处`),
};
export const problemActions: Catalogue<typeof enActions> = { en: enActions, zh: zhActions };
