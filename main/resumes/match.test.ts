import { afterEach, beforeEach, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { addFile, parsedResume, readAll } from '../../tests/support/documents.ts'
import type { ParsedResume } from '../contract/resumes.ts'

const found = <T>(value: T) => ({ value, confidence: 0.9, spots: [] })

const backendResume: ParsedResume = parsedResume({
  headline: found('Backend Engineer'),
  location: found('London, United Kingdom'),
  skills: ['Python', 'JS', 'PostgreSQL'].map(name => found({ name, group: '' })),
  experience: [
    found({
      company: 'Acme',
      title: 'Backend Engineer',
      start: '2018-01',
      end: 'present',
      place: '',
      bullets: ['Wrote services in Python with PostgreSQL'],
    }),
  ],
  years_of_experience: found(8),
  seniority: found('senior'),
})

let backend: TestBackend
let campaignId: number
beforeEach(async () => {
  backend = openBackend({
    readDocument: async task => {
      const nurse = task.name.includes('nurse')
      const resume = nurse
        ? parsedResume({
            headline: found('Registered Nurse'),
            skills: [found({ name: 'Patient Care', group: '' })],
          })
        : backendResume
      const text = nurse
        ? 'Registered Nurse\nPatient Care'
        : 'Backend Engineer\nWrote services in Python with PostgreSQL\nSkills: Python, JS, PostgreSQL'
      return {
        ok: true,
        value: {
          state: 'read',
          message: null,
          pages: null,
          words: 9,
          remarks: [],
          text: [{ page: 1, text }],
          resume,
        },
      }
    },
  })
  campaignId = (await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })).campaignId
  const text =
    'You need Python, PostgreSQL, JavaScript and Kafka. 5+ years of experience. Kafka is at the heart.'
  await backend.importText(
    jsonl([
      row({ id: 'a', title: 'Backend Engineer', description: text }),
      row({
        id: 'b',
        title: 'Nurse',
        company: 'Care',
        description: 'Patient care on a ward, wound care and medication.',
      }),
    ]),
    campaignId,
  )
})
afterEach(() => backend.close())

const jobNamed = async (title: string) => {
  const { rows } = await backend.call('jobs.list', { filter: {} })
  const job = rows.find(each => each.title === title)
  if (!job) throw new Error(`No job ${title}`)
  return job.id
}

it('says word by word how a résumé fits a job, with points that add up', async () => {
  const { versionId } = await addFile(backend, 'cv.txt', 'one')
  await readAll(backend)
  const match = await backend.call('resumes.match', { versionId, jobId: await jobNamed('Backend Engineer') })
  expect(match.parts.reduce((sum, part) => sum + part.points, 0)).toBe(match.score)
  expect(Object.fromEntries(match.keywords.map(({ name, state }) => [name, state]))).toMatchObject({
    Python: 'covered',
    PostgreSQL: 'covered',
    JavaScript: 'weak',
    'Apache Kafka': 'missing',
  })
  expect(match.keywords.find(({ name }) => name === 'Apache Kafka')).toMatchObject({ inJob: 2, inResume: 0 })
  expect(match.keywords.find(({ name }) => name === 'JavaScript')?.why).toContain('“JS”')
  expect(match.advice.some(({ section, advice }) => section === 'skills' && advice.includes('Kafka'))).toBe(
    true,
  )
})

it('puts the résumé that fits a job best first, and the jobs that fit a résumé', async () => {
  const nurse = await addFile(backend, 'nurse.txt', 'two')
  const engineer = await addFile(backend, 'cv.txt', 'one')
  await readAll(backend)
  const jobId = await jobNamed('Backend Engineer')
  const fits = await backend.call('resumes.bestForJob', { jobId })
  expect(fits.map(({ documentId }) => documentId)).toEqual([engineer.documentId, nurse.documentId])
  const jobs = await backend.call('resumes.bestJobs', { versionId: engineer.versionId })
  expect(jobs.rows[0]).toMatchObject({
    score: fits[0]?.score,
    covered: fits[0]?.covered,
    missing: fits[0]?.missing,
  })
  expect(jobs.rows[0]?.job.id).toBe(jobId)
})

it('pages through the best jobs, and follows what changes', async () => {
  await backend.importText(
    jsonl(
      Array.from({ length: 7 }, (_, n) =>
        row({
          id: `more${n}`,
          title: 'Backend Engineer',
          company: `Firm ${n}`,
          description: `Python and PostgreSQL, ${n}`,
        }),
      ),
    ),
    campaignId,
  )
  const { versionId } = await addFile(backend, 'cv.txt', 'one')
  await readAll(backend)
  const seen: number[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof backend.call<'resumes.bestJobs'>>> = await backend.call(
      'resumes.bestJobs',
      { versionId, cursor, limit: 3 },
    )
    seen.push(...page.rows.map(({ job }) => job.id))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toHaveLength(8)
  expect(new Set(seen).size).toBe(8)
  await backend.call('applications.setStatus', { jobIds: [seen[0] as never], status: 'archived' })
  const after = await backend.call('resumes.bestJobs', { versionId })
  expect(after.rows.map(({ job }) => job.id)).not.toContain(seen[0])
})

it('refuses a version that does not exist, and a job that is gone', async () => {
  expect((await backend.refusal('resumes.match', { versionId: 99, jobId: 1 })).code).toBe('not_found')
  const { versionId } = await addFile(backend, 'cv.txt', 'one')
  expect((await backend.refusal('resumes.match', { versionId, jobId: 1 })).code).toBe('conflict')
  await readAll(backend)
  expect((await backend.refusal('resumes.match', { versionId, jobId: 999 })).code).toBe('not_found')
})
