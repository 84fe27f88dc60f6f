/**
 * The labels of records, fields and values in both languages. Read by the inspector, and by anything else that has to
 * name a field (import reasons, tables).
 */
import { en } from './fieldsEn.ts';
import type { FieldWords } from './fieldTypes.ts';
import { zh } from './fieldsZh.ts';
import type { Catalogue } from './language.ts';

export const fieldWords: Catalogue<FieldWords> = { en, zh };
