import { readFileSync } from 'node:fs'
import { wishesOf } from '../campaigns/service.ts'
import type { CampaignDraft, CampaignEstimate } from '../contract/shapes.ts'
import { JOB_STATUSES, type JobStatus } from '../contract/values.ts'
import { createPlaceFinder } from '../detection/rules/place/place.ts'
import { notBlocked, rowsOf } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { resourcePath } from '../platform/paths.ts'
import type { PlaceHelp } from '../ranking/rules/location.ts'
import { needsOf, readChunk } from '../ranking/rules/rankable.ts'
import { createScorer } from '../ranking/rules/scorer.ts'
import { wishedSkillKeys } from '../ranking/rules/skills.ts'
import { currentRates, rankableChunkOf, skillNumbers, skillTable } from '../ranking/service.ts'
import { readSettings } from '../settings/service.ts'

/** What a campaign would find among the newest known jobs, were it saved as it is. Reads only. */

/** So many of the newest jobs are scored: more would take longer than a person waits while typing. */
const LOOKED = 2000
const BEST = 5

/** Jobs that the person put away would be no finds. */
const FINDS: readonly JobStatus[] = JOB_STATUSES.filter(
  status => status !== 'rejected' && status !== 'archived',
)

let places: PlaceHelp | undefined
/** The table of places, read when a campaign first asks for one; it stays, since typing asks again and again. */
function placeHelp(): PlaceHelp {
  if (!places) {
    const finder = createPlaceFinder(readFileSync(resourcePath('vocabularies/places.tsv'), 'utf8'))
    places = { locate: finder.locate, resolvePlace: finder.resolve }
  }
  return places
}

/** The newest jobs that are not put away and not of a blocked company. Each status is one short range of an index. */
function newestJobs(db: Db, limit: number): number[] {
  const range = db.sql<{ id: number }>(
    `SELECT id FROM jobs WHERE status = ? AND ${notBlocked('company_id')} ORDER BY id DESC LIMIT ?`,
  )
  const ids = FINDS.flatMap(status => range.all(status, limit).map(row => row.id))
  return ids.sort((a, b) => b - a).slice(0, limit)
}

/** How many jobs are not put away. */
function countFinds(db: Db): number {
  const counts = db.sql<{ status: JobStatus; n: number }>('SELECT status, n FROM status_counts').all()
  return counts.reduce((sum, { status, n }) => sum + (FINDS.includes(status) ? n : 0), 0)
}

/** Scores the newest known jobs by the same rules as a run does. `today`: YYYY-MM-DD, the day that ages count to. */
function estimate(db: Db, draft: CampaignDraft, today: string, now: string): CampaignEstimate {
  const ids = newestJobs(db, LOOKED)
  const known = ids.length < LOOKED ? ids.length : Math.max(LOOKED, countFinds(db))
  if (ids.length === 0) return { looked: 0, known, matches: 0, hidden: 0, best: [] }
  const wishes = wishesOf(draft, readSettings(db).rankingWeights)
  const table = skillTable(db)
  const score = createScorer(wishes, {
    rankedOn: today,
    rates: currentRates(db),
    wishedSkills: new Set(skillNumbers(table, [...wishedSkillKeys(wishes.skills)])),
    ...(wishes.locations.length > 0 ? placeHelp() : {}),
  })
  let hidden = 0
  const found: { id: number; score: number }[] = []
  for (const job of readChunk(rankableChunkOf(db, ids, needsOf([wishes.rules])), table.twins)) {
    const scored = score(job)
    if (scored.ineligible > 0) hidden += 1
    else if (scored.score >= draft.alert_threshold) found.push({ id: job.id, score: scored.score })
  }
  found.sort((a, b) => b.score - a.score || b.id - a.id)
  const best = new Map(found.slice(0, BEST).map(one => [one.id, one.score]))
  return {
    looked: ids.length,
    known,
    matches: found.length,
    hidden,
    best: rowsOf(db, [...best.keys()], now).map(job => ({ job, score: best.get(job.id) ?? 0 })),
  }
}

export const estimateQueries = {
  'campaigns.estimate': ({ db, clock }, { draft }) =>
    estimate(db, draft, clock.now().slice(0, 10), clock.now()),
} satisfies Partial<Queries>
