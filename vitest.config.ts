/** Unit and property tests. Browser tests (*.spec.ts) belong to Playwright. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A minute or more each: begun late, one of them would run on alone at the end while the other cores rest. */
const longest = [
  'test/export/otherPrograms.test.ts',
  'test/export/pptxPicture.test.ts',
  'test/export/pdfPrograms.test.ts',
  'test/export/preview.test.ts',
  'test/server/exportsAgree.test.ts',
  'test/export/fileFormats.test.ts',
  'test/export/whole.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((file) => moduleId.endsWith(file));
      return at < 0 ? longest.length : at;
    };
    const usual = await BaseSequencer.prototype.sort.call(this, files);
    return usual.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/peers/**'],
    setupFiles: ['test/support/everyTest.ts'],
    sequence: { sequencer: LongestFirst },
    // A test that needs its second try is named at the end of the run: it shows a race that wants mending.
    retry: 1,
    // A test that hangs fails, only later; a slow machine must not make one fail.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
