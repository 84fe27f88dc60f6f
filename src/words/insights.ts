/** The words of the insights page: its sections, what each figure rests on, and the list of checks. Numbers come from numbers.ts. */
import { insightsEn } from './insightsEn.ts';
import { insightsZh } from './insightsZh.ts';
import type { Catalogue } from './language.ts';

export type InsightsWords = typeof insightsEn;

export const insightsWords: Catalogue<InsightsWords> = { en: insightsEn, zh: insightsZh };
