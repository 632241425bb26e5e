export function unparse(e: unknown): string { throw new Error(`unparse ${e}`); }
