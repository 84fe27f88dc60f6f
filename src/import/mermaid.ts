/**
 * A Mermaid `journey` -> a map: sections become stages, tasks touchpoints, scores 1 to 5 emotions −2 to 2, actors
 * personas. Read by itself (`.mmd`) or from the first `mermaid` block of a Markdown file.
 *
 * In:  the text, and what the lanes and a stage without a name are called. Out: the map. Throws a Refusal with the lines
 *      that are no part of a journey.
 */
import { emptyMap } from '../model/blankMap.ts';
import { cutText } from '../model/cutText.ts';
import type { JourneyMap, Lane, Persona, Stage, Touchpoint } from '../model/journeyMap.ts';
import { COLLECTION_LIMITS, NAME } from '../model/limits.ts';
import { collectReasons } from '../model/reasons.ts';
import { defaultsOf } from '../model/schema.ts';
import { fileWords } from '../words/files.ts';
import { Refusal, refuse } from './refusal.ts';

export interface JourneyNames {
  readonly title: string;
  readonly stage: string;
  readonly lane: string;
  readonly actions: string;
  readonly backstage: string;
  readonly emotion: string;
}

/** Where the journey begins in a text, in lines from 0; null when there is none. */
export function findMermaidJourney(text: string): { readonly from: number; readonly to: number } | null {
  const lines = text.split(/\r\n|\r|\n/);
  const fence = lines.findIndex((line) => /^\s*(```+|~~~+)\s*mermaid\b/.test(line));
  const from = fence < 0 ? 0 : fence + 1;
  const close =
    fence < 0 ? -1 : lines.findIndex((line, index) => index >= from && /^\s*(```+|~~~+)\s*$/.test(line));
  const to = close < 0 ? lines.length : close;
  let at = from;
  let inMatter = false;
  for (; at < to; at++) {
    const line = (lines[at] ?? '').trim();
    if (line === '---') inMatter = !inMatter;
    else if (!inMatter && line !== '' && !line.startsWith('%%')) break;
  }
  return /^\s*\uFEFF?journey\s*$/.test(lines[at] ?? '') ? { from: at + 1, to } : null;
}

export function readMermaid(text: string, names: JourneyNames): JourneyMap {
  const place = findMermaidJourney(text) ?? refuse({ code: 'no-journey' });
  const ids = counter();
  const reasons = collectReasons();
  const stages: Stage[] = [];
  const personas: Persona[] = [];
  const touchpoints: Touchpoint[] = [];
  const lane: Lane = { ...defaultsOf('lanes'), id: ids('l'), kind: 'contact', name: names.lane };
  const curve: Lane = { ...defaultsOf('lanes'), id: ids('l'), kind: 'emotion', name: names.emotion };
  let title = names.title;
  text
    .split(/\r\n|\r|\n/)
    .slice(place.from, place.to)
    .forEach((whole, index) => {
      const path = `#${place.from + index + 1}`;
      const line = whole.replace(/%%.*$/, '').trim();
      const word = /^(title|section|accTitle|accDescr)\b\s*:?\s*(.*)$/.exec(line);
      if (line === '') return;
      if (word?.[1] === 'title') title = plainText(word[2] ?? title);
      else if (word?.[1] === 'section') stages.push(stageNamed(word[2] ?? ''));
      else if (!word) addTask(line, path);
    });
  if (touchpoints.length === 0 && reasons.list.length === 0) refuse({ code: 'no-journey' });
  refuseTooMany('stages', stages.length);
  refuseTooMany('personas', personas.length);
  refuseTooMany('touchpoints', touchpoints.length);
  if (reasons.list.length > 0) throw new Refusal(reasons.list);
  const empty = emptyMap('m');
  return {
    ...empty,
    map: { ...empty.map, title: cutText(title, NAME) },
    personas,
    stages,
    lanes: [lane, curve],
    touchpoints: evenly(touchpoints),
  };

  function stageNamed(name: string): Stage {
    return { ...defaultsOf('stages'), id: ids('s'), name: cutText(plainText(name), NAME) };
  }

  function addTask(line: string, path: string): void {
    const match = /^([^:]*)(?::\s*([^:]*?)\s*(?::\s*(.*))?)?$/.exec(line);
    const [, task = '', score, actors = ''] = match ?? [];
    const value = Number(score);
    if (!match || task.trim() === '' || score === undefined || score === '' || Number.isNaN(value)) {
      reasons.add(path, line, { code: 'not-a-task' });
      return;
    }
    if (value < 1 || value > 5) {
      reasons.add(path, line, { code: 'not-a-number', whole: false, min: 1, max: 5 });
      return;
    }
    const stage = stages.at(-1) ?? stageNamed(names.stage);
    if (stages.length === 0) stages.push(stage);
    touchpoints.push({
      ...defaultsOf('touchpoints'),
      id: ids('t'),
      title: cutText(plainText(task.trim()), NAME),
      stageId: stage.id,
      laneId: lane.id,
      emotion: Math.round((value - 3) * 10) / 10,
      personaIds: actors
        .split(',')
        .map((actor) => plainText(actor.trim()))
        .filter((actor) => actor !== '' && !everybody.has(actor))
        .map(personaOf),
    });
  }

  function personaOf(name: string): string {
    const found = personas.find((persona) => persona.name === cutText(name, NAME));
    if (found) return found.id;
    const persona = { ...defaultsOf('personas'), id: ids('p'), name: cutText(name, NAME) };
    personas.push(persona);
    return persona.id;
  }

  function refuseTooMany(collection: 'stages' | 'personas' | 'touchpoints', found: number): void {
    const max = COLLECTION_LIMITS[collection];
    if (found > max) reasons.add('$', found, { code: 'too-many-records', collection, max, found });
  }
}

/** A text with the signs that Mermaid writes by number or name: `#58;`, `#colon;`. */
function plainText(text: string): string {
  return text.replaceAll(/#(?:(\d{1,7})|(\w+));/g, (whole, number: string | undefined, name: string) => {
    if (number === undefined) return signNames[name] ?? whole;
    const code = Number(number);
    return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

const signNames: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  comma: ',',
  gt: '>',
  lt: '<',
  num: '#',
  quot: '"',
  semi: ';',
};

/** What our own outline writes for a touchpoint that is for everyone. */
const everybody: ReadonlySet<string> = new Set([fileWords.en.everyone, fileWords.zh.everyone]);

/** Ids within one file: `t1`, `t2` … */
export function counter(): (prefix: string) => string {
  let next = 0;
  return (prefix) => `${prefix}${++next}`;
}

/** The touchpoints of a stage stand in it in their order, whatever their lane. */
export function evenly(touchpoints: readonly Touchpoint[]): readonly Touchpoint[] {
  const counts = new Map<string, number>();
  for (const { stageId } of touchpoints) counts.set(stageId, (counts.get(stageId) ?? 0) + 1);
  const placed = new Map<string, number>();
  return touchpoints.map((one) => {
    const index = placed.get(one.stageId) ?? 0;
    placed.set(one.stageId, index + 1);
    return { ...one, t: Math.round(((index + 0.5) / (counts.get(one.stageId) ?? 1)) * 100) / 100 };
  });
}
