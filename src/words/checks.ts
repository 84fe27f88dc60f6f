/**
 * The words of the checks (domain.md 6), by what was found: the name of the check, the sentence about this finding, what to do
 * about it, and the label of the one-click remedy where there is one.
 */
import type { Finding, FindingKind, FindingValues } from '../model/finding.ts';
import { checksEn } from './checksEn.ts';
import { checksZh } from './checksZh.ts';
import type { Catalogue } from './language.ts';

export interface CheckWords {
  readonly name: string;
  readonly says: (values: FindingValues) => string;
  readonly todo: string;
  readonly remedy: string | null;
}
export type ChecksWords = { readonly [K in FindingKind]: CheckWords };

export const checkWords: Catalogue<ChecksWords> = { en: checksEn, zh: checksZh };

/** The sentence about a finding. */
export function findingMessage({ kind, values }: Finding, language: keyof Catalogue<unknown>): string {
  return checkWords[language][kind].says(values);
}
