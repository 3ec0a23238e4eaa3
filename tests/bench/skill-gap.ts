import { folderWith } from './data.ts'
import { atMost, type Figure, percentile, reading } from './figures.ts'
import { runCore } from './running-core.ts'

/** What is counted differs from each call to the next two, so that no reader has counted it just before. */
const WAYS = [{ kind: 'technical' }, { kind: 'any' }, { kind: 'technical', putAway: true }] as const

/** The skill gap over all jobs and over a campaign's matches, counted anew, and while skills are tried one by one. */
export async function skillGap(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of sizes) {
    const core = await runCore(await folderWith(count))
    const campaign = (await core.call('campaigns.list', {})).find(each => each.draft.name === 'Bench')
    if (!campaign) throw new Error('The campaign of the bench is missing')
    const { skills, asking } = await core.call('skillGap.get', {})
    if (asking < count / 4) throw new Error(`Only ${asking} of ${count} postings name a skill`)
    const names = skills.map(skill => skill.name)
    const times = async (way: (i: number) => object) => {
      const taken: number[] = []
      for (let i = 0; i < 35; i += 1) {
        const asked = performance.now()
        // What is tried costs what a profile costs, and saving one would let all jobs be matched anew meanwhile.
        const tried = names.slice(i % 7, (i % 7) + 1 + (i % 4))
        await core.call('skillGap.get', { ...way(i), tried })
        // The first calls load code and pages of the file; a page in use has them.
        if (i >= 5) taken.push(performance.now() - asked)
      }
      return taken
    }
    const size = `${count / 1000}k`
    const all = await times(i => ({ ...WAYS[i % WAYS.length] }))
    const one = await times(i => ({ ...WAYS[i % WAYS.length], over: 'campaign', campaignId: campaign.id }))
    const tried = await times(() => ({}))
    figures.push(
      atMost(`skill_gap.${size}`, percentile(all, 95), 'ms', 200),
      reading(`skill_gap.median.${size}`, percentile(all, 50), 'ms'),
      atMost(`skill_gap.campaign.${size}`, percentile(one, 95), 'ms', 200),
      atMost(`skill_gap.tried.${size}`, percentile(tried, 95), 'ms', 200),
    )
    await core.stop()
  }
  return figures
}
