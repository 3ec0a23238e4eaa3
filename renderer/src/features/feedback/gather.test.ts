import { describe, expect, it } from 'vitest'
import { gatherer } from './gather.ts'

describe('gathering questions', () => {
  it('asks once for all keys of a turn, each once, in parts', async () => {
    const asked: number[][] = []
    const double = gatherer<number, number>(async keys => {
      asked.push(keys)
      return new Map(keys.filter(key => key !== 3).map(key => [key, key * 2]))
    }, 2)
    expect(await Promise.all([double(1), double(2), double(1), double(3)])).toEqual([2, 4, 2, null])
    expect(asked).toEqual([[1, 2], [3]])
    expect(await double(5)).toBe(10)
    expect(asked).toHaveLength(3)
  })

  it('hands a failure to those who asked, and to nobody after them', async () => {
    let fails = true
    const ask = gatherer<string, string>(async keys => {
      if (fails) throw new Error('away')
      return new Map(keys.map(key => [key, key]))
    }, 10)
    await expect(Promise.all([ask('a'), ask('b')])).rejects.toThrow('away')
    fails = false
    expect(await ask('a')).toBe('a')
  })
})
