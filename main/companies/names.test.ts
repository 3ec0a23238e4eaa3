import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import type { CampaignId, CompanyId } from '../contract/ids.ts'

let backend: TestBackend
let campaignId: CampaignId
beforeEach(async () => {
  backend = openBackend()
  campaignId = (await backend.call('campaigns.create', { name: 'Any', query: 'engineer' })).campaignId
})
afterEach(() => backend.close())

let next = 0
const posting = (company: string, more: Record<string, unknown> = {}) => {
  next += 1
  return row({
    id: `n-${next}`,
    title: `Engineer ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[next % 26]}${next}`,
    company,
    ...more,
  })
}
const bring = (...rows: Record<string, unknown>[]) => backend.importText(jsonl(rows), campaignId)
const list = async (input = {}) => (await backend.call('companies.list', { sort: 'name', ...input })).rows
const idOf = async (name: string): Promise<CompanyId> => {
  const found = (await list()).find(company => company.name === name)
  if (!found) throw new Error(`${name} is not there`)
  return found.id
}
const get = async (name: string) => backend.call('companies.get', { companyId: await idOf(name) })
const fact = (view: Awaited<ReturnType<typeof get>>, name: string) =>
  view.facts.find(one => one.name === name)

describe('the company of a posting', () => {
  it('is one, however its legal form is written', async () => {
    await bring(posting('Acme GmbH'), posting('ACME'), posting('The Acme Ltd.'))
    expect(await list()).toMatchObject([{ name: 'Acme GmbH', jobs: 3 }])
  })

  it('gets the facts that the first posting lacked, and keeps those it has', async () => {
    await bring(posting('Acme', { industry: 'Payments' }))
    backend.clock.advance(60_000)
    await bring(
      posting('Acme', {
        company_website: 'https://www.acme.example',
        industry: 'Toys',
        company_size: '51-200',
      }),
    )
    const view = await get('Acme')
    expect(fact(view, 'industry')).toMatchObject({ value: 'Payments', origin: 'posting' })
    expect(fact(view, 'website')).toMatchObject({
      value: 'https://www.acme.example',
      origin: 'posting',
      at: backend.clock.now(),
    })
    expect(fact(view, 'size_range')?.value).toBe('51-200')
    expect(fact(view, 'headquarters')).toEqual({ name: 'headquarters', value: null, origin: null, at: null })
  })

  it('is found by another name once its site and the beginning of its name are the same', async () => {
    await bring(posting('Acme', { company_website: 'https://acme.example/about' }))
    await bring(posting('Acme Payments Germany', { company_website: 'http://careers.acme.example' }))
    await bring(posting('Acme Payments Germany'))
    expect(await list()).toMatchObject([{ name: 'Acme', jobs: 3 }])
    expect((await get('Acme')).aliases).toEqual(['Acme Payments Germany'])
  })

  it('stays another one with the same site and quite another name, or on a board', async () => {
    await bring(posting('Acme', { company_website: 'https://acme.example' }))
    await bring(posting('Bright Tubes', { company_website: 'https://acme.example' }))
    await bring(posting('Corex', { company_website: 'https://boards.greenhouse.io/corex' }))
    await bring(posting('Corex Labs Two', { company_website: 'https://boards.greenhouse.io/corex' }))
    expect((await list()).map(company => company.name)).toEqual([
      'Acme',
      'Bright Tubes',
      'Corex',
      'Corex Labs Two',
    ])
  })
})

describe('other names', () => {
  it('bring later postings to the company, and can be taken back', async () => {
    await bring(posting('Acme'))
    const { undo } = await backend.call('companies.addAlias', {
      companyId: await idOf('Acme'),
      name: 'Zenith Ltd',
    })
    await bring(posting('ZENITH'))
    expect(await list()).toMatchObject([{ name: 'Acme', jobs: 2 }])
    expect(await list({ text: 'zeni' })).toMatchObject([{ name: 'Acme' }])
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect((await get('Acme')).aliases).toEqual([])
    await bring(posting('Zenith'))
    expect(await list()).toMatchObject([
      { name: 'Acme', jobs: 2 },
      { name: 'Zenith', jobs: 1 },
    ])
  })

  it('join a company of that name, which Undo makes one of its own again', async () => {
    await bring(posting('Acme'), posting('Zenith', { industry: 'Optics' }), posting('Zenith'))
    const zenith = await idOf('Zenith')
    await backend.call('companies.addAlias', { companyId: zenith, name: 'Zen' })
    await backend.call('companies.setFavourite', { companyIds: [zenith], favourite: true })
    const { undo } = await backend.call('companies.addAlias', {
      companyId: await idOf('Acme'),
      name: 'zenith',
    })
    expect(undo?.label).toBe('Joined Zenith into Acme')
    expect(await list()).toMatchObject([{ name: 'Acme', jobs: 3 }])
    expect((await get('Acme')).aliases).toEqual(['Zen', 'Zenith'])
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect(await list()).toMatchObject([
      { name: 'Acme', jobs: 1, favourite: false },
      { id: zenith, name: 'Zenith', jobs: 2, favourite: true, industry: 'Optics' },
    ])
    expect((await get('Zenith')).aliases).toEqual(['Zen'])
    expect((await get('Acme')).aliases).toEqual([])
  })

  it('that joined a company: Undo brings it back under a new id when its own is taken', async () => {
    await bring(posting('Acme'))
    await bring(posting('Zenith', { industry: 'Optics' }), posting('Zenith'))
    const zenith = await idOf('Zenith')
    await backend.call('companies.addAlias', { companyId: zenith, name: 'Zen' })
    const joining = { companyId: await idOf('Acme'), name: 'Zenith' }
    const { undo } = await backend.call('companies.addAlias', joining)
    // As an older version gave ids out: the newest one again.
    backend.db
      .sql("INSERT INTO companies (id, name, normalised_name, created_at) VALUES (?, 'Corex', 'corex', ?)")
      .run(zenith, backend.clock.now())
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect(await list()).toMatchObject([
      { name: 'Acme', jobs: 1 },
      { id: zenith, name: 'Corex', jobs: 0 },
      { name: 'Zenith', jobs: 2, industry: 'Optics' },
    ])
    expect((await get('Zenith')).aliases).toEqual(['Zen'])
    expect((await get('Zenith')).lookup.state).toBe('pending')
    expect((await get('Corex')).aliases).toEqual([])
  })

  it('that joined a company: Undo joins what came anew under its name', async () => {
    await bring(posting('Acme'), posting('Zenith', { industry: 'Optics' }), posting('Zenith'))
    const zenith = await idOf('Zenith')
    await backend.call('companies.addAlias', { companyId: zenith, name: 'Zen' })
    await backend.call('companies.setBlocked', { companyIds: [zenith], blocked: true })
    await backend.call('companies.edit', { companyId: zenith, facts: { headquarters: 'Jena' } })
    const companyId = await idOf('Acme')
    const { undo } = await backend.call('companies.addAlias', { companyId, name: 'Zenith' })
    await backend.call('companies.removeAlias', { companyId, name: 'Zenith' })
    await bring(posting('Zenith', { industry: 'Lenses' }))
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect(await list()).toMatchObject([
      { name: 'Acme', jobs: 1, blocked: false },
      { name: 'Zenith', jobs: 3, blocked: true },
    ])
    const view = await get('Zenith')
    expect(view.aliases).toEqual(['Zen'])
    expect(fact(view, 'headquarters')).toMatchObject({ value: 'Jena', origin: 'you' })
    expect(fact(view, 'industry')).toMatchObject({ value: 'Lenses', origin: 'posting' })
  })

  it('that are removed make their jobs those of a company of its own, and back', async () => {
    await bring(posting('Acme', { company_website: 'https://acme.example' }))
    await bring(posting('Acme Toys', { company_website: 'https://acme.example' }))
    const companyId = await idOf('Acme')
    const { undo } = await backend.call('companies.removeAlias', { companyId, name: 'Acme Toys' })
    expect(await list()).toMatchObject([
      { name: 'Acme', jobs: 1 },
      { name: 'Acme Toys', jobs: 1 },
    ])
    await bring(posting('Acme Toys', { company_website: 'https://acme.example' }))
    expect(await list()).toMatchObject([
      { name: 'Acme', jobs: 1 },
      { name: 'Acme Toys', jobs: 2 },
    ])
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect(await list()).toMatchObject([
      { name: 'Acme', jobs: 2 },
      { name: 'Acme Toys', jobs: 1 },
    ])
  })

  it('are refused when they say nothing, or belong to another company', async () => {
    await bring(posting('Acme'), posting('Bright'))
    const companyId = await idOf('Acme')
    const refusal = (name: string) => backend.refusal('companies.addAlias', { companyId, name })
    expect(await refusal('…')).toMatchObject({ code: 'bad_input', field: 'name' })
    expect(await refusal('ACME Inc')).toMatchObject({ code: 'conflict' })
    await backend.call('companies.addAlias', { companyId: await idOf('Bright'), name: 'Shiny' })
    expect(await refusal('shiny')).toMatchObject({
      code: 'conflict',
      message: '“shiny” is another name of Bright already.',
    })
    expect(await backend.call('companies.removeAlias', { companyId, name: 'Shiny' })).toEqual({ undo: null })
  })
})

describe('what the person says of a company', () => {
  it('wins over postings, also when it is nothing, and can be taken back', async () => {
    await bring(posting('Acme', { industry: 'Payments', company_size: '11-50' }))
    const companyId = await idOf('Acme')
    backend.clock.advance(1000)
    const { undo } = await backend.call('companies.edit', {
      companyId,
      facts: { website: 'acme.example', industry: '  ', size_range: '51-200' },
    })
    await bring(posting('Acme', { industry: 'Toys', company_website: 'https://other.example' }))
    const view = await get('Acme')
    expect(fact(view, 'website')).toMatchObject({ value: 'https://acme.example/', origin: 'you' })
    expect(fact(view, 'industry')).toMatchObject({ value: null, origin: 'you' })
    expect(fact(view, 'size_range')).toMatchObject({ value: '51-200', origin: 'you' })
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect(fact(await get('Acme'), 'industry')).toMatchObject({ value: 'Payments', origin: 'posting' })
    expect(fact(await get('Acme'), 'size_range')).toMatchObject({ value: '11-50', origin: 'posting' })
  })

  it('is checked, and nothing is changed by saying the same', async () => {
    await bring(posting('Acme', { industry: 'Payments' }))
    const companyId = await idOf('Acme')
    expect(
      await backend.refusal('companies.edit', { companyId, facts: { website: 'javascript:alert(1)' } }),
    ).toMatchObject({ code: 'bad_input', field: 'facts.website' })
    expect(
      await backend.refusal('companies.edit', { companyId, facts: { size_range: 'huge' } }),
    ).toMatchObject({
      code: 'bad_input',
      field: 'facts.size_range',
    })
    expect(await backend.call('companies.edit', { companyId, facts: { industry: 'Payments' } })).toEqual({
      undo: null,
    })
    expect(await backend.refusal('companies.get', { companyId: 999 })).toMatchObject({ code: 'not_found' })
  })

  it('about the size ranks again for campaigns that wish for sizes', async () => {
    await bring(posting('Acme'))
    await backend.call('campaigns.create', { name: 'Small', query: 'engineer', company_sizes: ['11-50'] })
    const runs = () =>
      backend.db
        .sql<{ campaign_id: number }>("SELECT campaign_id FROM runs WHERE kind = 'rank' ORDER BY id")
        .all()
    const before = runs().length
    await backend.call('companies.edit', { companyId: await idOf('Acme'), facts: { headquarters: 'Leeds' } })
    expect(runs()).toHaveLength(before)
    await backend.engine.ended(
      backend.db.sql<{ id: number }>('SELECT max(id) AS id FROM runs').first()?.id as never,
    )
    await backend.call('companies.edit', { companyId: await idOf('Acme'), facts: { size_range: '11-50' } })
    expect(runs()).toHaveLength(before + 1)
    expect(runs().at(-1)?.campaign_id).toBe(2)
  })
})
