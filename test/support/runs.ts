/** How many cases a property test tries: its own number, or `FUZZ_RUNS` when `npm run fuzz` asks for more. */
export function runs(usual: number): { readonly numRuns: number } {
  const wished = Number(process.env['FUZZ_RUNS']);
  return { numRuns: Number.isInteger(wished) && wished > 0 ? wished : usual };
}
