import { describe, expect, test } from 'vitest'
import { linkSelection, listLines, nextItem, taskWords, toggleTask, wrapSelection } from './markdown-edit.ts'

/** A text with its selection between two bars, or the caret at one. */
const at = (marked: string) => {
  const from = marked.indexOf('|')
  const text = marked.replaceAll('|', '')
  return { text, from, to: Math.max(from, marked.lastIndexOf('|') - 1) }
}
const show = ({ text, from, to }: { text: string; from: number; to: number }) =>
  from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`

describe('marks', () => {
  test('stand around the selection and go again', () => {
    const bold = wrapSelection(at('Call |Ann| back'), '**')
    expect(show(bold)).toBe('Call **|Ann|** back')
    expect(show(wrapSelection(bold, '**'))).toBe('Call |Ann| back')
    expect(show(wrapSelection(at('Call |'), '_'))).toBe('Call _|_')
    expect(show(wrapSelection(at('Call _Ann|_'), '_'))).toBe('Call _Ann_|')
  })

  test('make a link whose address is to be written', () => {
    expect(show(linkSelection(at('See |the page|.')))).toBe('See [the page](|https://|).')
  })
})

describe('lists', () => {
  test('come and go, and change their kind', () => {
    const list = listLines(at('|One\nTwo|'), '- ')
    expect(show(list)).toBe('|- One\n- Two|')
    expect(show(listLines(list, '- [ ] '))).toBe('|- [ ] One\n- [ ] Two|')
    expect(show(listLines(listLines(list, '- [ ] '), '- [ ] '))).toBe('|One\nTwo|')
    expect(show(listLines(at('Before\nOn|e'), '- '))).toBe('Before\n- On|e')
  })

  test('go on with Enter and end with an empty item', () => {
    const shown = (marked: string) => {
      const next = nextItem(at(marked))
      return next && show(next)
    }
    expect(shown('- One|')).toBe('- One\n- |')
    expect(shown('  - [x] One|')).toBe('  - [x] One\n  - [ ] |')
    expect(shown('9. One|')).toBe('9. One\n10. |')
    expect(shown('- One\n- |')).toBe('- One\n|')
    expect(shown('Plain|')).toBeNull()
  })
})

describe('boxes', () => {
  const text = 'To do\n- [ ] Ask Ann\n  1. [x] Send it\n> - [ ] Quoted\n- [ ]tight'

  test('are ticked by their line', () => {
    expect(toggleTask(text, 2)).toContain('- [x] Ask Ann')
    expect(toggleTask(text, 3)).toContain('1. [ ] Send it')
    expect(toggleTask(text, 4)).toContain('> - [x] Quoted')
    expect(toggleTask(text, 1)).toBe(text)
    expect(toggleTask(text, 99)).toBe(text)
  })

  test('are named by their words', () => {
    expect(taskWords(text, 2)).toBe('Ask Ann')
    expect(taskWords(text, 99)).toBe('')
  })
})
