import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('a table as CSV', () => {
  it('ends every line with CRLF and quotes only what has to be quoted', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['plain', 'with, comma'],
          [null, 'a "word"'],
          [-5, 'two\nlines'],
        ],
      ),
    ).toBe('a,b\r\nplain,"with, comma"\r\n,"a ""word"""\r\n-5,"two\nlines"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('keeps a spreadsheet from calculating %j', text => {
    expect(csvOf(['a'], [[text]])).toContain(`'${text}`)
  })
})
