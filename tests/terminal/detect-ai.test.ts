import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startCore } from '../../main/app/core.ts'
import { type AiServer, completion, type Personality, sendJson, startAiServer } from '../support/ai/server.ts'
import { openPlace, type Place } from './kit.ts'

// Each command is a process that starts the whole core.
vi.setConfig({ testTimeout: 120_000 })

let place: Place
let server: AiServer
beforeEach(async () => {
  place = openPlace()
  server = await startAiServer(weaver)
})
afterEach(async () => {
  await server.stop()
  place.remove()
})

interface Asked {
  postings: { posting: number; wanted: string[]; title: string; text: string }[]
}

/** A model that finds nets in every posting, and something that is in none. */
const weaver: Personality = ({ body }, response) => {
  const { postings }: Asked = JSON.parse(body.messages.at(-1)?.content ?? '')
  const content = JSON.stringify({
    postings: postings.map(({ posting, title }) => ({
      posting,
      salary: { low: 90_000, high: 95_000, currency: 'EUR', period: 'year', quote: '90,000 to 95,000' },
      place: null,
      remote: { value: 'remote', quote: 'fully remote' },
      type: null,
      seniority: null,
      skills: [
        { name: 'fishing nets', required: true, quote: 'fishing nets' },
        { name: 'submarines', required: true, quote: 'submarines' },
      ],
      summary: `${title}: somebody who mends fishing nets by the harbour.`,
    })),
  })
  const usage = { prompt_tokens: 100, completion_tokens: 1_000, total_tokens: 1_100 }
  sendJson(response, 200, completion({ content, usage }))
}

const posting = (id: number) => ({
  id,
  title: `Net Mender number ${id}`,
  company: 'Rail & Rope Ltd',
  location_text: 'Cork, Ireland',
  description: 'By the harbour you are somebody who mends fishing nets. Full-time.',
})

async function settings(change: Record<string, unknown>): Promise<void> {
  const started = await startCore({
    dataDir: place.dataDir,
    version: 'test',
    schedule: false,
    shell: { answer: async ({ id }) => ({ id, ok: true, value: {} }), log: () => {} },
  })
  if (!started.ok) throw new Error(started.error.message)
  const answer = await started.core.call({ id: 1, procedure: 'settings.update', input: change })
  await started.core.stop()
  if (!answer.ok) throw new Error(answer.error.message)
}

const FILES = ['--in', 'in.jsonl', '--out', 'out.jsonl', '--ai'] as const
const given = (count: number) =>
  place.file(
    'in.jsonl',
    Array.from({ length: count }, (_, index) => JSON.stringify(posting(index + 1))).join('\n'),
  )

interface Line {
  id: number
  fields: Record<string, unknown>
  provenance: Record<string, { origin: string; quote: string | null; start: number | null }>
  summary: string | null
  ai: { state: string; message: string | null }
}
const answers = (): Line[] =>
  readFileSync(join(place.folder, 'out.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

it('asks the model for what patterns leave open, and keeps what stands in the posting', async () => {
  await settings({ aiEnabled: true, aiModel: 'tiny', aiBaseUrl: server.origin, aiJobsPerCall: 5 })
  given(3)
  const report = await place.json('detect', ...FILES)
  expect(report).toMatchObject({ postings: 3, ai: { read: 3, not_asked: 0 }, stopped: null, cost: 0 })
  for (const [index, line] of answers().entries()) {
    expect(line).toMatchObject({
      id: index + 1,
      fields: {
        office_city: 'Cork',
        job_type: 'full-time',
        salary_low: null,
        remote_options: null,
        skills: ['fishing nets'],
      },
      provenance: {
        office_city: { origin: 'pattern' },
        skills: {
          origin: 'ai',
          quote: 'fishing nets',
          start: posting(1).description.indexOf('fishing nets'),
        },
      },
      summary: `Net Mender number ${index + 1}: somebody who mends fishing nets by the harbour.`,
      ai: { state: 'read', message: null },
    })
  }
  // Patterns gave the place and the type, so nobody asked for them.
  const { postings }: Asked = JSON.parse(server.seen.at(-1)?.body.messages.at(-1)?.content ?? '')
  expect(postings[0]?.wanted).toEqual(['salary', 'remote', 'seniority', 'skills', 'summary'])

  // What was paid for once is remembered.
  const asked = server.seen.length
  await place.json('detect', ...FILES)
  expect(server.seen).toHaveLength(asked)
})

it('says once that the model is switched off, and goes on with patterns', async () => {
  given(120)
  const { code, stderr } = await place.rolecall('detect', ...FILES)
  expect(code).toBe(0)
  expect(stderr).toBe(
    'The language model is switched off. Switch it on in Settings, under Language model. What follows is read by patterns alone.\n',
  )
  expect(answers()).toHaveLength(120)
  expect(answers()[119]).toMatchObject({
    fields: { office_city: 'Cork', skills: [] },
    summary: null,
    ai: { state: 'not_asked' },
  })
  expect(server.seen).toHaveLength(0)
})

it('stops asking at the cap, says so, and reads the rest by patterns', async () => {
  await settings({
    ...{ aiEnabled: true, aiModel: 'tiny', aiBaseUrl: server.origin, aiJobsPerCall: 1, aiConcurrency: 1 },
    // A question may cost up to about 11 cents, and costs 10.
    ...{ aiPriceIn: 1, aiPriceOut: 100, aiCapDay: 0.25, aiCapMonth: 5 },
  })
  given(60)
  const { code, stdout, stderr } = await place.rolecall('detect', ...FILES)
  expect(code).toBe(0)
  expect(stderr.match(/used up/g)).toHaveLength(1)
  expect(stdout).toContain('The model cost $0.2002.')
  const states = answers().map(({ ai }) => ai.state)
  expect(states.slice(0, 2)).toEqual(['read', 'read'])
  expect(new Set(states.slice(2))).toEqual(new Set(['not_asked']))
  expect(server.seen).toHaveLength(2)
})

it('answers all by patterns and fails when the endpoint cannot be used', async () => {
  await settings({ aiEnabled: true, aiModel: 'tiny', aiBaseUrl: server.origin, aiPriceIn: 0, aiPriceOut: 0 })
  server.become((_request, response) => sendJson(response, 401, { error: { message: 'Invalid key' } }))
  given(2)
  const { code, stderr } = await place.rolecall('detect', ...FILES)
  expect(code).toBe(1)
  expect(stderr).toContain('refused your key')
  expect(answers().map(({ fields }) => fields.office_city)).toEqual(['Cork', 'Cork'])
})
