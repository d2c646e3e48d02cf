/** Whether a host name, as it is written, stays on this machine. Plain http is allowed there only. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
