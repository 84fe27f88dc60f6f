/** The browser's question before the page is left: only while something is neither on the server nor on this device (U38). Gives back its undoing. */
export function warnOfLoss(wouldLose: () => boolean): () => void {
  const warn = (event: BeforeUnloadEvent): void => {
    if (wouldLose()) event.preventDefault();
  };
  addEventListener('beforeunload', warn);
  return () => removeEventListener('beforeunload', warn);
}
