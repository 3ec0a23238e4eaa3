import { describe, expect, it } from 'vitest'
import { readReadable } from './readable.ts'

const PARAGRAPHS = `
  <p>We plan the arrivals of three hundred ships a week and need somebody who keeps the schedule when the weather does not.</p>
  <h2>What you will do</h2>
  <ul><li>Plan berths with pilots and tug masters</li><li>Keep the tide tables right</li></ul>
  <p>You have five years of experience in port operations and speak English and Dutch. We pay 52,000 to 61,000 euros a year.</p>`

const SURROUNDINGS = `
  <nav><a href="/">Home</a> <a href="/jobs">All jobs</a></nav>
  <div id="cookie-banner"><p>We use cookies to make this site better, to count you and to sell what we counted to others.</p></div>`
const FOOTER = `
  <section class="related-jobs"><h3>Similar jobs</h3><ul><li><a href="/j/2">Stevedore in Rotterdam</a></li><li><a href="/j/3">Harbour Pilot in Antwerp</a></li></ul></section>
  <footer><p>© Tidemark. All rights reserved, and a long sentence on what else is reserved here for ever and ever.</p></footer>
  <script>var text = 'not a text of the page at all'</script>`

const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}</head><body>${SURROUNDINGS}${body}${FOOTER}</body></html>`

function read(html: string, url: string | null = 'https://tidemark.example/jobs/7') {
  const readable = readReadable(html, url)
  if (!readable.ok) throw new Error(readable.reason)
  return readable.page
}

describe('the text of a page', () => {
  it('is the posting without what surrounds it', () => {
    const { text, html } = read(
      page('<title>Berth Planner | Tidemark</title>', `<main><h1>Berth Planner</h1>${PARAGRAPHS}</main>`),
    )
    expect(text).toMatch(/^Berth Planner\n\nWe plan the arrivals/)
    expect(text).toContain('- Plan berths with pilots and tug masters\n- Keep the tide tables right')
    expect(text).toMatch(/61,000 euros a year\.$/)
    expect(text).not.toMatch(/cookies|All jobs|Stevedore|reserved|not a text/)
    expect(html).toContain('<h2>What you will do</h2>')
  })

  it.each([
    ['a page in one form', `<form action="/x"><div>${PARAGRAPHS}</div></form>`],
    ['a page in tables', `<table><tr><td><a href="/">Home</a></td><td>${PARAGRAPHS}</td></tr></table>`],
    [
      'a page whose content sits in something called sidebar',
      `<div class="has-sidebar sidebar">${PARAGRAPHS}</div>`,
    ],
    ['text between bare breaks', PARAGRAPHS.replace(/<\/?(?:p|ul|li|h2)>/g, '<br>')],
    ['a page in elements of its own', `<job-page><job-text>${PARAGRAPHS}</job-text></job-page>`],
  ])('%s', (_what, body) => {
    const { text } = read(page('<title>Berth Planner</title>', body))
    expect(text).toContain('We plan the arrivals')
    expect(text).toContain('61,000 euros a year')
    expect(text).not.toMatch(/cookies|Stevedore/)
  })

  it('is sanitised', () => {
    const { html } = read(
      page(
        '<title>Berth Planner</title>',
        `<main>${PARAGRAPHS}<p onclick="x()"><a href="javascript:x()">apply</a></p></main>`,
      ),
    )
    expect(html).not.toMatch(/onclick|javascript|script/)
  })

  it('is found in pages nested too deep, and not looked for without end', () => {
    const nested = (depth: number) =>
      page('<title>Berth Planner</title>', `${'<div>'.repeat(depth)}${PARAGRAPHS}`)
    expect(read(nested(4000)).text).toContain('We plan the arrivals')
    expect(readReadable(nested(1_000_000), null)).toMatchObject({ ok: false })
  })
})

describe('title and company', () => {
  const titles = (head: string, body: string, url?: string | null) => {
    const { title, company } = read(page(head, `<main>${body}${PARAGRAPHS}</main>`), url)
    return [title, company]
  }

  it.each([
    ['<title>Berth Planner – Tidemark GmbH</title>', '<h1>Berth Planner</h1>', null, 'Tidemark GmbH'],
    ['<title>Berth Planner at Tidemark</title>', '<h1>Berth Planner</h1>', null, 'Tidemark'],
    ['<meta property="og:title" content="Berth Planner at Tidemark"><title>x</title>', '', null, 'Tidemark'],
    ['<title>Tidemark - Berth Planner</title>', '', 'https://jobs.lever.co/tidemark/1-2', 'Tidemark'],
    ['<title>Berth Planner | Tidemark Careers</title>', '', 'https://tidemark.example/jobs/7', 'Tidemark'],
    [
      '<title>Berth Planner | Careers | Tidemark</title>',
      '<h1>Berth Planner</h1>',
      'https://www.tidemark.co.uk/x',
      'Tidemark',
    ],
    [
      '<meta property="og:site_name" content="Tidemark"><title>Berth Planner</title>',
      '',
      'https://careers.tidemark.example/7',
      'Tidemark',
    ],
  ])('%s %s names %s', (head, body, url, company) => {
    expect(titles(head, body, url)).toEqual(['Berth Planner', company])
  })

  it.each([
    '<title>Job Application for Berth Planner at Tidemark</title>',
    '<meta property="og:title" content="Tidemark hiring Berth Planner in Rotterdam, NL | LinkedIn">',
    '<meta property="og:title" content="Tidemark hiring Berth Planner in Rotterdam, NL | LinkedIn"></head><body><h1>Berth Planner</h1>',
  ])('%s', head => {
    expect(titles(head, '', 'https://www.linkedin.com/jobs/view/1')).toEqual(['Berth Planner', 'Tidemark'])
  })

  it.each([
    [
      'a job board is not the company',
      '<meta property="og:site_name" content="LinkedIn"><title>Berth Planner | LinkedIn</title>',
      'https://www.linkedin.com/jobs/view/1',
    ],
    [
      'an unknown board neither',
      '<meta property="og:site_name" content="NorthJobs"><title>Berth Planner | NorthJobs</title>',
      'https://northjobs.example/1',
    ],
    [
      'a site name that is not in the address',
      '<meta property="og:site_name" content="The Portal"><title>Berth Planner</title>',
      'https://openings.example/1',
    ],
  ])('%s', (_what, head, url) => {
    expect(titles(head, '', url)).toEqual(['Berth Planner', null])
  })

  it('a town beside the title is not the company', () => {
    expect(
      titles('<title>Berth Planner - Rotterdam</title>', '<h1>Berth Planner</h1>', 'https://acme.example/1'),
    ).toEqual(['Berth Planner', null])
  })

  it('keeps dashes that belong to the title', () => {
    expect(
      titles('<title>Planner - Berths and Tides</title>', '<h1>Planner - Berths and Tides</h1>', null),
    ).toEqual(['Planner - Berths and Tides', null])
  })
})

describe('place and address', () => {
  it('a labelled line or a marked element', () => {
    expect(
      read(page('<title>Planner</title>', `<main><p>Location: Rotterdam, NL</p>${PARAGRAPHS}</main>`))
        .location,
    ).toBe('Rotterdam, NL')
    expect(
      read(
        page('<title>Planner</title>', `<main><div class="job-location">Rotterdam</div>${PARAGRAPHS}</main>`),
      ).location,
    ).toBe('Rotterdam')
  })

  it('several places are not clear', () => {
    const several = '<i class="location">Rotterdam</i><i class="location">Antwerp</i>'
    expect(read(page('<title>Planner</title>', `<main>${several}${PARAGRAPHS}</main>`)).location).toBeNull()
  })

  it('its own address from the head or from the browser that saved it', () => {
    const link = '<link rel="canonical" href="/jobs/7"><title>Planner</title>'
    expect(read(page(link, PARAGRAPHS)).canonical).toBe('https://tidemark.example/jobs/7')
    const saved = `<!-- saved from url=(0031)https://tidemark.example/jobs/9 -->${page('<title>Planner</title>', PARAGRAPHS)}`
    expect(read(saved, null).canonical).toBe('https://tidemark.example/jobs/9')
  })
})

describe('pages that hold no posting', () => {
  const links = Array.from(
    { length: 40 },
    (_, n) => `<li><a href="/j/${n}">Harbour Pilot number ${n}</a></li>`,
  ).join('')
  it.each([
    ['<title>Just a moment...</title><body><h1>Checking your browser</h1></body>', 'prove that a person'],
    ['<title>404 – Page not found</title><body><p>Try the front page.</p></body>', 'does not exist'],
    ['<title>Access denied</title><body><p>Reference 18.2f</p></body>', 'refuses'],
    ['<title>Sign in</title><body><form><input type="password"></form></body>', 'sign in'],
    ['<title>Network</title><body><h1>Sign in to view this job</h1></body>', 'sign in'],
    ['<title>Before you continue</title><body><p>We use cookies.</p></body>', 'cookies'],
    ['<title>Planner</title><body><p>This position has been filled.</p></body>', 'closed'],
    [
      '<title>Tidemark</title><body><div id="root"></div><script src="/app.js"></script></body>',
      'builds itself by scripts',
    ],
    ['<title>Planner</title><body><p>Hello.</p></body>', 'too little text'],
    [`<title>Jobs</title><body><ul>${links}</ul></body>`, 'list of links'],
    [`<body><main>${PARAGRAPHS}</main></body>`, 'no title'],
  ])('%s', (html, words) => {
    const reading = readReadable(html, null)
    expect(reading.ok ? 'read' : reading.reason).toContain(words)
  })

  it('a posting that asks for work on login pages and maintenance is one', () => {
    const body = `<main><h1>Maintenance Planner</h1>${PARAGRAPHS}<p>You will rebuild how captains sign in to the portal.</p></main>`
    expect(read(page('<title>Maintenance Planner</title>', body)).title).toBe('Maintenance Planner')
  })
})
