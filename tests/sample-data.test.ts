import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CampaignDraft, Profile } from '../main/contract/shapes.ts'
import { JOB_STATUSES } from '../main/contract/values.ts'
import { applyMapping, suggestMapping } from '../main/sources/rules/columns.ts'

/** The shipped sample must load as it is: a person's first look depends on it. */

const read = (name: string) => readFileSync(new URL(`../resources/sample/${name}`, import.meta.url), 'utf8')
const rows: Record<string, unknown>[] = read('postings.jsonl')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line))

it('holds postings that all map, with texts of 80 to 250 words', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const mapping = suggestMapping(
    names.map(name => ({ name, samples: rows.map(row => String(row[name] ?? '')) })),
  )
  for (const row of rows) {
    const mapped = applyMapping(row, mapping)
    if (!mapped.ok) throw new Error(`${row.id}: ${mapped.message}`)
    const { description, url, company_size, location_text } = mapped.posting
    const words = description.split(/\s+/).length
    expect(words, String(row.id)).toBeGreaterThanOrEqual(80)
    expect(words, String(row.id)).toBeLessThanOrEqual(250)
    // Invented companies live at invented addresses.
    expect(url).toMatch(/^https:\/\/[a-z0-9-]+\.example\//)
    expect(company_size).not.toBeNull()
    expect(location_text).not.toBe('')
    expect(row.posted_days_ago).toBeTypeOf('number')
  }
})

it('tells a story of jobs that it holds', () => {
  const { decisions } = JSON.parse(read('story.json'))
  const known = rows.map(row => `${row.title} at ${row.company}`)
  for (const { title, company, moves } of decisions) {
    expect(known).toContain(`${title} at ${company}`)
    for (const move of moves) expect(JOB_STATUSES).toContain(move)
  }
  expect(new Set(decisions.map((one: { title: string }) => one.title)).size).toBe(decisions.length)
})

it('holds a re-post and a closed posting', () => {
  const texts = rows.map(row => row.description)
  expect(new Set(texts).size).toBe(texts.length - 1)
  expect(rows.filter(row => typeof row.closed_days_ago === 'number')).toHaveLength(1)
})

it('holds two campaigns and a profile of today’s shape', () => {
  const { campaigns } = JSON.parse(read('campaigns.json'))
  expect(campaigns.map((campaign: unknown) => CampaignDraft.parse(campaign).name)).toHaveLength(2)
  expect(Profile.parse(JSON.parse(read('profile.json'))).skills.length).toBeGreaterThan(5)
})
