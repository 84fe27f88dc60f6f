/**
 * One Chromium for one program: real input through the DevTools protocol, frames as the page's own
 * requestAnimationFrame sees them, processor time of all of Chromium's processes. A browser of its own for each
 * measurement, so that nothing of the program before is in memory, cache or processor time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findChromium } from '../../../scripts/launch/chromium.mjs';
import { percentile } from '../figures.ts';
import { untilBrowserRests } from '../untilBrowserRests.ts';

export const screenSize = { width: 1440, height: 900 };
/** As many as a mouse or touchpad gives to the page. */
const movesPerSecond = 60;
/** A gesture that should take a second lasts at most so long, with fewer and longer movements where a program is slow. */
const mostMs = 3000;
/** At rest: so many frames in a row come in time; a program that goes on working is given up after the last figure. */
const quiet = { frames: 5, gapMs: 34, leastMs: 150, mostMs: 1500 };

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Movement {
  /** Frames a second between the first and the last frame of the gesture. */
  readonly fps: number;
  /** 95th percentile and longest time between two frames, whole ms. */
  readonly p95: number;
  readonly worst: number;
  /** Processor time of all processes of the browser, ms. */
  readonly cpu: number;
  /** Time the page's main thread was busy, ms. */
  readonly main: number;
}

export class BenchBrowser {
  readonly page: Page;
  readonly version: string;
  /** So many times slower the page's main thread is while a gesture is measured. */
  slowdown = 1;
  readonly #browser: Browser;
  readonly #page: CDPSession;
  readonly #whole: CDPSession;
  #at: Point = { x: 0, y: 0 };

  private constructor(browser: Browser, page: Page, ofPage: CDPSession, whole: CDPSession) {
    this.#browser = browser;
    this.page = page;
    this.#page = ofPage;
    this.#whole = whole;
    this.version = browser.version();
  }

  static async open(): Promise<BenchBrowser> {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    const page = await browser.newPage({ viewport: screenSize, locale: 'en-GB', colorScheme: 'light' });
    const ofPage = await page.context().newCDPSession(page);
    await ofPage.send('Performance.enable');
    const whole = await browser.newBrowserCDPSession();
    await untilBrowserRests(whole);
    return new BenchBrowser(browser, page, ofPage, whole);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async move(to: Point, buttons = 0): Promise<void> {
    this.#at = to;
    await this.#page.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      ...to,
      buttons,
      button: buttons === 1 ? 'left' : 'none',
    });
  }

  async press(clickCount = 1): Promise<void> {
    await this.#button('mousePressed', clickCount);
  }

  async release(clickCount = 1): Promise<void> {
    await this.#button('mouseReleased', clickCount);
  }

  async click(at: Point): Promise<void> {
    await this.move(at);
    await this.press();
    await this.release();
  }

  async doubleClick(at: Point): Promise<void> {
    await this.click(at);
    await this.press(2);
    await this.release(2);
  }

  /** A turn of the wheel where the pointer is; resolves when the page has dealt with it. */
  async wheel(deltaX: number, deltaY: number, control = false): Promise<void> {
    await this.#page.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      ...this.#at,
      deltaX,
      deltaY,
      modifiers: control ? 2 : 0,
    });
  }

  /** A key that types a letter. */
  async type(letter: string): Promise<void> {
    const key = { key: letter, text: letter, code: `Key${letter.toUpperCase()}` };
    const windowsVirtualKeyCode = letter.toUpperCase().charCodeAt(0);
    await this.#page.send('Input.dispatchKeyEvent', { type: 'keyDown', windowsVirtualKeyCode, ...key });
    await this.#page.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      windowsVirtualKeyCode,
      key: key.key,
      code: key.code,
    });
  }

  /**
   * Does `input` so many times, 60 times a second; each waits until the page has dealt with the one before, so that no
   * input is lost or merged however slow the program is. Ends early, with `share` still reaching 1, after three seconds.
   */
  async paced(
    times: number,
    input: (share: number, index: number) => Promise<void>,
    { perSecond = movesPerSecond } = {},
  ): Promise<void> {
    const began = performance.now();
    for (let index = 0; index < times; index += 1) {
      const due = began + (index * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 0) await sleep(early);
      const share = Math.max((index + 1) / times, (performance.now() - began) / mostMs);
      await input(Math.min(1, share), index);
      if (share >= 1) return;
    }
  }

  /** Runs a gesture and gives what it cost; the two frames after its last input belong to it. */
  async measure(gesture: () => Promise<void>): Promise<Movement> {
    const before = await this.#costs();
    await this.page.evaluate(() => {
      const frames: number[] = [];
      const state = { frames, running: true };
      Object.assign(window, { benchFrames: state });
      const tick = (now: number): void => {
        frames.push(now);
        if (state.running) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    const times = await this.#slowedDown(async () => {
      await gesture();
      return this.page.evaluate(async () => {
        const state = Reflect.get(window, 'benchFrames') as { frames: number[]; running: boolean };
        const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
        await frame();
        await frame();
        state.running = false;
        return state.frames;
      });
    });
    const after = await this.#costs();
    // Whole milliseconds: by the page's coarse clock one refresh lasts 16.6 to 16.8, which is no difference between programs.
    const gaps = times.slice(1).map((time, index) => Math.round(time - (times[index] ?? time)));
    const lasted = (times.at(-1) ?? 0) - (times[0] ?? 0);
    return {
      fps: (gaps.length * 1000) / lasted,
      p95: percentile(gaps, 0.95),
      worst: Math.max(...gaps),
      cpu: after.cpu - before.cpu,
      main: after.main - before.main,
    };
  }

  /**
   * Waits until what the gesture before has left is done: frames come in time again, and some time has passed in which
   * programs begin what they put off. `ms`: at least so long.
   */
  async rest(ms = quiet.leastMs): Promise<void> {
    await this.page.evaluate(
      ({ frames, gapMs, leastMs, mostMs: longest }) =>
        new Promise<void>((resolve) => {
          const began = performance.now();
          let last = began;
          let inTime = 0;
          const look = (): void => {
            const now = performance.now();
            inTime = now - last <= gapMs ? inTime + 1 : 0;
            last = now;
            if ((inTime >= frames && now - began >= leastMs) || now - began >= longest) resolve();
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
      { ...quiet, leastMs: ms, mostMs: Math.max(ms, quiet.mostMs) },
    );
  }

  /** The window as it is shown now, as PNG. */
  async picture(): Promise<Buffer> {
    const { data } = await this.#page.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  /** Bytes of JavaScript that are still reachable. */
  async heapBytes(): Promise<number> {
    await this.#page.send('HeapProfiler.enable');
    await this.#page.send('HeapProfiler.collectGarbage');
    await this.#page.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#page.send('Runtime.getHeapUsage');
    return usedSize;
  }

  /** Seconds of the page's main thread by kind of work, from the browser's books. */
  async mainThread(): Promise<{ readonly task: number; readonly work: number }> {
    const { metrics } = await this.#page.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      task: of('TaskDuration'),
      work: of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'),
    };
  }

  async #slowedDown<T>(act: () => Promise<T>): Promise<T> {
    if (this.slowdown === 1) return act();
    await this.#page.send('Emulation.setCPUThrottlingRate', { rate: this.slowdown });
    try {
      return await act();
    } finally {
      await this.#page.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    }
  }

  async #costs(): Promise<{ readonly cpu: number; readonly main: number }> {
    const { processInfo } = await this.#whole.send('SystemInfo.getProcessInfo');
    const { task } = await this.mainThread();
    return { cpu: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000, main: task * 1000 };
  }

  async #button(type: 'mousePressed' | 'mouseReleased', clickCount: number): Promise<void> {
    await this.#page.send('Input.dispatchMouseEvent', {
      type,
      ...this.#at,
      button: 'left',
      buttons: type === 'mousePressed' ? 1 : 0,
      clickCount,
    });
  }
}
