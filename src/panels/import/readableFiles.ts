/** Endings of the files that are read, for choosers. */
export const readableFiles = '.json,.csv,.tsv,.txt,.xlsx,.md,.mmd,.mermaid,.xml,.cjml';
