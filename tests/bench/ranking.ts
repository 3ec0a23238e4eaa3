import { SENIORITY_LEVELS } from '../../main/contract/values.ts'
import { jsonl, openBackend, row } from '../support/backend.ts'
import { folderWith } from './data.ts'
import { atMost, type Figure, reading } from './figures.ts'
import { runCore } from './running-core.ts'

/** Ranking one campaign over all jobs end to end, and a new job for twenty campaigns. */
export async function ranking(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of sizes) {
    const core = await runCore(await folderWith(count))
    const campaign = (await core.call('campaigns.list', {})).find(each => each.draft.name === 'Bench')
    if (!campaign) throw new Error('The campaign of the bench is missing')
    for (const query of ['nurse', campaign.draft.query]) {
      const ranked = core.next('campaign.ranked')
      const begun = performance.now()
      await core.call('campaigns.update', { campaignId: campaign.id, draft: { ...campaign.draft, query } })
      await ranked
      if (query === 'nurse') {
        const taken = performance.now() - begun
        const size = `${count / 1000}k`
        figures.push(
          count === 100_000
            ? atMost(`ranking.one_campaign.${size}`, taken, 'ms', 2000)
            : reading(`ranking.one_campaign.${size}`, taken, 'ms'),
        )
      }
    }
    await core.stop()
  }
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
  figures.push(atMost('ranking.new_job_20_campaigns', (performance.now() - begun) / 200, 'ms', 5))
  await backend.close()
  return figures
}
