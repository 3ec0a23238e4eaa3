import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRemoteOk } from './remoteok.ts'
import { answerTo, askFor, pageOf, sourceFixture } from './test-support.ts'

const adapter = createRemoteOk()
const { url } = adapter.firstRequest(askFor())
const read = (body: string | Uint8Array, status = 200) => adapter.read(answerTo(url, body, status), askFor())
const page = pageOf(read(sourceFixture('remoteok/api.json')))

describe('reading the feed', () => {
  it('leaves the legal notice out, keeps every readable posting and names the others', () => {
    expect(page.items.map(item => item.sourceKey)).toEqual([
      '2200101',
      '2200102',
      '2200103',
      '2200104',
      '2200105',
      '2200106',
      '2200107',
      '2200108',
      '2200110',
    ])
    expect(page.unread.map(one => one.index)).toEqual([9, 10, 12])
    expect(page.unread.every(one => one.reason !== '' && one.raw !== '')).toBe(true)
  })

  it('reads pay in US dollars a year, and 0 as not stated', () => {
    expect(page.posting('2200101')).toMatchObject({
      title: 'Loom Firmware Engineer',
      company: 'Cinder & Loom',
      location_text: 'Worldwide',
      posted_at: '2026-10-30T11:00:00.000Z',
      structured: {
        remote_options: 'remote',
        salary_low: 90000,
        salary_high: 125000,
        compensation_currency: 'USD',
        salary_period: 'year',
      },
    })
    expect(page.posting('2200103').structured).not.toHaveProperty('salary_high')
    expect(page.posting('2200104').structured).toEqual({ remote_options: 'remote' })
  })

  it('mends letters that were read in the wrong alphabet', () => {
    expect(page.posting('2200102')).toMatchObject({
      title: 'Diseñador de Alfombras Sénior',
      company: 'Telaría única',
      location_text: 'España',
      description: 'Diseñamos alfombras con técnica y máquinas de vehículos; it’s fun – 100% remoto.',
      description_html: expect.stringContaining('Diseñamos alfombras'),
    })
  })

  it('falls back from the date to the seconds, and to none', () => {
    expect(page.posting('2200104').posted_at).toBe('2026-10-30T09:00:00.000Z')
    expect(page.posting('2200105')).toMatchObject({ posted_at: null, description: '', company: '' })
  })

  it('lets nothing dangerous through, and no presence pass for remote', () => {
    expect(page.posting('2200106').description_html).not.toMatch(/script|onclick|img|onmouseover/)
    expect(page.posting('2200106').structured).toEqual({})
    expect(page.posting('2200107')).toMatchObject({
      title: 'Bobbin Analyst & Planner',
      url: null,
      apply_url: null,
    })
  })
})

it.each([
  [403, '[]', 'refused'],
  [200, '', 'not_json'],
  [200, '{"jobs":[]}', 'changed'],
])('status %i with %j is %s', (status, body, code) => {
  expect(read(body, status)).toMatchObject({ ok: false, error: { code } })
})

it('a feed of nothing but the notice has no postings', () => {
  expect(pageOf(read('[{"legal":"x"}]'))).toMatchObject({ items: [], unread: [] })
})

const real = new URL('../../../../shared/data/payloads/remoteok/api.sample.json', import.meta.url)

it.skipIf(!existsSync(real))('reads a recorded answer', () => {
  const recorded = pageOf(read(readFileSync(real)))
  expect(recorded.unread).toEqual([])
  expect(recorded.items).toHaveLength(2)
  expect(recorded.posting('1137429')).toMatchObject({
    title: 'Mecánico Automotriz Diagnóstico y Presupuestos',
    description: expect.stringContaining('reparación de vehículos multimarca'),
    posted_at: '2026-09-24T00:00:07.000Z',
  })
})
