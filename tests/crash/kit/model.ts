import { costOf } from '../../../main/ai/rules/money.ts'
import { readingKey } from '../../../main/detection/ai-reader.ts'
import type { Wanted } from '../../../main/detection/rules/ai/question.ts'
import { completion, type Personality, sendJson, startAiServer } from '../../support/ai/server.ts'
import { isLeftOut, MODEL, PRICES } from './ai-jobs.ts'

/** A language model on loopback that outlives the core and counts what it was asked. */
export interface Model {
  /** Such as http://127.0.0.1:4321/v1. */
  address: string
  /** Micro-dollars that it would bill, counted when a question comes. */
  readonly billed: number
  /** Every posting that it was asked about, the oldest first; `key`: see `readingKey`, as hex. */
  readonly asked: { key: string; title: string }[]
  /** Forgets what it was asked. */
  forget(): void
  stop(): Promise<void>
}

interface Question {
  posting: number
  wanted: Wanted[]
  title: string
  company: string
  place: string
  text: string
}

const TOKENS_A_POSTING = 120

/** What it says of a posting: a part of what is wanted, so that something stays open. */
const says = ({ posting, wanted }: Question) => ({
  posting,
  salary: wanted.includes('salary')
    ? { low: 21, high: 25, currency: 'EUR', period: 'hour', quote: '21 to 25 euros for each hour' }
    : null,
  place: null,
  remote: null,
  type: null,
  seniority: null,
  skills: wanted.includes('skills')
    ? [{ name: 'Reports', required: true, quote: 'write short reports' }]
    : [],
  summary: wanted.includes('summary') ? 'You look after lifts and write reports.' : null,
})

/** Starts it; its answers take up to `slowest` ms. */
export async function startModel(slowest: number): Promise<Model> {
  let billed = 0
  let asked: Model['asked'] = []
  const personality: Personality = ({ body, bytes, number }, response) => {
    const { postings }: { postings: Question[] } = JSON.parse(body.messages.at(-1)?.content ?? '')
    for (const { title, company, place, text, wanted } of postings) {
      const posting = { title, company, location_text: place, description: text }
      const key = Buffer.from(readingKey({ posting, wanted }, MODEL)).toString('hex')
      asked.push({ key, title })
    }
    const usage = {
      prompt_tokens: Math.ceil(bytes / 4),
      completion_tokens: TOKENS_A_POSTING * postings.length,
    }
    billed += costOf(usage.prompt_tokens, usage.completion_tokens, PRICES)
    const content = JSON.stringify({ postings: postings.filter(one => !isLeftOut(one.title)).map(says) })
    setTimeout(() => sendJson(response, 200, completion({ content, usage })), (number * 37) % slowest)
  }
  const server = await startAiServer(personality)
  return {
    address: `${server.origin}/v1`,
    get billed() {
      return billed
    },
    get asked() {
      return asked
    },
    forget() {
      billed = 0
      asked = []
    },
    stop: () => server.stop(),
  }
}
