import { generatePosting } from '../../fixtures/generate-postings.ts'
import { told } from './acts.ts'
import type { OpenCore } from './open-core.ts'
import type { Random } from './random.ts'

const NAMES = ['Alpha', 'Beta', 'Gamma', 'Delta'] as const
const QUERIES = ['backend engineer', 'data analyst', 'nurse', 'product manager', 'designer'] as const
const SMALL_FILE = 25

/** One random act on campaigns: made, edited, paused, removed, or given a small file to import. */
export function campaignActs(core: OpenCore, random: Random) {
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T

  return async (): Promise<void> => {
    const campaigns = await core.call('campaigns.list', {})
    const name = pick(NAMES)
    const query = pick(QUERIES)
    const campaign = campaigns.find(view => view.draft.name === name)
    const key = `campaign:${name}`
    if (!campaign) {
      const draft = { name, query, schedule: null, alert_threshold: 40 }
      return void (await told(key, [query, 'active'], () => core.call('campaigns.create', draft)))
    }
    const { id: campaignId, draft, state } = campaign
    const act = random.below(6)
    if (act <= 1)
      return void (await told(key, [query, state], () =>
        core.call('campaigns.update', { campaignId, draft: { ...draft, query } }),
      ))
    if (act === 2) {
      const other = state === 'active' ? 'paused' : 'active'
      return void (await told(key, [draft.query, other], () =>
        core.call('campaigns.setState', { campaignId, state: other }),
      ))
    }
    if (act === 3 && random.next() < 0.3)
      return void (await told(key, null, () => core.call('campaigns.remove', { campaignId })))
    const from = random.below(100_000)
    const rows = Array.from({ length: SMALL_FILE }, (_, index) => generatePosting(from + index, 12))
    const label = `small-${from}.jsonl`
    const text = rows.map(row => JSON.stringify(row)).join('\n')
    await told(`file:${label}`, true, () => core.importText(label, text, campaignId))
  }
}
