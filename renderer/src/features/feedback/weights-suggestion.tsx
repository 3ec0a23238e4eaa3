import { useQuery } from '@tanstack/react-query'
import { ArrowRight, CircleAlert, Scale, Undo2 } from 'lucide-react'
import { Link } from 'react-router'
import type {
  WeightsSuggestion as Suggestion,
  SuggestionAnswer,
  WeightChange,
} from '../../../../main/contract/feedback.ts'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { FACTOR_LABELS } from '../../../../main/contract/labels.ts'
import type { Undoable } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast-store.ts'
import { When } from '../../ui/when.tsx'
import { Effect } from './effect.tsx'

/** What the decisions on a campaign's jobs suggest for its weights, to be taken or put off. */
export function WeightsSuggestion({ campaignId }: { campaignId: CampaignId }) {
  const { data, error, refetch } = useQuery(ask('feedback', 'suggestion', { campaignId }))
  return (
    <Section
      title="What your decisions suggest"
      lead="Learned on this computer from your thumbs, and a little from what you approve, apply to or put away."
      action={
        // A suggestion has its own way there.
        data?.weights ? null : (
          <Link to={`/campaigns/${campaignId}/compare`} className="text-sm text-link">
            Compare two weightings
          </Link>
        )
      }
    >
      {data ? (
        <Suggested campaignId={campaignId} suggestion={data} />
      ) : error ? (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-sm">
          <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />
          Your decisions could not be read; nothing was changed.
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      ) : (
        <Skeleton className="h-10 w-full" />
      )}
    </Section>
  )
}

function Suggested({ campaignId, suggestion }: { campaignId: CampaignId; suggestion: Suggestion }) {
  const { state, sentence, effect, last, changes, weights } = suggestion
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className={state === 'suggested' ? 'text-lg font-medium' : undefined}>{sentence}</p>
        <p className="text-sm text-ink-2">{soFar(suggestion)}</p>
      </div>
      {last ? <LastAnswer last={last} /> : null}
      {changes.length > 0 ? (
        <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
          <Changes changes={changes} />
          {effect ? <Effect effect={effect} /> : null}
        </div>
      ) : effect ? (
        <Effect effect={effect} />
      ) : null}
      {weights ? <Answer campaignId={campaignId} weights={weights} /> : null}
    </div>
  )
}

/** "23 decisions so far: 9 liked, 14 not." */
function soFar({ decisions, liked }: Suggestion): string {
  if (decisions === 0) return 'No decisions yet: press a thumb beside a job of this campaign.'
  const all = decisions === 1 ? '1 decision' : `${decisions.toLocaleString('en')} decisions`
  return `${all} so far: ${liked.toLocaleString('en')} liked, ${(decisions - liked).toLocaleString('en')} not.`
}

function Changes({ changes }: { changes: readonly WeightChange[] }) {
  return (
    <Table
      caption="Weights that would change"
      head={['Factor', { label: 'Now', number: true }, { label: 'Then', number: true }, 'Why']}
    >
      {changes.map(({ factor, from, to, evidence }) => (
        <tr key={factor}>
          <Cell heading className="whitespace-nowrap">
            {FACTOR_LABELS[factor]}
          </Cell>
          <Cell number>{from}</Cell>
          <Cell number className="font-medium">
            <span className="inline-flex items-center gap-1.5">
              <ArrowRight aria-hidden className="size-3.5 text-ink-3" />
              {to}
            </span>
          </Cell>
          <Cell className="min-w-40 text-ink-2">{evidence}</Cell>
        </tr>
      ))}
    </Table>
  )
}

function Answer({
  campaignId,
  weights,
}: {
  campaignId: CampaignId
  weights: NonNullable<Suggestion['weights']>
}) {
  const accept = useChange(client.feedback.accept)
  const refuse = useChange(client.feedback.refuse)
  const busy = accept.isPending || refuse.isPending
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" busy={busy} onClick={() => accept.mutate({ campaignId, weights })}>
        Use these weights
      </Button>
      <Button busy={busy} onClick={() => refuse.mutate({ campaignId })}>
        Not now
      </Button>
      <Link
        to={`/campaigns/${campaignId}/compare`}
        className="inline-flex min-h-8 items-center gap-1.5 px-2 text-sm text-link"
      >
        <Scale aria-hidden className="size-4" strokeWidth={1.75} />
        Compare them on a list first
      </Link>
    </div>
  )
}

/** After an acceptance: where it can be taken back. */
function LastAnswer({ last }: { last: SuggestionAnswer }) {
  const takeBack = useChange(async (undo: Undoable) => {
    const { label } = await client.changes.undo({ changeId: undo.changeId })
    toast(`Undone: ${label}`)
    return { undo: null }
  })
  const { answer, at, undo } = last
  if (answer === 'refused')
    return (
      <p className="text-sm text-ink-2">
        You put the last suggestion off <When at={at} />.
      </p>
    )
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      <span>
        You took the suggested weights <When at={at} />.
      </span>
      {undo ? (
        <Button size="small" icon={Undo2} busy={takeBack.isPending} onClick={() => takeBack.mutate(undo)}>
          Back to the weights before
        </Button>
      ) : null}
    </p>
  )
}
