/** Words on a persona's card that the fields' own words do not have; in the map's language, as all that is drawn. */
import type { Language } from '../model/journeyMap.ts';
import { fieldWords } from './fields.ts';
import type { FieldWords } from './fieldTypes.ts';
import type { Catalogue } from './language.ts';
import { percent } from './scene.ts';

const en = {
  language: 'en' as 'en' | 'zh',
  card: 'PERSONA',
  untitled: 'Untitled persona',
  age: (age: string) => age,
  share: (share: number) => `${percent(share)} of the audience`,
  /** The forces that move and those that hold. */
  moves: 'moves',
  holds: 'holds back',
  progress: (value: string) => `Progress force ${value}`,
  importance: 'important',
  satisfaction: 'satisfied',
  journey: 'The journey',
  rated: (n: number, of: number) => `${n} of ${of} touchpoints rated`,
  evidence: (level: string) => `evidence ${level.toLowerCase()}`,
  shares: 'Shares',
  skips: (n: number) => (n === 0 ? '' : n === 1 ? 'skips 1' : `skips ${n}`),
  nothing: 'Nothing is known about this persona yet: goals, needs and pains make it a card.',
  mark: ' · ',
};

const zh: typeof en = {
  language: 'zh',
  card: '用户画像',
  untitled: '未命名画像',
  age: (age) => (/^[\d\s–~-]+$/u.test(age) ? `${age} 岁` : age),
  share: (share) => `占受众 ${percent(share)}`,
  moves: '推动',
  holds: '阻碍',
  progress: (value) => `推进力 ${value}`,
  importance: '重要',
  satisfaction: '满意',
  journey: '旅程',
  rated: (n, of) => `${of} 个接触点，已评 ${n} 个`,
  evidence: (level) => `依据：${level}`,
  shares: '份额',
  skips: (n) => (n === 0 ? '' : `跳过 ${n} 个`),
  nothing: '这个画像还没有内容：写下目标、需求和痛点，它就是一张卡片。',
  mark: ' · ',
};

export interface PersonaCardWords {
  readonly own: typeof en;
  readonly fields: FieldWords;
}

export const personaCardWords: Catalogue<typeof en> = { en, zh };

/** The words of a card in the map's language. */
export function personaCardWordsFor(language: Language): PersonaCardWords {
  const of = language === 'en' ? 'en' : 'zh';
  return { own: personaCardWords[of], fields: fieldWords[of] };
}
