/**
 * New maps: blank, from a template, from what was imported. Each answers with the new map's id and owner token (and the device
 * remembers all four links), or with a problem to show; when it is a problem, nothing was created.
 */
import type { CreatedMap } from '../../protocol/http.ts';
import { rememberMap } from '../../state/deviceMaps.ts';
import { createMap, type MapWish } from '../../sync/linksApi.ts';
import type { Answer, Failure } from '../../sync/mapsApi.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { currencyHere } from '../../words/currencyHere.ts';
import type { homeWords } from '../../words/home.ts';
import type { ProblemKey } from '../../words/problems.ts';
import type { Rule } from '../../model/reasons.ts';
import { problemOfServer, rulesOf } from '../problem/problemOfServer.ts';
import { randomId } from '../randomId.ts';
import type { ReadFile } from '../import/readInWorker.ts';

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
  /** The languages the browser prefers, for the currency of a new map; as the browser says unless said otherwise. */
  readonly languages?: readonly string[];
  /** How a file is read: in a worker unless said otherwise. */
  readonly read?: ReadFile;
}

export async function makeBlankMap(workshop: Workshop, words: (typeof homeWords)['en']): Promise<Made> {
  const [{ blankMap }, { writeMap }] = await Promise.all([
    import('../../model/blankMap.ts'),
    import('../../model/writeMap.ts'),
  ]);
  const map = blankMap({
    title: words.blankMapTitle,
    language: words.blankMapLanguage,
    currency: currencyHere(words.blankMapLanguage, workshop.languages ?? navigator.languages),
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
  if (failure.kind === 'offline') return { problem: 'createOffline' };
  const problem = problemOfServer(failure, 'cannotCreate');
  const { status, problem: said } = failure;
  if (status === 401 || status === 403) return { problem: 'createForbidden' };
  if (status === 422) return { problem: 'fileRefused', reasons: rulesOf(said) };
  return { problem, ...(said ? { detail: said.detail } : {}) };
}
