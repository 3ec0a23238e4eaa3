import { describe, expect, test } from 'vitest'
import { JobId } from '../../../../../main/contract/ids.ts'
import { type Asked, answered, begun, cameBack, LATER_MS, postponed, readAsked, standing } from './asked.ts'

const job = (id: number) => ({ jobId: JobId.parse(id), title: `Job ${id}`, company: 'Northwind' })
const ids = (all: readonly Asked[]) => all.map(one => one.jobId)
const NOW = 1_000_000

describe('the question whether an application was sent', () => {
  test('stands once the person came back, and until it is answered', () => {
    const left = begun([], job(1))
    expect(standing(left, NOW)).toEqual([])
    const back = cameBack(left)
    expect(ids(standing(back, NOW))).toEqual([1])
    expect(standing(answered(back, JobId.parse(1)), NOW)).toEqual([])
  })

  test('is asked once for a job that was opened twice', () => {
    const again = begun(cameBack(begun(begun([], job(1)), job(2))), job(1))
    expect(ids(standing(again, NOW))).toEqual([2])
    expect(ids(standing(cameBack(again), NOW))).toEqual([2, 1])
  })

  test('rests after "later"', () => {
    const rests = postponed(cameBack(begun([], job(1))), JobId.parse(1), NOW)
    expect(standing(rests, NOW + LATER_MS - 1)).toEqual([])
    expect(ids(standing(rests, NOW + LATER_MS))).toEqual([1])
  })

  test('survives a reload, and a store with something else in it', () => {
    const all = cameBack(begun([], job(1)))
    expect(readAsked(JSON.stringify(all))).toEqual(all)
    expect(readAsked(null)).toEqual([])
    expect(readAsked('{')).toEqual([])
    expect(readAsked('[{"jobId":0,"title":"a","company":"b"},7,null,{"jobId":3}]')).toEqual([])
  })
})
