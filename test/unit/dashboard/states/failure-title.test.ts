import { expect, it } from 'vitest';
import { ApiFailure } from '../../../../shared/dashboard/api/api-failure.ts';
import { en } from '../../../../shared/dashboard/messages/en.ts';
import { nl } from '../../../../shared/dashboard/messages/nl.ts';
import { failureTitle } from '../../../../shared/dashboard/states/failure-title.ts';
import { problemOf, problems } from '../../../../shared/http/problem.ts';

const failure = (code: string, title: string) => new ApiFailure(503, { code, title });

it('each failure of the API has a title in Dutch; the English ones are those of the API', () => {
  const titles = { ...problems, 'internal-error': problemOf(undefined, '').body };
  expect(en.failureTitles).toEqual(
    Object.fromEntries(Object.entries(titles).map(([code, { title }]) => [code, title])),
  );
  expect(failureTitle(failure('storage-unavailable', 'The error log cannot be reached'), nl)).toBe(
    'Het foutenlogboek is niet bereikbaar',
  );
});

it('a failure that is not known keeps its title; no answer and a bug of the page say so', () => {
  expect(failureTitle(failure('of-tomorrow', 'Something new'), nl)).toBe('Something new');
  expect(failureTitle(new ApiFailure(0), nl)).toBe('De foutenbalie antwoordt niet');
  expect(failureTitle(new Error('x'), nl)).toBe('Er ging iets mis op deze pagina');
});
