/**
 * New maps: blank, from a template, from a file. Each answers with the new map's id and owner token (and the device
 * remembers all four links), or with a problem to show; when it is a problem, nothing was created.
 * The model's parser is fetched only when a file is read.
 */
import type { CreatedMap } from '../../protocol/http.ts';
import { rememberMap } from '../../state/deviceMaps.ts';
import { createMap, type Answer, type Failure, type MapWish } from '../../sync/mapsApi.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { homeWords } from '../../words/home.ts';
import type { ProblemKey } from '../../words/problems.ts';
import type { Rule } from '../../model/reasons.ts';
import { problemOfServer, rulesOf } from '../problem/problemOfServer.ts';

export interface MapProblem {
  readonly problem: ProblemKey;
  readonly detail?: string;
  readonly reasons?: readonly BrokenRule[];
}
/** `rule`: null when only a newer server knows it. */
export interface BrokenRule {
  readonly path: string;
  readonly rule: Rule | null;
}
export type Made =
  | { readonly ok: true; readonly id: string; readonly token: string }
  | { readonly ok: false; readonly problem: MapProblem };

/** What making maps needs from outside. */
export interface Workshop {
  readonly storage: Storage;
  readonly createToken: string | null;
  /** ms since 1970. */
  readonly now: () => number;
  readonly create?: (wish: MapWish, createToken: string | null) => Promise<Answer<CreatedMap>>;
}

export const largestFile = 20 * 1024 * 1024;

export async function makeBlankMap(workshop: Workshop, words: (typeof homeWords)['en']): Promise<Made> {
  const [{ blankMap }, { writeMap }] = await Promise.all([
    import('../../model/blankMap.ts'),
    import('../../model/writeMap.ts'),
  ]);
  const map = blankMap({
    title: words.blankMapTitle,
    language: words.blankMapLanguage,
    stageNames: words.blankStages,
    laneNames: words.blankLanes,
    newId: randomId,
    now: new Date(workshop.now()).toISOString(),
  });
  return make(workshop, { document: writeMap(map) }, words.blankMapTitle);
}

export function makeFromTemplate(workshop: Workshop, template: string, title: string): Promise<Made> {
  return make(workshop, { template }, title);
}

/** A map as it lies in memory, as a new map. */
export async function makeFromMap(workshop: Workshop, map: JourneyMap): Promise<Made> {
  const { writeMap } = await import('../../model/writeMap.ts');
  return make(workshop, { document: writeMap(map) }, map.map.title);
}

/** Reads a `touchline/1` file and makes a new map of it, or says in up to 50 places why not. */
export async function makeFromFile(workshop: Workshop, file: Blob): Promise<Made> {
  if (file.size > largestFile) return { ok: false, problem: { problem: 'fileTooLarge' } };
  const text = await file.text().catch(() => null);
  if (text === null) return { ok: false, problem: { problem: 'fileUnreadable' } };
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const { parseMapText } = await import('../../model/parseMap.ts');
    const read = parseMapText(text);
    return { ok: false, problem: { problem: 'fileUnreadable', reasons: read.ok ? [] : read.reasons } };
  }
  const { parseMap } = await import('../../model/parseMap.ts');
  const parsed = parseMap(document);
  if (!parsed.ok) return { ok: false, problem: { problem: 'fileRefused', reasons: parsed.reasons } };
  return make(workshop, { document }, parsed.map.map.title);
}

async function make(workshop: Workshop, wish: MapWish, title: string): Promise<Made> {
  const answer = await (workshop.create ?? createMap)(wish, workshop.createToken);
  if (!answer.ok) return { ok: false, problem: problemOf(answer.failure) };
  const { id, links } = answer.value;
  rememberMap(workshop.storage, {
    id,
    title,
    role: 'owner',
    // As the server begins to count: a socket that says another is turned away.
    generation: 1,
    openedAt: workshop.now(),
    token: links.owner.token,
    links: Object.fromEntries(
      (['owner', 'edit', 'comment', 'view'] as const).map((name) => [
        links[name].id,
        { name, token: links[name].token },
      ]),
    ),
  });
  return { ok: true, id, token: links.owner.token };
}

function problemOf(failure: Failure): MapProblem {
  const problem = problemOfServer(failure, 'cannotCreate');
  if (failure.kind === 'offline') return { problem };
  const { status, problem: said } = failure;
  if (status === 401 || status === 403) return { problem: 'createForbidden' };
  if (status === 422) return { problem: 'fileRefused', reasons: rulesOf(said) };
  return { problem, ...(said ? { detail: said.detail } : {}) };
}

/** 60 random bits are plenty inside one file. `crypto.randomUUID` exists only on secure origins, a LAN address is none. */
function randomId(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(12)),
    (byte) => 'abcdefghijkmnpqrstuvwxyz23456789'[byte % 32],
  ).join('');
}
