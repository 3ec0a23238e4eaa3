import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { DocumentFormat } from '../../contract/documents.ts'
import { type Result, rolecallError } from '../../contract/errors.ts'
import type { FromParser, ToParser } from '../../platform/threads/parser-process.ts'
import { lookAtFile } from '../../sources/files/look-at-file.ts'
import { previewFile } from '../../sources/files/preview.ts'
import { readPage } from '../../sources/files/read-page.ts'
import { readPastedText } from '../../sources/rules/pasted-text.ts'

/** The parser child: reads what came from outside. Its parent kills it past the deadline or the memory limit. */

const from = { url: z.string().nullable(), contentType: z.string().nullable() }
const Task = z.union([
  z.object({ kind: z.enum(['preview', 'look']), path: z.string(), name: z.string() }),
  z.object({ kind: z.literal('page'), path: z.string(), ...from }),
  z.object({
    kind: z.literal('document'),
    path: z.string(),
    name: z.string(),
    /** Null: by its content, as a file that is not kept here. */
    format: DocumentFormat.nullable(),
    password: z.string().nullable(),
    /** YYYY-MM-DD. */
    today: z.string(),
  }),
  z.object({
    kind: z.literal('picture'),
    path: z.string(),
    page: z.number().int(),
    width: z.number().int(),
    password: z.string().nullable(),
  }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** Documents are about to come: what reads most of them is loaded. */
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('page'), bytes: z.instanceof(Uint8Array), ...from }),
])

async function work(task: unknown): Promise<Result<unknown>> {
  try {
    const asked = Task.parse(task)
    if (asked.kind === 'text') return { ok: true, value: readPastedText(asked.text) }
    if (asked.kind === 'page') return { ok: true, value: await readPage(asked) }
    if (asked.kind === 'document') {
      const { understandFile } = await import('../../resumes/files/understand.ts')
      return { ok: true, value: await understandFile(asked) }
    }
    if (asked.kind === 'ready') {
      const { getReady } = await import('../../resumes/files/understand.ts')
      await getReady()
      return { ok: true, value: null }
    }
    if (asked.kind === 'picture') {
      const { drawPage } = await import('../../resumes/files/pdf/draw-page.ts')
      return { ok: true, value: await drawPage(asked) }
    }
    const { path, name } = asked
    if (asked.kind === 'look') return { ok: true, value: await lookAtFile(path, name) }
    return { ok: true, value: await previewFile(createReadStream(path, { highWaterMark: 256 * 1024 }), name) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, error: rolecallError('parser_failed', `The file could not be read: ${reason}`) }
  }
}

process.on('message', async ({ id, task }: ToParser) => {
  process.send?.({ id, answer: await work(task) } satisfies FromParser)
})
// Without its parent there is nothing left to do.
process.on('disconnect', () => process.exit(0))
