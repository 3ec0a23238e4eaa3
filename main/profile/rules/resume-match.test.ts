import { expect, it } from 'vitest'
import { jobOf } from '../../ranking/rules/test-support.ts'
import { matchResume } from './resume-match.ts'

const job = jobOf({
  seniority_level: 'senior',
  years_low: 5,
  skills: [
    { name: 'Kafka', required: false },
    { name: 'Python', required: true },
    { name: 'PostgreSQL', required: true },
    { name: 'Go', required: true },
  ],
})

it('says how well a resume fits a job, what it names, and what it lacks, the required first', () => {
  const { match, found, missing } = matchResume(
    {
      skills: ['python', { name: 'Postgres', known_as: 'PostgreSQL' }],
      seniority: 'senior',
      years_of_experience: 6,
    },
    job,
  )
  expect(found).toEqual(['Python', 'PostgreSQL'])
  expect(missing).toEqual([
    { name: 'Go', required: true },
    { name: 'Kafka', required: false },
  ])
  expect(match.parts.map(({ part, state }) => `${part} ${state}`)).toEqual([
    'tech known',
    'location unknown',
    'experience known',
  ])
  expect(match.score).toBe(69.36)
})

it('says of an empty resume that nothing could be compared', () => {
  const { match, found, missing } = matchResume({}, job)
  expect([match.score, found.length, missing.length]).toEqual([0, 0, 4])
  expect(match.parts.every(({ state }) => state === 'unknown')).toBe(true)
})

it('counts a language that the resume names, and lists no other as missing', () => {
  const asking = jobOf({ skills: ['Go', 'English', 'German'].map(name => ({ name, required: true })) })
  const { found, missing } = matchResume({ skills: ['Rust'], languages: ['en'] }, asking)
  expect(found).toEqual(['English'])
  expect(missing.map(({ name }) => name)).toEqual(['Go'])
})
