import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLAIN_PAGE, postingPage } from '../../../tests/support/page-server.ts'
import { lookAtFile } from './look-at-file.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-look-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const look = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return lookAtFile(path, name)
}

const TEXT = `Senior Data Engineer
Initech GmbH
Location: Berlin, Germany

We build pipelines, dashboards, and the odd robot. You bring Python, SQL, and patience.
Pay is EUR 70,000 - 80,000 a year, paid monthly.`

it.each([
  ['page.html', PLAIN_PAGE],
  ['page.htm', postingPage()],
  // By what it is, not by what it is called.
  ['page.txt', PLAIN_PAGE],
  ['page', '\ufeff<!-- saved -->\n<html><body>x</body></html>'],
])('%s is a page', async (name, content) => {
  expect(await look(name, content)).toEqual({ way: 'page' })
})

it.each([
  ['posting.txt', TEXT],
  ['posting', TEXT],
  ['posting.md', TEXT.replace('Senior', '# Senior')],
  ['utf-16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
])('%s is the text of a posting, with what it says of itself', async (name, content) => {
  expect(await look(name, content)).toMatchObject({
    way: 'text',
    text: expect.stringContaining('the odd robot'),
    facts: { title: 'Senior Data Engineer', company: 'Initech GmbH', location: 'Berlin, Germany' },
  })
})

it.each([
  ['rows.csv', 'title,company\nBarista,Beans\n', 1],
  ['rows.txt', 'title\tcompany\nBarista\tBeans\n', 1],
  ['rows.json', '[{"title":"Barista","company":"Beans"}]', 1],
  ['rows.txt', '{"title":"Barista","company":"Beans"}\n{"title":"Cook","company":"Beans"}\n', 2],
  // A description that holds HTML makes no page of it.
  ['rows.json', '[{"title":"Barista","company":"Beans","description":"<html><p>x</p></html>"}]', 1],
  ['strange.csv', 'Berlin,Paris\nRome,Oslo\n', 0],
  ['prose.csv', TEXT, 0],
  ['empty.txt', '', 0],
  ['noise.txt', new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0]), 0],
  ['half.txt', '{"title": "Barista"', 0],
  ['long.txt', `${TEXT}\n`.repeat(5_000), 0],
])('%s is a table, or said not to be one', async (name, content, usable) => {
  expect(await look(name, content)).toMatchObject({ way: 'table', preview: { usable } })
})
