import { expect, test } from 'vitest'
import type { EditableField, FieldValue, FieldView } from '../../../../../main/contract/detection.ts'
import { choicesFor, type Decision, detectLines } from './detect-lines.ts'

const side = (value: FieldValue, more: Partial<FieldView> = {}): FieldView => ({
  value,
  origin: value === null ? null : 'pattern',
  confidence: value === null ? null : 0.9,
  quote: null,
  where: null,
  start: null,
  note: null,
  ...more,
})
const compared = (field: EditableField, old: FieldView, found: FieldView) => ({
  field,
  old,
  found,
  same: JSON.stringify(old.value) === JSON.stringify(found.value),
})
const skill = (name: string, required = true) => ({ name, kind: 'technical' as const, required, count: 1 })

const preview = {
  fields: [
    compared('salary_low', side(50_000), side(60_000, { quote: 'from 60k' })),
    compared('salary_high', side(75_000), side(75_000)),
    compared('compensation_currency', side('EUR'), side('EUR')),
    compared('salary_period', side('year'), side('year')),
    compared('remote_options', side(null, { origin: 'manual' }), side('hybrid')),
    compared('job_type', side('contract'), side('contract')),
    compared(
      'skills',
      side([skill('Go'), skill('Excel')]),
      side([skill('Go', false), skill('Kubernetes'), skill('Helm')]),
    ),
  ],
}

test('facts are compared group by group; what is the same stands apart', () => {
  const { different, same } = detectLines(preview)
  expect(different.map(line => [line.label, line.old.text, line.found.text])).toEqual([
    ['Salary', '€50,000–75,000 a year', '€60,000–75,000 a year'],
    ['Remote or on site', null, 'Hybrid'],
    ['Skills', 'Go, Excel', 'Go, Kubernetes, Helm'],
  ])
  expect(same.map(line => line.key)).toEqual(['type'])
  expect(different.map(line => line.byHand)).toEqual([false, true, false])
  expect(different[0]?.found.proofs.map(proof => proof.quote)).toContain('from 60k')
})

test('lists of skills say what is new, gone and moved', () => {
  const skills = detectLines(preview).different.find(line => line.key === 'skills')
  expect(skills?.change).toBe('adds Kubernetes, Helm; leaves out Excel; nice to have now: Go')
})

test('decisions are told part by part, and lines without one are left as they are', () => {
  const decisions = new Map<'salary' | 'skills' | 'remote', Decision>([
    ['salary', { act: 'accept' }],
    ['remote', { act: 'edit', edits: { remote_options: 'remote' } }],
  ])
  expect(choicesFor(detectLines(preview).different, decisions)).toEqual([
    { act: 'accept', field: 'salary_low' },
    { act: 'edit', field: 'remote_options', value: 'remote' },
  ])
})
