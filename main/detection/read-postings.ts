import type { Ai, AiFailure } from '../ai/service.ts'
import type { Detection, PostingText } from '../contract/facts.ts'
import type { RawReading, RawReadings } from '../contract/read-postings.ts'
import type { CommandContext } from '../platform/context.ts'
import { readSettings } from '../settings/service.ts'
import { gapsIn, keptAnswers } from './ai-gaps.ts'
import { type Ground, readByAi } from './ai-reader.ts'
import { inGroups } from './in-groups.ts'
import type { AskedPosting } from './rules/ai/question.ts'

/** Reading postings that are not stored: patterns first, then the model for what they leave open. */

/** What reading needs of the backend around it. */
export interface ReadPostingsTools {
  ai: Ai
  ground: Ground
  compute: { run(task: { kind: 'detect'; postings: PostingText[] }): Promise<Detection[]> }
}

/** Carries out `detection.readPostings`; nothing is stored but what the model said and what it cost. */
export async function readPostings(
  context: CommandContext,
  tools: ReadPostingsTools,
  postings: PostingText[],
  withAi: boolean,
): Promise<RawReadings> {
  const detections = await tools.compute.run({ kind: 'detect', postings })
  const readings = detections.map(
    (detection): RawReading => ({ detection, found: [], ai: 'not_asked', message: null }),
  )
  if (!withAi) return { readings, stopped: null, cost: 0 }
  const open: { reading: RawReading; asked: AskedPosting }[] = []
  for (const [index, reading] of readings.entries()) {
    const posting = postings[index]
    const wanted = gapsIn(reading)
    if (!posting) continue
    if (wanted.length === 0) reading.ai = 'not_needed'
    // The patterns never sum up; where the model is asked anyway, a summary costs little.
    else open.push({ reading, asked: { posting, wanted: [...wanted, 'summary'] } })
  }
  const { stopped, micros } = await askInGroups(context, tools, open)
  return {
    readings,
    stopped: stopped && { reason: stopped.reason, message: stopped.message },
    cost: micros / 1_000_000,
  }
}

/** Several postings a call and several calls side by side, until all are asked or nobody can be asked any more. */
async function askInGroups(
  context: CommandContext,
  { ai, ground }: ReadPostingsTools,
  open: { reading: RawReading; asked: AskedPosting }[],
): Promise<{ stopped: AiFailure | null; micros: number }> {
  const { aiModel, aiJobsPerCall, aiConcurrency } = readSettings(context.db)
  const ended: { stopped: AiFailure | null; micros: number } = { stopped: null, micros: 0 }
  const goesOn = () => ended.stopped === null
  await inGroups(open, { size: aiJobsPerCall, atOnce: aiConcurrency, goesOn }, async group => {
    const { outcomes, stopped } = await readByAi(
      group.map(({ asked }) => asked),
      {
        ai,
        model: aiModel,
        ground,
        memory: keptAnswers(context),
      },
    )
    for (const [index, { reading }] of group.entries()) {
      const outcome = outcomes[index]
      if (!outcome) continue
      reading.ai = outcome.ok ? 'read' : 'failed'
      if (outcome.ok) {
        reading.found = outcome.findings
        ended.micros += outcome.micros
      } else reading.message = outcome.message
    }
    if (stopped) {
      ended.stopped ??= stopped
      ended.micros += stopped.cost
    }
  })
  return ended
}
