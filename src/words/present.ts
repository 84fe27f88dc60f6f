/** Words of presenting: the stages as slides. */
import type { Catalogue } from './language.ts';

const en = {
  presenting: (title: string) => `Presenting ${title}`,
  slide: 'slide',
  overview: 'Overview',
  /** The place of a slide, as the bar shows it. */
  allStages: (n: number) => (n === 1 ? '1 stage' : `${n} stages`),
  stageOf: (at: number, n: number) => `Stage ${at} of ${n}`,
  part: (at: number, n: number) => `part ${at} of ${n}`,
  /** What a slide is called when it is read aloud. */
  stage: (letter: string, name: string) => (name ? `Stage ${letter}, ${name}` : `Stage ${letter}`),
  stages: 'Stages',
  next: 'Next slide',
  previous: 'Previous slide',
  first: 'First slide',
  last: 'Last slide',
  toStage: 'A stage, by its letter',
  blackScreen: 'Black screen',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  exit: 'Exit',
  exitKey: 'Esc',
  black: 'The screen is black. Any turn of a page brings the slide back.',
  offline: 'Offline',
  untitled: 'Untitled map',
};

const zh: typeof en = {
  presenting: (title) => `正在放映：${title}`,
  slide: '幻灯片',
  overview: '总览',
  allStages: (n) => `共 ${n} 个阶段`,
  stageOf: (at, n) => `第 ${at} 个阶段，共 ${n} 个`,
  part: (at, n) => `第 ${at}/${n} 页`,
  stage: (letter, name) => (name ? `阶段 ${letter}：${name}` : `阶段 ${letter}`),
  stages: '阶段',
  next: '下一页',
  previous: '上一页',
  first: '第一页',
  last: '最后一页',
  toStage: '按字母转到阶段',
  blackScreen: '黑屏',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
  exit: '退出',
  exitKey: 'Esc',
  black: '屏幕已变黑。翻页即可恢复。',
  offline: '离线',
  untitled: '未命名旅程图',
};

export const presentWords: Catalogue<typeof en> = { en, zh };
