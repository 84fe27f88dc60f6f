/**
 * Before every test file with a page: how long a test waits for a condition that is sure to come. The library's one
 * second is short on a busy machine; a condition that never comes still fails, only later.
 */
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 10_000 });
}
