import { causes } from '../../shared/domain/diagnosis/causes.ts';
import type { Model } from './train.ts';

/** A model as a text: a line for each concept, its weights in tenths in the order of the causes; first the bias. */
export function modelData({ bias, weights }: Model): string {
  const line = (name: string, values: ReadonlyMap<string, number>) =>
    `${name}:${causes.map((cause) => Math.round((values.get(cause) ?? 0) * 10)).join(' ')}`;
  return [line('', bias), ...[...weights].map(([name, values]) => line(name, values))].join('\n');
}
