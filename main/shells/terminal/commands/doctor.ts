import { rolecallError } from '../../../contract/errors.ts'
import { command } from '../command.ts'
import { count } from '../words.ts'

const MARKS = { green: 'ok  ', amber: 'note', red: 'BAD ' } as const

export const doctor = command({
  name: 'doctor',
  usage: '',
  summary: 'Looks whether everything is well, and says what to do where it is not.',
  options: {},
  words: { least: 0, most: 0, what: 'no words' },
  prepare:
    () =>
    async ({ ask }) => {
      const { version, dataDir, jobs, campaigns, notices } = await ask('system.info', {})
      const { checks } = await ask('system.health', {})
      const bad = checks.filter(check => check.state === 'red')
      return {
        json: { version, dataDir, jobs, campaigns, notices, checks },
        lines: [
          `Rolecall ${version}, ${count(jobs, 'job')}, ${count(campaigns, 'campaign')}`,
          `Data folder: ${dataDir}`,
          ...checks.flatMap(({ name, state, message, advice }) => [
            `${MARKS[state]}  ${name}: ${message}`,
            ...(advice === null ? [] : [`      ${advice}`]),
          ]),
        ],
        problems: bad.map(check => rolecallError('internal', `${check.name}: ${check.message}`)),
      }
    },
})
