import { describe, expect, it } from 'vitest'
import { skillCode } from '../../ranking/rules/skill-codes.ts'
import { readAsked, readIds } from './asked.ts'
import { createVocabulary } from './vocabulary.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const codes = (...ids: number[]) => ids.map(skillCode).join('')
const vocabulary = createVocabulary(
  [
    { id: 1, name: 'Node.js', kind: 'technical' },
    { id: 2, name: 'Teamwork', kind: 'soft' },
    { id: 63, name: 'node js', kind: 'technical' },
    { id: 70_000, name: 'Rust', kind: 'technical' },
  ],
  'technical',
)
const read = (text: string, wanted?: Uint8Array) =>
  readAsked(
    bytes(text),
    text === '' ? 0 : text.split(';').length,
    vocabulary.placeOf,
    vocabulary.size,
    wanted,
  )

describe('the ids of many rows', () => {
  it.each([
    ['', []],
    ['7', [7]],
    ['7,12,100000', [7, 12, 100_000]],
  ])('%j', (text, ids) => expect([...readIds(bytes(text))]).toEqual(ids))
})

describe('what jobs ask for', () => {
  it('is told apart by job, required and plus', () => {
    const asked = read(`5 ${codes(1, 70_000)} ;9 ${codes(70_000)} ${codes(1)}`)
    expect(asked.jobs).toBe(2)
    expect([...asked.ids]).toEqual([5, 9])
    const [node, rust] = [vocabulary.find('NodeJS'), vocabulary.find('rust')]
    expect([...asked.skills]).toEqual([node, rust, rust, node])
    expect([...asked.start]).toEqual([0, 2, 4])
    expect([...asked.plus]).toEqual([2, 3])
  })
  it('counts two spellings of one skill once, required before plus', () => {
    const asked = read(`1 ${codes(63)} ${codes(1)};2 ${codes(1, 63)} `)
    expect([...asked.start]).toEqual([0, 1, 2])
    expect([...asked.plus]).toEqual([1, 2])
  })
  it('leaves out other kinds, unknown numbers, and jobs without anything left', () => {
    const asked = read(`1  ;2 ${codes(2)} ${codes(999)};3 ${codes(2, 1)} `)
    expect([...asked.ids]).toEqual([3])
    expect([...asked.skills]).toEqual([vocabulary.find('node.js')])
  })
  it('takes only the wanted jobs', () => {
    const text = `1 ${codes(1)} ;2 ${codes(1)} ;3 ${codes(1)} ;400 ${codes(1)} `
    expect([...read(text, Uint8Array.of(0, 0, 1, 1)).ids]).toEqual([2, 3])
  })
  it('is nothing for no jobs', () => {
    expect(read('').jobs).toBe(0)
    expect([...read('').start]).toEqual([0])
  })
})

describe('the vocabulary', () => {
  it('keeps C, C++ and C# apart and finds any spelling', () => {
    const { size, find } = createVocabulary(
      ['C', 'C++', 'C#', 'Machine Learning', 'machine-learning', '…'].map((name, index) => ({
        id: index + 1,
        name,
        kind: 'technical',
      })),
      'any',
    )
    expect(size).toBe(4)
    expect(new Set(['c', 'c++', 'c#', 'MACHINE LEARNING'].map(find)).size).toBe(4)
    expect(find('Cobol')).toBeUndefined()
  })
})
