import type { Core, startCore } from '../../app/core.ts'
import { rolecallError } from '../../contract/errors.ts'

type Starting = ReturnType<typeof startCore>

/** The core as a page sees it while it is still starting: calls wait, so that the window can open meanwhile. */
export function createLateCore(starting: Starting): Pick<Core, 'call' | 'subscribe' | 'power'> {
  return {
    async call(frame) {
      const started = await starting
      if (started.ok) return started.core.call(frame)
      return { id: 0, ok: false, error: rolecallError('backend_gone', 'Rolecall could not start.') }
    },
    subscribe(since, listener) {
      let isOver = false
      let end = () => {}
      void starting.then(started => {
        if (started.ok && !isOver) end = started.core.subscribe(since, listener)
      })
      return () => {
        isOver = true
        end()
      }
    },
    power(state) {
      void starting.then(started => {
        if (started.ok) started.core.power(state)
      })
    },
  }
}
