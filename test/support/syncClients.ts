/**
 * Clients for tests of the server: the stock y-websocket provider, and a bare socket that sends what it likes.
 * Whoever opens one closes it.
 */
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { frameKind, type Notice } from '../../src/protocol/frames.ts';
import type { CreatedMap, MapFacts, Problem } from '../../src/protocol/http.ts';
import { until } from './until.ts';

/** Makes a map over HTTP. */
export async function makeMap(
  serverUrl: string,
  wish: object = { title: 'A map' },
  token?: string,
): Promise<CreatedMap> {
  const { status, body } = await call(serverUrl, 'POST', '/api/maps', token ?? null, wish);
  if (status !== 201) throw new Error(`no map was made: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** What calls answer: the fields a test looks at, whichever there are. */
type Answered = Problem & CreatedMap & MapFacts & { readonly [key: string]: unknown };
export interface Answer {
  readonly status: number;
  readonly body: Answered;
  readonly headers: Headers;
}

/** One HTTP call; a body that is not JSON comes as null. */
export async function call(
  serverUrl: string,
  method: string,
  path: string,
  token: string | null,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(serverUrl + path, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? null : readJson(text)) as Answered,
    headers: response.headers,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page or the metrics: callers look at the status only.
    return null;
  }
}

export function socketUrl(serverUrl: string): string {
  return `${serverUrl.replace(/^http/, 'ws')}/sync`;
}

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  close(): void;
}

/** The y-websocket provider as it comes, with nothing but the subprotocols. */
export function openStockClient(
  serverUrl: string,
  mapId: string,
  token: string,
  doc = new Y.Doc(),
): StockClient {
  const provider = new WebsocketProvider(socketUrl(serverUrl), mapId, doc, {
    protocols: ['touchline', token],
    // `ws` has the browser's interface as far as the provider uses it.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  return {
    doc,
    provider,
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
}

export interface BareClient {
  readonly socket: WebSocket;
  /** Sync messages received, without their kind: `[type, bytes]`. */
  readonly sync: (readonly [type: number, bytes: Uint8Array])[];
  readonly notices: Notice[];
  /** Whole awareness frames. */
  readonly presence: Uint8Array[];
  readonly denied: string[];
  /** The last `stored`, 0 before. */
  stored: number;
  /** How it was closed; null while open. */
  closed: { readonly code: number; readonly reason: string } | null;
  send(frame: Uint8Array): void;
  close(): Promise<void>;
}

/** A socket with the given subprotocols, opened. Rejects when the handshake is refused. */
export async function openBareClient(
  serverUrl: string,
  path: string,
  protocols: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<BareClient> {
  const socket = new WebSocket(`${socketUrl(serverUrl)}/${path}`, [...protocols], { headers });
  socket.binaryType = 'nodebuffer';
  const client: BareClient = {
    socket,
    sync: [],
    notices: [],
    presence: [],
    denied: [],
    stored: 0,
    closed: null,
    send: (frame) => socket.send(frame),
    async close() {
      socket.close();
      await until(() => client.closed !== null);
    },
  };
  socket.on('message', (data: Buffer) => note(client, data));
  socket.on('close', (code, reason) => {
    client.closed = { code, reason: reason.toString() };
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  socket.on('error', () => {
    // The close that follows says why.
  });
  return client;
}

function note(client: BareClient, data: Uint8Array): void {
  const decoder = decoding.createDecoder(data);
  switch (decoding.readVarUint(decoder)) {
    case frameKind.sync:
      client.sync.push([decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder)]);
      break;
    case frameKind.awareness:
      client.presence.push(data);
      break;
    case frameKind.auth:
      decoding.readVarUint(decoder);
      client.denied.push(decoding.readVarString(decoder));
      break;
    case frameKind.stored:
      client.stored = decoding.readVarUint(decoder);
      break;
    case frameKind.notice:
      client.notices.push(JSON.parse(decoding.readVarString(decoder)) as Notice);
      break;
    default:
      throw new Error('the server sent a frame of an unknown kind');
  }
}
