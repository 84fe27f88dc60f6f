/**
 * Takes a connection over from HTTP once it is a websocket: a socket of its own on the same handle, read into one piece of
 * memory that all connections share. Node's usual way makes a buffer for each read and passes it through a stream, and
 * whatever HTTP had hung on the first socket would stay with each connection for good: a tenth more work for an edit in
 * many small rooms, and some hundred bytes for each connection.
 *
 * `onread` is Node's own option for that. That a socket can be made on a handle is how Node's own server does it, though
 * its documentation does not say so: where a connection has none this throws, and every test with a socket tells.
 */
/* oxlint-disable no-underscore-dangle -- Node names the handle so */
import { Socket, type SocketConstructorOpts } from 'node:net';
import type { Duplex } from 'node:stream';

/** Who hears what comes on a connection. */
export const hearer = Symbol('hearer');

/** Brings no 'data'. */
export interface LineStream extends Socket {
  /** `bytes` lie in memory that is used again for what comes next, on whichever connection. */
  [hearer]?: { receive(bytes: Buffer): void };
}

interface OnHandle extends Duplex {
  _handle?: object | null;
}

const memory = Buffer.allocUnsafeSlow(64 * 1024);
const onread = {
  buffer: memory,
  // Node calls it on the socket.
  callback(this: LineStream, length: number) {
    this[hearer]?.receive(memory.subarray(0, length));
    return true;
  },
};

/**
 * `head` is what came with the request; `early` is that and what came since, for whoever is going to hear the rest. Throws when
 * the connection is gone.
 */
export function takeOver(socket: Duplex, head: Buffer): { stream: LineStream; early: Buffer } {
  const left: OnHandle = socket;
  const { _handle: handle } = left;
  if (!handle) throw new Error('a connection without a handle');
  const options = { handle, allowHalfOpen: true, onread };
  const stream = new Socket(options as SocketConstructorOpts);
  const since: Buffer | null = socket.read();
  // The end of the other side is told once: whoever was told, or is about to be, passes it on.
  if (socket.readableEnded) end(stream);
  else socket.once('end', () => end(stream));
  left._handle = null;
  socket.destroy();
  return { stream, early: since ? Buffer.concat([head, since]) : head };
}

function end(stream: LineStream): void {
  stream.push(null);
  stream.read(0);
}
