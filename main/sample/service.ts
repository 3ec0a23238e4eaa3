import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { beginNotes, moveJob } from '../applications/service.ts'
import { createCampaign } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import { type CampaignId, JobId, type RunId, type UploadId } from '../contract/ids.ts'
import { CampaignDraft, Profile } from '../contract/shapes.ts'
import { JobStatus } from '../contract/values.ts'
import { appendUpload, beginUpload, sealUpload } from '../imports/service.ts'
import { makeFavourite } from '../jobs/service.ts'
import type { Engine } from '../pipeline/service.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { resourcePath } from '../platform/paths.ts'
import { saveProfile } from '../profile/service.ts'
import { countJobs } from '../ranking/service.ts'

const SampleCampaigns = z.object({ campaigns: z.array(CampaignDraft).min(1) })
const SamplePosting = z.looseObject({
  posted_days_ago: z.number().default(0),
  closed_days_ago: z.number().optional(),
})

/** What somebody has already decided about some of the jobs, so that the first look is at an application in use. */
const SampleStory = z.object({
  decisions: z.array(
    z.object({
      title: z.string(),
      company: z.string(),
      moves: z.array(JobStatus),
      favourite: z.boolean().default(false),
      notes: z.string().nullable().default(null),
    }),
  ),
})

const DAY_MS = 24 * 60 * 60 * 1000
const read = (name: string): string => readFileSync(resourcePath(`sample/${name}`), 'utf8')

/** The sample's postings with real dates, as a file of JSON lines. */
function samplePostings(millis: number): string {
  return read('postings.jsonl')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const { posted_days_ago, closed_days_ago, ...posting } = SamplePosting.parse(JSON.parse(line))
      const daysAgo = (days: number) => new Date(millis - days * DAY_MS).toISOString()
      return JSON.stringify({
        ...posting,
        posted_at: daysAgo(posted_days_ago),
        ...(closed_days_ago === undefined ? {} : { closed_at: daysAgo(closed_days_ago) }),
      })
    })
    .join('\n')
}

function tellStory(tx: Tx): void {
  const { decisions } = SampleStory.parse(JSON.parse(read('story.json')))
  for (const { title, company, moves, favourite, notes } of decisions) {
    const found = tx.db
      .sql<{ id: number }>('SELECT id FROM jobs WHERE title = ? AND company = ?')
      .first(title, company)
    if (!found) throw new Error(`The sample has no ${title} at ${company}`)
    const jobId = JobId.parse(found.id)
    for (const status of moves) moveJob(tx, jobId, status)
    if (favourite) makeFavourite(tx, jobId)
    if (notes !== null) beginNotes(tx, jobId, notes)
  }
}

/** Fills an empty database with shipped postings, two campaigns and a profile, through the pipeline like any file. */
export function sampleCommands(engine: Engine) {
  return {
    'sample.load': async context => {
      if (countJobs(context.db) > 0)
        refuse('conflict', 'The sample is only for an empty Rolecall; yours holds jobs already.')
      const { campaigns } = SampleCampaigns.parse(JSON.parse(read('campaigns.json')))
      const profile = Profile.parse(JSON.parse(read('profile.json')))
      const file = Buffer.from(samplePostings(context.clock.millis()))
      const upload = () => {
        const uploadId = beginUpload(context.dataDir, { name: 'Sample postings', size: file.length })
        appendUpload(context.dataDir, uploadId, 0, file)
        sealUpload(context.dataDir, uploadId)
        return uploadId
      }
      const queue = (tx: Tx, campaignId: CampaignId, uploadId: UploadId) =>
        engine.queue(tx, {
          campaignId,
          kind: 'import',
          trigger: 'you',
          label: 'Sample postings',
          input: { uploadId, mapping: null },
        })
      const succeeds = async (runId: RunId) => {
        engine.wake()
        return (await engine.ended(runId)) === 'succeeded'
      }
      // The first import ranks for all campaigns; it is queued with them, so that it goes on after a kill.
      const uploadId = upload()
      const { runId, others } = context.unit(tx => {
        saveProfile(tx, profile)
        const ids = campaigns.map(draft => createCampaign(tx, draft))
        const [first, ...others] = ids as [CampaignId, ...CampaignId[]]
        return { runId: queue(tx, first, uploadId), others }
      })
      let whole = await succeeds(runId)
      // Then the others find the same jobs. Whoever cancels wants no more of it.
      for (const campaignId of others) {
        if (!whole) break
        const again = upload()
        whole = await succeeds(context.unit(tx => queue(tx, campaignId, again)))
      }
      const jobs = countJobs(context.db)
      if (!whole) return { jobs }
      context.unit(tx => {
        tellStory(tx)
        tx.emit('sample.loaded', { jobs })
      })
      return { jobs }
    },
  } satisfies Partial<Commands>
}
