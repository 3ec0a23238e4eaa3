import { refuse, rolecallError } from '../../../contract/errors.ts'
import { Channel } from '../../../contract/notifications.ts'
import { command } from '../command.ts'

export const notifyTest = command({
  name: 'notify test',
  usage: '--channel email|os|in_app',
  summary: 'Sends a test over one channel now and says how it went.',
  options: { channel: { type: 'string' } },
  words: { least: 0, most: 0, what: 'no words' },
  prepare: values => {
    const channel = Channel.safeParse(values.channel)
    if (!channel.success) refuse('bad_input', '--channel takes email, os or in_app.', { field: 'channel' })
    return async ({ ask }) => {
      const result = await ask('notifications.test', { channel: channel.data })
      const said = result.detail === null ? [] : [`It said: ${result.detail}`]
      return {
        json: result,
        lines: result.ok ? [result.message, ...said] : [],
        problems: result.ok
          ? []
          : [rolecallError('unsupported', [result.message, ...said].join(' '), { retryable: true })],
      }
    }
  },
})
