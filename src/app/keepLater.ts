/** Has this device keep the page (keepOnDevice.ts); the code that does comes after what the page is for. */
export function keepPageLater(): void {
  import('./keepOnDevice.ts')
    .then(({ keepPageOnDevice }) => keepPageOnDevice())
    .catch(() => {
      // Cut off: everything works but reloading offline, and the next visit tries again.
    });
}
