import { useQuery } from '@tanstack/react-query';
import { hrefOf, useAddress } from '../address/use-address.ts';
import type { ProblemDetail } from '../api/generated-client.ts';
import { problemQuery } from '../api/queries.ts';
import { useTexts } from '../messages/use-texts.ts';
import { following } from '../shell/following.ts';
import { problemName } from './problem-name.ts';

/** What a problem follows from, and what follows from it. */
export function RelatedProblems({ problem }: { readonly problem: ProblemDetail }) {
  const { t } = useTexts();
  const parts = [
    [t.problem.causedBy, problem.causedBy],
    [t.problem.causes, problem.children],
  ] as const;
  return parts.map(
    ([heading, ids]) =>
      ids.length > 0 && (
        <section key={heading} aria-label={heading}>
          <h3>{heading}</h3>
          <ul className="plain">
            {ids.map((id) => (
              <li key={id}>
                <ProblemLink id={id} />
              </li>
            ))}
          </ul>
        </section>
      ),
  );
}

function ProblemLink({ id }: { readonly id: string }) {
  const { language } = useTexts();
  const { address, go } = useAddress();
  const { data } = useQuery(problemQuery(language, id));
  return (
    <a
      href={hrefOf({ view: address.view, problem: id })}
      onClick={following(() => go({ problem: id }, { replace: true }))}
    >
      {data ? problemName(data) : id}
    </a>
  );
}
