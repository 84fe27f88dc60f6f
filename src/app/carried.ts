/** What is on its way from one map to another inside this page (carryPersona.ts); a small file, as every map's page looks. */
export const carried: { forMap: string | null; text: string } = { forMap: null, text: '' };
