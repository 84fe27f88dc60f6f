/** Ends a switch over all cases: the compiler refuses the call while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`a case nobody wrote: ${JSON.stringify(value)}`);
}
