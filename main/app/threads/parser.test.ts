import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createParserProcess, type ParserProcess } from '../../platform/threads/parser-process.ts'

let parser: ParserProcess
let folder: string
beforeAll(() => {
  parser = createParserProcess(new URL('./parser.ts', import.meta.url), {
    deadlineMs: 60_000,
    residentBytes: 4096 * 1024 * 1024,
  })
  folder = mkdtempSync(join(tmpdir(), 'parser-'))
})
afterAll(async () => {
  await parser.stop()
  rmSync(folder, { recursive: true })
})

const PAGE = `<title>Jobs</title><script type="application/ld+json">
  {"@type":"JobPosting","title":"Berth Planner","hiringOrganization":"Tidemark"}</script>`

it('reads pages out of memory and out of files', async () => {
  const asked = { kind: 'page', url: 'https://tidemark.example/7', contentType: 'text/html' }
  const path = join(folder, 'page.html')
  writeFileSync(path, PAGE)
  for (const from of [{ bytes: new TextEncoder().encode(PAGE) }, { path }])
    expect(await parser.run({ ...asked, ...from })).toMatchObject({
      ok: true,
      value: { ok: true, how: 'json_ld', postings: [{ title: 'Berth Planner', company: 'Tidemark' }] },
    })
})

it('says what it cannot do', async () => {
  for (const task of [{ kind: 'page', url: null, contentType: null }, { kind: 'poem' }, null])
    expect(await parser.run(task)).toMatchObject({ ok: false, error: { code: 'parser_failed' } })
})
