import { folderWith } from './data.ts'
import { atMost, type Figure, percentile, reading } from './figures.ts'
import { runCore } from './running-core.ts'

const RESUME = (kept: number): string =>
  `Robin Hale\nrobin.hale@mail.example · Leeds, United Kingdom\n\nExperience\n\nData Engineer, Northlight Instruments\n2019-03 – present\n• Built models with Python, SQL and Docker (${kept}).\n• Ran PostgreSQL on AWS.\n\nSkills\nPython, SQL, Docker, PostgreSQL, AWS, Excel\n`

/** The jobs that a résumé fits best, found anew over all jobs, and paged through when they are known. */
export async function bestJobs(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of sizes) {
    const core = await runCore(await folderWith(count))
    const { documentId, versionId } = await core.call('documents.addText', {
      text: RESUME(Date.now()),
      title: 'Bench',
      kind: 'resume',
    })
    for (;;) {
      const { current } = await core.call('documents.get', { documentId })
      if (current.reading.state !== 'waiting' && current.reading.state !== 'reading') break
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    const anew: number[] = []
    const paged: number[] = []
    for (let i = 0; i < 25; i += 1) {
      // Any change lets every reader look anew.
      await core.call('documents.rename', { documentId, title: `Bench ${i}` })
      const asked = performance.now()
      const first = await core.call('resumes.bestJobs', { versionId })
      const found = performance.now()
      if (first.total === 0) throw new Error('The résumé of the bench fits no job')
      await core.call('resumes.bestJobs', { versionId, cursor: first.next })
      // The first calls load code and columns; a page in use has them.
      if (i < 5) continue
      anew.push(found - asked)
      paged.push(performance.now() - found)
    }
    const size = `${count / 1000}k`
    figures.push(
      atMost(`resumes.best_jobs.${size}`, percentile(anew, 95), 'ms', 200),
      reading(`resumes.best_jobs.median.${size}`, percentile(anew, 50), 'ms'),
      reading(`resumes.best_jobs.page.${size}`, percentile(paged, 95), 'ms'),
    )
    await core.call('documents.remove', { documentIds: [documentId] })
    await core.stop()
  }
  return figures
}
