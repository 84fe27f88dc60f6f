/**
 * The script: what a person does with a map, the same input for every program. Load until usable, pan, drag one, type,
 * zoom to fit and back, pan at fit, marquee over a hundred cards, drag these hundred, heap; then, in some rounds, the
 * gestures that are told in frames once more on a slow laptop.
 *
 * Places come from the drawing and the camera, never from a program's own elements, so that all are pointed at alike. Out: one
 * number a figure, named "gesture figure" (ms, 1/s, MB).
 */
import type { PeerCard, PeerDrawing } from '../peers/shared/drawing.ts';
import { percentile } from '../figures.ts';
import type { BenchBrowser, Movement, Point } from './browser.ts';
import {
  cameraOf,
  deselectIn,
  lookAt,
  programs,
  selectedIn,
  untilDrawn,
  untilLive,
  type Camera,
  type ProgramName,
} from './programs.ts';

export interface Pane extends Point {
  readonly width: number;
  readonly height: number;
}

export type Figures = Readonly<Record<string, number>>;

/** Every program opens at the beginning of the map at 80 %. */
const startZoom = 0.8;
/**
 * A hundred cards are in view at it, beside the buttons that tldraw and Excalidraw have in the corners and farther from
 * the edges than the 40 px within which React Flow begins to pan.
 */
const blockPlace = { x: 90, y: 80, zoom: 0.42 };
const leastZoom = 0.1;
const marginPx = 32;
/** A slow laptop is this machine with the page's main thread so many times slower. */
export const slowdown = 4;
/**
 * Drops end a little beside where they began: a move, but one after which the map has the same rows. Slowed ones end on
 * the other side, so that what was moved twice still stands where the marquee finds it.
 */
const droppedPx = 2;
export const blockSide = 10;

export class Script {
  readonly #browser: BenchBrowser;
  readonly #name: ProgramName;
  readonly #drawing: PeerDrawing;
  readonly #pane: Pane;

  constructor(browser: BenchBrowser, name: ProgramName, drawing: PeerDrawing, pane: Pane) {
    this.#browser = browser;
    this.#name = name;
    this.#drawing = drawing;
    this.#pane = pane;
  }

  /** The whole script on a page that has not been opened yet; of programs that are held to some gestures alone, these. */
  async run(address: string): Promise<Figures> {
    const load = await this.load(address);
    const live = await this.#browser.page.evaluate(() => performance.now());
    await this.deselect();
    const figures = await this.#perform();
    await this.#browser.rest();
    return { load, live, ...figures, heap: (await this.#browser.heapBytes()) / 2 ** 20 };
  }

  /** After `run`, on the same page: its gestures but typing, each slowed while it is measured. */
  async runSlowed(): Promise<Figures> {
    await this.goTo({ x: 0, y: 0, zoom: startZoom });
    this.#browser.slowdown = slowdown;
    try {
      return await this.#perform(['typing']);
    } finally {
      this.#browser.slowdown = 1;
    }
  }

  async #perform(without: readonly string[] = []): Promise<Figures> {
    const { gestures } = programs[this.#name];
    const figures: { [name: string]: number } = {};
    for (const [name, gesture] of Object.entries(this.#gestures)) {
      if (without.includes(name) || (gestures && !gestures.includes(name))) continue;
      Object.assign(figures, await gesture());
    }
    return figures;
  }

  /** In their order: each begins where the one before has left the map. */
  readonly #gestures: Readonly<Record<string, () => Promise<Figures>>> = {
    pan: async () => named('pan', await this.pan()),
    'drag one': async () => named('drag one', await this.dragOne()),
    typing: async () => ({ typing: await this.type() }),
    zoom: async () => named('zoom', await this.zoomToFitAndBack()),
    'pan at fit': async () => named('pan at fit', await this.panAtFit()),
    marquee: async () => named('marquee', await this.marquee()),
    'drag 100': async () => named('drag 100', await this.dragBlock()),
  };

  /** From the start of the navigation until the map is drawn and a click has selected a card, in ms; resolves when every gesture is answered too. */
  async load(address: string): Promise<number> {
    const { page } = this.#browser;
    const { probe } = programs[this.#name];
    if (probe) await page.addInitScript(probe);
    await page.addInitScript(() => {
      const watch = (): void => {
        const bench = Reflect.get(window, 'bench') as { selected(): number } | undefined;
        if (!bench || bench.selected() === 0) requestAnimationFrame(watch);
        else requestAnimationFrame((now) => Object.assign(window, { benchUsable: now }));
      };
      requestAnimationFrame(watch);
    });
    await page.goto(address, { waitUntil: 'commit' });
    await untilDrawn(page);
    const usable = await this.#untilSelected();
    await untilLive(page);
    return usable;
  }

  /** Clicks until a card is selected and shown so; gives the page's clock then, in ms since the navigation began. */
  async #untilSelected(): Promise<number> {
    const { page } = this.#browser;
    const camera = { x: 0, y: 0, zoom: startZoom };
    const targets = [this.#cardAt(camera, 0.35, 0.4), this.#cardAt(camera, 0.65, 0.6)];
    for (let tries = 0; tries < 200; tries += 1) {
      // Never twice at one place: that would be a double click.
      const target = targets[tries % targets.length];
      if (target) await this.#browser.click(this.#holdOf(target, camera));
      const usable = await page
        .waitForFunction(() => Reflect.get(window, 'benchUsable') as number | undefined, undefined, {
          polling: 'raf',
          timeout: 120,
        })
        .then((found) => found.jsonValue())
        .catch(() => undefined);
      if (usable !== undefined) return usable;
    }
    throw new Error(`${this.#name} answers no click`);
  }

  /** After a reload. */
  async untilEditable(): Promise<void> {
    await untilDrawn(this.#browser.page);
    await this.#untilSelected();
    await untilLive(this.#browser.page);
    await this.deselect();
  }

  async pan(): Promise<Movement> {
    await this.#browser.move(this.#centre());
    return this.#browser.measure(() =>
      this.#browser.paced(72, (share, index) =>
        this.#browser.wheel(share <= 0.5 ? 40 : -40, index % 2 === 0 ? 12 : -12),
      ),
    );
  }

  async dragOne(): Promise<Movement> {
    await this.goTo({ x: 0, y: 0, zoom: startZoom });
    const camera = await this.#camera();
    const card = this.#cardAt(camera, 0.5, 0.5);
    return this.#drag(this.#holdOf(card, camera), 120);
  }

  /** 95th percentile of the time from a key press to the paint that shows it, in ms. */
  async type(): Promise<number> {
    const { page } = this.#browser;
    const camera = await this.#camera();
    const card = this.#cardAt(camera, 0.5, 0.25);
    await this.#browser.doubleClick(this.#holdOf(card, camera));
    await page.waitForFunction(
      () => document.activeElement?.matches('input, textarea, [contenteditable="true"]') === true,
      undefined,
      { timeout: 10_000 },
    );
    await this.#browser.rest();
    await page.evaluate(() => {
      const delays: number[] = [];
      Object.assign(window, { benchDelays: delays });
      window.addEventListener(
        'keydown',
        (event) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () => delays.push(performance.now() - event.timeStamp));
            port1.start();
            port2.postMessage(null);
          }),
        true,
      );
    });
    const letters = 'thequickbrownfoxjumpsover';
    await this.#browser.paced(letters.length, (_, index) => this.#browser.type(letters[index] ?? 'x'), {
      perSecond: 20,
    });
    await page
      .waitForFunction(
        (typed) => {
          const field = document.activeElement;
          const text = field && 'value' in field ? String(field.value) : (field?.textContent ?? '');
          return text.includes(typed);
        },
        letters,
        { timeout: 20_000 },
      )
      .catch(() => {
        throw new Error(`${this.#name} does not show what was typed`);
      });
    await this.#browser.rest();
    const delays = await page.evaluate(() => Reflect.get(window, 'benchDelays') as number[]);
    await this.deselect();
    return percentile(delays, 0.95);
  }

  /** All the way, whatever the program makes of each turn: Excalidraw forgets some when its frames are slow. */
  async zoomToFitAndBack(): Promise<Movement> {
    await this.goTo(this.centred(startZoom));
    await this.#browser.move(this.#centre());
    const movement = await this.#browser.measure(async () => {
      for (const zoom of [this.fitZoom(), startZoom]) {
        await this.zoomBy(zoom / (await cameraOf(this.#browser.page)).zoom);
        if (!(await this.#look(this.centred(zoom)))) await this.#zoomTo(zoom, 0.02);
      }
    });
    await this.#browser.rest();
    return movement;
  }

  /** Zooms by wheel where the pointer is, a tenth a turn and more where the program is slow, without waiting for rest. */
  async zoomBy(factor: number): Promise<void> {
    const steps = Math.ceil(Math.abs(Math.log(factor)) / Math.log(1.1));
    const { zoom: from } = await cameraOf(this.#browser.page);
    let at = from;
    await this.#browser.paced(steps, async (share) => {
      const next = from * factor ** share;
      await this.#browser.wheel(0, programs[this.#name].zoomDelta(at, next / at), true);
      at = next;
    });
  }

  async panAtFit(): Promise<Movement> {
    await this.goTo(this.centred(this.fitZoom()));
    return this.#browser.measure(() =>
      this.#browser.paced(72, (share, index) =>
        this.#browser.wheel(share <= 0.5 ? 9 : -9, index % 2 === 0 ? 6 : -6),
      ),
    );
  }

  /** A frame around exactly a hundred cards. */
  async marquee(): Promise<Movement> {
    await this.goTo(blockPlace);
    const camera = await this.#camera();
    const { from, to } = frameAround(blockOf(this.#drawing));
    const start = this.#toScreen(from, camera);
    const end = this.#toScreen(to, camera);
    await this.#browser.move(start);
    const movement = await this.#browser.measure(async () => {
      await this.#browser.press();
      await this.#browser.paced(60, (share) =>
        this.#browser.move(
          { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share },
          1,
        ),
      );
      await this.#browser.release();
    });
    await this.#browser.rest();
    const selected = await selectedIn(this.#browser.page);
    if (selected !== blockSide ** 2) throw new Error(`${this.#name} selected ${selected} of 100`);
    return movement;
  }

  async dragBlock(): Promise<Movement> {
    const camera = await this.#camera();
    const block = blockOf(this.#drawing);
    const card = block[Math.floor(block.length / 2) + blockSide / 2];
    if (!card) throw new Error('no block to drag');
    return this.#drag(this.#holdOf(card, camera), 60);
  }

  /** The zoom at which all of the map is in view, as far as every program zooms out. */
  fitZoom(): number {
    const { width, height } = this.#drawing;
    return Math.max(
      leastZoom,
      Math.min(1, (this.#pane.width - 2 * marginPx) / width, (this.#pane.height - 2 * marginPx) / height),
    );
  }

  /** Lets go of what is selected: the panels that come with it would cover the canvas or make it smaller. */
  async deselect(): Promise<void> {
    await this.#browser.page.keyboard.press('Escape');
    await this.#browser.page.evaluate((close) => {
      if (close) document.querySelector<HTMLElement>(close)?.click();
    }, programs[this.#name].closePanel);
    await this.#browser.rest();
    // Where Escape does not do it: by the program's own means, or a click between four cards.
    if ((await selectedIn(this.#browser.page)) > 0) await deselectIn(this.#browser.page);
    for (const share of [0.55, 0.7, 0.4]) {
      if ((await selectedIn(this.#browser.page)) === 0) break;
      const camera = await this.#camera();
      const card = this.#cardAt(camera, share, share);
      await this.#browser.click(this.#toScreen({ x: card.x - 16, y: card.y - 14 }, camera));
    }
    await this.#browser.rest();
  }

  /** Brings the camera to a place, by wheel as exactly as the program lets it where it cannot be put there; nothing is selected then. */
  async goTo(wanted: Camera): Promise<void> {
    await this.deselect();
    await this.#browser.move(this.#centre());
    if (!(await this.#look(wanted))) {
      await this.#zoomTo(wanted.zoom, 0.002);
      let camera = await this.#camera();
      for (let tries = 0; tries < 3; tries += 1) {
        const dx = Math.round(camera.x - wanted.x);
        const dy = Math.round(camera.y - wanted.y);
        if (Math.abs(dx) + Math.abs(dy) < 2) break;
        await this.#browser.wheel(dx, dy);
        camera = await this.#camera();
      }
    }
    await this.#browser.rest();
  }

  /** Puts the camera there in programs that let their page do so. */
  async #look(camera: Camera): Promise<boolean> {
    return lookAt(this.#browser.page, camera);
  }

  /** Turns of the wheel, each after the one before is shown, until the zoom is reached as nearly as the program lets it. */
  async #zoomTo(zoom: number, tolerance: number): Promise<void> {
    const most = 80;
    let camera = await this.#camera();
    for (let turn = 0; turn < most && Math.abs(camera.zoom / zoom - 1) > tolerance; turn += 1) {
      const delta = programs[this.#name].zoomDelta(camera.zoom, zoom / camera.zoom);
      await this.#browser.wheel(0, delta, true);
      const next = await this.#camera();
      if (next.zoom === camera.zoom) return;
      camera = next;
    }
  }

  /** The middle of the map in the middle of the pane. */
  centred(zoom: number): Camera {
    return {
      x: this.#pane.width / 2 - (this.#drawing.width / 2) * zoom,
      y: this.#pane.height / 2 - (this.#drawing.height / 2) * zoom,
      zoom,
    };
  }

  /** Round in a circle and back, one second, and dropped. */
  async #drag(from: Point, radiusPx: number): Promise<Movement> {
    const besidePx = this.#browser.slowdown === 1 ? droppedPx : -droppedPx;
    await this.#browser.move(from);
    const movement = await this.#browser.measure(async () => {
      await this.#browser.press();
      await this.#browser.paced(60, (share) => {
        const angle = share * 2 * Math.PI;
        return this.#browser.move(
          {
            x: from.x + Math.round(radiusPx * Math.sin(angle)) + (share === 1 ? besidePx : 0),
            y: from.y + Math.round(radiusPx * (1 - Math.cos(angle))),
          },
          1,
        );
      });
      await this.#browser.release();
    });
    await this.#browser.rest();
    return movement;
  }

  /** The camera once it is shown. */
  async #camera(): Promise<Camera> {
    await this.#browser.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    return cameraOf(this.#browser.page);
  }

  #centre(): Point {
    return { x: this.#pane.x + this.#pane.width / 2, y: this.#pane.y + this.#pane.height / 2 };
  }

  #toScreen(point: Point, camera: Camera): Point {
    return {
      x: this.#pane.x + camera.x + point.x * camera.zoom,
      y: this.#pane.y + camera.y + point.y * camera.zoom,
    };
  }

  /** Where a card is taken hold of: on its title, where no program has handles or arrows. */
  #holdOf(card: PeerCard, camera: Camera): Point {
    return this.#toScreen({ x: card.x + card.width * 0.4, y: card.y + card.height / 4 }, camera);
  }

  /** The card next to a place of the pane, given as shares of its width and height. */
  #cardAt(camera: Camera, acrossShare: number, downShare: number): PeerCard {
    const x = this.#pane.x + this.#pane.width * acrossShare;
    const y = this.#pane.y + this.#pane.height * downShare;
    const distance = (card: PeerCard): number => {
      const hold = this.#holdOf(card, camera);
      return Math.hypot(hold.x - x, hold.y - y);
    };
    return this.#drawing.cards.reduce((best, card) => (distance(card) < distance(best) ? card : best));
  }
}

/** The first ten cards of the first ten rows of cards. */
export function blockOf({ cards }: PeerDrawing): readonly PeerCard[] {
  const rows = Map.groupBy(cards, (card) => card.y);
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .slice(0, blockSide)
    .flatMap(([, row]) => row.toSorted((a, b) => a.x - b.x).slice(0, blockSide));
}

/** Corners that hold the block and meet no other card; the first is too far from a card to take hold of it. */
export function frameAround(block: readonly PeerCard[]): { readonly from: Point; readonly to: Point } {
  const reach = 40;
  const gap = 6;
  return {
    from: {
      x: Math.min(...block.map(({ x }) => x)) - reach,
      y: Math.min(...block.map(({ y }) => y)) - reach,
    },
    to: {
      x: Math.max(...block.map(({ x, width }) => x + width)) + gap,
      y: Math.max(...block.map(({ y, height }) => y + height)) + gap,
    },
  };
}

function named(gesture: string, movement: Movement): Figures {
  return Object.fromEntries(
    Object.entries(movement).map(([figure, value]) => [`${gesture} ${figure}`, value as number]),
  );
}
