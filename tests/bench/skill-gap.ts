import { folderWith } from './data.ts'
import { atMost, type Figure, percentile, reading } from './figures.ts'
import { runCore } from './running-core.ts'

/** The skill gap over all jobs and over a campaign's matches, as its page asks while skills are tried. */
export async function skillGap(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of sizes) {
    const core = await runCore(await folderWith(count))
    const campaign = (await core.call('campaigns.list', {})).find(each => each.draft.name === 'Bench')
    if (!campaign) throw new Error('The campaign of the bench is missing')
    const { skills, asking } = await core.call('skillGap.get', {})
    if (asking < count / 4) throw new Error(`Only ${asking} of ${count} postings name a skill`)
    const names = skills.map(skill => skill.name)
    const times = async (over: 'all' | 'campaign') => {
      const taken: number[] = []
      for (let i = 0; i < 25; i += 1) {
        const asked = performance.now()
        await core.call('skillGap.get', {
          over,
          campaignId: over === 'campaign' ? campaign.id : null,
          // What is tried costs what a profile costs, and saving one would let all jobs be matched anew meanwhile.
          tried: names.slice(i % 7, (i % 7) + 1 + (i % 4)),
          kind: i % 5 === 4 ? 'any' : 'technical',
        })
        // The first calls load code and pages of the file; a page in use has them.
        if (i >= 5) taken.push(performance.now() - asked)
      }
      return taken
    }
    const size = `${count / 1000}k`
    const all = await times('all')
    const one = await times('campaign')
    figures.push(
      atMost(`skill_gap.${size}`, percentile(all, 95), 'ms', 200),
      reading(`skill_gap.median.${size}`, percentile(all, 50), 'ms'),
      atMost(`skill_gap.campaign.${size}`, percentile(one, 95), 'ms', 200),
    )
    await core.stop()
  }
  return figures
}
