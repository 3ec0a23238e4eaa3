import type { SearchWishes, SourceRequest } from './adapter.ts'
import { alternatives } from './board.ts'

/** A campaign's wishes as one or several searches at a source that is asked page by page. */

export interface Search {
  /** What is searched for; '' for everything. */
  what: string
  /** Where; '' for everywhere. */
  where: string
}

/** More searches than this for one campaign cost more requests than they bring postings. */
const MOST_SEARCHES = 8

/** Every alternative of the query in every place; one search for everything when nothing is named. */
export function searchesOf({ query, locations, remoteOnly }: SearchWishes): {
  searches: Search[]
  cut: boolean
} {
  const whats = alternatives(query)
  // Remote work is not looked for in a place.
  const wheres = remoteOnly
    ? []
    : [...new Set(locations.map(place => place.trim()).filter(place => place !== ''))]
  const all = orNothing(whats).flatMap(what => orNothing(wheres).map(where => ({ what, where })))
  return { searches: all.slice(0, MOST_SEARCHES), cut: all.length > MOST_SEARCHES }
}

const orNothing = (texts: readonly string[]): readonly string[] => (texts.length > 0 ? texts : [''])

export interface Step {
  search: Search
  /** From 1. */
  page: number
}

/**
 * What to ask after a page: its next one while there are more, else the next search. `cut` when pages were left out.
 */
export function stepAfter(
  step: Step,
  searches: readonly Search[],
  pages: { more: boolean; most: number },
  requestOf: (step: Step) => SourceRequest,
): { next?: SourceRequest; cut?: boolean } {
  if (pages.more && step.page < pages.most) return { next: requestOf({ ...step, page: step.page + 1 }) }
  const at = searches.findIndex(one => one.what === step.search.what && one.where === step.search.where)
  const following = at === -1 ? undefined : searches[at + 1]
  return {
    ...(following === undefined ? {} : { next: requestOf({ search: following, page: 1 }) }),
    ...(pages.more ? { cut: true } : {}),
  }
}

/** An address with those parameters that say something. */
export function withQuery(address: string, parameters: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, value]],
  )
  return `${address}?${new URLSearchParams(given)}`
}
