/** Words of what would vanish without them: a text that was typed and not written, and what others deleted meanwhile. */
import type { Catalogue } from './language.ts';

const en = {
  left: (text: string, field: string | null) =>
    `You were typing “${text}”${field ? ` (${field})` : ''} when this page ended. It is not in the map yet.`,
  gone: (text: string) =>
    `You were typing “${text}” when this page ended. What it belonged to has been deleted; the text can be copied.`,
  put: 'Put it in',
  lost: (count: number) =>
    count === 1
      ? 'Something you changed was deleted by somebody else meanwhile. It is kept here.'
      : `${count} things you changed were deleted by others meanwhile. They are kept here.`,
  look: 'Look at them',
  title: 'Deleted by others',
  intro:
    'You changed these while somebody else deleted them. The map is without them now. What you restore comes back with your changes, as a new one.',
  restore: 'Restore',
  restoreOne: (name: string) => `Restore ${name}`,
  restoreAll: 'Restore all',
  restored: (count: number) => (count === 1 ? 'Restored' : `${count} restored`),
  close: 'Close',
};

const zh: typeof en = {
  left: (text, field) => `页面中断时您正在输入“${text}”${field ? `（${field}）` : ''}，还没有写入图中。`,
  gone: (text) => `页面中断时您正在输入“${text}”。它所属的内容已被删除，文字可以复制。`,
  put: '写入图中',
  lost: (count) => `您修改过的 ${count} 项内容被别人删除了，已为您留在这里。`,
  look: '查看',
  title: '被别人删除的内容',
  intro:
    '您修改这些内容时，别人删除了它们，图中现在没有这些内容。恢复后会带着您的修改，作为新的内容回到图中。',
  restore: '恢复',
  restoreOne: (name) => `恢复“${name}”`,
  restoreAll: '全部恢复',
  restored: (count) => `已恢复 ${count} 项`,
  close: '关闭',
};

export const rescueWords: Catalogue<typeof en> = { en, zh };
