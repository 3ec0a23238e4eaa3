import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { type CampaignId, JobId } from '../contract/ids.ts'
import { DEFAULT_WEIGHTS } from '../contract/ranking.ts'
import { decisionsFor } from './store.ts'

let backend: TestBackend
let campaignId: CampaignId
beforeEach(async () => {
  backend = openBackend()
  campaignId = (
    await backend.call('campaigns.create', {
      name: 'Backend',
      query: 'backend engineer',
      skills: ['Python'],
      salary_min: 60_000,
      salary_currency: 'GBP',
    })
  ).campaignId
})
afterEach(() => backend.close())

const FIRST = ['Amber', 'Birch', 'Cobalt', 'Dover', 'Ember', 'Fjord', 'Granite', 'Hazel']
const LAST = ['works', 'field', 'gate', 'line', 'port', 'stone', 'view', 'yard']

/**
 * Imports so many postings: every second one asks for the wanted skill, and seldom has the wanted title or good pay; the
 * others have both. Answers their jobs.
 */
async function importJobs(count: number): Promise<JobId[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const skilled = index % 2 === 0
    return row({
      id: `j-${index}`,
      title: skilled && index % 6 !== 0 ? 'Platform Specialist' : 'Backend Engineer',
      company: `${FIRST[index % 8]}${LAST[Math.floor(index / 8)]} Ltd`,
      description: `You know ${skilled ? 'Python' : 'COBOL'} and work in team ${index}. Salary: ${
        skilled && index % 8 !== 0 ? '£30,000 - £35,000' : '£60,000 - £75,000'
      } a year.`,
    })
  })
  await backend.importText(jsonl(rows), campaignId)
  return backend.db
    .sql<{ id: number }>('SELECT id FROM jobs ORDER BY id')
    .all()
    .map(({ id }) => JobId.parse(id))
}

const first = (ids: readonly JobId[]): JobId => ids[0] ?? JobId.parse(1)
const verdicts = async (jobIds: JobId[], campaign: CampaignId | null = campaignId) =>
  (await backend.call('feedback.of', { jobIds, campaignId: campaign })).map(one => [one.jobId, one.verdict])
const undo = (changeId: number | undefined) => backend.call('changes.undo', { changeId: changeId as never })
/** Says a verdict a minute after the last one. */
const give = (jobId: JobId, verdict: 'up' | 'down' | null, more: Record<string, unknown> = {}) => {
  backend.clock.advance(60_000)
  return backend.call('feedback.give', { jobId, campaignId, verdict, ...more })
}

describe('a verdict', () => {
  it('is kept with its reasons, changed, taken back and undone', async () => {
    const jobIds = await importJobs(2)
    const jobId = first(jobIds)
    const liked = await give(jobId, 'up', { reasons: ['good_pay', 'right_skills'], note: ' Nice team ' })
    expect(liked.undo?.label).toBe('Liked Backend Engineer')
    const [given] = await backend.call('feedback.of', { jobIds, campaignId })
    expect(given).toMatchObject({
      jobId,
      verdict: 'up',
      reasons: ['good_pay', 'right_skills'],
      note: 'Nice team',
    })
    expect((await give(jobId, 'up', { reasons: ['right_place'] })).undo?.label).toBe(
      'Changed the reasons for Backend Engineer',
    )
    const disliked = await give(jobId, 'down', { reasons: ['pay_too_low'] })
    expect(await verdicts(jobIds)).toEqual([[jobId, 'down']])
    await undo(disliked.undo?.changeId)
    expect(await backend.call('feedback.of', { jobIds, campaignId })).toMatchObject([
      { verdict: 'up', reasons: ['right_place'], note: '' },
    ])
    const back = await give(jobId, null)
    expect(await verdicts(jobIds)).toEqual([])
    await undo(back.undo?.changeId)
    expect(await verdicts(jobIds)).toEqual([[jobId, 'up']])
    expect(await give(jobIds[1] as JobId, null)).toEqual({ undo: null })
  })

  it('given again without its note does not lose the note for good', async () => {
    const jobId = first(await importJobs(1))
    const said = async () => {
      const [one] = await backend.call('feedback.of', { jobIds: [jobId], campaignId })
      return [one?.verdict, one?.reasons.join(), one?.note]
    }
    await give(jobId, 'up', { reasons: ['good_pay'], note: 'Ask Sam about the team' })
    const [decided] = decisionsFor(backend.db, campaignId)
    expect(await give(jobId, 'up', { reasons: ['good_pay'], note: 'Ask Sam about the team' })).toEqual({
      undo: null,
    })
    const again = await give(jobId, 'up')
    expect(await said()).toEqual(['up', '', ''])
    const noted = await give(jobId, 'up', { note: 'Sam has left' })
    // An older change is not taken back over a newer one.
    await undo(again.undo?.changeId)
    expect(await said()).toEqual(['up', '', 'Sam has left'])
    await undo(noted.undo?.changeId)
    expect(await said()).toEqual(['up', '', ''])
    const last = await give(jobId, 'up', { reasons: ['right_place'], note: 'Near' })
    await undo(last.undo?.changeId)
    expect(await said()).toEqual(['up', '', ''])
    const lost = await give(jobId, 'up', { reasons: ['good_pay'], note: 'Ask Sam about the team' })
    const without = await give(jobId, 'up')
    await undo(without.undo?.changeId)
    expect(await said()).toEqual(['up', 'good_pay', 'Ask Sam about the team'])
    expect(decisionsFor(backend.db, campaignId)).toEqual([decided])
    const disliked = await give(jobId, 'down')
    await undo(lost.undo?.changeId)
    expect(await said()).toEqual(['down', '', ''])
    await undo(disliked.undo?.changeId)
    expect(await said()).toEqual(['up', 'good_pay', 'Ask Sam about the team'])
  })

  it('that was changed since is not overwritten by an old undo', async () => {
    const jobId = first(await importJobs(1))
    const liked = await give(jobId, 'up')
    await give(jobId, 'down')
    await undo(liked.undo?.changeId)
    expect(await verdicts([jobId])).toEqual([[jobId, 'down']])
  })

  it('belongs to its campaign; without one it counts where the job ranks best', async () => {
    const other = await backend.call('campaigns.create', { name: 'Gardens', query: 'gardener' })
    const jobId = first(await importJobs(1))
    await give(jobId, 'up')
    expect(await verdicts([jobId], other.campaignId)).toEqual([])
    expect(await verdicts([jobId], null)).toEqual([[jobId, 'up']])
    await backend.call('feedback.give', { jobId, verdict: 'down', reasons: ['wrong_company'] })
    expect(await verdicts([jobId])).toEqual([[jobId, 'down']])
    await backend.call('feedback.give', { jobId, verdict: null })
    expect(await verdicts([jobId], null)).toEqual([])
    await backend.call('feedback.give', { jobId, verdict: 'up' })
    expect(await verdicts([jobId])).toEqual([[jobId, 'up']])
  })

  it('refuses reasons of the other kind, jobs and campaigns that are not there', async () => {
    const jobId = first(await importJobs(1))
    const wrong = { jobId, campaignId, verdict: 'up', reasons: ['pay_too_low'] }
    expect(await backend.refusal('feedback.give', wrong)).toMatchObject({
      code: 'bad_input',
      field: 'reasons',
    })
    for (const missing of [
      { jobId: 9999, campaignId },
      { jobId, campaignId: 9999 },
    ])
      expect(await backend.refusal('feedback.give', { ...missing, verdict: 'up' })).toMatchObject({
        code: 'not_found',
      })
    expect(await backend.refusal('feedback.suggestion', { campaignId: 9999 })).toMatchObject({
      code: 'not_found',
    })
  })

  it('keeps the shares of its time, whatever the job is ranked later', async () => {
    const jobId = first(await importJobs(1))
    await give(jobId, 'up')
    const [before] = decisionsFor(backend.db, campaignId)
    backend.db.sql("UPDATE rankings SET shares = 'AAAAAAAAAAAAAAAAAA' WHERE job_id = ?").run(jobId)
    expect(decisionsFor(backend.db, campaignId)).toEqual([before])
    expect(before).toMatchObject({ jobId, verdict: 'up', strength: 1 })
  })
})

describe('decisions to learn from', () => {
  it('are thumbs first, and moves of other jobs with less weight, as the job ranks now', async () => {
    const jobIds = await importJobs(4)
    const [one, two, three, four] = jobIds as [JobId, JobId, JobId, JobId]
    await give(one, 'down', { reasons: ['wrong_skills'] })
    await give(four, 'down', { reasons: ['wrong_company'] })
    backend.clock.advance(60_000)
    await backend.call('applications.setStatus', { jobIds: [one], status: 'approved' })
    backend.clock.advance(60_000)
    await backend.call('applications.setStatus', { jobIds: [two], status: 'applied' })
    backend.clock.advance(60_000)
    const moved = await backend.call('applications.setStatus', { jobIds: [three], status: 'archived' })
    const said = () =>
      decisionsFor(backend.db, campaignId)
        .map(({ jobId, verdict, strength }) => [jobId, verdict, strength])
        .toSorted()
    expect(said()).toEqual([
      [one, 'down', 1],
      [two, 'up', 0.5],
      [three, 'down', 0.5],
    ])
    await undo(moved.undo?.changeId)
    expect(said()).toHaveLength(2)
  })
})

describe('suggested weights', () => {
  /** Likes what asks for the wanted skill, whatever the title. */
  async function decideBySkill(): Promise<JobId[]> {
    const jobIds = await importJobs(48)
    for (const [index, jobId] of jobIds.entries()) await give(jobId, index % 2 === 0 ? 'up' : 'down')
    return jobIds
  }
  const suggestion = () => backend.call('feedback.suggestion', { campaignId })
  const ownWeights = async () => (await backend.call('campaigns.get', { campaignId })).draft.weights

  it('need some decisions, and say how many more', async () => {
    expect(await suggestion()).toMatchObject({ state: 'too_few', more: 16, decisions: 0, last: null })
    await give(first(await importJobs(1)), 'up')
    expect(await suggestion()).toMatchObject({ state: 'too_few', more: 15, decisions: 1, liked: 1 })
  })

  it('are taken and taken back, with what the campaign had', async () => {
    await decideBySkill()
    const found = await suggestion()
    expect(found).toMatchObject({ state: 'suggested', present: DEFAULT_WEIGHTS, last: null })
    expect(found.weights?.skills).toBeGreaterThan(DEFAULT_WEIGHTS.skills)
    const weights = found.weights ?? DEFAULT_WEIGHTS
    const { undo: change } = await backend.call('feedback.accept', { campaignId, weights })
    expect(await ownWeights()).toEqual(weights)
    const after = await suggestion()
    expect(after).toMatchObject({ state: 'answered', more: 10, present: weights, weights: null })
    expect(after.last).toMatchObject({ answer: 'accepted', undo: change })
    await undo(change?.changeId)
    expect(await ownWeights()).toBeNull()
    expect(await suggestion()).toEqual(found)
  })

  it('are put off until there are ten more decisions', async () => {
    const jobIds = await decideBySkill()
    backend.clock.advance(60_000)
    const { undo: change } = await backend.call('feedback.refuse', { campaignId })
    expect(await suggestion()).toMatchObject({
      state: 'answered',
      more: 10,
      last: { answer: 'refused', undo: null },
    })
    // Saying the same jobs anew is deciding again.
    for (const jobId of jobIds.slice(0, 10)) {
      await give(jobId, null)
      await give(jobId, jobIds.indexOf(jobId) % 2 === 0 ? 'up' : 'down')
    }
    expect((await suggestion()).state).toBe('suggested')
    await undo(change?.changeId)
    expect((await suggestion()).last).toBeNull()
  })

  it('of all zeros are refused', async () => {
    const weights = Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map(factor => [factor, 0]))
    expect(await backend.refusal('feedback.accept', { campaignId, weights })).toMatchObject({
      code: 'bad_input',
      field: 'weights',
    })
  })
})

describe('a comparison', () => {
  const OTHER = { ...DEFAULT_WEIGHTS, skills: 60, title: 0 }
  const start = (weights = OTHER) =>
    backend.call('comparisons.start', { campaignId, name: 'Skills first', weights })

  it('hides scores and sides, follows thumbs and moves, counts wins at its end and keeps a side', async () => {
    await importJobs(60)
    const { comparisonId, undo: begun } = await start()
    const open = await backend.call('comparisons.get', { comparisonId })
    expect(open.comparison).toMatchObject({
      state: 'running',
      jobs: 40,
      decided: 0,
      result: null,
      kept: null,
    })
    expect(open.jobs).toHaveLength(40)
    for (const { job, side, verdict } of open.jobs)
      expect([job.score, job.lessSure, side, verdict]).toEqual([null, false, null, null])
    expect(
      await backend.refusal('comparisons.start', { campaignId, name: 'Again', weights: OTHER }),
    ).toMatchObject({
      code: 'conflict',
    })

    const sides = backend.db
      .sql<{ job_id: number; side: string }>(
        'SELECT job_id, side FROM comparison_jobs WHERE comparison_id = ? ORDER BY place',
      )
      .all(comparisonId)
    for (const [index, { job_id, side }] of sides.slice(0, 24).entries()) {
      const jobId = JobId.parse(job_id)
      // Some by thumb, some by status.
      if (index % 4 < 2) await give(jobId, side === 'b' ? 'up' : 'down')
      else
        await backend.call('applications.setStatus', {
          jobIds: [jobId],
          status: side === 'b' ? 'approved' : 'rejected',
        })
    }
    expect((await backend.call('comparisons.get', { comparisonId })).comparison.decided).toBe(24)
    expect(await backend.refusal('comparisons.keep', { comparisonId, side: 'b' })).toMatchObject({
      code: 'conflict',
    })

    const ended = await backend.call('comparisons.finish', { comparisonId })
    const [done] = await backend.call('comparisons.list', { campaignId })
    expect(done).toMatchObject({
      state: 'finished',
      result: { winsA: 0, winsB: 12, leader: 'b', confidence: 'strong' },
    })
    // What is said later does not change the result.
    await give(JobId.parse(sides[0]?.job_id), null)
    expect(await backend.call('comparisons.list', { campaignId })).toEqual([done])

    const kept = await backend.call('comparisons.keep', { comparisonId, side: 'b' })
    expect((await backend.call('campaigns.get', { campaignId })).draft.weights).toEqual(done?.weightsB)
    expect((await backend.call('comparisons.get', { comparisonId })).comparison.kept).toBe('b')
    await undo(kept.undo?.changeId)
    expect((await backend.call('campaigns.get', { campaignId })).draft.weights).toBeNull()
    expect((await backend.call('comparisons.get', { comparisonId })).comparison.kept).toBeNull()
    await undo(ended.undo?.changeId)
    expect((await backend.call('comparisons.get', { comparisonId })).comparison.state).toBe('running')
    await undo(begun?.changeId)
    expect(await backend.call('comparisons.list', { campaignId })).toEqual([])
  })

  it('keeps the weights as they were without changing them', async () => {
    await importJobs(20)
    const { comparisonId } = await start()
    await backend.call('comparisons.finish', { comparisonId })
    const [done] = await backend.call('comparisons.list', { campaignId })
    expect(done?.result).toMatchObject({ winsA: 0, winsB: 0, confidence: 'none' })
    const kept = await backend.call('comparisons.keep', { comparisonId, side: 'a' })
    expect((await backend.call('campaigns.get', { campaignId })).draft.weights).toBeNull()
    expect((await backend.call('comparisons.list', { campaignId }))[0]?.kept).toBe('a')
    await undo(kept.undo?.changeId)
    expect((await backend.call('comparisons.list', { campaignId }))[0]?.kept).toBeNull()
  })

  it('leaves out what was judged, and refuses too few jobs, equal weights and weights of 0', async () => {
    const jobIds = await importJobs(20)
    const twice = Object.fromEntries(
      Object.entries(DEFAULT_WEIGHTS).map(([name, weight]) => [name, 2 * weight]),
    )
    for (const weights of [
      twice,
      { ...twice, ...Object.fromEntries(Object.keys(twice).map(name => [name, 0])) },
    ])
      expect(await backend.refusal('comparisons.start', { campaignId, name: 'x', weights })).toMatchObject({
        code: 'bad_input',
        field: 'weights',
      })
    for (const jobId of jobIds.slice(0, 9)) await give(jobId, 'down')
    expect(
      await backend.refusal('comparisons.start', { campaignId, name: 'x', weights: OTHER }),
    ).toMatchObject({
      code: 'conflict',
      message: 'Only 10 waiting jobs without a verdict can be compared; 12 are needed.',
    })
    await give(first(jobIds), null)
    const { comparisonId } = await start()
    const listed = (await backend.call('comparisons.get', { comparisonId })).jobs.map(one => one.job.id)
    expect(listed).toHaveLength(12)
    for (const jobId of jobIds.slice(1, 9)) expect(listed).not.toContain(jobId)
  })
})
