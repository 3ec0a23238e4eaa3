import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

const estimate = (draft: Record<string, unknown> = {}) =>
  backend.call('campaigns.estimate', {
    draft: { name: 'Draft', query: 'backend engineer', skills: ['Python'], alert_threshold: 60, ...draft },
  })

const JOBS = [
  row(),
  row({ id: 'b', title: 'Backend Engineer II', company: 'Brightwater', location_text: 'Manchester, UK' }),
  row({ id: 'n', title: 'Nurse', company: 'Care', description: 'You look after people.' }),
]
const known = async () => {
  const { campaignId } = await backend.call('campaigns.create', { name: 'Other', query: 'gardener' })
  await backend.importText(jsonl(JOBS), campaignId)
  return campaignId
}

describe('an estimate', () => {
  it('of an empty database finds nothing', async () => {
    expect(await estimate()).toEqual({ looked: 0, known: 0, matches: 0, hidden: 0, best: [] })
  })

  it('counts what would reach the threshold and shows the best of it, the best first', async () => {
    await known()
    const answer = await estimate()
    expect(answer).toMatchObject({ looked: 3, known: 3, matches: 2, hidden: 0 })
    expect(answer.best.map(one => one.job.company)).toEqual(
      expect.arrayContaining(['Ardent Systems Ltd', 'Brightwater']),
    )
    const scores = answer.best.map(one => one.score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(60)
    expect((await estimate({ alert_threshold: 0 })).matches).toBe(3)
  })

  it('gives the scores that the campaign gives when it is saved', async () => {
    await known()
    const draft = {
      name: 'Saved',
      query: 'backend engineer',
      skills: ['Python'],
      locations: ['Leeds'],
      country: 'GB',
      salary_min: 50_000,
      salary_currency: 'GBP',
      alert_threshold: 0,
    }
    const { best } = await backend.call('campaigns.estimate', { draft })
    const { campaignId } = await backend.call('campaigns.create', draft)
    await new Promise(resolve => setImmediate(resolve))
    const run = backend.db.sql<{ id: number }>("SELECT max(id) AS id FROM runs WHERE kind = 'rank'").first()
    await backend.engine.ended(run?.id as never)
    const { rows } = await backend.call('jobs.list', { filter: { campaignId } })
    expect(best.map(one => [one.job.id, one.score])).toEqual(rows.map(job => [job.id, job.score]))
  })

  it('leaves out what its rules hide, what was put away and jobs of blocked companies', async () => {
    await known()
    expect(await estimate({ rules: { exclude_companies: ['Brightwater'] } })).toMatchObject({
      matches: 1,
      hidden: 1,
    })
    const [job] = (await estimate()).best
    await backend.call('applications.setStatus', { jobIds: [job?.job.id as never], status: 'rejected' })
    expect(await estimate()).toMatchObject({ looked: 2, known: 2, matches: 1 })
    const other = (await estimate()).best[0]?.job
    await backend.call('companies.setBlocked', { companyIds: [other?.companyId as never], blocked: true })
    expect(await estimate()).toMatchObject({ looked: 1, matches: 0, best: [] })
  })

  it('stores nothing and names what is wrong with a draft', async () => {
    await known()
    const before = backend.db.sql<{ n: number }>('SELECT count(*) AS n FROM rankings').first()
    await estimate()
    expect(backend.db.sql<{ n: number }>('SELECT count(*) AS n FROM rankings').first()).toEqual(before)
    expect(
      await backend.refusal('campaigns.estimate', { draft: { name: 'x', salary_min: 1 } }),
    ).toMatchObject({ code: 'bad_input', field: 'draft.salary_currency' })
  })
})
