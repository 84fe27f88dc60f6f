/** Unit and property tests. Browser tests (*.spec.ts) belong to Playwright. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/peers/**'],
    setupFiles: ['test/support/everyTest.ts'],
    // A test that needs its second try is named at the end of the run: it shows a race that wants mending.
    retry: 1,
    // A test that hangs fails, only later; a slow machine must not make one fail.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
