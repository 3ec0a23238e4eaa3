import { type Blocks, MOST, sameTitle } from './blocks.ts'
import type { PostingIdentity } from './compare-postings.ts'
import { type DuplicateCandidate, decideDuplicate } from './deduplicate.ts'

/** Members of a job that are compared besides those found by a block, so that one that contradicts is heard. */
export const MEMBERS = 8
/** Postings of one address that are looked at. */
export const SAME_ADDRESS = 20

/** Postings sorted into jobs in memory, by the rules and the bounds of the database. */
export interface Clusters {
  /** Puts one posting into the job that it belongs to; answers the job's number, from 1 in order of appearance. */
  add(identity: PostingIdentity, blocks: Blocks): number
}

export function createClusters(): Clusters {
  const postings: DuplicateCandidate<number>[] = []
  const jobs: number[][] = []
  const lists = {
    address: new Map<string, number[]>(),
    opening: new Map<number, number[]>(),
    title: new Map<number, number[]>(),
    text: new Map<number, number[]>(),
  }
  const put = <K>(list: Map<K, number[]>, key: K | null, at: number, most: number) => {
    if (key === null) return
    const known = list.get(key)
    if (!known) list.set(key, [at])
    else {
      known.push(at)
      // Only the newest are ever asked for.
      if (known.length > most) known.shift()
    }
  }
  return {
    add(identity, blocks) {
      const title = sameTitle(blocks.opening)[0]
      const found = new Set([
        ...(identity.canonical_url === null ? [] : (lists.address.get(identity.canonical_url) ?? [])),
        ...(lists.opening.get(blocks.opening) ?? []),
        ...(lists.title.get(title) ?? []),
        ...(blocks.text === null ? [] : (lists.text.get(blocks.text) ?? [])),
      ])
      for (const jobId of new Set([...found].map(at => postings[at]?.job_id ?? 0)))
        for (const at of (jobs[jobId - 1] ?? []).slice(0, MEMBERS)) found.add(at)
      const candidates = [...found].flatMap(at => postings[at] ?? [])
      const decision = decideDuplicate(identity, candidates)
      const jobId = decision.kind === 'new_job' ? jobs.length + 1 : decision.jobId
      const at = postings.push({ ...identity, job_id: jobId }) - 1
      const members = jobs[jobId - 1]
      if (members) members.push(at)
      else jobs.push([at])
      put(lists.address, identity.canonical_url, at, SAME_ADDRESS)
      put(lists.opening, blocks.opening, at, MOST.opening)
      put(lists.title, title, at, MOST.title)
      put(lists.text, blocks.text, at, MOST.text)
      return jobId
    },
  }
}
