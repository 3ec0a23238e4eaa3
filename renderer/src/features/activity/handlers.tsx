import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon, RotateCw } from 'lucide-react'
import { Fragment } from 'react'
import type { HandlerView } from '../../../../main/contract/activity.ts'
import { Badge } from '../../ui/badge.tsx'
import { Section } from '../../ui/page.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { handlerState, millisText } from './event-words.ts'
import { TypeName } from './type-name.tsx'

const ICONS: Record<ReturnType<typeof handlerState>['tone'], LucideIcon> = {
  good: CircleCheck,
  warn: RotateCw,
  bad: CircleAlert,
  neutral: CircleDashed,
}

/** What is done after events, and how each of it stands. */
export function Handlers({ handlers }: { handlers: readonly HandlerView[] }) {
  return (
    <Section
      title="Done after events"
      lead="Each is called after the events that it is for are saved. One that fails keeps nothing else from its work."
    >
      <Table
        caption="What is done after events"
        head={[
          'Task',
          'State',
          { label: 'Events', number: true },
          { label: 'Failed', number: true },
          { label: 'Mean time', number: true },
          { label: 'Last', number: true },
        ]}
      >
        {handlers.map(handler => {
          const { word, tone } = handlerState(handler)
          return (
            <tr key={handler.name}>
              <Cell heading className="min-w-48">
                {handler.name}
                <span className="block text-xs text-ink-3">
                  {handler.types.map((type, index) => (
                    <Fragment key={type}>
                      {index === 0 ? null : ', '}
                      <TypeName type={type} />
                    </Fragment>
                  ))}
                </span>
                {handler.lastError === null || handler.lastErrorAt === null ? null : (
                  <span className="block text-xs break-words text-ink-2">
                    Failed <When at={handler.lastErrorAt} />: {handler.lastError}
                  </span>
                )}
              </Cell>
              <Cell>
                <Badge tone={tone} icon={ICONS[tone]}>
                  {word}
                </Badge>
              </Cell>
              <Cell number>{handler.handled.toLocaleString('en')}</Cell>
              <Cell number>{handler.failed.toLocaleString('en')}</Cell>
              <Cell number>{millisText(handler.meanMs)}</Cell>
              <Cell number className="text-ink-2">
                {handler.lastAt === null ? '–' : <When at={handler.lastAt} />}
              </Cell>
            </tr>
          )
        })}
      </Table>
    </Section>
  )
}
