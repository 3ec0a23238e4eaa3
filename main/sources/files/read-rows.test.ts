import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previewFile } from './preview.ts'
import { type ReadRow, type ReadRowsOptions, readRows } from './read-rows.ts'

async function* chunks(content: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(content: string | Uint8Array, options: ReadRowsOptions & { size?: number } = {}) {
  const rows: ReadRow[] = []
  for await (const row of readRows(chunks(content, options.size), options)) rows.push(row)
  return rows
}

const values = (rows: ReadRow[]) => rows.map(row => (row.ok ? row.value : row.code))
const brief = (rows: ReadRow[]) => rows.map(row => `${row.row} ${row.ok ? 'ok' : row.code}`)

describe('layouts are known by content', () => {
  const a = { title: 'Nurse', company: 'St Elm' }
  const b = { title: 'Driver', company: 'Haul' }

  it.each([
    ['lines', `${JSON.stringify(a)}\n\n${JSON.stringify(b)}`],
    ['lines with Windows ends', `${JSON.stringify(a)}\r\n${JSON.stringify(b)}\r\n`],
    ['lines that lost their list', `${JSON.stringify(a)},\n${JSON.stringify(b)},\n`],
    ['a list', JSON.stringify([a, b])],
    ['an indented list', JSON.stringify([a, b], null, 2)],
    ['indented objects one after the other', `${JSON.stringify(a, null, 2)}\n${JSON.stringify(b, null, 2)}`],
    ['an object with jobs', JSON.stringify({ status: 'OK', meta: { total: 2 }, jobs: [a, b], next: null })],
    ['an object with data inside data', JSON.stringify({ data: { search: { results: [a, b] } } }, null, 2)],
    ['an object with a list of an unknown name', JSON.stringify({ tags: ['x'], stellen2026: [a, b] })],
    ['commas', 'title,company\nNurse,St Elm\nDriver,Haul\n'],
    ['semicolons', 'title;company\nNurse;St Elm\nDriver;Haul'],
    ['tabs', 'title\tcompany\nNurse\tSt Elm\nDriver\tHaul'],
    ['bars', 'title|company\nNurse|St Elm\nDriver|Haul'],
    ['a stated separator', 'sep=;\ntitle;company\nNurse;St Elm\nDriver;Haul'],
    ['quoted cells and blank lines', '\n"title","company"\n\n"Nurse","St Elm"\n"Driver","Haul"\n,\n'],
  ])('%s', async (_, content) => {
    for (const size of [7, 65_536]) expect(values(await read(content, { size }))).toEqual([a, b])
  })

  it('one object alone is one posting', async () => {
    expect(values(await read(JSON.stringify(a)))).toEqual([a])
    expect(values(await read(JSON.stringify({ ...a, tags: [{ id: 1 }] }, null, 2)))).toEqual([
      { ...a, tags: [{ id: 1 }] },
    ])
  })

  it('numbers rows as the person sees them', async () => {
    expect(brief(await read('{"a":1}\n\nno\n{"a":2}'))).toEqual(['1 ok', '3 row_not_json', '4 ok'])
    expect(brief(await read('[{"a":1},2,{"a":3}]'))).toEqual(['1 ok', '2 row_not_object', '3 ok'])
    expect(brief(await read('title,company\nA,B\n\nC,D,E,F\nG,H'))).toEqual([
      '2 ok',
      '4 row_too_many_cells',
      '5 ok',
    ])
  })

  it('names the columns of a table that have none or share one', async () => {
    expect(values(await read('title,,note,note\nNurse,x,1,2'))).toEqual([
      { title: 'Nurse', 'column 2': 'x', note: '1', 'note (2)': '2' },
    ])
  })

  it('reads back any rows as lines, as a list and as a table, in parts of any size', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '{', ']', 'é', '😀', '\\') })
    const row = fc.record({ title: text, company: text.map(value => `${value}x`) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
          const table = [
            'title,company',
            ...rows.map(({ title, company }) => `${quote(title)},${quote(company)}`),
          ].join('\r\n')
          expect(values(await read(JSON.stringify(rows), { size }))).toEqual(rows)
          expect(values(await read(rows.map(value => JSON.stringify(value)).join('\n'), { size }))).toEqual(
            rows,
          )
          expect(values(await read(table, { size }))).toEqual(rows)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('bad input', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'file_empty'],
    ['nothing but space', ' \n\r\n\t', 'file_empty'],
    ['a byte order mark alone', '\ufeff', 'file_empty'],
    ['an empty list', '[]', 'file_empty'],
    ['a header alone', 'title,company,location\n', 'file_empty'],
    [
      'prose',
      'Dear Sir or Madam,\nI hope that this finds you well. I write about the post.\nYours, S.',
      'file_not_postings',
    ],
    ['a page', '<!doctype html><html><body><p>Hello, you</p></body></html>', 'file_not_postings'],
    ['an object without postings', '{"error":"not found","status":404}', 'file_not_postings'],
    ['half of JSON', '{title: nurse}', 'file_not_postings'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8, 0]), 'file_not_text'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file_not_text'],
    ['a gzip', gzipSync('[{"title":"x"}]'), 'file_not_text'],
    ['NUL bytes', '{"title":"a\0b"}', 'file_not_text'],
  ])('%s has one clear answer', async (_, content, code) => {
    const rows = await read(content)
    expect(rows).toMatchObject([{ row: 0, ok: false, code }])
    expect(rows[0]).toHaveProperty('message', expect.stringMatching(/^[A-Z].{10,}\.$/))
  })

  it('refuses a line of 50 MB by its size, keeps the others, and holds little of it', async () => {
    const part = new TextEncoder().encode('x'.repeat(1 << 20))
    async function* file(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"title":"A","company":"B"}\n{"title":"C","description":"')
      for (let at = 0; at < 50; at++) yield part
      yield new TextEncoder().encode('"}\n{"title":"D","company":"E"}\n')
    }
    const before = process.memoryUsage().heapUsed
    let most = 0
    const rows: ReadRow[] = []
    for await (const row of readRows(file())) {
      rows.push(row)
      most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    expect(brief(rows)).toEqual(['1 ok', '2 row_too_large', '3 ok'])
    expect(rows[1]).toHaveProperty('message', 'The row has 50.0 MB; at most 2.0 MB are read.')
    expect(most).toBeLessThan(80 * 1_048_576)
  })

  it('counts the size of a row in bytes, not in characters', async () => {
    const rows = await read(`{"a":"${'é'.repeat(60)}"}\n{"a":"${'e'.repeat(60)}"}`, { maxRowBytes: 100 })
    expect(brief(rows)).toEqual(['1 row_too_large', '2 ok'])
  })

  it('refuses rows that nest too deeply, in every layout', async () => {
    const bomb = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(brief(await read(`{"a":1}\n{"a":${bomb}}\n{"a":2}`))).toEqual(['1 ok', '2 row_too_deep', '3 ok'])
    expect(brief(await read(`[{"a":${bomb}},{"a":1}]`))).toEqual(['1 row_too_deep', '2 ok'])
    expect(brief(await read(bomb))).toEqual(['1 row_too_deep'])
  })

  it('says that a file ends in the middle', async () => {
    expect(brief(await read('[{"a":1},{"a":2'))).toEqual(['1 ok', '2 row_cut_off'])
    expect(brief(await read('{"jobs":[{"title":"a"},{"ti'))).toEqual(['1 ok', '2 row_cut_off'])
    expect(brief(await read('{"title":"a"}\n{"title":"b'))).toEqual(['1 ok', '2 row_not_json'])
  })

  it('reads on behind a line that is no JSON, also when it is the first', async () => {
    expect(brief(await read('exported 2026\n{"title":"a"}\n{"title":"b"}'))).toEqual([
      '1 row_not_json',
      '2 ok',
      '3 ok',
    ])
    expect(brief(await read('{"title":"a", oops}\n{"title":"b"}'))).toEqual(['1 row_not_json', '2 ok'])
  })

  it('answers when the file cannot be read to its end', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"title":"a"}\n'.repeat(6000))
      throw new Error('the disk was removed')
    }
    const rows: ReadRow[] = []
    for await (const row of readRows(broken())) rows.push(row)
    expect(rows.length).toBeGreaterThan(4000)
    expect(rows.at(-1)).toEqual({
      row: 0,
      ok: false,
      code: 'file_not_readable',
      message: 'The file could not be read: the disk was removed',
    })
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const rows = readRows(chunks('{"title":"a"}\n'.repeat(50_000)), { signal: stop.signal })
    await expect(
      (async () => {
        for await (const row of rows) if (row.row === 10) stop.abort()
      })(),
    ).rejects.toThrow('abort')
  })
})

describe('encodings', () => {
  it('are read and named', async () => {
    const text = 'title,company\nBäcker,Müller'
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
    const latin = new Uint8Array(Buffer.from(text, 'latin1'))
    const told: string[] = []
    const options: ReadRowsOptions = {
      onEncoding: name => told.push(name),
      onWarning: warning => told.push(warning.code),
    }
    for (const content of [`\ufeff${text}`, wide, wide.slice().map((_, at, all) => all[at ^ 1] ?? 0), latin])
      expect(values(await read(content, options))).toEqual([{ title: 'Bäcker', company: 'Müller' }])
    expect(told).toEqual(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'encoding_guessed'])
  })
})

describe('previewFile', () => {
  it('shows columns, mapping, the first rows and what is wrong with them', async () => {
    const lines = [
      'Job Title,Employer,Salary',
      ...Array.from({ length: 30 }, (_, at) => `Nurse ${at},St Elm,£${at}`),
      ',St Elm,',
    ]
    const preview = await previewFile(chunks(lines.join('\n')), 'list.csv')
    expect(preview).toMatchObject({
      file: 'list.csv',
      format: 'csv',
      encoding: 'utf-8',
      mapping: {
        columns: { title: ['Job Title'], company: ['Employer'], salary_text: ['Salary'] },
        date_order: null,
      },
      warnings: [{ row: 32, severity: 'error', code: 'missing_title' }],
      usable: 30,
    })
    expect(preview.rows).toHaveLength(20)
    expect(preview.rows[0]).toEqual({ row: 2, values: ['Nurse 0', 'St Elm', '£0'] })
    expect(preview.columns[1]).toEqual({ name: 'Employer', samples: ['St Elm'] })
    expect(preview.problem).toBeUndefined()
  })

  it('says why nothing can be imported', async () => {
    expect(await previewFile(chunks(''), 'x')).toMatchObject({
      format: null,
      problem: { code: 'file_empty' },
    })
    expect(await previewFile(chunks('[1,2]'), 'x')).toMatchObject({
      problem: {
        code: 'file_not_postings',
        message: expect.stringContaining('Row 1: The row is not a JSON object'),
      },
    })
  })

  it('reads no more of a large file than it needs', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked++
        yield new TextEncoder().encode('{"title":"a","company":"b"}\n'.repeat(1000))
      }
    }
    expect((await previewFile(endless(), 'x')).usable).toBe(200)
    expect(asked).toBeLessThan(10)
  })
})

const real = new URL('../../../../shared/data/postings/dev.jsonl', import.meta.url)

it.skipIf(!existsSync(real))(
  'maps the real postings and refuses only rows that name no role or company',
  async () => {
    const file = await open(real)
    const preview = await previewFile(file.createReadStream(), 'dev.jsonl')
    expect(preview.usable).toBeGreaterThanOrEqual(185)
    expect(preview.warnings.every(warning => /^missing_/.test(warning.code))).toBe(true)
  },
)
