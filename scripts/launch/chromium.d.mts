/** Path of a Chromium for browser tests; throws an Error that says what to do when there is none. */
export function findChromium(): string;
