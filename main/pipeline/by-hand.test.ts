import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import { compare } from '../../tests/support/comparison.ts'
import { type PageServer, PLAIN_PAGE, postingPage, startPageServer } from '../../tests/support/page-server.ts'
import type { CampaignId } from '../contract/ids.ts'

let web: PageServer
let backend: TestBackend
beforeEach(async () => {
  web = await startPageServer()
  backend = openBackend({ sourceBaseUrls: { page: web.address } })
})
afterEach(async () => {
  await backend.close()
  await web.stop()
})

const ADDRESS = 'https://northlight.example/jobs/1'
const HERE = 'northlight.example/jobs/1'
const requestId = 'request-1'
const add = (url = ADDRESS, more: { campaignId?: CampaignId; company?: string } = {}) =>
  backend.call('postings.addUrl', { url, requestId, ...more })
const refused = (url = ADDRESS) => backend.refusal('postings.addUrl', { url, requestId })
const campaign = async (state: 'active' | 'paused' = 'active') => {
  const { campaignId } = await backend.call('campaigns.create', { name: 'Rust', query: 'rust engineer' })
  if (state === 'paused') await backend.call('campaigns.setState', { campaignId, state })
  return campaignId
}
const count = (table: string) =>
  backend.db.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).first()?.n

describe('an address', () => {
  it('brings the job all the way: raw page, facts with proof, ranking for every campaign', async () => {
    const campaignId = await campaign()
    const html = postingPage()
    web.pages.set(HERE, html)
    const added = await add(ADDRESS, { campaignId })
    expect(added).toMatchObject({
      how: 'json_ld',
      notes: [],
      jobs: [{ title: 'Senior Rust Engineer', company: 'Northlight Instruments', known: false }],
      undo: { label: 'Added Senior Rust Engineer' },
    })
    const jobId = added.jobs[0]?.jobId as never
    const view = await backend.call('jobs.get', { jobId })
    expect(view.job).toMatchObject({ salary_low: 70_000, compensation_currency: 'GBP' })
    expect(view.rankings).toHaveLength(1)
    const [raw] = backend.db
      .sql<{ payload: Uint8Array; media_type: string; campaign_id: number }>('SELECT * FROM raw_postings')
      .all()
    expect(Buffer.from(raw?.payload ?? []).toString()).toBe(html)
    expect(raw).toMatchObject({ media_type: 'text/html', campaign_id: campaignId })
    const { rows } = await backend.call('jobs.list', { filter: { campaignId } })
    expect(rows.map(row => row.id)).toEqual([jobId])
    expect((await backend.call('search.jobs', { text: 'telescopes ' })).rows).toHaveLength(1)
    expect(backend.db.sql('SELECT kind, label FROM sources').all()).toEqual([
      { kind: 'page', label: 'Pasted address' },
    ])
    // The person knows what they added: nobody is told of it as a match.
    expect((await backend.call('notifications.list', {})).rows).toEqual([])
    expect(web.asked).toEqual([HERE])
  })

  it('works without a campaign and without "https://"', async () => {
    web.pages.set(HERE, postingPage())
    const { jobs } = await add('northlight.example/jobs/1#apply')
    expect(jobs).toHaveLength(1)
    expect(count('campaign_jobs')).toBe(0)
    expect(backend.events.find(event => event.type === 'jobs.added')?.payload).toMatchObject({
      runId: null,
      campaignId: null,
    })
  })

  it('ranks for a paused campaign when it is the chosen one', async () => {
    const campaignId = await campaign('paused')
    web.pages.set(HERE, postingPage())
    await add(ADDRESS, { campaignId })
    expect(count('rankings')).toBe(1)
  })

  it('again is recognised as known; a changed page updates the job', async () => {
    web.pages.set(HERE, postingPage({}, '<footer>Rendered at 09:00:01</footer>'))
    const first = await add()
    web.pages.set(HERE, postingPage({}, '<footer>Rendered at 09:00:02</footer>'))
    const again = await add(`${ADDRESS}?utm_source=mail`)
    expect(again).toMatchObject({ jobs: [{ ...first.jobs[0], known: true }], undo: null })
    expect(count('raw_postings')).toBe(1)
    web.pages.set(HERE, postingPage({ title: 'Lead Rust Engineer' }))
    const changed = await add()
    expect(changed).toMatchObject({
      jobs: [{ jobId: first.jobs[0]?.jobId, title: 'Lead Rust Engineer', known: true }],
      undo: null,
    })
    expect(count('postings')).toBe(1)
    expect(count('raw_postings')).toBe(2)
  })

  it('of a job that another source brought joins that job', async () => {
    const campaignId = await campaign()
    await backend.importText(
      JSON.stringify({
        id: 'n-1',
        title: 'Senior Rust Engineer',
        company: 'Northlight Instruments',
        location_text: 'Leeds, UK',
        description: 'You build control software for telescopes in Rust and PostgreSQL.',
        url: ADDRESS,
      }),
      campaignId,
    )
    web.pages.set(HERE, postingPage())
    const added = await add()
    expect(added.jobs).toMatchObject([{ known: true }])
    expect(count('jobs')).toBe(1)
    expect(count('postings')).toBe(2)
  })

  it('with several postings brings each', async () => {
    const one = postingPage({ identifier: 'A-1' })
    const script = /<script type="application\/ld\+json">(.+?)<\/script>/s.exec(one)?.[1] ?? ''
    const list = [JSON.parse(script), { ...JSON.parse(script), identifier: 'B-2', title: 'Night Assistant' }]
    web.pages.set(HERE, `<html><script type="application/ld+json">${JSON.stringify(list)}</script></html>`)
    const { jobs, undo } = await add()
    expect(jobs.map(job => job.title)).toEqual(['Senior Rust Engineer', 'Night Assistant'])
    expect(undo?.label).toBe('Added 2 jobs')
    const again = await add()
    expect(again.jobs.map(job => job.known)).toEqual([true, true])
    expect(again.notes).toEqual(['2 of 2 jobs were known already.'])
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect([count('jobs'), count('postings'), count('companies')]).toEqual([0, 0, 0])
  })

  it('that does not name the company asks for it, without asking the site again', async () => {
    web.pages.set('garden.example/job', PLAIN_PAGE)
    const error = await refused('https://garden.example/job')
    expect(error).toMatchObject({
      code: 'posting_incomplete',
      field: 'company',
      details: { title: 'Junior Gardener', url: 'https://garden.example/job' },
    })
    expect(count('jobs')).toBe(0)
    const added = await add('https://garden.example/job', { company: 'Mossbank Estate' })
    expect(added).toMatchObject({ how: 'readable', jobs: [{ company: 'Mossbank Estate', known: false }] })
    expect(web.asked).toEqual(['garden.example/job'])
  })

  it('follows redirects and keeps where they led', async () => {
    web.pages.set('short.example/x', { status: 302, headers: { location: ADDRESS } })
    web.pages.set(HERE, postingPage())
    const { jobs } = await add('https://short.example/x')
    expect((await add()).jobs).toEqual([{ ...jobs[0], known: true }])
  })
})

describe('a page that cannot be had is said in words', () => {
  const html = (body: string) =>
    `<!doctype html><html><head><title>Page</title></head><body>${body}</body></html>`
  it.each([
    [{ status: 404 }, 'page_not_found', 'no page at this address'],
    [{ status: 410 }, 'page_not_found', 'gone for good'],
    [{ status: 401 }, 'page_refused', 'sign in'],
    [{ status: 403 }, 'page_refused', 'clip it, or paste'],
    [{ status: 999 }, 'page_refused', 'only to people'],
    [{ status: 429 }, 'page_unreachable', 'slow down'],
    [{ status: 500 }, 'page_unreachable', 'status 500'],
    [{ status: 418 }, 'page_refused', 'status 418'],
    [{ type: 'application/pdf', body: '%PDF-1.7' }, 'page_without_posting', 'a PDF'],
    [{ type: 'image/png', body: 'x' }, 'page_without_posting', 'an image'],
    [{ type: 'application/json', body: '{}' }, 'page_without_posting', 'JSON'],
    [{ body: '' }, 'page_without_posting', 'empty'],
    [{ body: html('<p>Hello.</p>') }, 'page_without_posting', 'too little text'],
    [{ body: html(`<p>${'x'.repeat(11 * 1024 * 1024)}</p>`) }, 'page_too_large', '10 MB'],
    [{ status: 302, headers: { location: ADDRESS } }, 'page_unreachable', 'more than five times'],
    [{ status: 302, headers: { location: 'file:///etc/passwd' } }, 'page_unreachable', 'no web page'],
  ])('%o', async (answer, code, words) => {
    web.pages.set(HERE, answer)
    const error = await refused()
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) })
    expect(count('raw_postings')).toBe(0)
  })

  it.each([
    '',
    'not an address',
    'ftp://x.example/a',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:,x',
  ])('%j is no web address', async url => {
    expect(await refused(url)).toMatchObject({ code: 'bad_input', field: 'url' })
    expect(web.connections()).toBe(0)
  })
})

describe('robots.txt', () => {
  const robots = (text: string) =>
    web.pages.set('northlight.example/robots.txt', { type: 'text/plain', body: text })

  it('is respected, and what to do instead is said', async () => {
    web.pages.set(HERE, postingPage())
    robots('User-agent: *\nDisallow: /jobs/')
    const error = await refused()
    expect(error).toMatchObject({ code: 'page_refused', message: expect.stringContaining('robots.txt') })
    expect(error.message).toContain('clip it, or paste its text')
    expect(web.asked).toEqual([])
  })

  it('is respected where a short address leads', async () => {
    web.pages.set('short.example/x', { status: 302, headers: { location: ADDRESS } })
    web.pages.set(HERE, postingPage())
    robots('User-agent: *\nDisallow: /jobs/')
    expect(await refused('https://short.example/x')).toMatchObject({
      code: 'page_refused',
      message: expect.stringContaining('northlight.example asks programs'),
    })
    expect(count('jobs')).toBe(0)
  })

  it.each([
    'User-agent: *\nDisallow: /private',
    'User-agent: *\nDisallow: /\n\nUser-agent: Rolecall\nAllow: /',
    'User-agent: Googlebot\nDisallow: /',
    '<html>not a robots.txt</html>',
    '',
    '\u0000\uFFFD Disallow',
  ])('allows by %j', async text => {
    web.pages.set(HERE, postingPage())
    robots(text)
    expect((await add()).jobs).toHaveLength(1)
  })

  it('that fails allows, and is asked once an hour', async () => {
    web.pages.set(HERE, postingPage())
    let times = 0
    web.pages.set('northlight.example/robots.txt', (_request, response) => {
      times += 1
      response.writeHead(500).end()
    })
    await add()
    backend.clock.advance(59 * 60_000)
    await add()
    expect(times).toBe(1)
    backend.clock.advance(2 * 60_000)
    await add()
    expect(times).toBe(2)
  })
})

describe('cancelling', () => {
  it('ends at once, at whatever it waits for', async () => {
    let asked = () => {}
    const waiting = new Promise<void>(resolve => {
      asked = resolve
    })
    web.pages.set(HERE, () => asked())
    const answer = refused()
    await waiting
    const begun = performance.now()
    expect(await backend.call('postings.cancelAdd', { requestId })).toEqual({ cancelled: true })
    expect(await answer).toMatchObject({ code: 'cancelled' })
    expect(performance.now() - begun).toBeLessThan(500)
    expect(await backend.call('postings.cancelAdd', { requestId })).toEqual({ cancelled: false })
    expect(count('jobs')).toBe(0)
  })

  it('while the parser works stores nothing', async () => {
    web.pages.set(HERE, postingPage())
    const { parser } = backend.context
    const real = parser.run
    let asked = () => {}
    const waiting = new Promise<void>(resolve => {
      asked = resolve
    })
    parser.run = task => {
      asked()
      return new Promise(() => void real(task))
    }
    const answer = refused()
    await waiting
    await backend.call('postings.cancelAdd', { requestId })
    expect(await answer).toMatchObject({ code: 'cancelled' })
    expect(count('raw_postings')).toBe(0)
  })
})

const TEXT = `Junior Accountant
Mossbank Estate Ltd
Location: Bath, UK

You look after the books of the roses. Part-time, on site. £13.50 an hour.`

describe('a pasted text', () => {
  it('says what it can of itself', async () => {
    expect(await backend.call('postings.readText', { text: TEXT })).toMatchObject({
      title: 'Junior Accountant',
      company: 'Mossbank Estate Ltd',
      location: 'Bath, UK',
      url: null,
    })
  })

  it('becomes a job; the same again is known', async () => {
    const given = { text: TEXT, title: 'Junior Gardener', company: 'Mossbank Estate', location: 'Bath, UK' }
    const added = await backend.call('postings.addText', given)
    expect(added).toMatchObject({ how: 'text', jobs: [{ company: 'Mossbank Estate', known: false }] })
    expect(await backend.call('postings.addText', given)).toMatchObject({
      jobs: [{ known: true }],
      undo: null,
    })
    const view = await backend.call('jobs.get', { jobId: added.jobs[0]?.jobId as never })
    expect(view.job).toMatchObject({ salary_low: 13.5, salary_period: 'hour' })
    expect(count('raw_postings')).toBe(1)
  })

  it.each(['https://mossbank.example/careers', 'https://mossbank.example/'])(
    'under the address of another one is a job of its own: %s',
    async url => {
      const given = { company: 'Mossbank Estate', location: 'Bath, UK', url }
      const paste = (title: string) =>
        backend.call('postings.addText', { ...given, title, text: `${title} wanted. ${TEXT}` })
      const nurse = await paste('Nurse')
      const driver = await paste('Driver')
      expect(driver).toMatchObject({ jobs: [{ title: 'Driver', known: false }], undo: {} })
      // The first one is taken back: the second one stays what it is.
      await backend.call('changes.undo', { changeId: nurse.undo?.changeId as never })
      expect((await paste('Driver')).jobs).toEqual([{ ...driver.jobs[0], known: true }])
      expect(count('postings')).toBe(1)
    },
  )

  it.each([
    [{ title: ' ' }, 'title'],
    [{ company: '' }, 'company'],
    [{ text: '' }, 'text'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ campaignId: 99 }, undefined],
  ])('is refused with %o', async (change, field) => {
    const error = await backend.refusal('postings.addText', {
      text: TEXT,
      title: 'T',
      company: 'C',
      ...change,
    })
    expect(error.field).toBe(field)
    expect(count('jobs')).toBe(0)
  })
})

describe('a page that was clipped or saved', () => {
  it('is read without asking anybody, and joins the same page by its address', async () => {
    const page = { html: postingPage(), url: ADDRESS }
    const clipped = await backend.call('postings.addPage', page)
    expect(clipped.jobs).toMatchObject([{ known: false }])
    expect(web.connections()).toBe(0)
    web.pages.set(HERE, postingPage())
    expect((await add()).jobs).toEqual([{ ...clipped.jobs[0], known: true }])
    const kinds = backend.db.sql<{ kind: string }>('SELECT kind FROM sources ORDER BY kind').all()
    expect(kinds.map(({ kind }) => kind)).toEqual(['clip', 'page'])
  })

  it('at a route of a single-page site is a posting of its own', async () => {
    const clip = (route: string, title: string) =>
      backend.call('postings.addPage', {
        html: postingPage({ title }),
        url: `https://northlight.example/careers${route}`,
      })
    const first = await clip('#/jobs/111', 'Backend Engineer')
    await backend.call('applications.setStatus', {
      jobIds: [first.jobs[0]?.jobId as never],
      status: 'applied',
    })
    const second = await clip('#/jobs/222', 'Office Manager')
    expect(second.jobs).toMatchObject([{ title: 'Office Manager', known: false }])
    expect((await clip('#/jobs/111', 'Backend Engineer')).jobs).toEqual([{ ...first.jobs[0], known: true }])
    const urls = backend.db.sql<{ url: string }>('SELECT url FROM postings ORDER BY id').all()
    expect(urls.map(({ url }) => url.slice(-10))).toEqual(['#/jobs/111', '#/jobs/222'])
    expect((await clip('#about', 'Night Assistant')).jobs).toMatchObject([{ known: false }])
    const last = backend.db.sql<{ url: string }>('SELECT url FROM postings ORDER BY id DESC').first()
    expect(last?.url).toBe('https://northlight.example/careers')
  })

  it.each(['?position=', '#/jobs/', '?t=', '/'])(
    'is another posting where the address loses what tells them apart: %s',
    async lost => {
      const clip = (title: string, more = '') =>
        backend.call('postings.addPage', {
          html: postingPage({ title }, more),
          url: `https://northlight.example/careers${lost}${title.split(' ')[0]}`,
        })
      const titles = ['Backend Engineer', 'Office Manager', 'Night Assistant']
      for (const title of titles) expect((await clip(title)).jobs).toMatchObject([{ title, known: false }])
      for (const title of titles.toReversed())
        expect((await clip(title, '<p>New</p>')).jobs).toMatchObject([{ title, known: true }])
      expect(count('jobs')).toBe(3)
      // New words of a known posting update it, also under a key of its own.
      const changed = postingPage({ title: 'Lead Office Manager' })
      const url = `https://northlight.example/careers${lost}Office`
      expect((await backend.call('postings.addPage', { html: changed, url })).jobs).toMatchObject([
        { title: 'Lead Office Manager', known: true },
      ])
      expect(count('postings')).toBe(3)
    },
  )

  it('comes as an uploaded file too, which is discarded afterwards', async () => {
    const bytes = Buffer.from(postingPage())
    const { uploadId } = await backend.call('uploads.begin', { name: 'page.html', size: bytes.length })
    await backend.call('uploads.append', { uploadId, offset: 0, data: bytes.toString('base64') })
    expect((await backend.call('postings.addFile', { uploadId })).jobs).toMatchObject([{ known: false }])
    expect(await backend.refusal('postings.addFile', { uploadId })).toMatchObject({ code: 'not_found' })
  })

  it('of more than 10 MB is refused before it is read', async () => {
    const bytes = Buffer.from(`<html>${'x'.repeat(10 * 1024 * 1024)}`)
    const { uploadId } = await backend.call('uploads.begin', { name: 'page.html', size: bytes.length })
    for (let offset = 0; offset < bytes.length; offset += 500_000) {
      const data = bytes.subarray(offset, offset + 500_000).toString('base64')
      await backend.call('uploads.append', { uploadId, offset, data })
    }
    expect(await backend.refusal('postings.addFile', { uploadId })).toMatchObject({ code: 'page_too_large' })
  })

  it('neutralises what it holds', async () => {
    const evil = '<p onclick="x()">Work</p><img src=x onerror=alert(1)><script>alert(2)</script>'
    await backend
      .call('postings.addPage', {
        html: postingPage({ description: evil.repeat(5) }),
        url: 'javascript:alert(1)//',
      })
      .then(
        () => expect.unreachable(),
        error => expect(error.code).toBe('bad_input'),
      )
    const { jobs } = await backend.call('postings.addPage', {
      html: postingPage({ description: evil.repeat(5), url: 'javascript:alert(1)' }),
      url: ADDRESS,
    })
    const { html } = await backend.call('jobs.posting', { jobId: jobs[0]?.jobId as never })
    expect(html).not.toMatch(/onclick|onerror|<script|alert/)
    const urls = JSON.stringify(backend.db.sql('SELECT url, apply_url FROM postings').all())
    expect(urls).not.toContain('javascript:')
  })
})

describe('undo', () => {
  const added = async () => {
    web.pages.set(HERE, postingPage())
    const { jobs, undo } = await add()
    return { jobId: jobs[0]?.jobId as never, changeId: undo?.changeId as never }
  }

  it('takes the new job away, and it can be added again', async () => {
    await campaign()
    const { changeId, jobId } = await added()
    await backend.call('jobs.markRead', { jobIds: [jobId] })
    await backend.call('changes.undo', { changeId })
    for (const table of ['jobs', 'postings', 'companies', 'rankings', 'posting_marks', 'posting_blocks'])
      expect(count(table), table).toBe(0)
    expect((await backend.call('search.jobs', { text: 'telescopes ' })).rows).toEqual([])
    expect((await add()).jobs).toMatchObject([{ known: false }])
  })

  it('gives no id out again, so that the next job is told of', async () => {
    const { campaignId } = await backend.call('campaigns.create', {
      name: 'Rust',
      query: 'rust engineer',
      alert_threshold: 0,
    })
    const bring = (title: string) =>
      backend.importText(JSON.stringify({ title, company: `${title} Ltd`, id: title }), campaignId)
    const newest = () =>
      ['jobs', 'postings', 'companies'].map(
        table => backend.db.sql<{ id: number }>(`SELECT max(id) AS id FROM ${table}`).first()?.id,
      )
    await bring('Rust Gardener')
    const { changeId } = await added()
    expect(newest()).toEqual([2, 2, 2])
    await backend.call('changes.undo', { changeId })
    expect(newest()).toEqual([1, 1, 1])
    await bring('Rust Miller')
    expect(newest()).toEqual([3, 3, 3])
    const { rows } = await backend.call('notifications.list', { kinds: ['match'] })
    expect(rows[0]?.body).toContain('Rust Miller')
    await bring('Rust Baker')
    expect(newest()).toEqual([4, 4, 4])
  })

  it.each<[string, (companyId: number) => Promise<unknown>]>([
    [
      'corrected',
      companyId =>
        backend.call('companies.edit' as never, { companyId, facts: { industry: 'Optics' } } as never),
    ],
    [
      'gave another name',
      async companyId =>
        backend.db
          .sql("INSERT INTO company_aliases (normalised_name, company_id, name) VALUES ('nli', ?, 'NLI')")
          .run(companyId),
    ],
  ])('keeps a company that the person %s', async (_, deal) => {
    const { changeId } = await added()
    await deal(backend.db.sql<{ id: number }>('SELECT id FROM companies').first()?.id ?? 0)
    await backend.call('changes.undo', { changeId })
    expect([count('jobs'), count('companies')]).toEqual([0, 1])
  })

  it('of an addition is refused when one of its postings was taken apart since', async () => {
    const script = (identifier: string, description: string) => ({
      ...JSON.parse(/<script type="application\/ld\+json">(.+?)<\/script>/s.exec(postingPage())?.[1] ?? ''),
      identifier,
      description,
    })
    const text = 'You build control software for telescopes in Rust, and you lead a team of four.'
    const list = [script('A-1', text), script('B-2', `${text} Now.`)]
    web.pages.set(HERE, `<html><script type="application/ld+json">${JSON.stringify(list)}</script></html>`)
    const { undo } = await add()
    expect([count('jobs'), count('postings')]).toEqual([1, 2])
    const { id } = backend.db.sql<{ id: number }>('SELECT max(id) AS id FROM postings').first() ?? { id: 0 }
    const split = await backend.call('jobs.splitPosting', { postingId: id as never })
    const changeId = undo?.changeId as never
    expect(await backend.refusal('changes.undo', { changeId })).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('taken it apart'),
    })
    await backend.call('changes.undo', { changeId: split.undo.changeId })
    await backend.call('changes.undo', { changeId })
    expect([count('jobs'), count('postings')]).toEqual([0, 0])
  })

  it.each([
    [
      'status',
      (jobId: never) => backend.call('applications.setStatus', { jobIds: [jobId], status: 'applied' }),
    ],
    ['favourite', (jobId: never) => backend.call('jobs.setFavourite', { jobIds: [jobId], favourite: true })],
    [
      'disliked',
      (jobId: never) =>
        backend.call('feedback.give', { jobId, verdict: 'up', reasons: ['good_pay'], note: 'Ask for Sam' }),
    ],
    ['comparison', async (jobId: never) => compare(backend, await campaign(), jobId)],
    [
      'notes',
      (jobId: never) => backend.call('applications.saveNotes', { jobId, notes: 'Ask Sam', basedOn: 0 }),
    ],
    [
      'contacts',
      (jobId: never) =>
        backend.call('contacts.save', { contactId: null, contact: { name: 'Sam Okafor' }, jobId }),
    ],
    [
      'interviews',
      (jobId: never) =>
        backend.call('applications.saveInterview', {
          jobId,
          interviewId: null,
          interview: { kind: 'phone', at: '2026-03-05T10:00:00.000Z' },
        }),
    ],
    [
      'another source',
      async () => {
        const campaignId = await campaign()
        return backend.importText(
          JSON.stringify({ title: 'Senior Rust Engineer', company: 'Northlight Instruments', url: ADDRESS }),
          campaignId,
        )
      },
    ],
  ])('leaves a job that the person dealt with (%s)', async (words, deal) => {
    const { jobId, changeId } = await added()
    await deal(jobId)
    expect(await backend.refusal('changes.undo', { changeId })).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(words),
    })
    expect(count('jobs')).toBe(1)
  })
})
