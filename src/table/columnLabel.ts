/** What a column is called: the field's label; the title's column is that of the touchpoints themselves. */
import { fieldWords } from '../words/fields.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import type { Column } from './columns.ts';

export function columnLabel({ field }: Pick<Column, 'field'>, language: InterfaceLanguage): string {
  const words = fieldWords[language];
  return field === 'title' ? words.one.touchpoints : words.fields.touchpoints[field];
}
