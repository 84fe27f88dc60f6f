/** Files of a map that the server draws (`POST /api/maps/:id/export.*`), for what a page has no fonts for. */

/** Why there is no file: `offline` (no answer), or the status that the server answered with. */
export class ExportRefusedError extends Error {
  readonly status: number | null;

  constructor(status: number | null) {
    super(status === null ? 'the server does not answer' : `the server answered with ${status}`);
    this.status = status;
  }
}

/** The file's bytes. Rejects with ExportRefusedError, or with the signal's reason. */
export async function loadExport(
  mapId: string,
  token: string,
  format: string,
  options: Readonly<Record<string, string>>,
  signal: AbortSignal | null,
): Promise<Uint8Array<ArrayBuffer>> {
  // Posted, because the ids of a large selection are too long for an address.
  const response = await fetch(`/api/maps/${mapId}/export.${format}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(options),
    signal,
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new ExportRefusedError(null);
  });
  if (!response.ok) throw new ExportRefusedError(response.status);
  return new Uint8Array(await response.arrayBuffer());
}
