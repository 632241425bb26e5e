// The types of scripts/oracle.mjs.
export type OracleOutcome = { stdout: string; stderr: string; exitCode: number; lines: [string, number][] };
export type Oracle = {
  name: string;
  version: string;
  run(request: { path: string; args?: string[]; stdin?: string; positions?: boolean }): Promise<OracleOutcome>;
};
export const ROOT: string;
export function findPython(): { command: string; version: string; env: NodeJS.ProcessEnv } | undefined;
export function openOracle(): Promise<Oracle>;
