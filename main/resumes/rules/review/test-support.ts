import type { ParsedResume, ResumeJob } from '../../../contract/resumes.ts'
import type { Found } from '../found.ts'

/** Résumés for tests, as reading them would give them. */

const spot = (quote: string) => ({ page: 1, box: { x: 0.1, y: 0.1, width: 0.5, height: 0.02 }, quote })
export const found = <T>(value: T, confidence = 0.9, quote = JSON.stringify(value)): Found<T> => ({
  value,
  confidence,
  spots: [spot(quote)],
})

export const job = (change: Partial<ResumeJob> = {}): ResumeJob => ({
  company: 'Northwind Traders',
  title: 'Data Engineer',
  start: '2019-03',
  end: 'present',
  place: 'Leeds',
  bullets: ['Built pipelines', 'Led a team of four'],
  ...change,
})

/** A résumé that says something of everything; `change` sets what the test is about. */
export const resumeOf = (change: Partial<ParsedResume> = {}): ParsedResume => ({
  kind: 'resume',
  language: 'en',
  name: found('Robin Hale'),
  headline: found('Data engineer'),
  email: found('robin@example.org'),
  phone: found('+44 20 7946 0018'),
  location: found('Leeds, UK', 0.6),
  summary: found('Builds pipelines that people trust.'),
  links: [found({ label: 'GitHub', url: 'https://github.com/robinhale' })],
  skills: [found({ name: 'Python', group: '' }), found({ name: 'Postgres', group: 'Databases' }, 0.4)],
  experience: [
    found(job()),
    found(job({ title: 'Analyst', company: 'Contoso', start: '2016', end: '2019-02', bullets: [] })),
  ],
  education: [
    found({
      school: 'University of Leeds',
      degree: 'BSc Mathematics',
      start: '2013',
      end: '2016',
      place: '',
    }),
  ],
  certificates: [found({ name: 'Scrum Master', issuer: 'Scrum.org', date: '2020-05' })],
  languages: [found({ language: 'German', level: 'working' as const })],
  years_of_experience: found(9.7),
  seniority: found('senior' as const),
  confidence: 0.86,
  ...change,
})
