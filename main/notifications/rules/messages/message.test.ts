import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import type { JobLine, MailContent } from '../content.ts'
import { messageOf } from './message.ts'
import { linkable, whereIs } from './texts.ts'

const job = (change: Partial<JobLine> = {}): JobLine => ({
  title: 'Backend Engineer',
  company: 'Ardent Systems',
  place: 'London, UK · Hybrid',
  pay: '£60,000–£75,000 a year',
  score: 92.4,
  why: 'Title: fits “backend”; skills: 5 of 5',
  url: 'https://jobs.example.org/1?a=1&b=2',
  fresh: true,
  campaign: 'Backend',
  ...change,
})
const briefing = (jobs: JobLine[]): MailContent => ({
  kind: 'briefing',
  day: '2026-03-02',
  jobs,
  matches: 12,
  interviews: ['14:30 interview: Cook at Alder'],
  followUps: 3,
})
const told = { title: 'Morning briefing', body: 'Body', target: '/jobs' }

interface Found {
  tags: string[]
  attributes: [string, string][]
  text: string
}
/** What a mail program makes of HTML. */
function read(html: string): Found {
  const found: Found = { tags: [], attributes: [], text: '' }
  const walk = (node: unknown) => {
    const { name, attribs, data, children } = node as {
      name?: string
      attribs?: Record<string, string>
      data?: string
      children?: unknown[]
    }
    if (name) found.tags.push(name)
    for (const [key, value] of Object.entries(attribs ?? {})) found.attributes.push([key, value])
    if (data && name === undefined) found.text += ` ${data}`
    for (const child of children ?? []) walk(child)
  }
  walk(parseDocument(html, { decodeEntities: true }))
  return { ...found, text: found.text.replace(/\s+/g, ' ') }
}
const TAGS = [
  '!doctype',
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'div',
  'table',
  'tr',
  'td',
  'h1',
  'a',
  'span',
]

/** Nothing is loaded, nothing runs, and links lead to web pages only. */
function expectHarmless(html: string): Found {
  const found = read(html)
  expect([...new Set(found.tags)].filter(tag => !TAGS.includes(tag))).toEqual([])
  const names = new Set(found.attributes.map(([name]) => name))
  expect([...names].filter(name => /^on|src|srcset|background|poster|action/.test(name))).toEqual([])
  for (const [name, value] of found.attributes) {
    if (name === 'href') expect(value).toMatch(/^https?:\/\//)
    if (name === 'style') expect(value).not.toMatch(/url\(|expression|javascript/i)
  }
  expect(html).not.toMatch(/@import|url\(/)
  return found
}

describe('a mail', () => {
  it('says in both parts what there is to know of each job', () => {
    const { subject, html, text } = messageOf(
      told,
      briefing([job(), job({ title: 'Cook', url: null, pay: '' })]),
    )
    expect(subject).toBe('Morning briefing')
    const read = expectHarmless(html)
    for (const part of [read.text, text.replace(/\s+/g, ' ')])
      for (const words of [
        'Monday, 2 March',
        '92',
        'Backend Engineer',
        'Ardent Systems · London, UK · Hybrid',
        '£60,000–£75,000 a year',
        'fits “backend”',
        '14:30 interview: Cook at Alder',
        '3 applications to ask about again',
        '12 matches are new in all',
        'In Rolecall you find this under Jobs.',
      ])
        expect(part).toContain(words)
    expect(read.attributes).toContainEqual(['href', 'https://jobs.example.org/1?a=1&b=2'])
    expect(text).toContain('https://jobs.example.org/1?a=1&b=2')
  })

  it('shows hostile texts as texts', () => {
    const title =
      '</td></table><script>alert(1)</script><img src=x onerror=alert(1)>"\u202egnp.exe\r\nBcc: a@b.c'
    const mail = messageOf(
      { ...told, title },
      briefing([job({ title, company: '"><style>*{display:none}</style>', url: 'javascript:alert(1)' })]),
    )
    const { text } = expectHarmless(mail.html)
    expect(text).toContain('<script>alert(1)</script>')
    expect(mail.subject).not.toMatch(/[\r\n\u202e]/)
    expect(mail.text).not.toMatch(/\u202e|\r|^Bcc/m)
  })

  it('stays harmless whatever the texts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<b onclick=x>',
        '"\'<>&',
        '\u0000\ud800',
        '&lt;script&gt;',
        '-->',
        ']]>',
        'x'.repeat(900),
      ),
    )
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (title, company, url, plain) => {
        const content: MailContent = plain
          ? { kind: 'plain', facts: [{ label: 'Where', value: company }], url }
          : { kind: 'match', campaign: company, count: 40, jobs: [job({ title, company, url, why: title })] }
        const mail = messageOf({ title, body: company, target: url }, content)
        expectHarmless(mail.html)
        expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cs}]/u)
        expect([...mail.subject].length).toBeLessThanOrEqual(150)
      }),
      { numRuns: 60 },
    )
  })

  it('of the evening gives the numbers of the day', () => {
    const { text } = messageOf(told, {
      kind: 'summary',
      day: '2026-03-02',
      found: 1234,
      matches: 7,
      moved: 3,
      applied: 2,
      interviews: 1,
      followUps: 0,
      runs: 4,
      failedRuns: 1,
      best: job(),
    })
    expect(text).toContain('New jobs: 1,234')
    expect(text).toContain('Runs: 4, 1 failed')
    expect(text).toContain('The best of the day')
  })

  it('of matches says how many more there are', () => {
    const { text } = messageOf(told, { kind: 'match', campaign: 'Backend', count: 40, jobs: [job()] })
    expect(text).toContain('39 more matches in Rolecall.')
  })
})

it.each([
  ['https://a.example/b?c=d#e', true],
  ['http://a.example', true],
  ['HTTPS://A.EXAMPLE/', true],
  ['javascript:alert(1)', false],
  ['https://bank.example@evil.example/', false],
  ['https://a.example/"onclick="x', false],
  ['data:text/html,x', false],
  ['//a.example', false],
  ['', false],
])('%s may be linked to: %s', (url, may) => {
  expect(linkable(url)).toBe(may ? url : null)
})

it('pages are named as people find them', () => {
  expect(whereIs('/applications?job=3')).toBe('Applications')
  expect(whereIs('/checks')).toBe('Runs, Data quality')
  expect(whereIs('/unknown')).toBe('Notifications')
})
