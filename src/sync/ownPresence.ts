/**
 * Only my own presence is mine to tell: the provider would send every state that comes in back to the server.
 */
import * as encoding from 'lib0/encoding';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import { frameKind } from '../protocol/frames.ts';

interface Changes {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** Takes over from the provider's own handler; gives the undoing. */
export function tellOwnPresenceOnly(provider: WebsocketProvider): () => void {
  const { awareness } = provider;
  const own = awareness.clientID;

  function handle({ added, updated, removed }: Changes, origin: unknown): void {
    if (origin === provider || ![...added, ...updated, ...removed].includes(own)) return;
    const socket = provider.ws;
    if (!provider.wsconnected || socket?.readyState !== 1) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, frameKind.awareness);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [own]));
    socket.send(encoding.toUint8Array(encoder));
  }

  // oxlint-disable-next-line no-underscore-dangle -- the provider's own name for it
  awareness.off('update', provider._awarenessUpdateHandler);
  awareness.on('update', handle);
  return () => awareness.off('update', handle);
}
