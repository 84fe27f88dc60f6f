/** Hands bytes to the person as a file of the browser's downloads. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The browser reads the address after this task; a minute is enough for the slowest of them.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
