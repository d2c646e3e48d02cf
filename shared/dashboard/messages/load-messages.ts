import type { Messages } from './en.ts';
import type { Language } from './language.ts';

/** The messages of one language; the other is not loaded. */
export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'nl') return (await import('./nl.ts')).nl;
  return (await import('./en.ts')).en;
}
