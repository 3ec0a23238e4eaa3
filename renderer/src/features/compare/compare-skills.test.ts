import { expect, test } from 'vitest'
import { skillLines } from './compare-skills.ts'

const skill = (name: string, required = true) => ({
  name,
  required,
  kind: 'technical' as const,
  count: 1,
})

test('tells skills of both from skills of one, required ones first', () => {
  expect(
    skillLines(
      [skill('Docker', false), skill('Go'), skill('Rust')],
      [skill('Go', false), skill('SQL'), skill('Docker', false)],
    ),
  ).toEqual([
    { label: 'Skills of both', sides: ['Go, Docker (a plus)', 'Docker (a plus), Go (a plus)'], same: false },
    { label: 'Skills of one', sides: ['Rust', 'SQL'], same: false },
  ])
})

test('leaves out what no job has', () => {
  expect(skillLines([], [])).toEqual([])
  expect(skillLines([skill('Go')], [])).toEqual([
    { label: 'Skills of one', sides: ['Go', null], same: false },
  ])
  expect(skillLines([skill('Go')], [skill('Go')])).toEqual([
    { label: 'Skills of both', sides: ['Go', 'Go'], same: true },
  ])
})
