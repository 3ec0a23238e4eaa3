import type { FactEdits } from '../../../main/contract/detection.ts'
import type { Sqlite } from '../../../main/platform/db/pragmas.ts'
import { told } from './acts.ts'
import { correctionOf } from './facts.ts'
import type { OpenCore } from './open-core.ts'
import type { Random } from './random.ts'

/** What a person says of the facts of jobs while they are read again. */

const skill = (name: string) => ({ name, kind: 'technical' as const, required: true, count: 1 })

/** Words of a person; none is what the postings say. */
const WORDS: readonly ((pick: number) => FactEdits)[] = [
  pick => ({ salary_low: 200_000 + pick, salary_high: 300_000 + pick }),
  pick => ({ office_city: `Graz ${pick}` }),
  pick => ({ office_country: pick % 2 === 0 ? 'AT' : null }),
  pick => ({ remote_options: pick % 2 === 0 ? 'onsite' : null }),
  pick => ({ job_type: pick % 2 === 0 ? 'temporary' : 'internship' }),
  pick => ({ seniority_level: pick % 3 === 0 ? null : 'executive' }),
  pick => ({ skills: pick % 3 === 0 ? [] : [skill('Weaving'), skill(`Loom ${pick}`)] }),
  pick => ({ years_low: 20 + (pick % 5) }),
  pick => ({ education: pick % 2 === 0 ? 'doctorate' : null }),
]

interface Correction {
  changeId: number
  fact: string
  before: unknown[] | null
}

const stored = (facts: FactEdits): unknown[] =>
  Object.values(facts).map(value =>
    JSON.stringify([
      value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  )

/** One random correction of a job, taking one back, or undoing one, also after later ones of other facts. */
export function factActs(core: OpenCore, db: Sqlite, random: Random, jobs: readonly number[]) {
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T
  // Few of the jobs, so that several facts of one are corrected.
  const some = jobs.filter((_, index) => index % 3 === 0)
  let done: Correction[] = []
  const forget = (fact: string) => {
    done = done.filter(correction => correction.fact !== fact)
  }

  const correct = async (jobId: number) => {
    const facts = pick(WORDS)(random.below(100))
    const fact = `${jobId}:${Object.keys(facts).join(',')}`
    const before = correctionOf(db, fact)
    await told(`fact:${fact}`, stored(facts), async () => {
      const { undo } = await core.call('detection.setFacts', { jobId: jobId as never, facts })
      forget(fact)
      if (undo) done.push({ changeId: undo.changeId, fact, before })
    })
  }

  const clear = async (fact: string) => {
    const [jobId, fields = ''] = fact.split(':')
    await told(`fact:${fact}`, null, async () => {
      forget(fact)
      await core.call('detection.clearFacts', {
        jobId: Number(jobId) as never,
        fields: fields.split(',') as never,
      })
    })
  }

  return async (): Promise<void> => {
    const act = random.next()
    const last = done.length === 0 ? undefined : pick(done)
    if (!last || act < 0.65) return correct(pick(some))
    if (act < 0.75) return clear(last.fact)
    await told(`fact:${last.fact}`, last.before, async () => {
      forget(last.fact)
      await core.call('changes.undo', { changeId: last.changeId as never })
    })
  }
}
