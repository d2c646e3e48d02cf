/** Oldest version of Node that the app runs on; `engines` in package.json says the same. */
export const minNodeVersion = '22.12.0';

/**
 * Stops an app that was started on an old version of Node, where requests would fail one by one.
 * @throws {Error} naming both versions
 */
export function requireNodeVersion(version: string): void {
  if (version.localeCompare(minNodeVersion, 'en', { numeric: true }) < 0)
    throw new Error(`The error desk needs Node ${minNodeVersion} or later, but this is Node ${version}`);
}
