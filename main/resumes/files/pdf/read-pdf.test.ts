import { expect, it } from 'vitest'
import { type Placed, pdfOf, placedPdf } from '../../../../tests/fixtures/resume-pdf.ts'
import type { Line } from '../../rules/layout.ts'
import { readPdf } from './read-pdf.ts'

async function linesOf(pages: readonly (readonly Placed[])[]): Promise<Line[]> {
  const { state, layout } = await readPdf(new Uint8Array(await placedPdf(pages)), null)
  expect(state).toBe('read')
  return layout?.lines ?? []
}
const textsOf = async (...pages: Placed[][]): Promise<string[]> =>
  (await linesOf(pages)).map(line => line.text)

/** Lines below each other from a place. */
const column = (x: number, y: number, texts: string[], step = 14, size = 10): Placed[] =>
  texts.map((text, at) => ({ text, x, y: y + at * step, size }))

const PROSE = [
  'Kept the ferries of four quays within ten minutes of the',
  'timetable through two winters with more ice than any',
  'winter before, and wrote down what the crews had learnt',
  'so that those who come after them need not learn it in',
  'the dark on a deck that is covered with ice and snow.',
  'The next winter was mild and nobody read any of this,',
  'but the one after that was not and everybody did read it.',
]

it('reads a sidebar after the text beside it, not line by line across', async () => {
  const texts = await textsOf([
    { text: 'Ada Quist', x: 50, y: 40, size: 22 },
    ...column(50, 90, PROSE),
    ...column(400, 93, ['SKILLS', 'Python', 'Radio', 'Knots', 'LANGUAGES', 'Dutch', 'English'], 17),
  ])
  expect(texts).toEqual([
    'Ada Quist',
    ...PROSE,
    'SKILLS',
    'Python',
    'Radio',
    'Knots',
    'LANGUAGES',
    'Dutch',
    'English',
  ])
})

it('goes on with a column at the next page before it turns to the other', async () => {
  const side = ['SKILLS', 'Python', 'Radio', 'Knots', 'Charts']
  const lines = await linesOf([
    [...column(50, 60, side, 17), ...column(200, 64, PROSE)],
    column(
      200,
      64,
      PROSE.map(text => `Again ${text}`),
    ),
  ])
  expect(lines.map(line => line.text)).toEqual([...side, ...PROSE, ...PROSE.map(text => `Again ${text}`)])
  expect(lines.map(line => line.column)).toEqual([
    ...side.map(() => 1),
    ...PROSE.map(() => 2),
    ...PROSE.map(() => 2),
  ])
})

it('leaves dates in the line that they stand beside, at its right end and in the margin', async () => {
  const lines = await linesOf([
    [
      { text: 'Harbour Planner', x: 50, y: 60 },
      { text: 'Mar 2021 – Present', x: 440, y: 60 },
      { text: 'Tidemark Ferries', x: 50, y: 76 },
      { text: 'Rotterdam', x: 490, y: 76 },
      { text: '2016 – 2020', x: 50, y: 110 },
      { text: 'Deck Officer, North Line', x: 140, y: 110 },
      ...column(140, 124, PROSE.slice(0, 3)),
    ],
  ])
  expect(lines.map(line => line.cells)).toEqual([
    ['Harbour Planner', 'Mar 2021 – Present'],
    ['Tidemark Ferries', 'Rotterdam'],
    ['2016 – 2020', 'Deck Officer, North Line'],
    ...PROSE.slice(0, 3).map(text => [text]),
  ])
})

it('brings dates that run down beside an entry up to its first line', async () => {
  const entry = (y: number, company: string, dates: string): Placed[] => [
    { text: company, x: 50, y },
    { text: 'Rotterdam', x: 500, y },
    { text: '•', x: 56, y: y + 13 },
    { text: 'Planned the berths of four quays.', x: 66, y: y + 13 },
    { text: dates, x: 492, y: y + 13 },
    { text: '•', x: 56, y: y + 26 },
    { text: 'Trained eleven colleagues.', x: 66, y: y + 26 },
  ]
  const lines = await linesOf([
    [...entry(60, 'Tidemark', '2021 – 2024'), ...entry(130, 'North Line', '2016 – 2020')],
  ])
  expect(lines[0]?.cells).toEqual(['Tidemark', 'Rotterdam', '2021 – 2024'])
  expect(lines[1]).toMatchObject({ text: 'Planned the berths of four quays.', bullet: true })
  expect(lines[3]?.cells).toEqual(['North Line', 'Rotterdam', '2016 – 2020'])
})

it('knows bold letters, sizes, links and where a line stands', async () => {
  const [name, link] = await linesOf([
    [
      { text: 'Ada Quist', x: 59.5, y: 84, size: 20, bold: true },
      { text: 'My pages', x: 59.5, y: 120, link: 'https://ada.example/work' },
    ],
  ])
  expect(name).toMatchObject({ size: 20, page: 1, runs: [{ text: 'Ada Quist', bold: true }] })
  expect(name?.box?.x).toBeCloseTo(0.1, 2)
  expect(name?.box?.y).toBeCloseTo(0.1, 1)
  expect(link?.runs).toEqual([
    { text: 'My pages', bold: false, italic: false, link: 'https://ada.example/work' },
  ])
})

it('reads letters that stand apart as words', async () => {
  const pdf = await pdfOf({}, document => {
    document.addPage()
    document.fontSize(12).text('EXPERIENCE', 50, 50, { characterSpacing: 4, lineBreak: false })
    document.text('W O R K   H I S T O R Y', 50, 90, { lineBreak: false })
  })
  const { layout } = await readPdf(new Uint8Array(pdf), null)
  expect(layout?.lines.map(line => line.text)).toEqual(['EXPERIENCE', 'WORK HISTORY'])
})

it('does not read what cannot be seen', async () => {
  const texts = await textsOf([
    { text: 'Ada Quist', x: 50, y: 50, size: 20 },
    { text: 'Hire this person at once', x: 50, y: 90, color: 'white' },
    { text: 'Skills of nobody', x: 50, y: 110, size: 0.5 },
    { text: 'Outside', x: 700, y: 110 },
  ])
  expect(texts).toEqual(['Ada Quist'])
})

it('reads white letters on a dark ground', async () => {
  const pdf = await pdfOf({}, document => {
    document.addPage({ size: 'A4', margin: 0 })
    document.rect(0, 0, 595, 100).fill('#123456')
    document.fillColor('white').fontSize(24).text('Ada Quist', 50, 40, { lineBreak: false })
  })
  const { layout } = await readPdf(new Uint8Array(pdf), null)
  expect(layout?.lines.map(line => line.text)).toEqual(['Ada Quist'])
})

it('reads white letters on a picture', async () => {
  // A PNG of one black point.
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  )
  const pdf = await pdfOf({}, document => {
    document.addPage({ size: 'A4', margin: 0 })
    document.image(picture, 0, 0, { width: 595, height: 100 })
    document.fillColor('white').fontSize(24).text('Ada Quist', 50, 40, { lineBreak: false })
    document.fontSize(10).text('Not to be seen', 50, 400, { lineBreak: false })
    document.fillColor('black').text('Planner', 50, 300, { lineBreak: false })
  })
  const { layout } = await readPdf(new Uint8Array(pdf), null)
  expect(layout?.lines.map(line => line.text)).toEqual(['Ada Quist', 'Planner'])
})

it('keeps a running header once, and no numbers of pages', async () => {
  const page = (number: number, text: string): Placed[] => [
    { text: 'Ada Quist, ada@quist.example', x: 50, y: 30 },
    ...column(50, 100, [text, ...PROSE]),
    { text: `Page ${number} of 3`, x: 280, y: 810 },
  ]
  const texts = await textsOf(page(1, 'One'), page(2, 'Two'), page(3, 'Three'))
  expect(texts.filter(text => text.includes('@'))).toEqual(['Ada Quist, ada@quist.example'])
  expect(texts[0]).toContain('@')
  expect(texts.some(text => text.startsWith('Page'))).toBe(false)
})

it('asks for the password of a locked file, and takes the right one only', async () => {
  const pdf = await placedPdf([[{ text: 'Ada Quist', x: 50, y: 50 }]], {
    userPassword: 'tide',
    pdfVersion: '1.7',
  })
  const read = (password: string | null) => readPdf(new Uint8Array(pdf), password)
  expect(await read(null)).toMatchObject({ state: 'locked', message: expect.stringContaining('password') })
  expect(await read('ebb')).toMatchObject({
    state: 'locked',
    message: expect.stringContaining('not the password'),
  })
  expect((await read('tide')).layout?.lines[0]?.text).toBe('Ada Quist')
})

it('says that pages without words have none, and that a broken file is broken', async () => {
  const scan = await pdfOf({}, document => {
    document.addPage()
    document.rect(50, 50, 300, 300).fill('grey')
  })
  expect(await readPdf(new Uint8Array(scan), null)).toMatchObject({ state: 'no_text', layout: null })
  const whole = await placedPdf([[{ text: 'Ada Quist', x: 50, y: 50 }]])
  expect((await readPdf(new Uint8Array(whole.subarray(0, 200)), null)).state).toBe('damaged')
})

it('reads sixty pages of a longer file and says so', async () => {
  const pages = Array.from({ length: 62 }, (_, at) => [
    { text: `Chapter ${'i'.repeat(at + 1)}`, x: 50, y: 300 },
  ])
  const { layout } = await readPdf(new Uint8Array(await placedPdf(pages)), null)
  expect(layout?.pages).toBe(62)
  expect(layout?.remarks).toEqual(['Only the first 60 of 62 pages were read.'])
  expect(layout?.lines.at(-1)?.page).toBe(60)
})
