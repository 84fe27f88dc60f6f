/**
 * The templates: complete touchline/1 files in one folder, read once at the start. The id is the file's name
 * without `.json`. A file that is no map is left out and logged; it must not keep the server from starting.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMapText } from '../../src/model/parseMap.ts';
import type { Reason } from '../../src/model/reasons.ts';
import { ruleText } from '../../src/words/reasons.ts';
import { errorText, type Log } from '../log.ts';

export type Templates = ReadonlyMap<string, JourneyMap>;

export function readTemplates(folder: string, log: Log): Templates {
  const templates = new Map<string, JourneyMap>();
  for (const file of jsonFiles(folder, log)) {
    const parsed = parseMapText(readFileSync(path.join(folder, file), 'utf8'));
    if (parsed.ok) templates.set(file.slice(0, -'.json'.length), parsed.map);
    else log.warn('a template is no map', { file, ...firstReason(parsed.reasons) });
  }
  return templates;
}

function firstReason([first]: readonly Reason[]): { readonly path: string; readonly reason: string } {
  return { path: first?.path ?? '', reason: first ? ruleText(first.rule, 'en') : '' };
}

function jsonFiles(folder: string, log: Log): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .toSorted();
  } catch (error) {
    log.warn('there are no templates', { reason: errorText(error) });
    return [];
  }
}

/** What the home page shows of a template before it is opened. */
export function templateFacts(id: string, { map, ...collections }: JourneyMap) {
  const counts = Object.entries(collections).flatMap(([name, records]) =>
    Array.isArray(records) && records.length > 0 ? [[name, records.length] as const] : [],
  );
  return {
    id,
    title: map.title,
    language: map.language,
    industry: map.industry,
    counts: Object.fromEntries(counts),
  };
}
