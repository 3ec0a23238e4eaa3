import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ResponseKind } from '../../contract/applications.ts'
import { JOB_STATUSES } from '../../contract/values.ts'
import { addDays, daysBetween, dayText, latest, workday } from './days.ts'
import { askAgain, type FollowUpFacts, overdueDays, whyThen } from './follow-up.ts'

const FIRST = Date.parse('1990-01-01')
const day = fc
  .integer({ min: 0, max: 40_000 })
  .map(n => new Date(FIRST + n * 86_400_000).toISOString().slice(0, 10))
const maybeDay = fc.option(day)
const facts: fc.Arbitrary<FollowUpFacts> = fc.record({
  status: fc.constantFrom(...JOB_STATUSES),
  appliedOn: maybeDay,
  contactOn: maybeDay,
  response: fc.option(fc.record({ kind: fc.constantFrom(...ResponseKind.options), on: day })),
  interviewOn: maybeDay,
  deadline: maybeDay,
  chosen: maybeDay,
})
const weekday = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay()
const weekend = (on: string): boolean => [0, 6].includes(weekday(on))

const NONE: FollowUpFacts = {
  status: 'applied',
  appliedOn: null,
  contactOn: null,
  response: null,
  interviewOn: null,
  deadline: null,
  chosen: null,
}
const asked = (change: Partial<FollowUpFacts>) => askAgain({ ...NONE, ...change })
const why = (change: Partial<FollowUpFacts>, today: string) => {
  const whole = { ...NONE, ...change }
  const reason = askAgain(whole)
  return reason && whyThen(whole, reason, today)
}

describe('days', () => {
  it('are added and counted alike, over months, leap years and changes of the clock', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n)
      }),
    )
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('9999-12-31', 7)).toBe('9999-12-31')
    expect(addDays('0000-01-01', -7)).toBe('0000-01-01')
  })

  it('move from a weekend to its Monday, and else not at all', () => {
    fc.assert(
      fc.property(day, on => {
        const moved = workday(on)
        expect(weekend(moved)).toBe(false)
        if (weekend(on)) expect(weekday(moved)).toBe(1)
        expect(daysBetween(on, moved)).toBe(weekend(on) ? (weekday(on) === 6 ? 2 : 1) : 0)
      }),
    )
  })

  it('are text of four, two and two digits in every year', () => {
    expect(dayText(1, 2, 3)).toBe('0001-02-03')
    expect(dayText(2026, 11, 21)).toBe('2026-11-21')
    expect(dayText(-1, 12, 31)).toBe('0000-01-01')
    expect(dayText(10_000, 1, 1)).toBe('9999-12-31')
  })

  it('the latest of none is none', () => {
    expect(latest(null, null)).toBeNull()
    expect(latest('2026-01-02', null, '2026-01-03', '2026-01-01')).toBe('2026-01-03')
  })
})

describe('the day to ask again', () => {
  it('is never a weekend unless the person chose it', () => {
    fc.assert(
      fc.property(facts, each => {
        const found = askAgain(each)
        if (found?.kind === 'chosen') expect(found.on).toBe(each.chosen)
        else if (found) expect(weekend(found.on)).toBe(false)
      }),
    )
  })

  it('does not exist once it ended', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('accepted', 'rejected', 'archived'), (each, status) => {
        expect(askAgain({ ...each, status })).toBeNull()
      }),
    )
  })

  it('is a chosen day until the person was in touch on it or later', () => {
    fc.assert(
      fc.property(facts, day, (each, chosen) => {
        fc.pre(!['accepted', 'rejected', 'archived'].includes(each.status))
        const found = askAgain({ ...each, chosen })
        const done = each.contactOn !== null && each.contactOn >= chosen
        if (done) expect(found?.kind).not.toBe('chosen')
        else expect(found).toEqual({ on: chosen, kind: 'chosen' })
      }),
    )
  })

  it('moves on with every call or mail, and never back', () => {
    fc.assert(
      fc.property(facts, day, (each, contactOn) => {
        const plain = { ...each, chosen: null, contactOn: null }
        const before = askAgain(plain)
        const after = askAgain({ ...plain, contactOn })
        if (before && after) expect(after.on >= before.on || contactOn <= before.on).toBe(true)
        if (after && after.kind !== 'offer')
          expect(after.on > contactOn || after.on === before?.on).toBe(true)
      }),
    )
  })

  it('lies a week after the application, and a week after each follow-up', () => {
    expect(asked({ appliedOn: '2026-03-02' })).toEqual({ on: '2026-03-09', kind: 'application' })
    expect(asked({ appliedOn: '2026-03-02', contactOn: '2026-03-10' })?.on).toBe('2026-03-17')
    // The seventh day is a Saturday, or a Sunday.
    expect(asked({ appliedOn: '2026-03-07' })?.on).toBe('2026-03-16')
    expect(asked({ appliedOn: '2026-03-08' })?.on).toBe('2026-03-16')
  })

  it('lies two days after an interview, whatever the answer was', () => {
    const interview = {
      interviewOn: '2026-03-10',
      response: { kind: 'interview', on: '2026-03-05' },
    } as const
    expect(asked({ ...interview, status: 'interview' })).toEqual({ on: '2026-03-12', kind: 'interview' })
    expect(asked({ ...interview, status: 'interview', contactOn: '2026-03-12' })?.on).toBe('2026-03-19')
    // A word of thanks on the same day does not put it off.
    expect(asked({ ...interview, status: 'interview', contactOn: '2026-03-10' })?.on).toBe('2026-03-12')
  })

  it('lies two days before an offer lapses, and never after that', () => {
    expect(asked({ status: 'offer', deadline: '2026-03-20' })).toEqual({ on: '2026-03-18', kind: 'offer' })
    fc.assert(
      fc.property(
        day.filter(on => !weekend(on)),
        deadline => {
          const found = asked({ status: 'offer', deadline })
          expect(found !== null && found.on <= deadline).toBe(true)
        },
      ),
    )
    expect(asked({ status: 'offer', deadline: '2026-03-20', contactOn: '2026-03-18' })).toBeNull()
    expect(asked({ status: 'offer' })).toBeNull()
  })

  it('does not exist after an answer, but for one that only says that they have it', () => {
    const applied = { appliedOn: '2026-03-02' }
    for (const kind of ['rejection', 'none', 'offer', 'interview'] as const)
      expect(asked({ ...applied, response: { kind, on: '2026-03-04' } })).toBeNull()
    expect(asked({ ...applied, response: { kind: 'other', on: '2026-03-04' } })?.on).toBe('2026-03-11')
  })
})

describe('why then', () => {
  it('says what happened last, and how long ago', () => {
    const applied = { appliedOn: '2026-03-02' }
    expect(why(applied, '2026-03-11')).toBe('9 days since the application, no answer yet')
    expect(why(applied, '2026-03-03')).toBe('1 day since the application, no answer yet')
    expect(why(applied, '2026-03-02')).toBe('No answer yet')
    expect(why({ ...applied, contactOn: '2026-03-09' }, '2026-03-11')).toBe(
      '2 days since you were last in touch, no answer yet',
    )
    expect(why({ ...applied, response: { kind: 'other', on: '2026-03-05' } }, '2026-03-11')).toBe(
      '6 days since their last answer',
    )
  })

  it('speaks of interviews and offers before and after', () => {
    const interview = { status: 'interview', interviewOn: '2026-03-10' } as const
    expect(why(interview, '2026-03-08')).toBe('The interview is in 2 days')
    expect(why(interview, '2026-03-12')).toBe('2 days since the interview, no answer yet')
    const offer = { status: 'offer', deadline: '2026-03-20' } as const
    expect(why(offer, '2026-03-19')).toBe('The offer lapses in 1 day')
    expect(why(offer, '2026-03-20')).toBe('The offer lapses today')
    expect(why(offer, '2026-03-22')).toBe('The offer lapsed 2 days ago')
    expect(why({ chosen: '2026-03-20' }, '2026-03-22')).toBe('The day you chose')
  })

  it('always says something, and days overdue count to the present', () => {
    fc.assert(
      fc.property(facts, day, (each, today) => {
        const found = askAgain(each)
        if (!found) return
        expect(whyThen(each, found, today)).toMatch(/^[A-Z0-9].*[a-z]$/)
        expect(addDays(found.on, overdueDays(found.on, today))).toBe(today)
      }),
    )
  })
})
