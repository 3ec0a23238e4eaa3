import { expect, it } from 'vitest'
import { applyMapping } from './columns.ts'
import { sourceKey } from './source-key.ts'

const mapping = {
  columns: {
    id: ['id'],
    title: ['t'],
    company: ['c'],
    url: ['u'],
    description: ['d'],
    source: ['s'],
    job_type: ['j'],
  },
  date_order: null,
}
function posting(row: Record<string, unknown>) {
  const mapped = applyMapping({ t: 'Nurse', c: 'St Elm', ...row }, mapping)
  if (!mapped.ok) throw new Error(mapped.message)
  return mapped.posting
}

it('takes the address where there is no id, and the content where there is neither', () => {
  expect(sourceKey(posting({ u: 'https://a.example/1' }))).toBe('https://a.example/1')
  expect(sourceKey(posting({ d: 'x' }))).toBe(sourceKey(posting({ d: 'x' })))
  expect(sourceKey(posting({ d: 'x' }))).not.toBe(sourceKey(posting({ d: 'y' })))
})

it('does not take row numbers of two lists for one posting', () => {
  expect(sourceKey(posting({ id: 1 }))).not.toBe(sourceKey(posting({ id: 1, t: 'Driver' })))
  expect(sourceKey(posting({ id: '3560101234' }))).toBe(sourceKey(posting({ id: '3560101234', t: 'Driver' })))
})
