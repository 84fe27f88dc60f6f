/**
 * Chromium goes on building pages of its own (its address bar, its side panels) for a second after it has opened a
 * window; what a page of ours costs is measured after that, or the two share the processor.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';

const look = { everyMs: 250, restMs: 15, mostMs: 8000 };

/** Waits until all of the browser's processes together have used next to no processor time for a quarter of a second. */
export async function untilBrowserRests(browser: CDPSession): Promise<void> {
  const usedMs = async (): Promise<number> => {
    const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
  };
  const began = performance.now();
  for (let before = await usedMs(); performance.now() - began < look.mostMs;) {
    await sleep(look.everyMs);
    const now = await usedMs();
    if (now - before <= look.restMs) return;
    before = now;
  }
}
