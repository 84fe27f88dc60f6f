/** Browser tests: one Chromium, the real server against the built page; a test gets a second try, named at the end. */
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/launch/chromium.mjs';

/** A sandbox needs rights that root in a container does not have; the others keep the machine quiet. */
const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
];

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  // The same on every system: what is kept is text.
  snapshotPathTemplate: '{testDir}/spoken/{arg}{ext}',
  fullyParallel: false,
  workers: 2,
  // A test that needs its second try is listed by name as flaky: it shows a race that wants mending.
  retries: 1,
  // Patience for a slow machine: what never comes still fails, only later.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    launchOptions: {
      executablePath: findChromium(),
      // A machine without a language would name a file with Chinese in it "download".
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      args: process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags,
    },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    colorScheme: 'light',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
