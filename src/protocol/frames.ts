/**
 * The kinds of frame on a map's socket (see PROTOCOL.md). 0 to 3 are y-websocket's own; 4 to 6 are ours and
 * go only to sockets that offered a `device.<key>` subprotocol.
 */
export const frameKind = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server to client, varuint: how many writing frames of this connection are durably stored. */
  stored: 4,
  /** Server to client, varstring of JSON: a Notice. */
  notice: 5,
  /** Server to client, varstring: the digest of everything sent on this socket so far. */
  digest: 6,
} as const;

export const subprotocol = 'touchline';
export const devicePrefix = 'device.';

export interface Notice {
  /** `refused`: a write was not taken; `cannot-save`: the store fails, edits are kept on the device; `saving-again`: it works again; `nearly-full`: 80 % of a limit. */
  readonly kind: 'refused' | 'cannot-save' | 'saving-again' | 'nearly-full';
  readonly detail: string;
}
