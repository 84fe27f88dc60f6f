/**
 * What a server's refusal is in the page's own words. The server answers in English for programs, with a code; the page
 * says each code it knows in the reader's language and never shows the server's sentence as its own.
 */
import type { ReasonCode, Rule } from '../../model/reasons.ts';
import type { Problem, ProblemCode } from '../../protocol/http.ts';
import type { Failure } from '../../sync/mapsApi.ts';
import type { ProblemKey } from '../../words/problems.ts';
import { reasonWords } from '../../words/reasons.ts';

/** Codes that mean the same wherever they come; the others mean what the caller was about. */
const keys: Readonly<Partial<Record<ProblemCode, ProblemKey>>> = {
  'map-deleted': 'mapDeleted',
  'template-unknown': 'templateUnknown',
  'last-owner-link': 'lastOwnerLink',
  'version-unknown': 'versionUnknown',
  'versions-full': 'versionsFull',
  'role-too-low': 'roleChanged',
  'too-large': 'fileTooLarge',
  'too-many': 'tooMany',
  'cannot-save': 'serverCannotSave',
  'cannot-read': 'mapUnreadable',
  unexpected: 'serverFault',
};

/** `otherwise`: what it is when there is no answer, or none with a meaning of its own. */
export function problemOfServer(failure: Failure, otherwise: ProblemKey): ProblemKey {
  if (failure.kind === 'offline') return otherwise;
  const known = failure.problem ? keys[failure.problem.code] : undefined;
  // A proxy in front may answer these without our words.
  return known ?? (failure.status === 429 ? 'tooMany' : failure.status === 413 ? 'fileTooLarge' : otherwise);
}

/** The rules that the server found broken; null for one that this page does not know. */
export function rulesOf(problem: Problem | null): { readonly path: string; readonly rule: Rule | null }[] {
  return (problem?.reasons ?? []).map(({ path, code, values }) => ({
    path,
    rule: isKnown(code) ? ({ code, ...values } as Rule) : null,
  }));
}

function isKnown(code: string): code is ReasonCode {
  return Object.hasOwn(reasonWords.en.rules, code);
}
