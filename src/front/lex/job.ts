/** What is handed from the entrance of the parser to the parser of valid programs and to the explainer of errors. */
import type { WarnHandler } from './state.ts';

export type ParseMode = 'exec' | 'eval' | 'single' | 'func_type';

/** What the two parsers need to know, every option decided. */
export interface ParseJob {
  /** The text with a NUL after it. */
  readonly text: string;
  readonly filename: string;
  readonly mode: ParseMode;
  readonly warn: WarnHandler;
  readonly maxDigits: number;
  readonly allowIncomplete: boolean;
  readonly typeComments: boolean;
  readonly featureVersion: number;
  /** The file as it is on disk, byte order mark and all, where CPython reads the lines of errors from it. */
  readonly disk: string | null;
}

/** Where the parser of valid programs gave up. */
export interface Refusal {
  /** The first token of the statement of the file that it could not parse; those before it are valid. */
  readonly from: number;
  /** What CPython warns of in the statements before. */
  readonly warnings: readonly BufferedWarning[];
}

export interface BufferedWarning {
  readonly message: string;
  readonly line: number;
  readonly token: number;
}
