/** What is wrong with a row of a table, in words: the field as people know it, what stands in the cell, the rule. */
import { fieldWords } from '../words/fields.ts';
import { importWords } from '../words/imports.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { ruleText } from '../words/reasons.ts';
import type { RowKind } from './fields.ts';
import type { RowProblem } from './planTouchpoints.ts';

/** "Emotion “great” must be a number from −2 to 2; left empty". */
export function problemText(
  { field, value, rule, isEmptied }: RowProblem,
  kind: RowKind,
  language: InterfaceLanguage,
): string {
  const words = importWords[language];
  const labels: Readonly<Record<string, string>> = fieldWords[language].fields[kind];
  const many: Readonly<Record<string, string>> = fieldWords[language].many;
  const told =
    rule.code === 'second-reading'
      ? { ...rule, firstPath: words.row(Number(rule.firstPath.slice(1))) }
      : rule.code === 'too-many-records'
        ? { ...rule, collection: many[rule.collection] ?? rule.collection }
        : rule;
  const text = [
    field === null ? '' : (labels[field] ?? field),
    value === '' ? '' : words.stands(value),
    ruleText(told, language),
  ]
    .filter((part) => part !== '')
    .join(words.between);
  return isEmptied ? words.leftEmpty(text) : text;
}
