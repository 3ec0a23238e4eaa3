import type { ImportedPosting } from '../../../contract/imports.ts'
import type { PageElement } from '../page-tree.ts'
import { findPostings, readBlocks } from './find.ts'
import { findMicrodata } from './microdata.ts'
import { readJobPosting } from './read.ts'

/** What a page's structured data says. */
export interface StructuredPostings {
  postings: ImportedPosting[]
  /** `JobPosting`s without a title. */
  untitled: number
  /** Blocks of JSON-LD that could not be read at all. */
  broken: number
}

/** The postings of a page's JSON-LD, or of its microdata where there is none. */
export function structuredPostings(page: PageElement, pageUrl: string | null): StructuredPostings {
  const { values, broken } = readBlocks(page)
  const nodes = findPostings(values)
  const found = nodes.length > 0 ? nodes : findMicrodata(page)
  const read = found.map(node => readJobPosting(node, pageUrl))
  const postings = distinct(read.filter(posting => posting !== null))
  return { postings: withOwnIds(postings), untitled: read.filter(one => one === null).length, broken }
}

/** A page may hold the same posting twice, for two readers; the longer text stays. */
function distinct(postings: readonly ImportedPosting[]): ImportedPosting[] {
  const byWhat = new Map<string, ImportedPosting>()
  for (const posting of postings) {
    const { id, title, company, location_text } = posting
    const what = JSON.stringify([id, title, company, location_text])
    const before = byWhat.get(what)
    if (before === undefined || before.description.length < posting.description.length)
      byWhat.set(what, posting)
  }
  return [...byWhat.values()]
}

/** What several postings share is the id of the page or the company, not of a posting. */
function withOwnIds(postings: ImportedPosting[]): ImportedPosting[] {
  const shared = (key: 'id' | 'url', value: string | null): boolean =>
    value !== null && postings.filter(one => one[key] === value).length > 1
  return postings.map(posting => ({
    ...posting,
    id: shared('id', posting.id) ? null : posting.id,
    url: shared('url', posting.url) ? null : posting.url,
  }))
}
