import { hash } from 'node:crypto';
import { isLoopback } from '../domain/loopback.ts';

/** Whether an address stays on this machine, as it is written: for tests and trials, plain http is taken there. */
export function isWrittenLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && isLoopback(hostname);
}

/** Tells one address from another without saying it. */
export function addressHash(address: string): string {
  return hash('sha256', address, 'hex').slice(0, 16);
}
