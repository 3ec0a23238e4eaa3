import { DEFAULT_WEIGHTS } from '../../main/contract/ranking.ts'
import { SENIORITY_LEVELS } from '../../main/contract/values.ts'
import { jsonl, openBackend, row } from '../support/backend.ts'
import { folderWith } from './data.ts'
import { atMost, type Figure, reading } from './figures.ts'
import { type RunningCore, runCore } from './running-core.ts'

const FULL = 100_000

/** Ranking one campaign over all jobs end to end, lists that follow other weights, and a new job for twenty campaigns. */
export async function ranking(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of sizes) {
    const core = await runCore(await folderWith(count))
    figures.push(...(await oneCampaign(core, count)))
    await core.stop()
  }
  figures.push(await newJob())
  return figures
}

async function oneCampaign(core: RunningCore, count: number): Promise<Figure[]> {
  const figures: Figure[] = []
  const size = `${count / 1000}k`
  const limited = (name: string, value: number, limit: number) =>
    figures.push(
      count === FULL
        ? atMost(`ranking.${name}.${size}`, value, 'ms', limit)
        : reading(`ranking.${name}.${size}`, value, 'ms'),
    )
  const campaign = (await core.call('campaigns.list', {})).find(each => each.draft.name === 'Bench')
  if (!campaign) throw new Error('The campaign of the bench is missing')
  const campaignId = campaign.id

  /** Milliseconds from a change of the wishes to the end of the ranking that follows. */
  const ranked = async (query: string): Promise<number> => {
    const done = core.next('campaign.ranked')
    const begun = performance.now()
    await core.call('campaigns.update', { campaignId, draft: { ...campaign.draft, query } })
    await done
    return performance.now() - begun
  }
  limited('one_campaign', await ranked('nurse'), 2000)
  // The first rankings also fill what is kept for all later ones: pages of the database, compiled code, places.
  const again = []
  for (const query of ['baker', 'teacher']) again.push(await ranked(query))
  const before = process.memoryUsage().rss
  for (const query of ['nurse', 'baker', 'teacher', campaign.draft.query]) again.push(await ranked(query))
  figures.push(reading(`ranking.one_campaign_again.${size}`, Math.min(...again), 'ms'))
  figures.push(atMost(`ranking.memory_growth.${size}`, process.memoryUsage().rss / before, 'times', 1.1))

  // What a person waits for: the list in its new order, not the scores behind it.
  const list = () =>
    core.call('jobs.list', { filter: { campaignId }, sort: 'score', cursor: null, limit: 50 })
  await list()
  const followed: number[] = []
  for (const salary of [90, 60, 30, 5]) {
    const done = core.next('campaign.ranked')
    const begun = performance.now()
    await core.call('ranking.setWeights', { campaignId, weights: { ...DEFAULT_WEIGHTS, salary } })
    await list()
    followed.push(performance.now() - begun)
    await done
  }
  limited('weights_to_list', Math.max(...followed), 100)
  const slid: number[] = []
  for (let salary = 0; salary <= 100; salary += 5) {
    const begun = performance.now()
    await core.call('ranking.preview', { campaignId, weights: { ...DEFAULT_WEIGHTS, salary }, limit: 10 })
    slid.push(performance.now() - begun)
  }
  slid.sort((a, b) => a - b)
  limited('preview', slid[Math.floor(slid.length * 0.95)] ?? 0, 100)
  const last = core.next('campaign.ranked')
  await core.call('ranking.setWeights', { campaignId, weights: null })
  await last
  return figures
}

async function newJob(): Promise<Figure> {
  const backend = openBackend({ now: new Date().toISOString() })
  let first: number | undefined
  for (let i = 0; i < 20; i += 1) {
    const { campaignId } = await backend.call('campaigns.create', {
      name: `Campaign ${i}`,
      query: i % 2 === 0 ? 'backend engineer' : 'nurse',
      locations: ['London, GB'],
      seniority: [SENIORITY_LEVELS[i % SENIORITY_LEVELS.length] ?? 'mid'],
    })
    first ??= campaignId
  }
  const added = (from: number, to: number) =>
    jsonl(
      Array.from({ length: to - from }, (_, i) =>
        row({ id: `r-${from + i}x`, title: `Engineer ${from + i}`, company: `C${from + i}` }),
      ),
    )
  await backend.importText(added(0, 200), first ?? 1)
  const begun = performance.now()
  await backend.importText(added(200, 400), first ?? 1)
  const figure = atMost('ranking.new_job_20_campaigns', (performance.now() - begun) / 200, 'ms', 5)
  await backend.close()
  return figure
}
