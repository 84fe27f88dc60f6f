/**
 * The canvas beside plain React Flow, tldraw and Excalidraw: the same map, the same input, one browser after the other,
 * taking turns within every round. Touchline runs as a user gets it: the built page from the real server.
 */
import { ServerProcess } from '../serverProcess.ts';
import { largeMap } from '../../support/largeMap.ts';
import type { Outcome, Row } from '../results.ts';
import type { PeerDrawing } from '../peers/shared/drawing.ts';
import { BenchBrowser } from './browser.ts';
import { dataFigures, dataRows } from './coldFigures.ts';
import { canvasRows, keyOf, smoothRows, type Pass, type Samples } from './canvasRows.ts';
import { lookInMidGesture, mostMounted, ownRows, writeRow, writesOfDrags } from './ownFigures.ts';
import { peerDrawing } from './peerDrawing.ts';
import { peerNames, peerVersion, preparePeers, servePeers, type PeerServer } from './peers.ts';
import { programNames, type ProgramName } from './programs.ts';
import { remoteChange, remoteRows } from './remoteChange.ts';
import { Script, slowdown, type Figures, type Pane } from './script.ts';

/** Of the rounds, so many have the slowed gestures too: they take as long as all the others. */
const slowedRounds = 3;

export interface CanvasOptions {
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Programs to run; all when not given. */
  readonly programs?: readonly ProgramName[];
}

export async function benchCanvas({
  sizes,
  rounds,
  programs = programNames,
}: CanvasOptions): Promise<Outcome> {
  await preparePeers(peerNames.filter((name) => programs.includes(name)));
  const server = new ServerProcess();
  await server.start();
  const peers = await servePeers();
  const samples: Samples = new Map();
  const own: Row[] = [];
  try {
    const pane = await paneOfTouchline(server);
    for (const size of sizes) {
      const drawing = peerDrawing(size);
      await convert(peers, size, drawing, programs);
      for (let round = 0; round < rounds; round += 1) {
        for (const name of turned(programs, round)) {
          const address = await addressOf(name, size, server, peers, pane);
          for await (const { pass, figures } of visit(name, address, drawing, pane, round < slowedRounds)) {
            const key = keyOf(size, name, pass);
            samples.set(key, [...(samples.get(key) ?? []), figures]);
            console.log(`${size} touchpoints, round ${round + 1}, ${name}, ${pass}: ${brief(figures)}`);
          }
        }
      }
      if (programs.includes('Touchline'))
        own.push(...(await measureOwn(server, size, drawing, pane, size === sizes.at(-1))));
    }
    if (programs.includes('Touchline')) own.push(...dataRows(dataFigures(200, 3000, rounds)));
    return {
      rows: [...canvasRows(sizes, samples), ...smoothRows(sizes, samples), ...own],
      notes: await notes(pane, rounds),
    };
  } finally {
    await peers.close();
    await server.dispose();
  }
}

/** One program through the script in a browser of its own, and said so when it does not get through; what it got through stands. */
async function* visit(
  name: ProgramName,
  address: string,
  drawing: PeerDrawing,
  pane: Pane,
  slowedToo: boolean,
): AsyncGenerator<{ readonly pass: Pass; readonly figures: Figures }> {
  const browser = await BenchBrowser.open();
  try {
    await answerName(browser);
    const script = new Script(browser, name, drawing, pane);
    yield { pass: 'plain', figures: await script.run(address) };
    if (slowedToo) yield { pass: 'slowed', figures: await script.runSlowed() };
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await browser.close();
  }
}

/** What only ours is measured for, once a size; the remote change and the drags at the last. */
async function measureOwn(
  server: ServerProcess,
  size: number,
  drawing: PeerDrawing,
  pane: Pane,
  isLast: boolean,
): Promise<readonly Row[]> {
  const map = await server.createMap({ document: largeMap(size) });
  const browser = await BenchBrowser.open();
  try {
    await answerName(browser);
    const script = new Script(browser, 'Touchline', drawing, pane);
    await script.load(map.links.edit.url);
    await script.deselect();
    const open = { browser, script, drawing, pane, map, serverUrl: server.url };
    const rows = ownRows(size, { looked: await lookInMidGesture(open), mounted: await mostMounted(open) });
    if (!isLast) return rows;
    await script.goTo({ x: 0, y: 0, zoom: 0.8 });
    const remote = await remoteChange(open);
    const writes = await writesOfDrags(open);
    return [
      ...remoteRows(size, remote),
      ...rows,
      writeRow(`drag one, ${size}`, writes.one),
      writeRow(`drag 100 selected, ${size}`, writes.many),
    ];
  } finally {
    await browser.close();
  }
}

/** Touchline asks for a name once; people who were here before have answered. */
async function answerName(browser: BenchBrowser): Promise<void> {
  await browser.page.addInitScript(() => localStorage.setItem('touchline:name', ''));
}

async function addressOf(
  name: ProgramName,
  size: number,
  server: ServerProcess,
  peers: PeerServer,
  pane: Pane,
): Promise<string> {
  if (name === 'Touchline') return (await server.createMap({ document: largeMap(size) })).links.edit.url;
  const query = new URLSearchParams({ size: String(size) });
  for (const [key, value] of Object.entries(pane)) query.set(key, String(value));
  return `${peers.address(name)}?${query.toString()}`;
}

/** Where our own canvas lies in the window; the peers get a container of the same size at the same place. */
async function paneOfTouchline(server: ServerProcess): Promise<Pane> {
  const map = await server.createMap({ document: largeMap(12) });
  const browser = await BenchBrowser.open();
  try {
    await answerName(browser);
    await browser.page.goto(map.links.edit.url);
    await browser.page.getByTestId('touchpoint').first().waitFor();
    const box = await browser.page.locator('[data-part="pane"]').boundingBox();
    if (!box) throw new Error('no canvas');
    return { x: box.x, y: box.y, width: box.width, height: box.height };
  } finally {
    await browser.close();
  }
}

/** Has the peers turn the map into their own form, so that they open it as a saved drawing. */
async function convert(
  peers: PeerServer,
  size: number,
  drawing: PeerDrawing,
  programs: readonly ProgramName[],
): Promise<void> {
  peers.keep(`${size}.json`, JSON.stringify(drawing));
  for (const name of ['tldraw', 'Excalidraw'] as const) {
    if (!programs.includes(name)) continue;
    const browser = await BenchBrowser.open();
    try {
      await browser.page.goto(`${peers.address(name)}?size=${size}&convert`);
      const made = await browser.page.waitForFunction(() => window.converted, undefined, {
        timeout: 180_000,
      });
      peers.keep(`${size}.${name.toLowerCase()}.json`, (await made.jsonValue()) ?? '');
    } finally {
      await browser.close();
    }
  }
}

/** The programs in another order in every round. */
function turned<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

function brief(figures: Figures): string {
  return Object.entries(figures)
    .filter(([name]) => /^load|^live|^heap|^typing|fps|p95/.test(name))
    .map(([name, value]) => `${name} ${Math.round(value)}`)
    .join(', ');
}

async function notes(pane: Pane, rounds: number): Promise<readonly string[]> {
  const browser = await BenchBrowser.open();
  const { version } = browser;
  await browser.close();
  return [
    `Chromium ${version}, headless, window 1440 x 900, every canvas ${pane.width} x ${pane.height} at the same place; medians of ${rounds} rounds, the programs taking turns, each in a browser of its own.`,
    'Input: real wheel, mouse and key events through the DevTools protocol, 60 a second, each after the page has dealt with the one before; a gesture lasts at most three seconds, with longer movements where a program is slow. Between gestures the peers’ cameras are put in their place by their own means and every program comes to rest. Frames: requestAnimationFrame, in whole milliseconds. CPU: all processes of the browser.',
    `"Slowed ${slowdown}x" is a slow laptop: the same page after all that, its main thread ${slowdown} times slower while a gesture lasts (all programs alike, ${Math.min(rounds, slowedRounds)} rounds; the slowing itself counts as the main thread's CPU).`,
    'A target told in frames is judged on the plain row. Where not even a perfect program (a frame every 17 ms, 60 a second) could reach it there, because the peer already gives nearly every frame that the screen shows, the plain row says "screen" and the same target is judged on the slowed row, against the peer slowed alike, and counted there once.',
    'Touchline’s server has served a page of this window’s size before: it draws what such a page shows first when a map is made, as its users’ second visitor finds it. “Usable” is the first click that selects, “every gesture” the live map.',
    'tldraw is held to loading, memory and the drag of a hundred alone.',
    'Every program opens the map at 80 % at its beginning. Fit is the zoom at which all of the map is in view, at least 10 %, the least zoom that all of them have.',
    ...peerNames.map((name) => `${name} ${peerVersion(name)}: ${settings[name]}`),
  ];
}

const settings: Readonly<Record<(typeof peerNames)[number], string>> = {
  'React Flow':
    'as documented, with its advice on performance: nodeTypes outside the component, memo cards and callbacks, useNodesState, onlyRenderVisibleElements; no Background, no MiniMap; sizes of the nodes given; wheel pans and dragging selects ("Figma-like" controls).',
  tldraw:
    'cards as a custom shape with HTMLContainer, links as arrows with bindings, lanes and curve locked; opened from a snapshot; maxShapesPerPage raised from 4,000; assets from the same server; default user interface.',
  Excalidraw:
    'a card is a rectangle with one bound label, links are bound arrows, lanes and curve locked; made by convertToExcalidrawElements beforehand and opened through initialData; roughness 0, solid fill and Helvetica, the cheapest settings; fonts from the same server.',
};
