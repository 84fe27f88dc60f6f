/** Why the server closed a socket: 44xx = do not come back, the others = come back later. */
export const closeCode = {
  restart: 1012,
  tooLarge: 1009,
  busy: 1013,
  tokenUnknown: 4401,
  roleTooLow: 4403,
  mapDeleted: 4404,
  otherGeneration: 4409,
  contentTooLarge: 4413,
  badFrame: 4400,
  storeFails: 4503,
} as const;

/** Whether a client should stop trying after this code. */
export function isFinalClose(code: number): boolean {
  return code >= 4400 && code < 4500;
}
