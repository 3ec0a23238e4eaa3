import { generatePosting } from '../../fixtures/generate-postings.ts'

/** What the crash trials import: files whose import has to end with the same rows however often it is killed. */

export interface TrialFile {
  name: string
  /** Position of its campaign in `CAMPAIGNS`. */
  campaign: number
  text: string
}

/** The campaigns that the files are imported for. Their low thresholds make every import tell of matches. */
export const CAMPAIGNS = [
  {
    name: 'Backend',
    query: 'backend engineer',
    locations: ['London, GB'],
    skills: ['Python', 'PostgreSQL'],
    alert_threshold: 30,
    schedule: null,
  },
  { name: 'Data', query: 'data analyst', remote_preference: ['remote'], alert_threshold: 30, schedule: null },
] as const

/** Generated postings without their dates: scores that fall with age would differ between two runs. */
function posting(index: number): Record<string, unknown> {
  const { posted_at: _date, expected_job: _job, copy: _copy, ...rest } = generatePosting(index, 11)
  return rest
}

const line = (row: unknown) => JSON.stringify(row)

/** New openings, copies of them, and rows without a company. */
function firstFile(rows: number): string {
  return Array.from({ length: rows }, (_, index) => {
    const row = posting(index)
    return line(index % 40 === 17 ? { ...row, company: '' } : row)
  }).join('\n')
}

/** Known rows, changed ones, rows that name one id twice with other words, and new ones. */
function secondFile(rows: number, known: number): string {
  return Array.from({ length: rows }, (_, index) => {
    const row = posting(known + index)
    if (index % 5 === 0) row.description = `${row.description}\n\nSalary: £${40 + (index % 50)},000 per year.`
    const again = { ...row, description: `${row.description}\n\nWe updated this posting.` }
    return index % 30 === 7 ? `${line(row)}\n${line(again)}` : line(row)
  }).join('\n')
}

const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`

/** A table: half of its rows are known from the files before. */
function thirdFile(rows: number, known: number): string {
  const columns = ['id', 'title', 'company', 'location_text', 'description', 'url', 'source']
  const lines = Array.from({ length: rows }, (_, index) => {
    const row = posting(known + index)
    return columns.map(name => cell(row[name])).join(',')
  })
  return [columns.join(','), ...lines].join('\n')
}

/** Three files with `rows` rows together, two campaigns. */
export function trialFiles(rows: number): TrialFile[] {
  const first = Math.floor(rows / 2)
  const second = Math.floor(rows / 3)
  const third = rows - first - second
  return [
    { name: 'first.jsonl', campaign: 0, text: firstFile(first) },
    { name: 'second.jsonl', campaign: 1, text: secondFile(second, first - Math.floor(second / 2)) },
    {
      name: 'third.csv',
      campaign: 0,
      text: thirdFile(third, first + Math.floor(second / 2) - Math.floor(third / 2)),
    },
  ]
}
