/**
 * The peers of the canvas bench: installed on demand from their own lock files, built by our Vite, served from this
 * process. None of them is a package of the product.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'vite';
import { installPeer } from '../installPeer.ts';

export const peerNames = ['React Flow', 'tldraw', 'Excalidraw'] as const;
export type PeerName = (typeof peerNames)[number];

const home = path.resolve(import.meta.dirname, '../peers');
const folders: Readonly<Record<PeerName, string>> = {
  'React Flow': 'reactflow',
  tldraw: 'tldraw',
  Excalidraw: 'excalidraw',
};
const packages: Readonly<Record<PeerName, string>> = {
  'React Flow': '@xyflow/react',
  tldraw: 'tldraw',
  Excalidraw: '@excalidraw/excalidraw',
};
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Version of the peer's package that the lock file names. */
export function peerVersion(peer: PeerName): string {
  const lock = JSON.parse(readFileSync(path.join(home, folders[peer], 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  return lock.packages[`node_modules/${packages[peer]}`]?.version ?? 'unknown';
}

/** Installs what is missing or older than its lock file and builds every page anew. */
export async function preparePeers(peers: readonly PeerName[]): Promise<void> {
  for (const peer of peers) {
    const root = path.join(home, folders[peer]);
    installPeer(root);
    await build({
      root,
      configFile: false,
      base: './',
      logLevel: 'error',
      build: { target: 'es2022', chunkSizeWarningLimit: 10_000 },
      resolve: { dedupe: ['react', 'react-dom'] },
    });
  }
}

export interface PeerServer {
  address(peer: PeerName): string;
  /** Puts a JSON text at /maps/<name>. */
  keep(name: string, json: string): void;
  close(): Promise<void>;
}

/** Serves the built pages at /<folder>/, Excalidraw's fonts beside them, and the maps from memory. */
export async function servePeers(): Promise<PeerServer> {
  const maps = new Map<string, string>();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://peers').pathname);
    const map = maps.get(asked.replace('/maps/', ''));
    const body = asked.startsWith('/maps/') ? map : readBuilt(asked);
    if (body === undefined || body === null) {
      response.writeHead(404).end();
      return;
    }
    const extension = asked.endsWith('/') ? '.html' : path.extname(asked);
    response.writeHead(200, { 'content-type': types[extension] ?? 'application/octet-stream' }).end(body);
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return {
    address: (peer) => `http://127.0.0.1:${port}/${folders[peer]}/`,
    keep: (name, json) => void maps.set(name, json),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

/** A file of a peer's build, or of the fonts that Excalidraw's package brings for self-hosting. */
function readBuilt(asked: string): Buffer | null {
  const [, folder = '', ...rest] = asked.split('/');
  if (!readdirSync(home).includes(folder) || rest.includes('..')) return null;
  const inside = rest.join('/') || 'index.html';
  const places = [
    path.join(home, folder, 'dist', inside),
    path.join(home, folder, 'node_modules/@excalidraw/excalidraw/dist/prod', inside),
  ];
  const file = places.find((place) => existsSync(place) && statSync(place).isFile());
  return file === undefined ? null : readFileSync(file);
}
