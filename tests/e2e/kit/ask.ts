import type { Page } from '@playwright/test'
import type { Contract } from '../../../main/contract/api.ts'
import type { InputOf, OutputOf, ProcedureAt, ProcedureName } from '../../../main/contract/define.ts'
import type { AnswerFrame } from '../../../main/contract/frames.ts'

/**
 * Asks the core as the signed-in page would, to bring about what a test begins with; never what it tests. Fails with
 * the error's code and words.
 */
export async function askCore<N extends ProcedureName<Contract>>(
  page: Page,
  procedure: N,
  input: InputOf<ProcedureAt<Contract, N>>,
): Promise<OutputOf<ProcedureAt<Contract, N>>> {
  const answer: AnswerFrame = await page.evaluate(
    async body => {
      const token = document.querySelector<HTMLMetaElement>('meta[name="rolecall-token"]')?.content ?? ''
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-rolecall-token': token },
        body,
      })
      return await response.json()
    },
    JSON.stringify({ id: 1, procedure, input }),
  )
  if (!answer.ok) throw new Error(`${procedure}: ${answer.error.code}: ${answer.error.message}`)
  return answer.value as OutputOf<ProcedureAt<Contract, N>>
}
