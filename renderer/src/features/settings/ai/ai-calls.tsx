import type { AiStatus } from '../../../../../main/contract/ai.ts'
import { AI_CALL_STATE_LABELS } from '../../../../../main/contract/labels.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Cell, Table } from '../../../ui/table.tsx'
import { When } from '../../../ui/when.tsx'
import { costText } from '../../ai/ai-words.ts'

const count = (value: number) => value.toLocaleString('en')

/** The last calls with what each used, and the sums of day and month. */
export function AiCalls({ status }: { status: AiStatus }) {
  const { calls } = status
  if (calls.length === 0) return <p className="text-sm text-ink-3">It was not asked yet.</p>
  const number = (label: string) => ({ label, number: true as const })
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm text-ink-2">
        {count(status.callsDay)} {status.callsDay === 1 ? 'call' : 'calls'} and {count(status.tokensDay)}{' '}
        tokens today; {count(status.tokensMonth)} tokens this month.
      </p>
      <Disclosure label={calls.length === 1 ? 'The last call' : `The last ${calls.length} calls`}>
        <Table
          caption="Last calls of the language model, newest first"
          head={['When', 'What for', 'Model', number('Tokens in'), number('Out'), number('Cost'), 'State']}
        >
          {calls.map(call => (
            <tr key={call.id}>
              <Cell heading className="whitespace-nowrap">
                <When at={call.at} />
              </Cell>
              <Cell className="min-w-32">{call.purpose}</Cell>
              <Cell className="break-words">{call.model}</Cell>
              <Cell number>{count(call.tokensIn)}</Cell>
              <Cell number>{count(call.tokensOut)}</Cell>
              <Cell number>{costText(call.cost)}</Cell>
              <Cell className="min-w-40">
                {AI_CALL_STATE_LABELS[call.state]}
                {call.message ? <span className="block text-xs text-ink-3">{call.message}</span> : null}
              </Cell>
            </tr>
          ))}
        </Table>
      </Disclosure>
    </div>
  )
}
