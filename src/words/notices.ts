/** What is said once, by kind of notice: they come with the live map. */
import type { Catalogue } from './language.ts';

const en = {
  'saving-again': 'The server saves again.',
  'nearly-full': 'This map has reached 80% of a limit. Deleting makes room.',
  'not-kept':
    'This browser keeps nothing on this device. You can go on working; stay online until it says Saved.',
  damaged: 'The copy on this device was damaged and has been set aside. The map was loaded from the server.',
};

const zh: typeof en = {
  'saving-again': '服务器恢复保存。',
  'nearly-full': '这张图已达到某项上限的 80%。删除内容可腾出空间。',
  'not-kept': '此浏览器不在本设备保存内容。您可以继续工作，请保持在线直到显示已保存。',
  damaged: '本设备上的副本已损坏并另行保留，旅程图已从服务器重新载入。',
};

export const noticeWords: Catalogue<typeof en> = { en, zh };
