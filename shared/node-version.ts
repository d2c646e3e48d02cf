/** Oldest version of Node that the app runs on; `engines` in package.json says the same. */
const minNode = { major: 22, minor: 12 };

/**
 * Stops an app that was started on an old version of Node, where requests would fail one by one.
 * @throws {Error} naming both versions
 */
export function requireNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > minNode.major || (major === minNode.major && minor >= minNode.minor)) return;
  const needed = `${minNode.major}.${minNode.minor}`;
  throw new Error(`The error desk needs Node ${needed} or later, but this is Node ${version}`);
}
