import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_LABELS, STATUS_SHORTCUTS } from '../contract/labels.ts'
import { JOB_STATUSES } from '../contract/values.ts'
import { appliedAtAfterMove, canMove, isClosed, nextStatuses } from './rules.ts'

const status = fc.constantFrom(...JOB_STATUSES)

describe('the workflow', () => {
  it('allows every move but the one to the same status', () => {
    fc.assert(
      fc.property(status, status, (from, to) => {
        expect(canMove(from, to)).toBe(from !== to)
        expect(nextStatuses(from).includes(to)).toBe(from !== to)
      }),
    )
  })

  it('offers the next step first and the earlier ones last', () => {
    expect(nextStatuses('approved')).toEqual([
      'preparing_to_apply',
      'applied',
      'interview',
      'offer',
      'accepted',
      'rejected',
      'archived',
      'waiting',
    ])
    expect(nextStatuses('archived')[0]).toBe('waiting')
    expect(nextStatuses('archived')).toContain('rejected')
  })

  it('is closed by rejecting and archiving only', () => {
    expect(JOB_STATUSES.filter(isClosed)).toEqual(['rejected', 'archived'])
  })
})

describe('the date applied', () => {
  it('is set by the first move to applied and kept ever after', () => {
    const moves = fc.array(fc.tuple(status, fc.integer({ min: 0, max: 4e12 })))
    fc.assert(
      fc.property(moves, list => {
        let applied: string | null = null
        for (const [to, time] of list) applied = appliedAtAfterMove(to, applied, new Date(time).toISOString())
        const first = list.find(([to]) => to === 'applied')
        expect(applied).toBe(first === undefined ? null : new Date(first[1]).toISOString())
      }),
    )
  })
})

it('every status has its own label and key', () => {
  expect(new Set(Object.values(STATUS_LABELS)).size).toBe(JOB_STATUSES.length)
  expect(new Set(Object.values(STATUS_SHORTCUTS)).size).toBe(JOB_STATUSES.length)
})
