import { JOB_TYPE_LABELS, REMOTE_LABELS } from '../../contract/labels.ts'
import type { RankableJob } from '../../contract/ranking.ts'
import {
  COMPANY_SIZES,
  type CompanySize,
  JOB_TYPES,
  type JobType,
  REMOTE_OPTIONS,
  type RemoteOption,
} from '../../contract/values.ts'
import { type Factor, listed, NOT_STATED, noWish, thousandths, UNKNOWN } from './factor.ts'

/** The three factors that compare one value of a closed list with the wanted ones. */

type Chosen = Pick<RankableJob, 'remote_options' | 'job_type' | 'company_size'>

/** What a job of the first kind is worth to somebody who wants the second; all other pairs are worth nothing. */
const REMOTE_PARTLY: Readonly<Record<RemoteOption, Partial<Record<RemoteOption, number>>>> = {
  remote: { hybrid: 0.6 },
  hybrid: { remote: 0.4, onsite: 0.6 },
  onsite: { hybrid: 0.3 },
}

const TYPE_PARTLY: Readonly<Record<JobType, Partial<Record<JobType, number>>>> = {
  'full-time': {},
  'part-time': {},
  contract: { temporary: 0.6 },
  temporary: { contract: 0.6 },
  internship: {},
}

/** Share by ranges between the company's size and the nearest wanted one. */
const SIZE_BY_STEPS = [1, 0.5, 0.2]

/** Remote or on site: 1 for a wanted way of working, a part for a near one. */
export function remoteFactor(wishes: readonly RemoteOption[]): Factor<Chosen> {
  return choiceFactor({
    all: REMOTE_OPTIONS,
    wishes,
    valueOf: job => job.remote_options,
    worth: (offered, wish) => REMOTE_PARTLY[offered][wish] ?? 0,
    spoken: option => REMOTE_LABELS[option].toLowerCase(),
    free: 'any way of working is fine for you',
  })
}

/** Employment type: 1 for a wanted type; contract and temporary work are near each other. */
export function employmentTypeFactor(wishes: readonly JobType[]): Factor<Chosen> {
  return choiceFactor({
    all: JOB_TYPES,
    wishes,
    valueOf: job => job.job_type,
    worth: (offered, wish) => TYPE_PARTLY[offered][wish] ?? 0,
    spoken: type => JOB_TYPE_LABELS[type].toLowerCase(),
    free: 'any employment type is fine for you',
  })
}

/** Company size: 1 for a wanted range, a part for the ranges beside it. */
export function companySizeFactor(wishes: readonly CompanySize[]): Factor<Chosen> {
  return choiceFactor({
    all: COMPANY_SIZES,
    wishes,
    valueOf: job => job.company_size,
    worth: (offered, wish) =>
      SIZE_BY_STEPS[Math.abs(COMPANY_SIZES.indexOf(offered) - COMPANY_SIZES.indexOf(wish))] ?? 0,
    spoken: size => `${size.replace('-', '–')} people`,
    free: 'any company size is fine for you',
  })
}

interface Choice<T extends string> {
  all: readonly T[]
  wishes: readonly T[]
  valueOf: (job: Chosen) => T | null
  worth: (offered: T, wish: T) => number
  spoken: (value: T) => string
  free: string
}

function choiceFactor<T extends string>(choice: Choice<T>): Factor<Chosen> {
  const ordered = choice.all.filter(value => choice.wishes.includes(value))
  if (ordered.length === 0) return noWish(choice.free)
  const wanted = listed(ordered.map(choice.spoken), 'or')
  // The answers are as few as the values, so each is made once.
  const answers = new Map(
    choice.all.map(value => {
      const match = ordered.includes(value)
      const share = match ? 1 : Math.max(...ordered.map(wish => choice.worth(value, wish)))
      const evidence = `${choice.spoken(value)}, ${match ? 'as you want' : `you want ${wanted}`}`
      return [value, { share: thousandths(share), evidence }] as const
    }),
  )
  const answerTo = (job: Chosen) => {
    const value = choice.valueOf(job)
    return value === null ? undefined : answers.get(value)
  }
  return {
    share: job => answerTo(job)?.share ?? UNKNOWN,
    evidence: job => answerTo(job)?.evidence ?? NOT_STATED,
  }
}
