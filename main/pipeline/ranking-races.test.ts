import { afterEach, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import type { CampaignId } from '../contract/ids.ts'
import { DEFAULT_WEIGHTS } from '../contract/ranking.ts'
import type { CampaignDraftInput } from '../contract/shapes.ts'
import { rankForToday } from './rank-for-today.ts'
import type { ComputeTask } from './tasks.ts'

// What somebody changes while something else is being computed is neither lost nor overwritten.

let backend: TestBackend
afterEach(() => backend.close())

/** Opens a backend that does something once, after the first task of a kind is computed and before it is written. */
function during(kind: ComputeTask['kind'], act: () => Promise<unknown>): { arm(): void } {
  let armed = false
  backend = openBackend({
    compute: real => ({
      async run(task) {
        const answer = await real.run(task)
        if (armed && task.kind === kind) {
          armed = false
          await act()
        }
        return answer
      },
    }),
  })
  return {
    arm() {
      armed = true
    },
  }
}

async function allEnd(): Promise<void> {
  const open = () =>
    backend.db.sql<{ id: number }>("SELECT id FROM runs WHERE state IN ('queued', 'running')").all()
  for (let runs = open(); runs.length > 0; runs = open())
    for (const { id } of runs) await backend.engine.ended(id as never)
}

async function campaign(draft: Partial<CampaignDraftInput> = {}): Promise<CampaignId> {
  const { campaignId } = await backend.call('campaigns.create', {
    name: 'Backend',
    query: 'backend engineer',
    ...draft,
  } as never)
  await allEnd()
  return campaignId
}

const PYTHON = 'You know Python and SQL. Senior role.'
const matches = () =>
  backend.db.sql<{ job_id: number; score: number }>('SELECT job_id, score FROM matches ORDER BY job_id').all()
const scores = () => backend.db.sql<{ score: number }>('SELECT score FROM rankings ORDER BY job_id').all()
const skills = (...names: string[]) => ({ skills: names.map(name => ({ name })) }) as never

it('matches by the later of two profiles that are saved one after the other', async () => {
  const computing = during('rank', async () => {
    await backend.call('profile.save', skills('Rust'))
    backend.matchAll.wake()
  })
  await backend.importText(jsonl([row({ description: PYTHON })]), await campaign())
  computing.arm()
  await backend.call('profile.save', skills('Python', 'SQL'))
  backend.matchAll.wake()
  await backend.matchAll.settled()
  const [after] = matches()
  await backend.call('profile.save', skills('Python', 'SQL'))
  backend.matchAll.wake()
  await backend.matchAll.settled()
  expect(after?.score).toBeLessThan(matches()[0]?.score ?? 0)
})

it('matches jobs that an import brings while the profile is saved', async () => {
  const computing = during('prepare', async () => {
    await backend.call('profile.save', skills('Python'))
    backend.matchAll.wake()
    await backend.matchAll.settled()
  })
  const campaignId = await campaign()
  computing.arm()
  await backend.importText(jsonl([row({ description: PYTHON })]), campaignId)
  backend.rankChanged.wake()
  await backend.rankChanged.settled()
  expect(matches()).toHaveLength(1)
})

it('goes on when a campaign is deleted while an import or a ranking works for it', async () => {
  let campaignId: CampaignId | null = null
  const remove = async () => {
    if (campaignId !== null) await backend.call('campaigns.remove', { campaignId })
  }
  const importing = during('prepare', remove)
  campaignId = await campaign({ locations: ['London'] })
  await backend.importText(jsonl([row({ id: 'a' })]), campaignId)
  importing.arm()
  const { run, issues } = await backend.importText(
    jsonl([
      row({ id: 'a', location_text: 'Tokyo, Japan', description: 'On site in Tokyo. Salary ¥9,000,000.' }),
    ]),
    campaignId,
  )
  expect(run.state).toBe('succeeded')
  expect(issues).toEqual([])
  await allEnd()
  expect(backend.db.sql('SELECT score, campaign_id FROM best_rankings').all()).toEqual([
    { score: -1, campaign_id: null },
  ])
})

it('does not put old scores over new ones when weights change while a corrected job is scored', async () => {
  const computing = during('rank', async () => {
    const [{ id } = { id: null }] = await backend.call('campaigns.list', {})
    await backend.call('ranking.setWeights', {
      campaignId: id,
      weights: { ...DEFAULT_WEIGHTS, title: 0, recency: 0, location: 100 },
    })
    await allEnd()
  })
  const campaignId = await campaign({ locations: ['London'] })
  await backend.importText(
    jsonl([row({ location_text: 'Tokyo, Japan', description: 'Salary ¥9,000,000.' })]),
    campaignId,
  )
  backend.db.sql('INSERT INTO jobs_to_rank SELECT id FROM jobs').run()
  computing.arm()
  backend.rankChanged.wake()
  await backend.rankChanged.settled()
  const [view] = (await backend.call('jobs.list', { filter: { campaignId }, sort: 'newest' } as never)).rows
  if (!view) throw new Error('The job is missing')
  const { rankings } = await backend.call('jobs.get', { jobId: view.id })
  expect(view.score).toBe(rankings[0]?.explanation.score)
  expect(backend.db.sql('SELECT job_id FROM jobs_to_rank').all()).toEqual([])
})

it('counts two spellings of a skill as one, in an import as in jobs that are known', async () => {
  backend = openBackend()
  const campaignId = await campaign({ skills: ['Node.js'] })
  await backend.importText(jsonl([row({ id: 'a', description: 'You know Node.js and SQL.' })]), campaignId)
  const asked = (name: string) => JSON.stringify([{ name, kind: 'technical', required: true, count: 1 }])
  const shares = () => backend.db.sql<{ shares: string }>('SELECT shares FROM rankings').first()?.shares
  const scored = async (name: string) => {
    backend.db.sql('UPDATE jobs SET skills = ?').run(asked(name))
    backend.db.sql('INSERT INTO jobs_to_rank SELECT id FROM jobs').run()
    backend.rankChanged.wake()
    await backend.rankChanged.settled()
    return shares()
  }
  expect(await scored('NodeJS')).toBe(await scored('Node.js'))
})

it('lets every campaign follow the weights of all, also a paused one', async () => {
  backend = openBackend()
  const campaignId = await campaign({ locations: ['London'] })
  await backend.importText(jsonl([row({ location_text: 'Tokyo, Japan' })]), campaignId)
  await backend.call('campaigns.setState', { campaignId, state: 'paused' })
  const before = scores()
  await backend.call('ranking.setWeights', {
    campaignId: null,
    weights: { ...DEFAULT_WEIGHTS, title: 0, location: 100 },
  })
  await allEnd()
  expect(scores()).not.toEqual(before)
})

it('ranks for today although one job was ranked today already', async () => {
  backend = openBackend()
  const posted_at = '2026-03-01T00:00:00Z'
  const campaignId = await campaign()
  await backend.importText(
    jsonl([row({ id: 'a', posted_at }), row({ id: 'b', company: 'Birch', posted_at })]),
    campaignId,
  )
  backend.clock.advance(20 * 86_400_000)
  backend.db.sql('INSERT INTO jobs_to_rank SELECT min(id) FROM jobs').run()
  backend.rankChanged.wake()
  await backend.rankChanged.settled()
  rankForToday(backend.context, backend.engine)
  await allEnd()
  const days = backend.db.sql<{ ranked_on: string }>('SELECT DISTINCT ranked_on FROM rankings').all()
  expect(days).toEqual([{ ranked_on: '2026-03-22' }])
})
