import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type PageServer, PLAIN_PAGE, postingPage, startPageServer } from '../support/page-server.ts'
import { openPlace, type Place } from './kit.ts'

// Each command is a process that starts the whole core: a second here, many where other tests have the processors.
vi.setConfig({ testTimeout: 120_000 })

let web: PageServer
let place: Place
beforeAll(async () => {
  web = await startPageServer()
  place = openPlace({ env: { ROLECALL_SOURCE_BASE_URLS: JSON.stringify({ page: web.address }) } })
  web.pages.set('northlight.example/jobs/1', postingPage())
  web.pages.set('garden.example/job', PLAIN_PAGE)
})
afterAll(async () => {
  place.remove()
  await web.stop()
})

const ADDRESS = 'https://northlight.example/jobs/1'
const TEXT =
  'Junior Accountant\nMossbank Estate Ltd\nLocation: Bath, UK\n\nYou keep the books of the roses.\n'

describe('add-url', () => {
  it('adds the job of a page; again it is known', async () => {
    await place.json('campaign', 'add', '--name', 'Rust', '--query', 'rust engineer')
    const { code, stdout, stderr } = await place.rolecall('add-url', ADDRESS, '--campaign', 'rust')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe('Added: Senior Rust Engineer, Northlight Instruments (job 1)\n')
    expect(await place.json('add-url', ADDRESS)).toEqual({
      jobs: [{ id: 1, title: 'Senior Rust Engineer', company: 'Northlight Instruments', known: true }],
      how: 'json_ld',
      notes: [],
    })
    expect(await place.json<unknown[]>('jobs', '--campaign', 'Rust')).toHaveLength(1)
  })

  it('asks for the company where the page does not name it', async () => {
    expect(await place.error('add-url', 'garden.example/job')).toEqual({
      code: 'posting_incomplete',
      message: 'The page does not say which company "Junior Gardener" is at. Name it: --company NAME',
    })
    expect(await place.json('add-url', 'garden.example/job', '--company', 'Mossbank')).toMatchObject({
      jobs: [{ company: 'Mossbank', known: false }],
    })
  })

  it('says in words why not', async () => {
    expect(await place.error('add-url', 'https://northlight.example/gone')).toMatchObject({
      code: 'page_not_found',
    })
    expect(await place.error('add-url', `http://127.0.0.1:${web.port}/`)).toMatchObject({
      code: 'page_refused',
    })
    expect(await place.error('add-url', ADDRESS, '--campaign', 'Nope')).toMatchObject({ code: 'not_found' })
  })

  it('ends with Ctrl+C', async () => {
    let asked = () => {}
    const waiting = new Promise<void>(resolve => {
      asked = resolve
    })
    web.pages.set('slow.example/x', () => asked())
    const { child, ended } = place.start('add-url', 'https://slow.example/x')
    await waiting
    child.kill('SIGINT')
    await once(child, 'exit')
    const { code, stderr } = await ended
    expect(code).not.toBe(0)
    expect(stderr).toContain('cancelled')
  })
})

describe('import', () => {
  it('takes pages, texts and tables, each its way', async () => {
    place.file('saved.html', postingPage({ title: 'Night Assistant' }))
    place.file('text.txt', TEXT)
    place.file('rows.csv', 'title,company\nBarista,Beans\n')
    const report = await place.json('import', 'saved.html', 'text.txt', 'rows.csv', '--campaign', 'Mixed')
    expect(report).toMatchObject({
      files: ['saved.html', 'text.txt', 'rows.csv'],
      jobs: 1,
      added: [
        { title: 'Night Assistant', company: 'Northlight Instruments', known: false },
        { title: 'Junior Accountant', company: 'Mossbank Estate Ltd', known: false },
      ],
      issues: [],
    })
    const campaigns = await place.json<{ name: string; found: number }[]>('campaign', 'list')
    expect(campaigns.find(({ name }) => name === 'Mixed')).toMatchObject({ found: 3 })
  })

  it('says which file could not be read, and takes the others', async () => {
    place.file('plain.html', PLAIN_PAGE)
    place.file('vague.txt', 'Hello there,\nplease call me back about the thing.\n')
    place.file('good.html', postingPage({ title: 'Optician' }))
    const { code, stdout, stderr } = await place.rolecall('import', 'plain.html', 'vague.txt', 'good.html')
    expect(code).toBe(1)
    expect(stdout).toContain('Added: Optician')
    expect(stderr).toContain('plain.html: The page does not say which company')
    expect(stderr).toContain('vague.txt: the text does not clearly name')
  })
})
