/** What a map's state is called beside its title. */
import type { MapState } from '../model/journeyMap.ts';
import type { Catalogue } from './language.ts';

export const mapStateWords: Catalogue<Record<MapState, string>> = {
  en: { current: 'Current state', future: 'Future state', actual: 'One real journey' },
  zh: { current: '现状', future: '未来', actual: '一次真实旅程' },
};
