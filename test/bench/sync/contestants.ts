/**
 * Who is measured: our server and the two that people would otherwise use, each as a process of its own. What differs
 * between them for a client is its `Wire`; everything else of the load is the same.
 *
 * Ours runs as users get it: share links with roles, every update validated, nothing relayed before it is stored, and
 * clients that offer a device key, so that every edit is acknowledged.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import * as encoding from 'lib0/encoding';
import { devicePrefix, frameKind, subprotocol } from '../../../src/protocol/frames.ts';
import { installPeer } from '../installPeer.ts';
import { MeasuredProcess, type Launch } from '../measuredProcess.ts';
import { ServerProcess } from '../serverProcess.ts';

/** How one client speaks to one room. */
export interface Wire {
  readonly url: string;
  readonly protocols: readonly string[];
  /** Stands before every message, both ways. */
  readonly prefix: Uint8Array;
  /** Sent before anything else. */
  readonly greeting: readonly Uint8Array[];
  /** Kinds of frame that carry the sync protocol. */
  readonly syncKinds: readonly number[];
  /** The kind that says how many frames are durably stored; null where nothing says so. */
  readonly storedKind: number | null;
}

/** Gives the wire for one more client of a room; asked again after a restart. */
export type Door = () => Wire;

export interface Contestant extends MeasuredProcess {
  newRoom(): Promise<Door>;
}

const noPrefix = new Uint8Array();
const syncReplyKind = 4;
const peersFolder = path.resolve(import.meta.dirname, '../peers');

class Ours extends ServerProcess implements Contestant {
  async newRoom(): Promise<Door> {
    const map = await this.createMap({ title: 'Bench' });
    return () => ({
      url: `${this.url.replace('http', 'ws')}/sync/${map.id}`,
      protocols: [
        subprotocol,
        map.links.edit.token,
        `${devicePrefix}${randomBytes(12).toString('base64url')}`,
      ],
      prefix: noPrefix,
      greeting: [],
      syncKinds: [frameKind.sync],
      storedKind: frameKind.stored,
    });
  }
}

abstract class Peer extends MeasuredProcess {
  protected readonly healthPath = '/';
  #port = 0;

  protected addressIn(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Peers do not say which port they got, so they are given one. */
  protected async newPort(): Promise<string> {
    this.#port = await freePort();
    return String(this.#port);
  }
}

class Hocuspocus extends Peer implements Contestant {
  protected async launch(): Promise<Launch> {
    const cwd = path.join(peersFolder, 'hocuspocus');
    installPeer(cwd);
    return { args: ['server.mjs'], env: { PORT: await this.newPort(), DATA_DIR: this.dataDir }, cwd };
  }

  async newRoom(): Promise<Door> {
    const name = randomUUID();
    const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, name));
    // Its client waits for the answer to this; ours does not, which spares it a round trip.
    const authentication = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, '');
    });
    return () => ({
      url: this.url.replace('http', 'ws'),
      protocols: [],
      prefix,
      greeting: [authentication],
      syncKinds: [frameKind.sync, syncReplyKind],
      storedKind: null,
    });
  }
}

/** With its own program and its own settings: garbage collection on, updates stored by y-leveldb as they come. */
class YWebsocketServer extends Peer implements Contestant {
  protected async launch(): Promise<Launch> {
    const cwd = path.join(peersFolder, 'y-websocket-server');
    installPeer(cwd);
    return {
      args: ['node_modules/@y/websocket-server/src/server.js'],
      env: {
        HOST: '127.0.0.1',
        PORT: await this.newPort(),
        YPERSISTENCE: path.join(this.dataDir, 'leveldb'),
      },
      cwd,
    };
  }

  async newRoom(): Promise<Door> {
    const name = randomUUID();
    return () => ({
      url: `${this.url.replace('http', 'ws')}/${name}`,
      protocols: [],
      prefix: noPrefix,
      greeting: [],
      syncKinds: [frameKind.sync],
      storedKind: null,
    });
  }
}

export const oursName = 'ours';
export const peerNames = { hocuspocus: 'Hocuspocus', yWebsocket: '@y/websocket-server' } as const;

export const contestants: Readonly<Record<string, () => Contestant>> = {
  [oursName]: () => new Ours(),
  [peerNames.hocuspocus]: () => new Hocuspocus(),
  [peerNames.yWebsocket]: () => new YWebsocketServer(),
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
