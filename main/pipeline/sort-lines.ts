import type { Mapping } from '../contract/imports.ts'
import { createClusters } from '../postings/rules/cluster.ts'
import { identityOf } from '../postings/rules/marks.ts'
import type { createPreparer } from './prepare.ts'
import { NO_RANKING } from './tasks.ts'

/** Postings of a file of JSON lines sorted into jobs without a database, by what the pipeline does with them. */

/** The fields of a line; the first that is filled counts. */
const MAPPING: Mapping = {
  columns: {
    id: ['id'],
    title: ['title'],
    company: ['company'],
    location_text: ['location_text', 'location'],
    description: ['description'],
    url: ['url'],
    posted_at: ['posted_at', 'date_posted'],
    salary_text: ['salary_text'],
    source: ['source'],
  },
  date_order: null,
}

export type SortedLine =
  | {
      ok: true
      id: string | number
      job: string /** What is amiss with it; null when nothing. */
      remark: string | null
    }
  | { ok: false; problem: string }

/** Makes the function that takes one line after the other. */
export function createLineSorter(
  preparer: Pick<ReturnType<typeof createPreparer>, 'prepare'>,
): (line: string) => SortedLine {
  const clusters = createClusters()
  let alone = 0
  return line => {
    const row = objectIn(line)
    if (row === null) return { ok: false, problem: 'This is not a JSON object.' }
    const { id } = row
    if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
      return { ok: false, problem: 'The posting has no id.' }
    const [answer] = preparer.prepare({
      kind: 'prepare',
      items: [{ text: line }],
      mapping: MAPPING,
      plan: NO_RANKING,
      now: '',
    })
    // What cannot be compared is nobody's copy.
    if (!answer?.ok) {
      alone += 1
      return { ok: true, id, job: `alone-${alone}`, remark: answer?.message ?? 'It was not read.' }
    }
    const { posting, detection } = answer.posting
    const identity = identityOf(answer.posting, detection, {
      source: posting.source ?? '',
      source_key: null,
      content_hash: '',
      posted_at: posting.posted_at,
    })
    return { ok: true, id, job: `job-${clusters.add(identity, answer.posting.blocks)}`, remark: null }
  }
}

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}
