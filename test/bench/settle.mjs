/**
 * Loaded into every measured server, ours and the peers alike: on SIGUSR2 it collects all garbage and gives free pages
 * back, so that memory is compared without what just happens to lie around.
 */
process.on('SIGUSR2', () => {
  for (let i = 0; i < 2; i += 1) globalThis.gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
});
