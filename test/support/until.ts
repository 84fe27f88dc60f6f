/** Waits until a condition holds; fails with what it waited for instead of hanging. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what = 'a condition',
  limitMs = 20_000,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${limitMs} ms for ${what}`);
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
