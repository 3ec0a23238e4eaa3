import { existsSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { createParserProcess, type ParserLimits, type ParserProcess } from './parser-process.ts'

const MIB = 1024 * 1024
const entry = new URL('./test-support/ill-parser.ts', import.meta.url)

let parser: ParserProcess
function open(limits: Partial<ParserLimits> = {}): ParserProcess {
  parser = createParserProcess(entry, { deadlineMs: 60_000, residentBytes: 4096 * MIB, ...limits })
  return parser
}
afterEach(() => parser.stop())

const ok = (value: unknown) => ({ ok: true, value })
const failed = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) })

it('does tasks one after another in one child', async () => {
  open()
  expect(await Promise.all(['a', 'b', 'c'].map(task => parser.run(task)))).toEqual(['a', 'b', 'c'].map(ok))
  expect(await parser.run('pid')).toEqual(await parser.run('pid'))
})

it('kills a child that is past its deadline, says so, and does the next task', async () => {
  // Long enough for a child to start on a busy machine.
  open({ deadlineMs: 4_000 })
  const [hung, next] = await Promise.all([parser.run('hang'), parser.run('next')])
  expect(hung).toEqual(failed('parser_timeout'))
  expect(next).toEqual(ok('next'))
})

it.skipIf(process.platform !== 'linux')(
  'kills a child that takes too much memory, says so, and does the next task',
  async () => {
    open({ residentBytes: 200 * MIB })
    const [ate, next] = await Promise.all([parser.run('eat'), parser.run('next')])
    expect(ate).toEqual(failed('parser_failed'))
    expect(ate).toMatchObject({ error: { message: expect.stringContaining('memory') } })
    expect(next).toEqual(ok('next'))
  },
)

it('answers the task whose child dies, and does the next one', async () => {
  open()
  const [died, next] = await Promise.all([parser.run('die'), parser.run('next')])
  expect(died).toEqual(failed('parser_failed'))
  expect(next).toEqual(ok('next'))
})

it('answers the running and the waiting task when it is stopped, and leaves no child behind', async () => {
  open()
  const { value: pid } = (await parser.run('pid')) as { value: number }
  const answers = [parser.run('hang'), parser.run('never begun')]
  await parser.stop()
  const [running, waiting] = await Promise.all(answers)
  expect(running).toMatchObject({ ok: false })
  expect(waiting).toEqual(failed('backend_gone'))
  expect(await parser.run('too late')).toEqual(failed('backend_gone'))
  if (process.platform === 'linux') expect(existsSync(`/proc/${pid}/exe`)).toBe(false)
})
