import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { NoteText } from './note-text.tsx'

const html = (text: string) =>
  renderToStaticMarkup(<NoteText text={text} onTick={() => {}} onOpen={() => {}} />)

describe('a note as it reads', () => {
  test('has marks, lists and tables', () => {
    const shown = html('**Bold**\n\n1. One\n\n| a | b |\n|---|---|\n| 1 | 2 |')
    expect(shown).toContain('<strong>Bold</strong>')
    expect(shown).toContain('<ol')
    expect(shown).toContain('<td')
  })

  test('has boxes that are named by their words', () => {
    const shown = html('- [ ] Ask Ann\n- [x] Send it')
    expect(shown).toMatch(/<input type="checkbox" aria-label="Ask Ann" class="[^"]*"\/>/)
    expect(shown).toMatch(/<input type="checkbox" aria-label="Send it" class="[^"]*" checked=""\/>/)
  })

  test('runs nothing that is written into it', () => {
    const shown = html(
      '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<iframe src="https://e.example"></iframe> a',
    )
    expect(shown).not.toMatch(/<(?:script|img|iframe)/)
    expect(shown).toContain('&lt;script&gt;')
  })

  test('leads only to the web and to mail', () => {
    const shown = html(
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](#/settings) [d](file:///etc/passwd) [e](vbscript:x)' +
        ' [f](/jobs/1) <javascript:alert(1)>',
    )
    expect(shown).not.toContain('href')
    expect(html('[g](https://e.example/a?b=1) mail@e.example')).toMatch(
      /href="https:\/\/e\.example\/a\?b=1".*href="mailto:mail@e\.example"/,
    )
  })

  test('loads no picture but names it', () => {
    const shown = html('![A map](https://e.example/map.png "title")')
    expect(shown).not.toMatch(/<img|src=/)
    expect(shown).toContain('Picture: A map')
  })

  test.each([
    ['quotes', '>'.repeat(10_000)],
    ['brackets', '['.repeat(10_000)],
    ['lists', `${'- '.repeat(5_000)}a`],
    ['headings by lines below', 'a\n===\n'.repeat(400)],
    ['cells', `a\n${'|'.repeat(400)}`],
    ['very long', 'word '.repeat(20_000)],
  ])('shows what goes too deep as it was typed: %s', (_, text) => {
    expect(html(text)).toContain('whitespace-pre-wrap')
  })
})
