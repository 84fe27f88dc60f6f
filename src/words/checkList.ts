/** Words of the list of checks, beside the map and on the page of insights. What each check says is in checks.ts. */
import type { Catalogue } from './language.ts';

const en = {
  name: 'Checks',
  close: 'Close the checks',
  count: (count: number) => (count === 0 ? 'Nothing to check' : `${count} to check`),
  none: 'Nothing to look at.',
  open: (count: number) =>
    count === 0
      ? 'No check has anything to say.'
      : `${count === 1 ? '1 finding' : `${count} findings`} to look at`,
  marks: 'Marks on the cards',
  showAll: (count: number) => `Show all ${count}`,
  setAside: (count: number) => `Set aside (${count})`,
  dismiss: 'Set aside',
  reason: 'Why it may stay',
  reasonHint: 'Kept in the map, for everybody.',
  keep: 'Keep the reason',
  cancel: 'Cancel',
  restore: 'Look at it again',
  by: (name: string, date: string) => [name, date].filter(Boolean).join(', '),
  newTouchpoint: 'New touchpoint',
  newOpportunity: (name: string) => `Make “${name}” better`,
};
export type CheckListWords = typeof en;

const zh: CheckListWords = {
  name: '检查',
  close: '关闭检查',
  count: (count) => (count === 0 ? '检查无提示' : `检查：${count} 处需留意`),
  none: '没有需要留意的。',
  open: (count) => (count === 0 ? '各项检查均无提示。' : `${count} 处需要留意`),
  marks: '在卡片上标出',
  showAll: (count) => `显示全部 ${count} 处`,
  setAside: (count) => `已搁置（${count}）`,
  dismiss: '搁置',
  reason: '为什么可以保留',
  reasonHint: '保存在图中，所有人可见。',
  keep: '保存理由',
  cancel: '取消',
  restore: '重新留意',
  by: (name, date) => [name, date].filter(Boolean).join('，'),
  newTouchpoint: '新接触点',
  newOpportunity: (name) => `改进“${name}”`,
};

export const checkListWords: Catalogue<CheckListWords> = { en, zh };
