/** The small hints of the first minutes on a map (U34). Keys come as this platform writes them. */
import type { Catalogue } from './language.ts';

const en = {
  label: 'Hint',
  close: 'Put this hint away',
  start: 'Begin this map',
  startFirst: 'First touchpoint',
  startFile: 'Import a file…',
  startExample: 'or open an example:',
  startClose: 'Put these away',
  link: 'Click the touchpoint the link begins at, then the one it leads to. Esc stops.',
  begin: (key: string) =>
    `Double-click where something happens, or press ${key}, to make the first touchpoint.`,
  beginPointer: 'Double-click where something happens to make the first touchpoint.',
  beginTouch: 'Tap twice where something happens to make the first touchpoint.',
  feel: (lowest: string, highest: string) =>
    `How does it feel? Keys ${lowest} to ${highest} rate what is selected, and the emotion curve grows with it.`,
  names: (palette: string, help: string) =>
    `${palette} finds everything by its name; ${help} shows all keys.`,
};

const zh: typeof en = {
  label: '提示',
  close: '不再显示此提示',
  start: '开始这张图',
  startFirst: '第一个接触点',
  startFile: '导入文件…',
  startExample: '或打开示例：',
  startClose: '收起，不再显示',
  link: '先点击连线的起点，再点击终点。按 Esc 结束。',
  begin: (key) => `在事情发生的位置双击，或按 ${key}，新建第一个接触点。`,
  beginPointer: '在事情发生的位置双击，新建第一个接触点。',
  beginTouch: '在事情发生的位置轻点两下，新建第一个接触点。',
  feel: (lowest, highest) => `感受如何？按 ${lowest} 到 ${highest} 为选中的接触点评分，情绪曲线随之生成。`,
  names: (palette, help) => `按 ${palette} 可按名称查找一切；按 ${help} 查看全部快捷键。`,
};

export const hintWords: Catalogue<typeof en> = { en, zh };
