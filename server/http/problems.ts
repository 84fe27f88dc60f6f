/**
 * Errors of the API as RFC 9457 problem details. Each `detail` says what happened, what is safe and what to do next.
 */
import type { Reason } from '../../src/model/reasons.ts';
import type { Problem, ProblemCode, ProblemReason } from '../../src/protocol/http.ts';
import { ruleText } from '../../src/words/reasons.ts';

type Reasons = readonly ProblemReason[];

/** Thrown by a call to be answered with its problem. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: ProblemCode,
    title: string,
    detail: string,
    more: { readonly reasons?: Reasons; readonly headers?: Record<string, string> } = {},
  ) {
    super(title);
    this.status = status;
    this.problem = {
      type: 'about:blank',
      code,
      title,
      status,
      detail,
      ...(more.reasons ? { reasons: more.reasons } : {}),
    };
    this.headers = more.headers ?? {};
  }
}

export const brokenJson = (why: string): ProblemError =>
  new ProblemError(
    400,
    'broken-json',
    'The request is not JSON',
    `The body could not be read as JSON (${why}). Nothing was changed. Send JSON with the header Content-Type: application/json.`,
  );

/** One answer for a missing, unknown, withdrawn or expired token, and for an unknown map. */
export const unknownToken = (): ProblemError =>
  new ProblemError(
    401,
    'token-unknown',
    'This link does not open this map',
    'The link’s token is missing, unknown, withdrawn or expired, or there is no such map. Nothing was changed. Ask whoever shared the map for a new link.',
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  );

export const mayNotCreate = (): ProblemError =>
  new ProblemError(
    401,
    'may-not-create',
    'Creating maps needs the create token',
    'This server is reachable from outside, so new maps need its create token. Nothing was created. Open the address that the server printed when it started.',
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  );

export const foreignSite = (): ProblemError =>
  new ProblemError(
    403,
    'foreign-site',
    'Another site’s page may not do this',
    'The request came from a page of another site. Nothing was changed. Open Touchline itself, or call the API from a program.',
  );

export const roleTooLow = (does: string): ProblemError =>
  new ProblemError(
    403,
    'role-too-low',
    'This link’s role is not enough',
    `This link may not ${does}. Nothing was changed. Ask the map’s owner for a link that may.`,
  );

export const notFound = (): ProblemError =>
  new ProblemError(
    404,
    'not-found',
    'There is nothing at this address',
    'No page and no call lives here. Check the address, or start at /.',
  );

export const mapDeleted = (): ProblemError =>
  new ProblemError(
    404,
    'map-deleted',
    'This map was deleted',
    'Its owner deleted this map. It stays in the bin for 30 days; ask the owner if it is missed.',
  );

export const unknownTemplate = (known: readonly string[]): ProblemError =>
  new ProblemError(
    404,
    'template-unknown',
    'There is no such template',
    `Nothing was created. The templates are: ${known.join(', ')}.`,
  );

export const lastOwnerLink = (): ProblemError =>
  new ProblemError(
    409,
    'last-owner-link',
    'The last owner link stays',
    'Without an owner link nobody could share or delete this map any more. Nothing was changed. Make another owner link first.',
  );

export const unknownVersion = (): ProblemError =>
  new ProblemError(
    404,
    'version-unknown',
    'There is no such version',
    'The map has no version of this name; those that were kept by themselves thin out with time. Nothing was changed. Ask for the list of versions.',
  );

export const versionsFull = (): ProblemError =>
  new ProblemError(
    409,
    'versions-full',
    'The map has too many named versions',
    'The version was not kept, because the map’s named versions have reached their limit. Nothing was changed, and the server goes on keeping versions by itself. Make a copy of the map to go on with.',
  );

export const tooLarge = (bytes: number): ProblemError =>
  new ProblemError(
    413,
    'too-large',
    'The request is too large',
    `At most ${Math.round(bytes / 1024)} KiB are taken here. Nothing was changed. Send less.`,
    // What is still coming is not read.
    { headers: { Connection: 'close' } },
  );

export const mapFull = (): ProblemError =>
  new ProblemError(
    413,
    'too-large',
    'The map would be too large',
    'With this the map would be larger than a map can be. Nothing was changed. Send less, or make a new map of it.',
  );

export const imagesFull = (): ProblemError =>
  new ProblemError(
    413,
    'too-large',
    'The map has too many pictures',
    'The picture was not stored, because the map’s pictures have reached their limit. Nothing else was changed. Use a picture that is there already, or a new map.',
  );

export const wrongContent = (what: string, reasons: Reasons): ProblemError =>
  new ProblemError(
    422,
    'wrong-content',
    `${what} is not right`,
    reasons.length === 1
      ? 'Nothing was changed. The reason is listed with its place; put it right and send it again.'
      : `Nothing was changed. The first ${reasons.length} reasons are listed with the place of each; put them right and send it again.`,
    { reasons },
  );

export const tooMany = (what: string, seconds: number): ProblemError =>
  new ProblemError(
    429,
    'too-many',
    'Too many requests',
    `${what} Nothing was changed. Try again in ${seconds} seconds.`,
    {
      headers: { 'Retry-After': String(seconds) },
    },
  );

export const cannotSave = (): ProblemError =>
  new ProblemError(
    503,
    'cannot-save',
    'The server cannot save right now',
    'The store cannot be written. Nothing was changed and nothing was lost. Try again in a minute; whoever runs the server finds the cause in its log.',
    { headers: { 'Retry-After': '60' } },
  );

export const cannotRead = (): ProblemError =>
  new ProblemError(
    503,
    'cannot-read',
    'This map cannot be read right now',
    'The server has the map but cannot read it. Nothing was changed or overwritten; other maps work. Whoever runs the server finds the cause in its log.',
  );

export const unexpected = (): ProblemError =>
  new ProblemError(
    500,
    'unexpected',
    'Something went wrong',
    'The server met an error it did not expect. What was stored is safe. Try again; the cause is in the server’s log.',
  );

/** A reason of the model as the API gives it: the API speaks English, whoever asks. */
export function toProblemReason({ path, value, rule }: Reason): ProblemReason {
  const { code, ...values } = rule;
  return { path, code, values, message: ruleText(rule, 'en'), value };
}
