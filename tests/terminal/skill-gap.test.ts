import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SkillGap } from '../../main/contract/skill-gap.ts'
import { openPlace, type Place } from './kit.ts'

// Each command is a process that starts the whole core: a second here, many where other tests have the processors.
vi.setConfig({ testTimeout: 120_000 })

let place: Place
beforeAll(async () => {
  place = openPlace()
  place.file(
    'campaigns.json',
    JSON.stringify({
      profile: { name: 'Sam', skills: ['Python'] },
      campaigns: [{ name: 'Backend', query: 'backend engineer', alert_threshold: 60 }],
    }),
  )
  place.file(
    'postings.json',
    JSON.stringify([
      { id: '1', title: 'Backend Engineer', company: 'Ardent', description: 'Required: Python and Docker.' },
      {
        id: '2',
        title: 'Florist',
        company: 'Stem',
        description: 'You bind flowers all day and know Tableau well.',
      },
    ]),
  )
  await place.json('campaign', 'import', 'campaigns.json')
  await place.json('import', 'postings.json', '--campaign', 'Backend')
})
afterAll(() => place.remove())

type Value = Omit<SkillGap, 'openFrom' | 'tried'> & { open_from: number; tried: string[] }

describe('skill-gap', () => {
  it('counts all jobs, and tries skills', async () => {
    const gap = await place.json<Value>('skill-gap', '--try', 'docker', '--try', 'juggling')
    expect(gap).toMatchObject({
      ...{ jobs: 2, asking: 2, requiring: 2, open_from: 60, campaign: null },
      ...{ before: { coverage: 25, open: 0 }, after: { coverage: 50, open: 1 } },
      ...{ tried: ['Docker'], unknown: ['juggling'] },
    })
    expect(gap.skills.map(({ name, have }) => [name, have])).toEqual([
      ['Docker', false],
      ['Python', true],
      ['Tableau', false],
    ])
    expect(gap.months).toHaveLength(12)
  })
  it('of a campaign counts what it matched', async () => {
    const gap = await place.json<Value>('skill-gap', '--campaign', 'backend')
    expect(gap).toMatchObject({ jobs: 1, campaign: { name: 'Backend', threshold: 60 } })
    expect(gap.skills.map(({ name }) => name)).toEqual(['Docker', 'Python'])
    expect(await place.json<Value>('skill-gap', '--over', 'campaign')).toMatchObject({
      jobs: 1,
      campaign: null,
    })
  })
  it('says the same to people', async () => {
    const { stdout, code } = await place.rolecall('skill-gap', '--try', 'Docker')
    expect(code).toBe(0)
    expect(stdout).toContain('With Docker: coverage 50 %, 1 job open (1 more).')
    expect(stdout).toMatch(/Worth learning first.*\n {2}Docker: 1\n {2}Tableau: 1/)
    expect(stdout).toMatch(/Python +1 +50 % +1 +yes/)
    const none = await place.rolecall('skill-gap', '--over', 'favourites')
    expect(none.stdout).toContain('0 jobs counted')
  })
  it.each([
    ['--over takes one of', ['--over', 'mine']],
    ['--campaign names', ['--over', 'applied', '--campaign', 'Backend']],
    ['There is no campaign "Nobody"', ['--campaign', 'Nobody']],
  ])('refuses: %s', async (words, args) => {
    expect((await place.error('skill-gap', ...args)).message).toContain(words)
  })
})
