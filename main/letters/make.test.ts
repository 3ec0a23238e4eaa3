import fc from 'fast-check'
import mammoth from 'mammoth'
import { PDFParse } from 'pdf-parse'
import { describe, expect, it } from 'vitest'
import { letterBlocks, safeLink } from './blocks.ts'
import { makeLetter } from './make.ts'

const facts = { title: 'A letter', author: 'Maria', now: '2026-03-02T09:00:00.000Z' }
const make = (markdown: string, format: 'pdf' | 'docx') =>
  makeLetter({ kind: 'letter', format, markdown, facts })

async function pdfText(markdown: string): Promise<{ text: string; pages: string[] }> {
  const { bytes } = await make(markdown, 'pdf')
  const parser = new PDFParse({ data: Uint8Array.from(bytes) })
  const { pages } = await parser.getText()
  await parser.destroy()
  return { text: pages.map(page => page.text).join('\n'), pages: pages.map(page => page.text) }
}

const word = fc.constantFrom(
  'Engineer',
  'Größe',
  'naïveté',
  'gęślą',
  'Ελλάδα',
  'Україна',
  'Ærø',
  'affiliate',
  "d'accord",
  'łódź',
)
const line = fc.array(word, { minLength: 1, maxLength: 30 }).map(words => words.join(' '))
const block = fc.oneof(
  line,
  line.map(text => `## ${text}`),
  line.map(text => `- ${text}\n  1. ${text}`),
  line.map(text => `> **${text}** and *${text}*`),
  line.map(text => `[${text}](https://example.org)`),
)
const letter = fc.array(block, { minLength: 1, maxLength: 12 }).map(blocks => blocks.join('\n\n'))

/** All words, sorted, without the signs of lists, numbers of pages and marks. */
const wordsIn = (text: string): string[] => (text.normalize('NFC').match(/\p{L}[\p{L}']*/gu) ?? []).toSorted()

const signs = fc.constantFrom(
  '#',
  '- ',
  '1. ',
  '> ',
  '**',
  '_',
  '`',
  '[',
  '](',
  ')',
  '\n',
  '\n\n',
  '    ',
  '<b>',
  '&amp;',
  '![',
  '---',
  '\\',
  '~~~\n',
  '|',
  '\u0000',
  '\ud800',
  '🎉',
  'é',
  'ش',
  '你',
  '\u00ad',
  '\u200d',
  '\t',
  '\r',
)
const anything = fc
  .array(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 12 }), word), { maxLength: 40 })
  .map(parts => parts.join(''))

describe('a letter', () => {
  it('as a PDF holds the words that it was written with', async () => {
    await fc.assert(
      fc.asyncProperty(letter, async markdown => {
        const { pages } = await pdfText(markdown)
        // A number stands at the foot from the second page on.
        const text = pages.map((page, index) => (index === 0 ? page : page.replace(/\d+\s*$/, ''))).join('\n')
        const written = markdown.replaceAll('(https://example.org)', '')
        expect(wordsIn(text)).toEqual(wordsIn(written))
      }),
      { numRuns: 20 },
    )
  })

  it('as a Word document holds the words that it was written with', async () => {
    await fc.assert(
      fc.asyncProperty(letter, async markdown => {
        const { bytes } = await make(markdown, 'docx')
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
        expect(wordsIn(value)).toEqual(wordsIn(markdown.replaceAll('(https://example.org)', '')))
      }),
      { numRuns: 20 },
    )
  })

  it('is made of any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async markdown => {
        expect((await make(markdown, 'pdf')).bytes.length).toBeGreaterThan(500)
        const { bytes } = await make(markdown, 'docx')
        // A reader of Word files takes it apart again: its XML is whole.
        await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
      }),
      { numRuns: 60 },
    )
  })

  it('numbers its pages from the second on', async () => {
    const { pages } = await pdfText(
      Array.from({ length: 60 }, (_, n) => `Paragraph number ${n}.`).join('\n\n'),
    )
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]).not.toMatch(/\n1\s*$/)
    expect(pages[1]).toMatch(/\n2\s*$/)
  })

  it('keeps the line breaks of an address, and cuts what is wider than the page', async () => {
    const { text } = await pdfText(`Main Street 1\n12345 Town\n\n${'x'.repeat(400)}`)
    expect(text).toMatch(/Main Street 1\n12345 Town/)
    expect(text.match(/x/g)).toHaveLength(400)
  })
})

describe('what Markdown could bring along', () => {
  it('leads to the web, to mail and to a telephone only', () => {
    for (const bad of [
      'javascript:alert(1)',
      ' JavaScript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      '/x',
      'https://',
      '',
    ])
      expect(safeLink(bad)).toBeNull()
    expect(safeLink('https://example.org/ä')).toBe('https://example.org/%C3%A4')
    expect(safeLink('mailto:a@b.org')).toBe('mailto:a@b.org')
  })

  it('is text where it is HTML, and words where it is a picture', () => {
    expect(letterBlocks('<img src=x onerror=1> and ![a face](https://example.org/x.png)')).toEqual([
      expect.objectContaining({
        kind: 'paragraph',
        runs: [
          expect.objectContaining({ text: '<img src=x onerror=1>' }),
          expect.objectContaining({ text: ' and ' }),
          expect.objectContaining({ text: 'a face', link: null }),
        ],
      }),
    ])
  })

  it('ends soon, however deep it goes', () => {
    for (const sign of ['> ', '- ', '[', '*', '_', '('])
      expect(letterBlocks(`${sign.repeat(60_000)} words`).length).toBeGreaterThan(0)
  })
})
