import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { isHtmlFile, readPage } from './read-page.ts'

const URL_7 = 'https://careers.tidemark.example/jobs/7'
const TEXT = `<main><h1>Berth Planner</h1>${'<p>We plan the arrivals of three hundred ships a week and need a steady hand for it.</p>'.repeat(5)}</main>`
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const script = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const JOB = { '@type': 'JobPosting', title: 'Berth Planner', hiringOrganization: { name: 'Tidemark' } }

const fromHtml = (html: string, url: string | null = URL_7, contentType: string | null = 'text/html') =>
  readPage({ bytes: bytes(html), url, contentType })

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function fileOf(content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'read-page-'))
  folders.push(folder)
  const path = join(folder, 'page.html')
  writeFileSync(path, content)
  return path
}

describe('a page', () => {
  it('is read by its structured data first', async () => {
    const description = '<p>Plan berths.</p>'.repeat(20)
    expect(
      await fromHtml(
        `<title>Berth Planner | Tidemark</title><meta property="og:site_name" content="Tidemark">${script({ ...JOB, description })}${TEXT}`,
      ),
    ).toMatchObject({
      ok: true,
      how: 'json_ld',
      title: 'Berth Planner | Tidemark',
      url: URL_7,
      site: 'Tidemark',
      postings: [
        { title: 'Berth Planner', company: 'Tidemark', url: URL_7, description: /^Plan berths\./ },
      ].map(one => ({ ...one, description: expect.stringMatching(one.description) })),
    })
  })

  it('lends its text to structured data that has only a teaser', async () => {
    const reading = await fromHtml(
      `<title>x</title>${script({ ...JOB, description: 'Plan berths.' })}${TEXT}`,
    )
    expect(reading).toMatchObject({
      how: 'json_ld',
      postings: [{ company: 'Tidemark', description: expect.stringContaining('three hundred ships') }],
    })
  })

  it('answers all postings of a list as they are', async () => {
    const reading = await fromHtml(
      `<title>Jobs</title>${script([JOB, { ...JOB, title: 'Pilot', url: '/jobs/8' }])}${TEXT}`,
    )
    expect(reading).toMatchObject({
      postings: [
        { title: 'Berth Planner', description: '', url: URL_7 },
        { title: 'Pilot', url: 'https://careers.tidemark.example/jobs/8' },
      ],
    })
  })

  it('is read by its text where it has nothing else; a company that is not clear stays empty', async () => {
    expect(await fromHtml(`<title>Berth Planner</title>${TEXT}`, 'https://openings.example/7')).toMatchObject(
      {
        ok: true,
        how: 'readable',
        site: 'openings',
        postings: [{ title: 'Berth Planner', company: '', url: 'https://openings.example/7' }],
      },
    )
  })

  it('is read in its own character set', async () => {
    const latin = Uint8Array.from(
      [...`<meta charset="iso-8859-1"><title>Entwickler für Häfen</title>${TEXT}`].map(char =>
        char.charCodeAt(0),
      ),
    )
    expect(await readPage({ bytes: latin, url: null, contentType: null })).toMatchObject({
      title: 'Entwickler für Häfen',
    })
  })
})

describe('a saved page', () => {
  it('is read from its file and knows where it came from', async () => {
    const path = fileOf(
      `<!DOCTYPE html>\n<!-- saved from url=(0040)${URL_7} -->\n<html><head><title>Berth Planner</title></head>${TEXT}`,
    )
    expect(await readPage({ path, url: null, contentType: null })).toMatchObject({
      ok: true,
      url: URL_7,
      postings: [{ url: URL_7, title: 'Berth Planner' }],
    })
  })

  it('is told apart from data', () => {
    for (const head of [
      '<!doctype html><p>x',
      '\ufeff\n<html>',
      '<!-- saved -->\n<html lang="en">',
      '<div><p>a piece</p>',
    ])
      expect(isHtmlFile(bytes(head)), head).toBe(true)
    for (const head of [
      '[{"description":"<p>x</p>"}]',
      'title,description\nPilot,<p>x</p>',
      '<?xml version="1.0"?><rss version="2.0">',
      '%PDF-1.7',
      '',
    ])
      expect(isHtmlFile(bytes(head)), head).toBe(false)
  })
})

describe('what is no page', () => {
  it.each([
    ['', 'text/html', 'The page is empty.'],
    ['{"jobs":[]}', 'text/html', 'This is not a web page.'],
    ['%PDF-1.7', 'application/pdf', 'The address leads to a PDF, not to a web page.'],
    ['x', 'image/png', 'The address leads to an image, not to a web page.'],
    ['{}', 'application/json', 'The address leads to data (JSON), not to a web page.'],
    ['<title>Sign in</title><body>Sign in</body>', 'text/html', expect.stringContaining('sign in')],
  ])('%j (%s)', async (html, contentType, reason) => {
    expect(await fromHtml(html, URL_7, contentType)).toEqual({ ok: false, reason })
  })
})

const recorded = new URL('../../../../shared/data/payloads/jobs_cz/job_en.html', import.meta.url)

it.skipIf(!existsSync(recorded))('reads a recorded page without structured data', async () => {
  const reading = await readPage({ path: recorded.pathname, url: null, contentType: null })
  expect(reading).toMatchObject({
    ok: true,
    how: 'readable',
    postings: [{ title: 'PHP Developer - s Kuráží, i Junior', company: 'Bénéficielle, s.r.o.' }],
  })
})
