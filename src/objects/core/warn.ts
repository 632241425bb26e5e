/**
 * Warnings raised by built-in code: a knot tied by the `warnings` module when it is loaded.
 */
let issue: (category: string, message: string) => void = () => {};

/** Installs how a warning is shown or turned into an exception. */
export function installWarn(f: (category: string, message: string) => void): void {
  issue = f;
}

/** Issues a warning of a built-in category. May raise, if the filters say so. */
export function warn(category: string, message: string): void {
  issue(category, message);
}
