import { type Filter, writeFilter } from '../address/filter.ts';

/** The query of `GET /problems` for a filter; the parts that problems cannot be selected by are left out. */
export function problemListQuery({ q: _, record: __, ...filter }: Filter): URLSearchParams {
  const query = new URLSearchParams();
  writeFilter(query, filter);
  query.set('orderby', 'impact');
  return query;
}
