/** Unit and property tests. Browser tests (*.spec.ts) belong to Playwright. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/peers/**'],
    setupFiles: ['test/support/patience.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
