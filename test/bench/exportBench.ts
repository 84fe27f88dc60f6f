/**
 * Exports as people get them: every format of a map of 1,000 cards and 1,000 links with a picture for every tenth card, English
 * and Chinese, by the functions that server and command line run; the page's own picture beside the three libraries that
 * people take pictures of such a page with, in one browser on the same cards; and what the command line needs at most.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../scripts/launch/chromium.mjs';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf, type FileFormatName } from '../../src/export/fileFormats.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import { toSvg } from '../../src/export/svg.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { writeMapText } from '../../src/model/writeMap.ts';
import { exportMap } from '../support/exportMap.ts';
import { peerDrawing } from './canvas/peerDrawing.ts';
import { median } from './figures.ts';
import { installPeer } from './installPeer.ts';
import type { Outcome, Row, Target } from './results.ts';
import { ServerProcess } from './serverProcess.ts';

const cards = 1000;
const workload = '1,000 cards, 1,000 links, 100 pictures';
const libraries = ['html-to-image', 'modern-screenshot', 'snapdom'] as const;
/** A library that has no picture by then has none. */
const longestMs = 120_000;
const home = path.resolve(import.meta.dirname, 'peers/pictures');

interface FileRow {
  readonly figure: string;
  readonly format: FileFormatName;
  readonly wished: Readonly<Record<string, unknown>>;
  readonly mostMs: number;
  readonly mostMB?: number;
}
const files: readonly FileRow[] = [
  { figure: 'PDF on one page', format: 'pdf', wished: {}, mostMs: 2000, mostMB: 1.2 },
  { figure: 'PDF on A3 tiles', format: 'pdf', wished: { paper: 'A3', spread: 'tiles' }, mostMs: 6000 },
  { figure: 'PPTX', format: 'pptx', wished: {}, mostMs: 600, mostMB: 0.5 },
  { figure: 'XLSX', format: 'xlsx', wished: {}, mostMs: 400 },
];

export async function benchExport(rounds: number): Promise<Outcome> {
  const rows = [...(await fileRows(rounds)), ...(await commandRows())];
  const pictures = await pictureRows(rounds);
  return {
    rows: [...rows, ...pictures.rows],
    notes: [
      `Medians of ${rounds} rounds; of the libraries one picture each, taken of React Flow with every node rendered.`,
      ...pictures.notes,
    ],
  };
}

function row(figure: string, unit: string, ours: number, target: number | null): Row {
  const targets: Target[] = target === null ? [] : [{ against: 'absolute', is: '<=', value: target }];
  return { suite: 'export', workload, figure, unit, ours, peers: {}, targets };
}

async function fileRows(rounds: number): Promise<Row[]> {
  const { map, pictures } = exportMap(cards);
  const tools = { ...drawTools, pictures };
  const timed = async (make: () => unknown): Promise<number> => {
    const times: number[] = [];
    // The first round is the engine's: it compiles.
    for (let round = 0; round <= rounds; round += 1) {
      const began = performance.now();
      await make();
      if (round > 0) times.push(performance.now() - began);
    }
    return median(times);
  };
  const [sheet] = layoutSheets(map, chooseOptions({}));
  const rows = [
    row('layout', 'ms', await timed(() => layoutMap(structuredClone(map), layoutOptionsFor(map))), 150),
    row('SVG string', 'ms', await timed(() => toSvg(sheet, { theme: 'light', images: pictures })), 80),
  ];
  for (const { figure, format, wished, mostMs, mostMB } of files) {
    const found = formatOf(format);
    if (!found) throw new Error(`there is no format ${format}`);
    let size = 0;
    const ms = await timed(async () => {
      size = (await drawFile(structuredClone(map), found, chooseOptions(wished), tools)).length;
    });
    rows.push(row(figure, 'ms', ms, mostMs), row(`${figure}, size`, 'MB', size / 1e6, mostMB ?? null));
  }
  return rows;
}

/** The most memory that the command line holds, by format. */
async function commandRows(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchline-bench-'));
  try {
    const file = path.join(folder, 'map.json');
    writeFileSync(file, writeMapText(exportMap(cards).map));
    const rows: Row[] = [];
    for (const format of ['pdf', 'pptx', 'xlsx', 'png'] as const)
      rows.push(row(`command line, ${format}, peak memory`, 'MB', await peakOf(file, format, folder), 350));
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tellPeak =
  'data:text/javascript,process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';

function peakOf(file: string, format: string, folder: string): Promise<number> {
  const command = path.resolve(import.meta.dirname, '../../server/cli/touchline.ts');
  // As the command's own first line starts it.
  const args = ['--max-semi-space-size=2', '--import', tellPeak, command];
  const child = spawn(process.execPath, [...args, 'export', file, '--to', format, '--out', folder]);
  let told = '';
  child.stderr.on('data', (part: Buffer) => (told += part.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => resolve(Number(/peak (\d+)/.exec(told)?.[1] ?? Number.NaN) / 1024));
  });
}

interface Taken {
  readonly ms: number;
  readonly blockedMs: number;
}

async function pictureRows(rounds: number): Promise<Outcome> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const { first, taken: ours, large } = await ownPictures(browser, rounds);
    const peers = new Map<string, number>();
    const notes: string[] = [];
    for (const library of libraries) {
      const taken = await peerPicture(browser, library);
      peers.set(library, taken?.ms ?? Number.NaN);
      notes.push(
        `${library} ${versionOf(library)}: ${taken ? `${taken.width} × ${taken.height} px, ${(taken.bytes / 1e6).toFixed(1)} MB` : `no picture within ${longestMs / 1000} s`}.`,
      );
    }
    const picture: Row = {
      ...row('PNG at 1x on the page', 'ms', median(ours.map(({ ms }) => ms)), 2500),
      peers: Object.fromEntries(peers),
      targets: [
        { against: 'absolute', is: '<=', value: 2500 },
        ...libraries.map((against): Target => ({ against, is: '<=', value: 0.25 })),
      ],
    };
    const blocked = row(
      'page blocked meanwhile, longest',
      'ms',
      median(ours.map((one) => one.blockedMs)),
      50,
    );
    notes.push(
      `The page's first picture: ${first.ms.toFixed(0)} ms, blocked ${first.blockedMs.toFixed(0)} ms; the medians are of those after it.`,
    );
    notes.push(`At 4x: ${large.width} × ${large.height} px, asked for once.`);
    const atFour = row('PNG at 4x on the page', 'ms', large.ms, 30_000);
    return { rows: [picture, blocked, atFour], notes };
  } finally {
    await browser.close();
  }
}

interface OwnPictures {
  /** Of a page that has made no picture yet: its workers start, and their code is compiled. */
  readonly first: Taken;
  readonly taken: readonly Taken[];
  readonly large: { readonly ms: number; readonly width: number; readonly height: number };
}

async function ownPictures(browser: Browser, rounds: number): Promise<OwnPictures> {
  const server = new ServerProcess();
  await server.start();
  try {
    const document: unknown = JSON.parse(writeMapText(exportMap(cards).map));
    const map = await server.createMap({ document: document as object });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watchBlocking);
    await page.goto(map.links.view.url);
    await page.getByTestId('touchpoint').first().waitFor();
    const all: Taken[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('PNG');
      const entry = page.getByRole('option', { name: /PNG/ });
      await entry.waitFor();
      await page.evaluate(() => Reflect.set(window, 'longest', 0));
      const began = performance.now();
      const file = page.waitForEvent('download', { timeout: longestMs });
      await entry.click();
      await file;
      const ms = performance.now() - began;
      all.push({ ms, blockedMs: await page.evaluate(() => Reflect.get(window, 'longest') as number) });
    }
    const [first = { ms: Number.NaN, blockedMs: Number.NaN }, ...taken] = all;
    const large = await largePicture(page);
    await page.close();
    return { first, taken, large };
  } finally {
    await server.dispose();
  }
}

/** Once, at four times the size, through the dialog; its size as the file says it. */
async function largePicture(page: Page): Promise<OwnPictures['large']> {
  await page.getByTestId('export-menu').click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByTestId('export-dialog');
  await dialog.getByRole('radio', { name: /^PNG/ }).check();
  await dialog.getByRole('radio', { name: '4×' }).check();
  const began = performance.now();
  const file = page.waitForEvent('download', { timeout: longestMs });
  await dialog.getByTestId('export-now').click();
  const png = readFileSync(await (await file).path());
  const ms = performance.now() - began;
  return { ms, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** In the page: the longest time between two turns of its loop. It pauses between them, for turns without end take a core. */
function watchBlocking(): void {
  const pauseMs = 4;
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    const now = performance.now();
    const longest = (Reflect.get(window, 'longest') as number | undefined) ?? 0;
    if (now - last > longest) Reflect.set(window, 'longest', now - last);
    last = now;
    setTimeout(() => channel.port2.postMessage(null), pauseMs);
  });
  channel.port1.start();
  channel.port2.postMessage(null);
}

interface PeerTaken {
  readonly ms: number;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

async function peerPicture(browser: Browser, library: string): Promise<PeerTaken | null> {
  const { address, close } = await servePeer();
  const page: Page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${address}?size=${cards}`);
    await page.waitForFunction(() => (Reflect.get(window, 'isDrawn') as () => boolean)?.(), null, {
      timeout: longestMs,
    });
    const capture = page.evaluate(
      (name) => (Reflect.get(window, 'capture') as (name: string) => Promise<PeerTaken | null>)(name),
      library,
    );
    return await Promise.race([
      capture.catch(() => null),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), longestMs)),
    ]);
  } finally {
    await page.close();
    await close();
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves the peers' page, built from its own packages, and the map's drawing. */
async function servePeer(): Promise<{ readonly address: string; close(): Promise<void> }> {
  installPeer(home);
  await build({
    root: home,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { target: 'es2022', chunkSizeWarningLimit: 10_000 },
    resolve: { dedupe: ['react', 'react-dom'] },
  });
  const drawing = JSON.stringify(peerDrawing(cards));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://peers');
    if (pathname.startsWith('/maps/')) return void response.end(drawing);
    const file = path.join(home, 'dist', path.normalize(pathname === '/' ? '/index.html' : pathname));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function versionOf(library: (typeof libraries)[number]): string {
  const lock = JSON.parse(readFileSync(path.join(home, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  const name = library === 'snapdom' ? '@zumer/snapdom' : library;
  return lock.packages[`node_modules/${name}`]?.version ?? 'unknown';
}
