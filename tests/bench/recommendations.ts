import { folderWith } from './data.ts'
import { atMost, type Figure, percentile, reading } from './figures.ts'
import { runCore } from './running-core.ts'

const PROFILE = {
  skills: ['Python', 'SQL', 'Excel', 'Java', 'Docker', 'PostgreSQL', 'AWS'],
  preferred_locations: ['Leeds, GB', 'London, GB', 'Remote'],
  remote_preference: ['remote' as const, 'hybrid' as const],
  work_authorisation: ['GB'],
  seniority: 'mid' as const,
  years_of_experience: 5,
}

/** All jobs matched with a changed profile, and the recommendations page by page. */
export async function recommendations(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of sizes) {
    const core = await runCore(await folderWith(count))
    const before = await core.call('profile.get', {})
    // Years that no other bench has, so that there is something to match.
    const matched = core.next('matches.changed')
    const begun = performance.now()
    await core.call('profile.save', { ...PROFILE, years_of_experience: 5 + (Date.now() % 1000) / 100 })
    await matched
    const all = performance.now() - begun
    const taken: number[] = []
    let cursor: string | null = null
    for (let i = 0; i < 45; i += 1) {
      const asked = performance.now()
      const page: { cursor: string | null } = await core.call('recommendations.list', { cursor, limit: 20 })
      // The first calls load code and pages of the file; a page in use has them.
      if (i >= 5) taken.push(performance.now() - asked)
      cursor = i % 10 === 9 ? null : page.cursor
    }
    const size = `${count / 1000}k`
    figures.push(
      reading(`recommendations.match_all.${size}`, all, 'ms'),
      atMost(`recommendations.p95.${size}`, percentile(taken, 95), 'ms', 20),
      reading(`recommendations.median.${size}`, percentile(taken, 50), 'ms'),
    )
    const back = core.next('matches.changed')
    await core.call('profile.save', before)
    await Promise.race([back, new Promise(resolve => setTimeout(resolve, 30_000))])
    await core.stop()
  }
  return figures
}
