import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { createCampaign } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import type { CampaignId } from '../contract/ids.ts'
import { CampaignDraft, Profile } from '../contract/shapes.ts'
import { appendUpload, beginUpload, sealUpload } from '../imports/service.ts'
import type { Engine } from '../pipeline/service.ts'
import type { Commands } from '../platform/dispatch.ts'
import { resourcePath } from '../platform/paths.ts'
import { saveProfile } from '../profile/service.ts'
import { countJobs } from '../ranking/service.ts'

const SampleCampaigns = z.object({ campaigns: z.array(CampaignDraft).min(1) })
const SamplePosting = z.looseObject({
  posted_days_ago: z.number().default(0),
  closed_days_ago: z.number().optional(),
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

/** Fills an empty database with shipped postings, two campaigns and a profile, through the pipeline like any file. */
export function sampleCommands(engine: Engine) {
  return {
    'sample.load': async context => {
      if (countJobs(context.db) > 0)
        refuse('conflict', 'The sample is only for an empty Rolecall; yours holds jobs already.')
      const { campaigns } = SampleCampaigns.parse(JSON.parse(read('campaigns.json')))
      const profile = Profile.parse(JSON.parse(read('profile.json')))
      const file = Buffer.from(samplePostings(context.clock.millis()))
      const uploadId = beginUpload(context.dataDir, { name: 'Sample postings', size: file.length })
      appendUpload(context.dataDir, uploadId, 0, file)
      sealUpload(context.dataDir, uploadId)
      const runId = context.unit(tx => {
        saveProfile(tx, profile)
        const ids = campaigns.map(draft => createCampaign(tx, draft))
        const [campaignId] = ids as [CampaignId, ...CampaignId[]]
        return engine.queue(tx, {
          campaignId,
          kind: 'import',
          trigger: 'you',
          label: 'Sample postings',
          input: { uploadId, mapping: null },
        })
      })
      engine.wake()
      await engine.ended(runId)
      const jobs = countJobs(context.db)
      context.unit(tx => tx.emit('sample.loaded', { jobs }))
      return { jobs }
    },
  } satisfies Partial<Commands>
}
