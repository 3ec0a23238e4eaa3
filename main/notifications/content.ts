import { z } from 'zod'
import type { MailContent } from './rules/content.ts'

const JobLine = z.object({
  title: z.string(),
  company: z.string(),
  place: z.string(),
  pay: z.string(),
  score: z.number(),
  why: z.string(),
  url: z.string().nullable(),
  fresh: z.boolean(),
  campaign: z.string(),
})

/** The facts of a mail as they are stored with its delivery. */
const Content: z.ZodType<MailContent> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('briefing'),
    day: z.string(),
    jobs: z.array(JobLine),
    matches: z.number(),
    interviews: z.array(z.string()),
    followUps: z.number(),
  }),
  z.object({
    kind: z.literal('summary'),
    day: z.string(),
    found: z.number(),
    matches: z.number(),
    moved: z.number(),
    applied: z.number(),
    interviews: z.number(),
    followUps: z.number(),
    runs: z.number(),
    failedRuns: z.number(),
    best: JobLine.nullable(),
  }),
  z.object({ kind: z.literal('match'), campaign: z.string(), count: z.number(), jobs: z.array(JobLine) }),
  z.object({
    kind: z.literal('plain'),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    url: z.string().nullable(),
  }),
])

/** Facts without any: the title and the words of the notification are all there is. */
export const NO_FACTS: MailContent = { kind: 'plain', facts: [], url: null }

/** Reads stored facts; those that an older version wrote otherwise count as none. */
export function readContent(text: string | null): MailContent {
  if (text === null) return NO_FACTS
  return Content.safeParse(JSON.parse(text)).data ?? NO_FACTS
}
