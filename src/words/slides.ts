/**
 * Words of presented slides. What is drawn follows the map's language, as all that is drawn; what is spoken in place of
 * the drawing follows the reader's.
 */
import type { Language } from '../model/journeyMap.ts';
import type { Catalogue } from './language.ts';
import { plain } from './scene.ts';

const en = {
  /** Between the parts of a line. */
  dot: ' · ',
  part: (part: number, parts: number) => `part ${part} of ${parts}`,
  moment: 'Moment of truth',
  pass: 'Pass',
  lose: 'Lose',
  pain: 'Pain',
  opportunity: 'Opportunity',
  quote: (text: string) => `“${text}”`,
  emptyStage: 'No touchpoints in this stage yet',
  notRated: 'Emotions are not rated yet',
  emptyMap: 'Nothing is on this map yet',
  untitledMap: 'Untitled map',
  counts: (stages: number, touchpoints: number) =>
    `${counted(stages, 'stage')} · ${counted(touchpoints, 'touchpoint')}`,
  more: (count: number) => `+${count} more`,
  highest: 'Highest',
  lowest: 'Lowest',
  spoken: {
    overview: (title: string) => `${title}, overview`,
    stage: (letter: string, name: string, at: number, of: number) =>
      `${letter} ${name}, stage ${at} of ${of}`,
    named: (label: string, value: string) => `${label}: ${value}`,
    end: '.',
    mark: ', ',
    /** Between sentences of a line. */
    space: ' ',
    untitled: 'Untitled',
    keyContact: 'key touchpoint',
    importance: 'importance',
    performance: 'performance',
    seenBy: (name: string) => `As seen by ${name}`,
    personas: 'Personas',
    stages: 'Stages',
    duration: 'Takes',
    means: (value: string) => `mean emotion ${value}`,
    doesNotMeet: (name: string) => `${name} does not meet it`,
    differs: (name: string, value: string) => `${name} ${value}`,
    assumed: 'assumed',
    leadsTo: 'leads to',
    voice: 'Voice',
  },
};

function counted(count: number, one: string): string {
  return `${plain(count, 0)} ${one}${count === 1 ? '' : 's'}`;
}

const zh: typeof en = {
  dot: ' · ',
  part: (part, parts) => `第 ${part} 部分，共 ${parts} 部分`,
  moment: '关键时刻',
  pass: '通过',
  lose: '流失',
  pain: '痛点',
  opportunity: '机会',
  quote: (text) => `“${text}”`,
  emptyStage: '此阶段还没有接触点',
  notRated: '尚未评定情绪',
  emptyMap: '这张图上还没有内容',
  untitledMap: '未命名旅程图',
  counts: (stages, touchpoints) => `${plain(stages, 0)} 个阶段 · ${plain(touchpoints, 0)} 个接触点`,
  more: (count) => `另有 ${count} 位`,
  highest: '最高',
  lowest: '最低',
  spoken: {
    overview: (title) => `${title}，总览`,
    stage: (letter, name, at, of) => `${letter} ${name}，第 ${at} 阶段，共 ${of} 个`,
    named: (label, value) => `${label}：${value}`,
    end: '。',
    mark: '，',
    space: '',
    untitled: '未命名',
    keyContact: '关键接触点',
    importance: '重要度',
    performance: '表现',
    seenBy: (name) => `${name}的视角`,
    personas: '人物',
    stages: '阶段',
    duration: '历时',
    means: (value) => `平均情绪 ${value}`,
    doesNotMeet: (name) => `${name}不经过`,
    differs: (name, value) => `${name} ${value}`,
    assumed: '假设',
    leadsTo: '通向',
    voice: '声音',
  },
};

export const slideWords: Catalogue<typeof en> = { en, zh };
export type SlideWords = typeof en;

/** The words drawn on a map's slides; bilingual maps are Chinese. */
export function slideWordsFor(language: Language): SlideWords {
  return slideWords[language === 'en' ? 'en' : 'zh'];
}
