import { useTexts } from '../messages/use-texts.ts';
import { useNow } from './use-now.ts';

/** A time as people say it, with the exact one as its title. */
export function Moment({ at, isExact = false }: { readonly at: string; readonly isExact?: boolean }) {
  const { format } = useTexts();
  const now = useNow();
  return (
    <time dateTime={at} title={format.exactMoment(at)}>
      {isExact ? format.moment(at) : format.ago(at, now)}
    </time>
  );
}
