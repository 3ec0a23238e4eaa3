import { expect, it } from 'vitest'
import { Refusal } from '../../../contract/errors.ts'
import { COMMANDS, findCommand, helpText } from './all.ts'

/** What the arguments are refused with; nothing is opened for it. */
function refusalOf(...args: string[]) {
  const found = findCommand(args)
  if (!found) return null
  try {
    found.command.read(found.args)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.error
    throw error
  }
}

it.each([
  ['--name', ['campaign', 'add', '--query', 'x']],
  ['--name', ['campaign', 'add', '--name', ' ']],
  ['--salary-min', ['campaign', 'add', '--name', 'X', '--salary-min', 'much']],
  ['--salary-min', ['campaign', 'add', '--name', 'X', '--salary-min', '-5', '--currency', 'EUR']],
  ['--salary-max', ['campaign', 'add', '--name', 'X', '--salary-min=9', '--salary-max=1', '--currency=EUR']],
  ['--currency', ['campaign', 'add', '--name', 'X', '--salary-min', '9']],
  ['--currency', ['campaign', 'add', '--name', 'X', '--currency', 'euro']],
  ['--country', ['campaign', 'add', '--name', 'X', '--country', 'Germany']],
  ['--remote', ['campaign', 'add', '--name', 'X', '--remote', 'remote,moon']],
  ['--seniority', ['campaign', 'add', '--name', 'X', '--seniority', 'boss']],
  ['--threshold', ['campaign', 'add', '--name', 'X', '--threshold', '101']],
  ['--colour', ['campaign', 'add', '--name', 'X', '--colour', 'red']],
  ['no words', ['jobs', 'extra']],
  ['--limit', ['jobs', '--limit', 'x']],
  ['--limit', ['jobs', '--limit', '1.5']],
  ['--status', ['jobs', '--status', 'nice']],
  ['--data-dir', ['jobs', '--data-dir', '']],
  ['--limit', ['rank', '--limit', 'all']],
  ['--limit', ['runs', '--limit', '201']],
  ['the number of a run', ['runs', 'latest']],
  ['of one run', ['runs', '4', '--campaign', 'X']],
  ['no words', ['rank', 'Backend']],
  ['the text', ['search']],
  ['--limit', ['search', 'x', '--limit', '201']],
  ['one or more files', ['import']],
  ['--campaign', ['import', import.meta.filename, '--campaign', 'x'.repeat(81)]],
  ['one file', ['campaign', 'import', 'a', 'b']],
  ['one web address', ['add-url']],
  ['one web address', ['add-url', 'https://a.example', 'https://b.example']],
  ['no words', ['source', 'list', 'all']],
  ['the name', ['source', 'test']],
  ['--channel takes', ['notify', 'test', '--channel', 'pigeon']],
  ['--kind takes', ['notify', 'send']],
  ['not "stop"', ['schedule', 'stop']],
])('names %s when it refuses %j', (words, args) => {
  const error = refusalOf(...args)
  expect(error?.code).toBe('bad_input')
  expect(error?.message).toContain(words)
})

it.each([['brew'], ['campaign'], ['campaign', 'brew'], ['Jobs'], []])('knows no command %j', (...words) => {
  expect(findCommand(words)).toBeUndefined()
})

it('help names every command, and each takes --help whatever else is missing', () => {
  const text = helpText()
  for (const { name, read } of COMMANDS) {
    expect(text).toContain(`  rolecall ${name}`)
    expect(read(['--help'])).toEqual({ help: true })
  }
})

it('reads what every command takes', () => {
  expect(
    findCommand(['campaign', 'list', '--json', '--data-dir=x'])?.command.read(['--json', '--data-dir=x']),
  ).toEqual({ help: false, json: true, dataDir: 'x', run: expect.any(Function) })
})
